"""Markers of hand-written pages, `<!-- comparison -->`, replaced by the part they name."""

import re
from pathlib import Path

from briefsite.load.git_history import History
from briefsite.load.markdown_pages import MARKER
from briefsite.model import addresses, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.pages import change_log, page_parts, rules_listing, topic_layout
from briefsite.pages.page_parts import Part
from briefsite.pages.rendering import render

SUMMARY = "-summary"
"""What the names of the summary's documents end with."""
PARTS = page_parts.PARTS | {"rules": rules_listing.listing}


def fill(
    corpus: Corpus,
    path: str,
    markdown: str,
    history: History | None = None,
    offline_copy: Path | None = None,
    codebook: Part | None = None,
    documents: tuple[Path, ...] = (),
) -> str:
    """The page's Markdown with every known marker filled; `path` is relative to docs/.

    What only a build knows: `history` is the project's, `offline_copy` the zip that the site
    offers, where it offers one, `codebook` makes the description of the data files, `documents`
    are the documents that it offers.
    """
    parts = PARTS | ({"data": codebook} if codebook else {})

    def part(match: re.Match[str]) -> str:
        name = match["name"]
        if name == "log" and history:
            return change_log.listing(corpus, history, path)
        if name == "documents":
            return _documents(corpus, path, documents)
        if name == "offline":
            return _offline(path, offline_copy)
        return parts[name](corpus, path) if name in parts else match.group()

    return MARKER.sub(part, topic_layout.arrange(corpus, path, markdown))


def _offline(path: str, copy: Path | None) -> str:
    if not copy:
        return ""
    return render("offline_copy.md.jinja", path, name=copy.name, size=copy.stat().st_size)


def _documents(corpus: Corpus, path: str, documents: tuple[Path, ...]) -> str:
    if not documents:
        return ""
    newest = corpus.editions[-1].name if corpus.editions else ""
    folder = f"{addresses.web(addresses.EDITIONS)}{newest}/{addresses.DOCUMENTS}"
    suffix = f"-edition-{newest.replace('.', '-')}"
    return render(
        "documents.md.jinja",
        path,
        documents=[
            (f"{addresses.DOCUMENTS}/{file.name}", _document_name(file), file.stat().st_size)
            for file in documents
        ],
        edition=newest,
        kept=[
            (f"{folder}/{_of_edition(file, suffix)}", _document_name(file)) for file in documents
        ],
    )


def _of_edition(file: Path, suffix: str) -> str:
    """The name that a document has in an edition, whose title tells which it is."""
    base, end = file.stem.removesuffix(SUMMARY), SUMMARY * file.stem.endswith(SUMMARY)
    return f"{base}{suffix}{end}{file.suffix}"


def _document_name(file: Path) -> str:
    form = vocabulary.DOCUMENT_FORMATS[file.suffix.removeprefix(".")]
    return f"The summary as {form}" if file.stem.endswith(SUMMARY) else f"The site as {form}"
