"""What pandoc's Typst writer needs beside its own."""

import re

from briefsite.documents import document_tables, pandoc_ast
from briefsite.documents.pandoc_ast import Node

BEGINS_SOMETHING = re.compile(r"[+\-/]|=+|\d+\.")
"""A word that begins a list or a heading at the start of a line, which pandoc leaves as it is."""
LONG = 3000
"""Characters: a cell of the page's width with so many fills half a page. Its row may go on on the
next page; a shorter row stays whole, since two halves are read as two rows (`document.typ`)."""


def node(node: Node) -> list[Node]:
    """A node as Typst takes it: signs are signs, empty places can be found, pictures have a text
    that says what is to be seen, and long rows of a table may break."""
    kind = node["t"]
    if kind == "Table":
        columns = node["c"][2]
        shares = [width.get("c", 1 / len(columns)) for _, width in columns]
        for row in document_tables.rows(node):
            lengths = [len(pandoc_ast.text(cell[4])) for cell in row[1]]
            if any(size > LONG * share for size, share in zip(lengths, shares, strict=False)):
                for cell in row[1]:
                    cell[0] = ["", [], [["typst:breakable", "true"]]]
    if kind == "Str" and BEGINS_SOMETHING.fullmatch(node["c"]):
        return [{"t": "RawInline", "c": ["typst", re.sub(r"(\D)", r"\\\1", node["c"])]}]
    if kind == "Span" and node["c"][0][0]:  # Typst finds no empty text
        (name, kept, others), inlines = node["c"]
        raw = {"t": "RawInline", "c": ["typst", f'#metadata(none) #label("{name}")']}
        return [raw, {"t": "Span", "c": [["", kept, others], inlines]}]
    if kind == "Div" and pandoc_ast.LABEL in node["c"][0][1]:
        start, end = "#block(sticky: true)[#strong[", "]]"
        inlines = [part for block in node["c"][1] for part in block["c"]]
        raw = [{"t": "RawInline", "c": ["typst", words]} for words in (start, end)]
        return [{"t": "Para", "c": [raw[0], *inlines, raw[1]]}]
    if kind == "Figure":
        ((_, _, others), (_, caption), blocks) = node["c"]
        name, alt = dict(others)[pandoc_ast.PICTURE], pandoc_ast.text(blocks)
        image = f"image(bytes(sys.inputs.at({_quoted(name)})), alt: {_quoted(alt)}, width: 100%)"
        drawn = f"#figure({image}, caption: {_quoted(pandoc_ast.text(caption))})"
        return [{"t": "RawBlock", "c": ["typst", drawn]}]
    return [node]


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
