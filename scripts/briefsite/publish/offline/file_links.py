"""Links of a finished page, as a browser can follow them in a folder of files.

A server answers `topics/russia/` with the index.html that lies there; for a file there is nobody
to do that. Pages are rewritten when they are finished, whichever engine, template or data made a
link; nothing but the addresses changes, to the byte.
"""

import posixpath
import re
from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

INDEX = "index.html"
LINKING = frozenset(("a", "area", "link"))
PREVIEWED = "data-preview"
"""Has the theme's script fetch what the link leads to and show it on hover."""
ATTRIBUTE = re.compile(
    r"""(?P<before>[\s/]+)(?P<name>[^\s"'=<>/]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
)


def to_files(html: str, page: str, holds: Callable[[str], bool], site: str) -> str:
    """The page with every link as `to_file` makes it, and no target that a script would fetch."""

    def convert(match: re.Match[str]) -> str:
        name, value = match["name"].lower(), unescape((match["value"] or "").strip("\"'"))
        if name == PREVIEWED:
            return ""
        new = to_file(value, page, holds, site) if name == "href" else value
        return match[0] if new == value else f'{match["before"]}{match["name"]}="{escape(new)}"'

    for start, tag in reversed(_Tags(html).linking):
        html = html[:start] + ATTRIBUTE.sub(convert, tag) + html[start + len(tag) :]
    return html


def to_file(target: str, page: str, holds: Callable[[str], bool], site: str) -> str:
    """A link with the name of the file that it leads to, query and fragment kept.

    `page` is the file that the link stands in, relative to the copy's folder (topics/index.html),
    and `holds` says of such a path whether the copy has it. What it has not, such as an edition, is
    linked where the site has it, at the address `site`; links to elsewhere stay as they are.
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path:
        return target
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if holds(there):
        return target
    if holds(posixpath.join("" if there == "." else there, INDEX)):
        return parts._replace(path=posixpath.join(parts.path, INDEX)).geturl()
    return (
        site
        + parts._replace(
            path="" if there == "." else there + "/" * parts.path.endswith("/")
        ).geturl()
    )


class _Tags(HTMLParser):
    """The tags of a page that link: where each begins, and its text."""

    def __init__(self, html: str):
        super().__init__()
        self.linking: list[tuple[int, str]] = []
        self._lines = [0]
        for match in re.finditer("\n", html):
            self._lines.append(match.end())
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LINKING:
            line, column = self.getpos()
            self.linking.append((self._lines[line - 1] + column, self.get_starttag_text() or ""))
