"""Hand-written pages: their text, and what they link, cite and include, line by line."""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from briefsite.load import page_blocks
from briefsite.load.code_spans import FRONT, replaced
from briefsite.model.handwritten_pages import HandwrittenPage, Reference
from briefsite.model.ids import CLAIM_LINK, CLAIM_MARK

CITATION = re.compile(r"\[(?=[^\[\]]*?(?<![\w.])@[\w:.-])(?P<body>[^\[\]]+)\](?!\(|\[(?!\^))")
CITED_KEY = re.compile(r"(?<![\w.])@(?P<key>[\w:.#$%&+?<>~/-]*[\w])")
MARKER = re.compile(r"^<!-- (?P<name>[a-z-]+)(?: (?P<key>[a-z0-9-]+))? -->[ \t]*$", re.M)
HEADING = re.compile(r"^# +(.+?)[ \t]*(?:\{.*\})?$", re.M)


@lru_cache(maxsize=256)
def blank(text: str) -> str:
    """The text with code, comments and front matter overwritten by spaces, lines kept."""
    return replaced(FRONT.sub(lambda match: _spaces(match.group()), text), _spaces)


def _spaces(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def citations(text: str) -> list[str]:
    """Every citation in Pandoc's syntax, as it stands between its brackets: `@chun-2024, ¶ 7`."""
    return [match["body"] for match in CITATION.finditer(blank(text))] if "@" in text else []


def lines(text: str) -> Callable[[int], int]:
    """A function from a position in the text to its line."""
    ends = [match.start() for match in re.finditer("\n", text)]
    return lambda position: bisect_left(ends, position) + 1


def parse(path: str, text: str) -> HandwrittenPage:
    """Read one page. `path` is relative to the project: docs/topics/russia.md."""
    visible, line = blank(text), lines(text)
    heading = HEADING.search(visible)
    claims = [
        (match.start("id"), match["id"], match["text"]) for match in CLAIM_LINK.finditer(visible)
    ]
    claims += [(match.start("id"), match["id"], "") for match in CLAIM_MARK.finditer(visible)]
    references = tuple(Reference(name, line(start), words) for start, name, words in sorted(claims))
    works = tuple(
        Reference(key["key"], line(match.start("body") + key.start()), match["body"])
        for match in CITATION.finditer(visible)
        for key in CITED_KEY.finditer(match["body"])
    )
    return HandwrittenPage(
        path,
        text,
        heading.group(1) if heading else "",
        claims=references,
        works=works,
        markers=tuple(
            Reference(match["name"], line(match.start()), match["key"] or "")
            for match in MARKER.finditer(text)
        ),
        blocks=tuple(page_blocks.blocks(path, text, visible, references, works)),
    )
