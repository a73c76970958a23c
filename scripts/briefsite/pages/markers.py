"""Markers of hand-written pages, `<!-- comparison -->`, replaced by the part they name."""

from pathlib import Path

from briefsite.load.markdown_pages import MARKER
from briefsite.pages import brief_positions, change_log, data_page, page_parts, rules_listing
from briefsite.pages.rendering import render

PARTS = page_parts.PARTS | {"data": data_page.codebook, "rules": rules_listing.listing}


def fill(corpus, path: str, markdown: str, past=None, copy: Path | None = None) -> str:
    """The page's Markdown with every known marker filled; `path` is relative to docs/, `past` the project's
    history, `copy` the zip of the offline copy where the site offers one."""

    def part(found):
        if found["name"] == "log" and past:
            return change_log.listing(corpus, past, path)
        if found["name"] == "offline":
            return (
                render("offline.md.jinja", path, name=copy.name, size=copy.stat().st_size)
                if copy
                else ""
            )
        make = PARTS.get(found["name"])
        return make(corpus, path) if make else found.group()

    return MARKER.sub(part, brief_positions.arrange(corpus, path, markdown))
