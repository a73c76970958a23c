"""A built site made readable from files, without a server and without a network.

From a file, browsers follow links to files only, fetch nothing, allow no worker, and (Firefox)
load no font from another folder. So links name files, the index of the theme's search becomes a
script, its worker runs in a frame, fonts lie in the style sheet, and what would be fetched is left
out: previews of claims. What only a server has a use for is left out too.
"""

import base64
import json
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from briefsite.publish.offline import file_links
from briefsite.publish.offline.offline_search import ThemeEntry

LEFT_OUT = (
    "404.html",
    "sitemap.xml*",
    "feed.xml",
    "search/search_index.json",
    "assets/search.js",
    "assets/find.js",
    "assets/javascripts/lunr",
    "**/*.map",
)
"""For a server; the search index, which a script replaces; languages the search has no use for."""
INDEX, INDEX_SCRIPT = "search/search_index.json", "search/search_index.js"
SHEET, FONTS = "assets/site.css", re.compile(r"url\(\"?(fonts/[\w-]+\.woff2)\"?\)")
WORKER = Path(__file__).with_name("worker.js")
POLICY = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')


def convert(
    site: Path, address: str, entries: Callable[[list[ThemeEntry]], Iterable[ThemeEntry]]
) -> None:
    """Rewrite the built site in the folder `site`, which is published at `address`.

    `entries` makes the search's entries from those that the theme made.
    """
    index = json.loads((site / INDEX).read_text("utf-8"))
    for pattern in LEFT_OUT:
        for path in site.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} | {
        INDEX_SCRIPT
    }
    for name in sorted(names):
        if name.endswith(".html"):
            text = (site / name).read_text("utf-8")
            (site / name).write_text(
                page(text, name, names.__contains__, address), "utf-8", newline=""
            )
    index["docs"] = list(entries(index["docs"]))
    for entry in index["docs"]:
        entry["location"] = file_links.to_file(
            entry["location"] or "./", file_links.INDEX, names.__contains__, address
        )
    (site / INDEX_SCRIPT).write_text(
        f"var __index = {json.dumps(index, ensure_ascii=False)}\n", "utf-8", newline=""
    )
    shutil.copyfile(WORKER, site / "assets" / WORKER.name)
    sheet = (site / SHEET).read_text("utf-8")
    (site / SHEET).write_text(
        FONTS.sub(lambda match: f"url({_data(site / 'assets' / match[1])})", sheet),
        "utf-8",
        newline="",
    )
    for font in set(FONTS.findall(sheet)):
        (site / "assets" / font).unlink()


def page(html: str, name: str, holds: Callable[[str], bool], address: str) -> str:
    """One page, of the file `name`, as it is read from a file."""
    return POLICY.sub(
        lambda match: policy(match.group()),
        file_links.to_files(html, name, holds, address),
        count=1,
    )


def policy(rules: str) -> str:
    """A page's policy for a file: browsers do not agree on 'self'; fonts are in the style sheet."""
    return rules.replace("'self'", "'self' file:").replace(
        "font-src 'self' file:", "font-src data:"
    )


def _data(font: Path) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(font.read_bytes()).decode()}"
