"""A description in place of a title that was not seen: APA and MLA set it in brackets and in roman
type, without quotation marks and in its own case. A style sets a title; what it adds is taken off.
"""

import re
from typing import cast

from briefsite.citations.csl_items import Item
from briefsite.citations.title_case import NOCASE

WHOLE = re.compile(r"\[[^\[\]]*\]")
IN_ITALICS = re.compile(r"<(em|i)>(\[[^\[\]<]*\])([.,]?)</\1>")
IN_QUOTES = re.compile(r"[“‘](\[[^\[\]<”]*\])([.,]?)[”’]")


def with_own_case(item: Item) -> Item:
    """An item whose title is a description, which a style is kept from setting in title case."""
    title = re.sub(r"</?span[^>]*>", "", item["title"])
    if not WHOLE.fullmatch(title):
        return item
    return cast(Item, item | {"title": NOCASE.format(title)})


def in_roman(markup: str) -> str:
    """HTML of a reference with descriptions out of their italics and quotation marks."""
    if "[" not in markup:
        return markup
    return IN_QUOTES.sub(r"\1\2", IN_ITALICS.sub(r"\2\3", markup))
