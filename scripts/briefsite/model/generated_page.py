"""What a generated page is, before any engine sees it."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from briefsite.model import addresses

T = TypeVar("T")


class Link(NamedTuple):
    """A target of model/addresses and the title that links it."""

    target: str
    title: str


HOME = Link(addresses.HOME, "Home")


@dataclass(frozen=True)
class Page:
    """Markdown at an address, and the data files that it is made from.

    `path` is relative to docs/ (briefs/easley-2024.md); `source` to the project, for "edit this
    page", and so are `further_sources`, which leave the briefs' files out. `trail` holds the pages
    above this one, `before` and `after` are its neighbours. A `wide` page has no side columns.
    `boost` weighs it in search. `about` is the key of the brief that the page as a whole is about.
    `references` says whether the works it cites are listed at its end; a page of many entries that
    name their works themselves does without. A `marked` page has claims' marks, with their notes at
    its foot.
    """

    path: str
    title: str
    body: str
    source: str
    description: str = ""
    trail: tuple[Link, ...] = (HOME,)
    before: Link | None = None
    after: Link | None = None
    wide: bool = False
    about: str = ""
    boost: float = 1
    further_sources: tuple[str, ...] = ()
    references: bool = True
    marked: bool = False

    @property
    def markdown(self) -> str:
        """The page with its front matter. Values are JSON, which YAML reads as it stands."""
        meta: dict[str, object] = {
            "title": self.title,
            "description": self.description,
            "hide": ["navigation", "toc"] if self.wide else [],
            "search": {"boost": self.boost} if self.boost != 1 else {},
            "trail": [self._relative(link) for link in self.trail],
            "before": self.before and self._relative(self.before),
            "after": self.after and self._relative(self.after),
        }
        lines = [
            f"{name}: {json.dumps(value, ensure_ascii=False)}"
            for name, value in meta.items()
            if value
        ]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + self.body

    def _relative(self, link: Link) -> dict[str, str]:
        """For the theme's templates: the address as seen from this page's own."""
        return {"url": addresses.url(self.path, link.target), "title": link.title}


def with_neighbours(
    items: Iterable[T], link: Callable[[T], Link]
) -> Iterator[tuple[T, Link | None, Link | None]]:
    """Each item with the links to the one before and the one after it."""
    items = list(items)
    links = [None, *map(link, items), None]
    return zip(items, links, links[2:], strict=False)
