"""What a page says, as a hash: its words, the claims that it links and the works that it cites.

Markup, addresses and everything around the text stay out, so that another template gives no page a
new date, and a corrected claim gives one to each page that shows it.
"""

import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping

from briefsite.citations.csl_items import Item
from briefsite.load import markdown_pages
from briefsite.model.records import Claim

REPORTS = re.compile(r'<span class="mend">.*?</span>', re.S)
"""Links to the forge, which a copy without one does not have."""
SYNTAX = re.compile(
    r"<!--.*?-->|<[^<>]+>|\{[^{}\n]*\}|\]\([^()\s]*(?: \"[^\"]*\")?\)|^\[[^\]]+\]: .*$", re.S | re.M
)
LENGTH = 16


def cited(text: str, works: Mapping[str, Item]) -> list[Item]:
    """The works that a page's Markdown cites."""
    blocks = markdown_pages.citations(text)
    keys = dict.fromkeys(key for block in blocks for key in markdown_pages.CITED_KEY.findall(block))
    return [works[key] for key in keys if key in works]


def said(title: str, text: str, claims: Iterable[Claim], works: Iterable[Item]) -> str:
    """The hash of a page's title, its Markdown, and what that shows of other records."""
    plain = html.unescape(SYNTAX.sub(" ", REPORTS.sub(" ", text)))
    words = re.findall(r"\w+", f"{title} {plain}".replace("_", " "))
    parts = [
        " ".join(words),
        *(f"{claim.id} {claim.paragraph} {claim.says}" for claim in claims),
        *(json.dumps(item, ensure_ascii=False, sort_keys=True) for item in works),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:LENGTH]
