"""Titles for a style that changes their case: what keeps its own is marked."""

import re
from typing import cast

from briefsite.citations.csl_items import Item
from briefsite.load import tex_text
from briefsite.model.works import Work

NOCASE = '<span class="nocase">{}</span>'
SMALL = re.compile(
    r"(?:(?<=[\w,] )|(?<=^ ))(?:A|An|And|As|At|But|By|For|From|In|Nor|Of|On|Or|The|To|With)(?= )"
)
"""Words that headline style writes small; pandoc makes words large and none small."""


def with_protected_case(item: Item, entry: Work) -> Item:
    """The item of a work for a style that changes the case of titles.

    What the entry's braces protect keeps it, and so does the name of a website or journal.
    """
    written = before = ""
    for piece, kept in tex_text.protected(entry.written.get("title", "")):
        # pandoc would take an apostrophe after a span for an opening quotation mark
        text = f"’{piece[1:]}" if piece[0] == "'" and before[-1:].isalnum() else piece
        written += NOCASE.format(text) if kept else SMALL.sub(lambda word: word[0].lower(), text)
        before = piece
    marked = item | {"title": item["title"].replace(entry.title, written, 1)}
    if "container-title" in item:
        marked |= {"container-title": NOCASE.format(item["container-title"])}
    return cast(Item, marked)
