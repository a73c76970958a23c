"""Every citation and every reference of the site, formatted in one run of pandoc.

One run for the whole site gives a work the same year letter on every page, and costs the same
whatever the number of pages.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefsite.citations import citeproc, csl_items, pandoc_process
from briefsite.citations.citation_styles import SITE_STYLE
from briefsite.citations.descriptions import with_own_case
from briefsite.citations.title_case import with_protected_case
from briefsite.model.works import Work

LINK = re.compile(r'<a href="#ref-([^"]+)"[^>]*>(.*?)</a>', re.S)
OTHER_LINK = re.compile(r'<a href="(?!https?://|#ref-)[^"]*"[^>]*>(.*?)</a>', re.S)
"""A link to neither the web nor a reference."""


@dataclass(frozen=True)
class References:
    """Formatted citations by their Pandoc text (`@chun-2024, ¶ 7`), and references by key.

    Both are HTML; links in citations lead to `#ref-<key>`. `entries` is in the order of the style.
    """

    citations: dict[str, str]
    entries: dict[str, str]

    @cached_property
    def plain(self) -> dict[str, str]:
        """References as plain text, for tooltips."""
        return {key: citeproc.plain(markup) for key, markup in self.entries.items()}


class Request:
    """References under way; `result()` waits for them."""

    def __init__(self, citations: list[str], run: pandoc_process.Run):
        self._citations, self._run = citations, run
        self._references: References | None = None

    def result(self) -> References:
        """The references. Raises RuntimeError when pandoc failed."""
        if self._references is None:
            output = OTHER_LINK.sub(r"\1", self._run.result())
            self._references = References(
                {
                    self._citations[number]: re.sub(r"</?span[^>]*>", "", markup).strip()
                    for number, markup in citeproc.citations(output).items()
                },
                {key: citeproc.tidy(markup) for key, markup in citeproc.entries(output).items()},
            )
        return self._references


def request(citations: Iterable[str], works: Iterable[Work], cache: Path | None = None) -> Request:
    """Start formatting these citations, and a reference for every work."""
    items = [with_own_case(with_protected_case(csl_items.work(entry), entry)) for entry in works]
    bibliography = json.dumps(items, ensure_ascii=False)
    unique = list(dict.fromkeys(citations))
    metadata = "nocite: '@*'\nlink-citations: true"
    return Request(
        unique, citeproc.start(unique, ("works.json", bibliography), SITE_STYLE, metadata, cache)
    )


def split(citation: str) -> list[tuple[str, str]]:
    """A citation's HTML as (key, text) pieces; text outside links has the key ""."""
    pieces: list[tuple[str, str]] = []
    end = 0
    for link in LINK.finditer(citation):
        pieces += [("", citation[end : link.start()]), (link[1], link[2])]
        end = link.end()
    return [piece for piece in [*pieces, ("", citation[end:])] if piece[1]]
