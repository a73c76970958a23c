"""Pandoc's document as JSON: walking it, and making its nodes.

A node is a dict with a type `t` and its content `c`; see pandoc-types' Text.Pandoc.Definition.
"""

from collections.abc import Callable
from typing import Any, cast

Node = dict[str, Any]
Blocks = list[Node]
Change = Callable[[Node], list[Node]]
NO_ATTRIBUTES: list[Any] = ["", [], []]
ATTRIBUTED = {
    "Header": 1,
    "Div": 0,
    "Figure": 0,
    "Span": 0,
    "Link": 0,
    "Image": 0,
    "Code": 0,
    "CodeBlock": 0,
}
"""Nodes with id, classes and attributes, and at which place of their content these stand."""
NEW_PAGE: Blocks = [
    {"t": "RawBlock", "c": ["typst", "#pagebreak(weak: true)"]},
    {"t": "RawBlock", "c": ["openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>']},
]
LABEL = "label"
"""The class of a division that stays with what comes after it."""
PICTURE = "picture"
"""The attribute of a figure that has the name of its picture."""


def changed(value: Any, change: Change) -> Any:
    """A copy of `value` with every node replaced by what `change` makes of it, inner ones first."""
    if isinstance(value, list):
        out: list[Any] = []
        for item in cast("list[Any]", value):
            new = changed(item, change)
            node = cast(Node, new) if isinstance(new, dict) else {}
            out.extend(change(node) if "t" in node else [new])
        return out
    if isinstance(value, dict):
        return {name: changed(item, change) for name, item in cast(Node, value).items()}
    return value


def settled(value: Any) -> Any:
    """A copy of `value` in which places that links lead to stand in the paragraph after them: alone
    they would be an empty one."""
    if isinstance(value, list):
        out: list[Any] = []
        for item in cast("list[Any]", value):
            new = settled(item)
            if out and _is_text(new) and _is_text(out[-1]) and not text(out[-1]):
                new = {**new, "c": out.pop()["c"] + new["c"]}
            out.append(new)
        return out
    if isinstance(value, dict):
        return {name: settled(item) for name, item in cast(Node, value).items()}
    return value


def _is_text(item: Any) -> bool:
    return isinstance(item, dict) and cast(Node, item).get("t") in ("Plain", "Para")


def attributes(node: Node) -> list[Any]:
    """Id, classes and other attributes of a node that can have them; else none."""
    place = ATTRIBUTED.get(node["t"])
    if node["t"] == "Table":
        place = 0
    return NO_ATTRIBUTES if place is None else node["c"][place]


def classes(node: Node) -> list[str]:
    return attributes(node)[1]


def text(value: Any) -> str:
    """The plain text of nodes."""
    found: list[str] = []

    def take(node: Node) -> list[Node]:
        if node["t"] in ("Str", "Code"):
            found.append(node["c"] if node["t"] == "Str" else node["c"][1])
        elif node["t"] in ("Space", "SoftBreak", "LineBreak"):
            found.append(" ")
        return [node]

    changed(value, take)
    return "".join(found)


def string(words: str) -> Node:
    return {"t": "Str", "c": words}


def superscript(*inlines: Node) -> Node:
    return {"t": "Superscript", "c": list(inlines)}


def anchor(name: str) -> Node:
    """An empty place that links lead to."""
    return {"t": "Span", "c": [[name, [], []], []]}


def link(inlines: list[Node], target: str) -> Node:
    return {"t": "Link", "c": [NO_ATTRIBUTES, inlines, [target, ""]]}


def picture(name: str, title: str, alt: str) -> Node:
    """A figure with a caption, of which each form of document takes the file that it can show."""
    image = {"t": "Image", "c": [NO_ATTRIBUTES, [string(alt)], [name, ""]]}
    caption = [None, [{"t": "Plain", "c": [string(title)]}]]
    attribute = ["", [], [[PICTURE, name]]]
    return {"t": "Figure", "c": [attribute, caption, [{"t": "Plain", "c": [image]}]]}
