"""Markers of hand-written pages, `<!-- comparison -->`, replaced by the part they name."""

from corpus.prose import MARKER
from pages import parts, positions


def fill(corpus, path: str, markdown: str) -> str:
    """The page's Markdown with every known marker filled; `path` is relative to docs/."""
    def part(found):
        make = parts.PARTS.get(found["name"])
        return make(corpus, path) if make else found.group()
    return MARKER.sub(part, positions.arrange(corpus, path, markdown))
