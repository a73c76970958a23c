"""Links from hand-written pages to other pages and files: each leads somewhere.

A strict build of MkDocs checks them once more; here a dead one is told with its line, at once.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from briefsite.load.markdown_pages import blank
from briefsite.load.topic_sections import sections
from briefsite.model import made_addresses
from briefsite.model.corpus import Corpus
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.problems import Problem, closest, nearest
from briefsite.model.vocabulary import BUILD_MARKERS
from briefsite.rules.page_anchors import anchors_of, slug

TARGET = re.compile(
    r"(?:(?<!\\)\]\(\s*|^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]+)"
    r"(?P<target><[^<>\n]*>|[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)",
    re.M,
)
OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
PAGE = ".md"
MakePages = Callable[[Corpus], dict[str, str]]


@dataclass
class LinkTargets:
    """What links can lead to.

    `make_pages` makes the Markdown of every page, by path below docs/. It is called only to confirm
    a fault, and is None where the data have other problems, so that pages can't be made.
    """

    root: Path
    corpus: Corpus
    make_pages: MakePages | None

    @cached_property
    def written(self) -> dict[str, HandwrittenPage]:
        """The hand-written pages, by path below docs/."""
        return {page.path.removeprefix("docs/"): page for page in self.corpus.pages}

    @cached_property
    def paths(self) -> set[str]:
        return set(self.written) | made_addresses.generated(self.corpus)

    @cached_property
    def made(self) -> dict[str, str]:
        return self.make_pages(self.corpus) if self.make_pages else {}

    def exists(self, path: str) -> bool:
        """Whether there is such a page or file."""
        if path.endswith(PAGE):
            return path in self.paths or path in self.made
        return bool(path) and not path.startswith("..") and (self.root / "docs" / path).is_file()

    def anchors(self, path: str, fragment: str) -> set[str] | None:
        """The anchors of a page; None where they can't be told. A made page is not asked when
        another source has the `fragment`."""
        page = self.written.get(path)
        anchors = self._written(page) if page else made_addresses.anchors(self.corpus, path)
        if fragment in anchors or (page and not page.markers):
            return anchors
        if page and any(marker.name in BUILD_MARKERS for marker in page.markers):
            return None
        return anchors | anchors_of(self.made[path]) if path in self.made else None

    def _written(self, page: HandwrittenPage) -> set[str]:
        """The anchors that a page gives itself; an account has its brief's key."""
        anchors = anchors_of(page.text)
        accounts = (
            [item for item in sections(self.corpus, page) if item.brief] if page.topic else []
        )
        keys = {item.brief.key for item in accounts if item.brief}
        return anchors - {slug(item.heading) for item in accounts} | keys


def links_lead_somewhere(targets: LinkTargets) -> Iterator[Problem]:
    """A link from a page leads to a page, a place on it or a file that is there."""
    for page in targets.corpus.pages:
        visible = blank(page.text)
        for match in TARGET.finditer(visible) if "](" in visible or "]:" in visible else ():
            link = match["target"].strip("<>")
            if fault := _fault(targets, page.path.removeprefix("docs/"), link):
                yield Problem(page.path, visible.count("\n", 0, match.start("target")) + 1, *fault)


def _fault(targets: LinkTargets, path: str, link: str) -> tuple[str, str] | None:
    """(message, hint) for a link from the page at `path`, or None where it leads somewhere."""
    if OUTSIDE.match(link):
        return None
    file, _, fragment = link.partition("#")
    file, fragment = unquote(file.partition("?")[0]), unquote(fragment)
    if file.startswith("/"):
        return (
            f"the link '{link}' begins with a slash, which leads elsewhere when the site is not "
            "at the root",
            _nearest_page(targets, path, file.strip("/") + PAGE)
            or "write it relative to this page: ../topics/russia.md",
        )
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
    if not targets.exists(target):
        if target.startswith(".."):
            return (
                f"the link '{link}' leads out of docs/",
                "link a page by its address on the web, or a file below docs/",
            )
        is_page = target.endswith(PAGE) or "." not in posixpath.basename(target)
        message = f"dead link '{link}': there is no such {'page' if is_page else 'file'}"
        return message, _nearest_page(targets, path, target)
    if fragment and target.endswith(PAGE):
        anchors = targets.anchors(target, fragment)
        if anchors is not None and fragment not in anchors:
            message = f"dead link '{link}': {target} has no anchor '{link.partition('#')[2]}'"
            return message, nearest(fragment, sorted(anchors))
    return None


def _nearest_page(targets: LinkTargets, path: str, target: str) -> str:
    """A hint with the nearest page, as a link from the page at `path`."""
    guesses = (target, f"{target}{PAGE}", f"{target}/index{PAGE}")
    page = next((path for path in guesses if path.endswith(PAGE) and targets.exists(path)), "")
    if not page:
        namesakes = [
            other
            for other in targets.paths
            if posixpath.basename(other) == posixpath.basename(target)
        ]
        page = closest(target, sorted(namesakes or targets.paths))
    return f"did you mean '{posixpath.relpath(page, posixpath.dirname(path))}'?" if page else ""
