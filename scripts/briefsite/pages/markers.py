"""Markers of hand-written pages, `<!-- comparison -->`, replaced by the part they name."""

import re
from pathlib import Path

from briefsite.load.git_history import History
from briefsite.load.markdown_pages import MARKER
from briefsite.model.corpus import Corpus
from briefsite.pages import change_log, page_parts, rules_listing, topic_layout
from briefsite.pages.page_parts import Part
from briefsite.pages.rendering import render

PARTS = page_parts.PARTS | {"rules": rules_listing.listing}


def fill(
    corpus: Corpus,
    path: str,
    markdown: str,
    history: History | None = None,
    offline_copy: Path | None = None,
    codebook: Part | None = None,
) -> str:
    """The page's Markdown with every known marker filled; `path` is relative to docs/.

    What only a build knows: `history` is the project's, `offline_copy` the zip that the site
    offers, where it offers one, `codebook` makes the description of the data files.
    """
    parts = PARTS | ({"data": codebook} if codebook else {})

    def part(match: re.Match[str]) -> str:
        name = match["name"]
        if name == "log" and history:
            return change_log.listing(corpus, history, path)
        if name == "offline":
            return _offline(path, offline_copy)
        return parts[name](corpus, path) if name in parts else match.group()

    return MARKER.sub(part, topic_layout.arrange(corpus, path, markdown))


def _offline(path: str, copy: Path | None) -> str:
    if not copy:
        return ""
    return render("offline_copy.md.jinja", path, name=copy.name, size=copy.stat().st_size)
