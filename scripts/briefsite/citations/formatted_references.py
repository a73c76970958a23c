"""Every citation and every reference of the site, formatted in one run of pandoc.

One run for the whole site gives a work the same year letter on every page, and costs the same
whatever the number of pages.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from briefsite.citations import pandoc_process

STYLE = "chicago-author-date"
CITATION = re.compile(r'<div id="c(\d+)">\s*<p>(.*?)</p>\s*</div>', re.S)
ENTRY = re.compile(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', re.S)
LINK = re.compile(r'<a href="#ref-([^"]+)"[^>]*>(.*?)</a>', re.S)
FOREIGN = re.compile(r'<a href="(?!https?://|#ref-)[^"]*"[^>]*>(.*?)</a>', re.S)
HANGUL = re.compile(r"[\uac00-\ud7a3]+(?:[ ·,]+[\uac00-\ud7a3]+)*")


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
        return {key: text(html) for key, html in self.entries.items()}


@dataclass
class Request:
    """References under way; `result()` waits for them."""

    blocks: list[str]
    run: pandoc_process.Run
    made: References | None = field(default=None)

    def result(self) -> References:
        """The references. Raises RuntimeError when pandoc failed."""
        if self.made is None:
            html = self.run.result()
            shown = {
                self.blocks[int(number)]: _tidy(body) for number, body in CITATION.findall(html)
            }
            entries = {key: marked(_tidy(entry)) for key, entry in ENTRY.findall(html)}
            self.made = References(shown, entries)
        return self.made


def request(blocks, bibliography: str, cache: Path | None = None) -> Request:
    """Start formatting these citations, and a reference for every work of the bibliography."""
    blocks = list(dict.fromkeys(blocks))
    body = "\n\n".join(f"::: {{#c{number}}}\n[{block}]\n:::" for number, block in enumerate(blocks))
    text = f"---\nnocite: '@*'\nlink-citations: true\nlang: en-US\n---\n\n{body}\n"
    arguments = ("-f", "markdown", "-t", "html", "--wrap=none", "--bibliography", "works.bib")
    return Request(
        blocks,
        pandoc_process.start(arguments, {"in": text, "works.bib": bibliography}, STYLE, cache),
    )


def split(citation: str) -> list[tuple[str, str]]:
    """A citation's HTML as (key, text) pieces; text outside links has the key ""."""
    pieces, end = [], 0
    for found in LINK.finditer(citation):
        pieces += [("", citation[end : found.start()]), (found[1], found[2])]
        end = found.end()
    return [piece for piece in [*pieces, ("", citation[end:])] if piece[1]]


def text(html: str) -> str:
    """HTML of a reference as plain text."""
    bare = re.sub(r"<[^>]+>", "", html)
    for entity, char in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", '"'),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ):
        bare = bare.replace(entity, char)
    return re.sub(r"\s+", " ", bare).strip()


def marked(html: str) -> str:
    """HTML with Korean marked as Korean."""
    return HANGUL.sub(lambda found: f'<span lang="ko">{found.group()}</span>', html)


def _tidy(body: str) -> str:
    """Without the spans that pandoc leaves where a title's case is protected, and with no link but to the web."""
    body = FOREIGN.sub(r"\1", body)
    return re.sub(r"</?span[^>]*>", "", body).strip()
