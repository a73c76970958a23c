"""Markers of hand-written pages, `<!-- comparison -->`, replaced by the part they name."""

from pathlib import Path

from corpus.prose import MARKER
from pages import parts, positions, rules
from pages.markdown import render
from wiring import data, log

PARTS = parts.PARTS | {"data": data.codebook, "rules": rules.listing}


def fill(corpus, path: str, markdown: str, past=None, copy: Path | None = None) -> str:
    """The page's Markdown with every known marker filled; `path` is relative to docs/, `past` the project's
    history, `copy` the zip of the offline copy where the site offers one."""
    def part(found):
        if found["name"] == "log" and past:
            return log.listing(corpus, past, path)
        if found["name"] == "offline":
            return render("offline.md.jinja", path, name=copy.name, size=copy.stat().st_size) if copy else ""
        make = PARTS.get(found["name"])
        return make(corpus, path) if make else found.group()
    return MARKER.sub(part, positions.arrange(corpus, path, markdown))
