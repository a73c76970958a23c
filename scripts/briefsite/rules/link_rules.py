"""Links from hand-written pages to other pages and files: each leads somewhere."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from briefsite.load.markdown_pages import MARKER, blank
from briefsite.model import addresses
from briefsite.model.problems import Problem, nearest
from briefsite.rules import page_anchors

TARGET = re.compile(
    r"(?:(?<!\\)\]\(\s*|^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]+)(?P<target><[^<>\n]*>|[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)",
    re.M,
)
OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
PAGE = ".md"


@dataclass
class Site:
    """What links can lead to. Pages are made, all at once, only to make sure of a fault; `sure` says
    that nothing else is wrong, so that they can be made."""

    root: Path
    corpus: object
    sure: bool

    @cached_property
    def written(self) -> dict[str, str]:
        """The text of each hand-written page, by path below docs/."""
        return {page.path.removeprefix("docs/"): page.text for page in self.corpus.pages}

    @cached_property
    def paths(self) -> set[str]:
        return set(self.written) | addresses.generated(self.corpus)

    @cached_property
    def made(self) -> dict[str, str]:
        """Every page as it is made, markers filled; empty where that can't be done yet."""
        if not self.sure:
            return {}
        from briefsite.pages import all_pages, page_parts

        def part(found):
            return page_parts.PARTS[found["name"]](self.corpus, path)

        filled = {}
        for path, text in self.written.items():
            if all(
                found["name"] in page_parts.PARTS for found in MARKER.finditer(text)
            ):  # others are filled by the build alone
                filled[path] = MARKER.sub(part, text)
        return filled | {page.path: page.body for page in all_pages.generate(self.corpus)}

    def holds(self, path: str) -> bool:
        """Whether there is such a page or file."""
        if path.endswith(PAGE):
            return path in self.paths or path in self.made
        return bool(path) and not path.startswith("..") and (self.root / "docs" / path).is_file()

    def anchors(self, path: str, wanted: str) -> set[str] | None:
        """The anchors of a page; None where they can't be told. Stops at the first source that has `wanted`."""
        known = (
            page_anchors.of(self.written[path])
            if path in self.written
            else addresses.anchors(self.corpus, path)
        )
        if wanted in known or (path in self.written and "<!--" not in self.written[path]):
            return known
        if self._unmade(path):
            return None
        return known | page_anchors.of(self.made[path]) if path in self.made else None

    def _unmade(self, path: str) -> bool:
        """Whether a page takes in parts that the site's wiring alone can make, a list of files or of commits."""
        from briefsite.pages import page_parts

        return any(
            found["name"] not in page_parts.PARTS
            for found in MARKER.finditer(self.written.get(path, ""))
        )


def problems(site: Site) -> Iterator[Problem]:
    """A Problem for each dead link between pages, and to a file that is not there."""
    for page in site.corpus.pages:
        visible = blank(page.text)
        for found in TARGET.finditer(visible) if "](" in visible or "]:" in visible else ():
            target = found["target"].strip("<>")
            if fault := _fault(site, page.path.removeprefix("docs/"), target):
                yield Problem(page.path, visible.count("\n", 0, found.start("target")) + 1, *fault)


def _fault(site: Site, path: str, target: str) -> tuple[str, str] | None:
    """(message, hint) for a link from the page at `path`, or None where it leads somewhere."""
    if OUTSIDE.match(target):
        return None
    file, _, fragment = target.partition("#")
    file = unquote(file.partition("?")[0])
    if file.startswith("/"):
        return (
            f"the link '{target}' begins with a slash, which leads elsewhere when the site is not at the root",
            _near(site, path, file.strip("/") + PAGE)
            or "write it relative to this page: ../topics/russia.md",
        )
    there = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
    if not site.holds(there):
        if there.startswith(".."):
            return (
                f"the link '{target}' leads out of docs/",
                "link a page by its address on the web, or a file below docs/",
            )
        return (
            f"dead link '{target}': there is no such {'page' if there.endswith(PAGE) or '.' not in posixpath.basename(there) else 'file'}",
            _near(site, path, there),
        )
    if fragment and there.endswith(PAGE):
        known = site.anchors(there, unquote(fragment))
        if known is not None and unquote(fragment) not in known:
            return f"dead link '{target}': {there} has no anchor '{fragment}'", nearest(
                fragment, sorted(known)
            )
    return None


def _near(site: Site, path: str, there: str) -> str:
    """The nearest page, as a link from the page at `path`."""
    for guess in (there, f"{there}{PAGE}", f"{there}/index{PAGE}"):
        if site.holds(guess) and guess.endswith(PAGE):
            return f"did you mean '{posixpath.relpath(guess, posixpath.dirname(path))}'?"
    wanted = posixpath.basename(there)
    same = sorted(other for other in site.paths if posixpath.basename(other) == wanted)
    found = nearest(there, same or sorted(site.paths))
    meant = re.search(r"'(.*)'", found)
    return (
        f"did you mean '{posixpath.relpath(meant[1], posixpath.dirname(path))}'?" if meant else ""
    )
