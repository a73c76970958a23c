"""Pandoc's document as files: PDF by Typst, EPUB and DOCX by pandoc. The same input gives the same
bytes."""

import json
import os
import subprocess
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pypandoc  # pyright: ignore[reportMissingTypeStubs]

from briefsite.documents import pandoc_ast
from briefsite.documents.pandoc_ast import Blocks, Node

HERE = Path(__file__).parent
FONTS, TEMPLATE, STYLE = HERE / "fonts", HERE / "document.typ", HERE / "epub.css"
NAMES = uuid.UUID("5f0c8a52-2a57-4f0e-9b3c-6f7a0d6f2c11")
"""The namespace of the identifiers of EPUB files, which must never change."""
MISSING = (
    "documents need packages of their own: make .venv/.installed-documents, "
    "which make documents does first"
)


class DocumentError(Exception):
    """A document can't be made."""


@dataclass(frozen=True)
class Details:
    """What stands on a document's first page and in its metadata; `time` is in seconds, UTC."""

    title: str
    subtitle: str
    authors: tuple[str, ...]
    licence: str
    address: str
    time: int
    short: bool = False
    """Whether it has neither a first page of its own nor a table of contents."""

    @property
    def identifier(self) -> str:
        """Of the publication: the same at every build of one title and subtitle."""
        return uuid.uuid5(NAMES, f"{self.title}, {self.subtitle}").urn


def read_html(html: str) -> Blocks:
    """HTML as pandoc's blocks."""
    return json.loads(_pandoc(["-f", "html", "-t", "json"], html.encode(), 0))["blocks"]


def pdf(blocks: Blocks, details: Details) -> bytes:
    """A tagged PDF for archives (PDF/A-2a, PDF/UA-1), by Typst. Raises DocumentError."""
    try:
        import typst
    except ImportError:
        raise DocumentError(MISSING) from None
    arguments = ["-f", "json", "-t", "typst", "--standalone", "--template", str(TEMPLATE)]
    arguments += ["--wrap", "preserve"]
    blocks = pandoc_ast.changed(blocks, _typst_anchor)
    source = _pandoc(arguments, _document(blocks, details), details.time)
    try:
        return typst.compile(
            source,
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS]
            ),
            timestamp=details.time,
            pdf_standards=["a-2a", "ua-1"],
        )
    except typst.TypstError as error:
        raise DocumentError(f"Typst makes no PDF of '{details.title}': {error}") from None


def _typst_anchor(node: Node) -> list[Node]:
    """A place that links lead to, as something that Typst can find: it takes no empty text."""
    if node["t"] != "Span" or not node["c"][0][0]:
        return [node]
    (name, kept, others), inlines = node["c"]
    raw = {"t": "RawInline", "c": ["typst", f'#metadata(none) #label("{name}")']}
    return [raw, {"t": "Span", "c": [["", kept, others], inlines]}]


def epub(blocks: Blocks, details: Details) -> bytes:
    """An EPUB 3, a file for each chapter."""
    arguments = ["-f", "json", "-t", "epub3", "--toc", "--toc-depth", "2", "--split-level", "1"]
    return _pandoc([*arguments, "--css", str(STYLE)], _document(blocks, details), details.time)


def docx(blocks: Blocks, details: Details) -> bytes:
    """A DOCX, with a table of contents that word processors fill."""
    contents = [] if details.short else ["--toc", "--toc-depth", "2"]
    arguments = ["-f", "json", "-t", "docx", *contents]
    return _pandoc(arguments, _document(blocks, details), details.time)


FORMATS: dict[str, Callable[[Blocks, Details], bytes]] = {"pdf": pdf, "epub": epub, "docx": docx}


def _document(blocks: Blocks, details: Details) -> bytes:
    values = {
        "title": details.title,
        "subtitle": details.subtitle,
        "date": datetime.fromtimestamp(details.time, UTC).date().isoformat(),
        "lang": "en",
        "rights": details.licence,
        "identifier": details.identifier,
        "address": details.address,
        "short": details.short or "",
    }
    meta: Node = {
        name: {"t": "MetaInlines", "c": [{"t": "Str", "c": str(value)}]}
        for name, value in values.items()
        if value
    }
    meta["author"] = {
        "t": "MetaList",
        "c": [{"t": "MetaInlines", "c": [{"t": "Str", "c": name}]} for name in details.authors],
    }
    whole = {"pandoc-api-version": [1, 23], "meta": meta, "blocks": blocks}
    return json.dumps(whole, ensure_ascii=False).encode()


def _pandoc(arguments: list[str], given: bytes, time: int) -> bytes:
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), *arguments, "-o", "-"],
        input=given,
        capture_output=True,
        check=False,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(time), "TZ": "UTC"},
    )
    if done.returncode:
        raise DocumentError(f"pandoc: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout
