"""Pandoc's document as files: PDF by Typst, EPUB and DOCX by pandoc. The same input gives the same
bytes."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from briefsite.documents import document_pictures, pandoc_ast, typst_markup
from briefsite.documents.document_details import Details, DocumentError
from briefsite.documents.pandoc_ast import Blocks, Node
from briefsite.documents.run_pandoc import pandoc

HERE = Path(__file__).parent
TEMPLATE, STYLE = HERE / "document.typ", HERE / "epub.css"
STYLES = {False: HERE / "document.docx", True: HERE / "summary.docx"}
"""The styles and the page of a DOCX; of a short one."""
SIZE, SHORT_SIZES = 10, (10, 9.5, 9, 8.5, 8)
"""Points: type in a PDF; in a short one, which is to be one page, the largest with which it is."""
STANDARDS = ["a-2a", "ua-1"]
"""PDF for archives, with tags, and for readers who hear it."""


def pdf(blocks: Blocks, details: Details) -> bytes:
    """A tagged PDF for archives (PDF/A-2a, PDF/UA-1), by Typst. Raises DocumentError."""
    arguments = ["-f", "json", "-t", "typst", "--standalone", "--template", str(TEMPLATE)]
    arguments += ["--wrap", "preserve"]
    blocks = pandoc_ast.changed(blocks, typst_markup.node)
    source = pandoc(arguments, details.document(blocks), details.time)
    typst = document_pictures.typst()
    fonts = document_pictures.fonts()

    def inputs(size: float) -> dict[str, str]:
        return {**details.pictures, "size": f"{size}"}

    def fits(size: float) -> bool:
        last = typst.query(
            source, "<last-page>", "value", True, font_paths=fonts, sys_inputs=inputs(size)
        )
        return int(last) == 1

    try:
        sizes = SHORT_SIZES if details.short else (SIZE,)
        size = next((size for size in sizes[:-1] if fits(size)), sizes[-1])
        return typst.compile(
            source,
            font_paths=fonts,
            timestamp=details.time,
            pdf_standards=STANDARDS,
            sys_inputs=inputs(size),
        )
    except typst.TypstError as error:
        raise DocumentError(f"Typst makes no PDF of '{details.title}': {error}") from None


def epub(blocks: Blocks, details: Details) -> bytes:
    """An EPUB 3, a file for each chapter."""
    arguments = ["-f", "json", "-t", "epub3", "--toc", "--toc-depth", "3", "--split-level", "2"]
    arguments += ["--css", str(STYLE), "--metadata", f"date={details.day}"]
    with tempfile.TemporaryDirectory(prefix="epub-") as folder:
        for name in _shown(blocks):
            Path(folder, f"{name}.svg").write_text(details.pictures[name], "utf-8")
        return pandoc(
            arguments,
            details.document(_with_files(blocks, "svg")),
            details.time,
            folder,
        )


def docx(blocks: Blocks, details: Details) -> bytes:
    """A DOCX, with its chapters listed at the beginning."""
    arguments = ["-f", "json", "-t", "docx", "--reference-doc", str(STYLES[details.short])]
    with tempfile.TemporaryDirectory(prefix="docx-") as folder:
        for name in _shown(blocks):
            drawn = document_pictures.png(details.pictures[name])
            Path(folder, f"{name}.png").write_bytes(drawn)
        blocks = [*([] if details.short else _contents(blocks)), *_with_files(blocks, "png")]
        return pandoc(arguments, details.document(blocks), details.time, folder)


FORMATS: dict[str, Callable[[Blocks, Details], bytes]] = {"pdf": pdf, "epub": epub, "docx": docx}


def _shown(blocks: Blocks) -> list[str]:
    """The names of the pictures in a document."""
    found: list[str] = []

    def take(node: Node) -> list[Node]:
        if node["t"] == "Image":
            found.append(node["c"][2][0])
        return [node]

    pandoc_ast.changed(blocks, take)
    return found


def _with_files(blocks: Blocks, ending: str) -> Blocks:
    """The document with files of pictures where it has their names."""

    def named(node: Node) -> list[Node]:
        if node["t"] == "Image":
            (_, alt, (name, title)) = node["c"]
            attribute = ["", [], [["width", "100%"]]]
            return [{"t": "Image", "c": [attribute, alt, [f"{name}.{ending}", title]]}]
        return [node]

    return pandoc_ast.changed(blocks, named)


def _contents(blocks: Blocks) -> Blocks:
    """The titles of the chapters, linked: word processors leave a table of their own empty until
    they are told to fill it."""
    listed: Blocks = [_styled("TOC Heading", [pandoc_ast.string("Contents")])]
    for block in blocks:
        if block["t"] == "Header" and not block["c"][1][1]:
            level, (name, _, _), inlines = block["c"]
            listed.append(_styled(f"TOC {level}", [pandoc_ast.link(inlines, f"#{name}")]))
    return [*listed, *pandoc_ast.NEW_PAGE]


def _styled(style: str, inlines: list[Node]) -> Node:
    attribute = ["", [], [["custom-style", style]]]
    return {"t": "Div", "c": [attribute, [{"t": "Para", "c": inlines}]]}
