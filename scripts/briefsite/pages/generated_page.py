"""What a generated page is, before any engine sees it."""

import json
from dataclasses import dataclass

from briefsite.model import addresses


@dataclass(frozen=True)
class Page:
    """Markdown at an address, and the data file that made it.

    `path` is relative to docs/ (briefs/easley-2024.md); `source` to the project, for "edit this
    page"; `trail` the pages above this one and `before`/`after` its neighbours, each as (path,
    title) or None. A `wide` page has no side columns.
    `boost` weighs it in search.
    `about` is the key of the brief that the page as a whole is about; `also` are further data files
    that made it, besides the briefs'.
    `references` says whether the works it cites are listed at its end; a list of many entries, each of
    which names its works and leads to the bibliography, does without.
    """

    path: str
    title: str
    body: str
    source: str
    description: str = ""
    trail: tuple[tuple[str, str], ...] = ()
    before: tuple[str, str] | None = None
    after: tuple[str, str] | None = None
    wide: bool = False
    about: str = ""
    boost: float = 1
    also: tuple[str, ...] = ()
    references: bool = True

    @property
    def markdown(self) -> str:
        """The page with its front matter. Values are JSON, which YAML reads as it stands."""
        meta = {
            "title": self.title,
            "description": self.description,
            "hide": ["navigation", "toc"] if self.wide else [],
            "search": {"boost": self.boost} if self.boost != 1 else {},
            "trail": [_relative(self.path, item) for item in self.trail],
        }
        meta |= {
            name: _relative(self.path, item)
            for name, item in (("before", self.before), ("after", self.after))
            if item
        }
        lines = [
            f"{name}: {json.dumps(value, ensure_ascii=False)}"
            for name, value in meta.items()
            if value
        ]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.body


def _relative(path: str, item: tuple[str, str]) -> dict[str, str]:
    """For templates: the neighbour's address as seen from this page's address."""
    return {"url": addresses.url(path, item[0]), "title": item[1]}
