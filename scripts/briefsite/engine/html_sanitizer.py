"""The HTML of hand-written pages, checked once more after Markdown has made it.

The rules check Markdown and name lines, but what is code and what is HTML there only Markdown
itself knows for certain: an odd backtick is enough to mislead a reader like ours. So nothing that
could run gets through here either, whichever way it was written. A sanitizer (nh3) would remove it
without a word, and its output differs from harmless input too; here a line is named.
"""

import re

from briefsite.model.problems import Problem
from briefsite.rules import html_allowlist

SVG = "svg g path line rect circle polyline polygon text tspan title desc"
"""The drawings that markers put into a page."""
TAGS = html_allowlist.TAGS | frozenset(SVG.split())
LIVE = "action background formaction http-equiv name ping poster srcdoc style"
"""Attributes that load or run something, besides on…"""
COMMENT = re.compile(r"<!--(?:-?>|(?:(?!--!?>|<!--).)*-->)", re.S)


def problems(path: str, source: str, html: str) -> list[Problem]:
    """What may not stand in the HTML of the page at `path`, whose Markdown is `source`."""
    faults: dict[str, str] = {}
    position = html.find("<")
    while position >= 0:
        if comment := COMMENT.match(html, position):
            end = comment.end()
        else:
            fault, tag = html_allowlist.fault_of_tag(html, position, TAGS, _is_harmless)
            if fault:
                faults.setdefault(fault, tag)
            end = position + len(tag)
        position = html.find("<", end)
    return [
        Problem(
            path,
            source.count("\n", 0, max(source.find(tag[:20]), 0)) + 1,
            f"a page may not hold {fault}",
        )
        for fault, tag in faults.items()
    ]


def _is_harmless(attribute: str) -> bool:
    return not attribute.startswith("on") and attribute not in LIVE.split()
