"""The HTML of hand-written pages, looked at once more after Markdown has made it.

The rules look at Markdown and name lines, but what is code and what is HTML there only Markdown
itself knows for certain: an odd backtick is enough to mislead a reader like ours. So nothing that
could run gets through here either, whichever way it was written.
"""

import re

from briefsite.model.problems import Problem
from briefsite.rules import html_allowlist

TAGS = html_allowlist.TAGS | frozenset(
    [
        "svg",
        "g",
        "path",
        "line",
        "rect",
        "circle",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "title",
        "desc",
    ]
)
"""Drawings of our own besides, which markers put into a page."""
LIVE = frozenset(
    [
        "action",
        "background",
        "formaction",
        "http-equiv",
        "name",
        "ping",
        "poster",
        "srcdoc",
        "style",
    ]
)
COMMENT = re.compile(r"<!--(?:-?>|(?:(?!--!?>|<!--).)*-->)", re.S)


def problems(path: str, source: str, html: str) -> list[Problem]:
    """What may not stand in the HTML of the page at `path`, whose Markdown is `source`."""
    found, position = {}, html.find("<")
    while position >= 0:
        if comment := COMMENT.match(html, position):
            position = html.find("<", comment.end())
            continue
        what, tag = html_allowlist.fault_of_tag(html, position, TAGS, _harmless)
        if what:
            found.setdefault(what, tag)
        position = html.find("<", position + len(tag))
    return [
        Problem(
            path,
            source.count("\n", 0, max(source.find(tag[:20]), 0)) + 1,
            f"a page may not hold {what}",
        )
        for what, tag in found.items()
    ]


def _harmless(name: str) -> bool:
    return not name.startswith("on") and name not in LIVE
