"""Markers of hand-written pages, `<!-- comparison -->`, replaced by the part they name."""

from corpus.prose import MARKER
from pages import parts, positions, rules
from wiring import data, log

PARTS = parts.PARTS | {"data": data.codebook, "rules": rules.listing}


def fill(corpus, path: str, markdown: str, past=None) -> str:
    """The page's Markdown with every known marker filled; `path` is relative to docs/, `past` the project's history."""
    def part(found):
        if found["name"] == "log" and past:
            return log.listing(corpus, past, path)
        make = PARTS.get(found["name"])
        return make(corpus, path) if make else found.group()
    return MARKER.sub(part, positions.arrange(corpus, path, markdown))
