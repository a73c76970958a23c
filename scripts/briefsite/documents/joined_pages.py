"""All chapters as one document: every id once, every link into it led to what is there, levels of
headings in order."""

from collections.abc import Iterable
from typing import Any

from briefsite.documents import pandoc_ast
from briefsite.documents.page_chapter import anchor
from briefsite.documents.pandoc_ast import Blocks, Node, attributes

DEEPEST = 6
WITHIN = ["unnumbered", "unlisted"]
"""Classes of headings within a chapter, which the table of contents leaves out."""


def joined(chapters: Iterable[tuple[str, int, Blocks]]) -> Blocks:
    """Chapters, by the paths of their pages with the level of their title, as one document."""
    blocks: Blocks = []
    for path, level, own in chapters:
        blocks += [*(pandoc_ast.NEW_PAGE if blocks else []), *_levels(_titled(own, path), level)]
    seen: set[str] = set()

    def once(node: Node) -> list[Node]:
        name: Any = attributes(node)[0]
        if name and name in seen:
            attributes(node)[0] = ""
        elif name:
            seen.add(name)
        return [node]

    def led(node: Node) -> list[Node]:
        if node["t"] == "Link" and node["c"][2][0].startswith("#"):
            target = node["c"][2][0].removeprefix("#")
            found = target if target in seen else target.partition("--")[0]
            if found not in seen:
                return node["c"][1]
            return [pandoc_ast.link(node["c"][1], f"#{found}")]
        return [node]

    return pandoc_ast.changed(pandoc_ast.changed(pandoc_ast.settled(blocks), once), led)


def _titled(blocks: Blocks, path: str) -> Blocks:
    """The chapter, whose first heading has the id of the page, and what stood before it after."""
    for place, block in enumerate(blocks):
        if block["t"] == "Header":
            _, (name, kept, others), inlines = block["c"]
            title = {"t": "Header", "c": [1, [anchor(path), kept, others], inlines]}
            own = [{"t": "Plain", "c": [pandoc_ast.anchor(name)]}] if name else []
            return [title, *own, *blocks[:place], *blocks[place + 1 :]]
    return blocks


def _levels(blocks: Blocks, first: int) -> Blocks:
    """The chapter with its title at level `first`, all other headings below, none skipped."""
    before = 0

    def level(node: Node) -> list[Node]:
        nonlocal before
        if node["t"] == "Header":
            asked = node["c"][0] + first - 1
            if before:
                node["c"][1][1] = [*node["c"][1][1], *WITHIN]
                before = min(max(asked, first + 1), before + 1, DEEPEST)
            else:
                before = first
            node["c"][0] = before
        return [node]

    return pandoc_ast.changed(blocks, level)
