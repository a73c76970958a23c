"""A page as a chapter: ids told apart, links led inside the document, claims as footnotes, pictures
as files."""

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial

from briefsite.documents import document_tables, pandoc_ast
from briefsite.documents.pandoc_ast import Blocks, Node, attributes, classes
from briefsite.model import addresses
from briefsite.pages.charts.picture_file import Picture

NOTE = "fn:"
"""What the ids of footnotes begin with, in Python-Markdown's HTML."""
NOTES = {"footnote", "claim-notes"}
"""Classes of the lists at a page's foot that hold the footnotes."""
ONLY_ON_SCREEN = {"headerlink", "footnote-backref", "to-row"}
"""Classes of links that a reader of a document has no use for."""
SIGNS = {"👍": "Good:", "👎": "Bad:"}
"""Words for signs that no font of the documents has."""
DATED = {"timeline", "dated"}
"""Classes around lists that dates put in order, so that numbers would say nothing."""


@dataclass(frozen=True)
class Site:
    """Where links lead: pages of the document, and the published site; "" if there is none. And
    what pictures show, by their names."""

    pages: Collection[str]
    address: str
    pictures: Mapping[str, Picture] = field(default_factory=dict[str, Picture])

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
        if kind in ("RawBlock", "RawInline", "Image", "Figure"):
            return []
        if kind == "Table":
            return [document_tables.table(node, partial(anchor, path))]
        if kind == "Div" and (NOTES & set(classes(node)) or attributes(node)[0].startswith(NOTE)):
            return []
        if kind == "Superscript":
            return _marks(content, notes if footnotes else None)
        if kind == "Link":
            return _link(node, path, site)
        if kind == "Div":  # which would keep a chapter from beginning on a page of its own
            return _div(node, path, site)
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


def _div(node: Node, path: str, site: Site) -> list[Node]:
    (name, kept, others), blocks = node["c"]
    for key, value in others:
        if key == pandoc_ast.PICTURE:
            shown = site.pictures[value]
            return [pandoc_ast.picture(shown.name, shown.title, shown.alt)]
    place = [{"t": "Plain", "c": [pandoc_ast.anchor(anchor(path, name))]}] if name else []
    if pandoc_ast.LABEL in kept:
        style = [["custom-style", "Label"]]
        blocks = [{"t": "Div", "c": [["", [pandoc_ast.LABEL], style], blocks]}]
    if DATED & set(kept):
        blocks = pandoc_ast.changed(blocks, _unnumbered)
    return [*place, *blocks]


def _unnumbered(node: Node) -> list[Node]:
    return [{"t": "BulletList", "c": node["c"][1]} if node["t"] == "OrderedList" else node]


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
