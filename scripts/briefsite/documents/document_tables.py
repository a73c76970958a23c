"""Tables of a document: found by the ids of their rows, columns as wide as their text asks."""

from collections.abc import Callable, Iterator
from typing import Any

from briefsite.documents import pandoc_ast
from briefsite.documents.pandoc_ast import Node

FULL = 80
"""Characters: a table whose columns ask for so many takes the width of the page."""
AIR = 4
"""Characters: what a column has beside its longest word."""
WIDEST = 48
"""Characters: what a column asks for at most."""


def table(node: Node, anchor: Callable[[str], str]) -> Node:
    """A table whose rows and cells are found by their ids, made document-wide by `anchor`, which
    stand in the text of a cell."""
    attribute, caption, columns, head, bodies, foot = node["c"]
    widths = _widths([[pandoc_ast.text(cell[4]) for cell in row[1]] for row in rows(node)])
    columns = [
        [align, {"t": "ColWidth", "c": width} if width else {"t": "ColWidthDefault"}]
        for (align, _), width in zip(columns, widths or [0.0] * len(columns), strict=True)
    ]
    for row in rows(node):
        names = [row[0][0], *(cell[0][0] for cell in row[1])]
        row[0] = pandoc_ast.NO_ATTRIBUTES
        for cell in row[1]:
            cell[0] = pandoc_ast.NO_ATTRIBUTES
        places = [pandoc_ast.anchor(anchor(name)) for name in names if name]
        if places and row[1]:
            row[1][0][4].insert(0, {"t": "Plain", "c": places})
    name = attribute[0] and anchor(attribute[0])
    return {"t": "Table", "c": [[name, [], []], caption, columns, head, bodies, foot]}


def rows(node: Node) -> Iterator[Any]:
    """The rows of a table: of its head, its foot and its bodies."""
    _, _, _, head, bodies, foot = node["c"]
    for part in [head[1], foot[1], *(body[place] for body in bodies for place in (2, 3))]:
        yield from part


def _widths(rows: list[list[str]]) -> list[float]:
    """The columns' shares of the page, by the square mean of their texts' lengths, and room for
    their longest word; none for a small table, and for one whose rows differ in length."""
    if len({len(row) for row in rows}) != 1:
        return []
    columns = list(zip(*rows, strict=True))
    means = [(sum(len(text) ** 2 for text in texts) / len(texts)) ** 0.5 for texts in columns]
    if sum(means) <= FULL:
        return []
    capped = [min(mean, WIDEST) for mean in means]
    words = [max(len(word) for word in " ".join(texts).split() or [""]) for texts in columns]
    shares = [
        max(asked / sum(capped), (word + AIR) / FULL)
        for asked, word in zip(capped, words, strict=True)
    ]
    return [round(share / sum(shares), 4) for share in shares]
