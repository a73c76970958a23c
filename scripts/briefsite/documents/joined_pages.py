"""All pages as one document: ids told apart, links led inside it, claims as footnotes."""

import posixpath
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from briefsite.documents import pandoc_ast
from briefsite.documents.pandoc_ast import Blocks, Node, attributes, classes
from briefsite.model import addresses

NOTE = "fn:"
"""What the ids of footnotes begin with, in Python-Markdown's HTML."""
NOTES = {"footnote", "claim-notes"}
"""Classes of the lists at a page's foot that hold the footnotes."""
ONLY_ON_SCREEN = {"headerlink", "footnote-backref", "to-row"}
"""Classes of links that a reader of a document has no use for."""
SIGNS = {"👍": "Good:", "👎": "Bad:"}
"""Words for signs that no font of the documents has."""
DEEPEST = 6


@dataclass(frozen=True)
class Site:
    """Where links lead: pages of the document, and the published site; "" if there is none."""

    pages: Collection[str]
    address: str

    def target(self, path: str, href: str) -> str:
        """Where a link of the page at `path` leads from the document; "" for nowhere."""
        if href.startswith(("https:", "http:", "mailto:")):
            return href
        target, mark, fragment = href.partition("#")
        target = target.partition("?")[0]
        page = path
        if target.endswith(".md"):
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        elif target:  # HTML's links start from the page's address
            web = posixpath.normpath(posixpath.join("/", addresses.web(path), target)).lstrip("/")
            page = next((own for own in self.pages if addresses.web(own).rstrip("/") == web), "")
            if not page:
                return self.address and f"{self.address}{web}{'/' * target.endswith('/')}"
        if page in self.pages:
            return f"#{anchor(page, fragment)}"
        return self.address and self.address + addresses.web(page) + mark + fragment


def anchor(path: str, fragment: str = "") -> str:
    """The id in the document of a page, or of what stands on it."""
    page = path.removesuffix(".md").replace("/", "-")
    return f"{page}--{fragment}" if fragment else page


def chapter(blocks: Blocks, path: str, site: Site, footnotes: bool = True) -> Blocks:
    """A page's blocks as a chapter. Without `footnotes`, a mark is the claim's number, linked."""
    notes: dict[str, Blocks] = {}

    def collect(node: Node) -> list[Node]:
        name = attributes(node)[0]
        if name.startswith(NOTE) and node["t"] == "Div":
            notes[name] = node["c"][1]
        return [node]

    def change(node: Node) -> list[Node]:
        kind, content = node["t"], node.get("c", [])
        if kind == "Str" and content in SIGNS:
            return [pandoc_ast.string(SIGNS[content])]
        if kind in ("RawBlock", "RawInline", "Image"):
            return []
        if kind == "Table":
            return [_table(node, path)]
        if kind == "Div" and (NOTES & set(classes(node)) or attributes(node)[0].startswith(NOTE)):
            return []
        if kind == "Superscript":
            return _marks(content, notes if footnotes else None)
        if kind == "Link":
            return _link(node, path, site)
        if kind == "Div":  # which would keep a chapter from beginning on a page of its own
            name = attributes(node)[0]
            place = [{"t": "Plain", "c": [pandoc_ast.anchor(anchor(path, name))]}] if name else []
            return [*place, *content[1]]
        if kind in ("Header", "Span"):
            return [_named(node, path)]
        return [node]

    def plain(node: Node) -> list[Node]:
        gone = node["t"] == "Link" and ONLY_ON_SCREEN & set(classes(node))
        return [] if gone else [node]

    blocks = pandoc_ast.changed(blocks, plain)
    pandoc_ast.changed(blocks, collect)
    for name, note in notes.items():
        notes[name] = pandoc_ast.changed(note, change)
    return pandoc_ast.changed(blocks, change)


def _named(node: Node, path: str) -> Node:
    """A node whose id tells its page, without what only the site's scripts and styles read."""
    place = pandoc_ast.ATTRIBUTED[node["t"]]
    name, kept, others = node["c"][place]
    others = [[key, value] for key, value in others if key == "lang"]
    content = list(node["c"])
    content[place] = [name and anchor(path, name), kept, others]
    return {"t": node["t"], "c": content}


def _link(node: Node, path: str, site: Site) -> list[Node]:
    (name, kept, _), inlines, (href, _) = node["c"]
    if "footnote-ref" in kept:
        return [node]
    place = [pandoc_ast.anchor(anchor(path, name))] if name else []
    target = site.target(path, href)
    linked = [pandoc_ast.link(inlines, target)] if target and inlines else inlines
    return [*place, *linked]


def _marks(inlines: list[Node], notes: dict[str, Blocks] | None) -> list[Node]:
    """Raised text, in which marks of claims, of which pandoc puts neighbours into one, are
    footnotes, parted by commas; without `notes`, their numbers."""
    names = [
        node["c"][2][0].removeprefix("#")
        for node in inlines
        if node["t"] == "Link" and "footnote-ref" in classes(node)
    ]
    if not names:
        return [pandoc_ast.superscript(*inlines)]
    if notes is None:
        numbers = ", ".join(name.removeprefix(NOTE) for name in names)
        return [pandoc_ast.superscript(pandoc_ast.string(f" {numbers}"))]
    made: list[Node] = []
    for name in (name for name in names if name in notes):
        if made:
            made.append(pandoc_ast.superscript(pandoc_ast.string(",")))
        made.append({"t": "Note", "c": notes[name]})
    return made


def _table(node: Node, path: str) -> Node:
    """A table whose rows and cells are found by their ids, which stand in the text of a cell, with
    widths left to the format."""
    attribute, caption, columns, head, bodies, foot = node["c"]
    columns = [[align, {"t": "ColWidthDefault"}] for align, _ in columns]
    for rows in [head[1], foot[1], *(body[part] for body in bodies for part in (2, 3))]:
        for row in rows:
            names = [row[0][0], *(cell[0][0] for cell in row[1])]
            row[0] = pandoc_ast.NO_ATTRIBUTES
            for cell in row[1]:
                cell[0] = pandoc_ast.NO_ATTRIBUTES
            places = [pandoc_ast.anchor(anchor(path, name)) for name in names if name]
            if places and row[1]:
                row[1][0][4].insert(0, {"t": "Plain", "c": places})
    name = attribute[0] and anchor(path, attribute[0])
    return {"t": "Table", "c": [[name, [], []], caption, columns, head, bodies, foot]}


def joined(chapters: Iterable[tuple[str, Blocks]]) -> Blocks:
    """Chapters, by the paths of their pages, as one document: every id once, every link into it led
    to what is there, no level of headings skipped."""
    blocks: Blocks = []
    for path, own in chapters:
        blocks += _levels(_titled(own, path))
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

    return pandoc_ast.changed(pandoc_ast.changed(blocks, once), led)


def _titled(blocks: Blocks, path: str) -> Blocks:
    """The chapter, whose first heading of all has the id of the page."""
    for place, block in enumerate(blocks):
        if block["t"] == "Header":
            level, (name, kept, others), inlines = block["c"]
            place_of = [pandoc_ast.anchor(name)] if name else []
            title = {"t": "Header", "c": [level, [anchor(path), kept, others], inlines + place_of]}
            return [*blocks[:place], title, *blocks[place + 1 :]]
    return blocks


def _levels(blocks: Blocks) -> Blocks:
    before = 0

    def level(node: Node) -> list[Node]:
        nonlocal before
        if node["t"] == "Header":
            before = node["c"][0] = min(max(node["c"][0], 2 if before else 1), before + 1, DEEPEST)
        return [node]

    return pandoc_ast.changed(blocks, level)
