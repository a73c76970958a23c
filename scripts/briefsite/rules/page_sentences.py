"""Topic pages, sentence by sentence, each with the claims that it marks or links."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefsite.load.markdown_pages import CITATION, blank
from briefsite.model.corpus import Corpus, derived
from briefsite.model.ids import CLAIM_USE, without_claims
from briefsite.model.records import Brief
from briefsite.rules.page_anchors import HEADING
from briefsite.rules.required_phrases import page_blocks
from briefsite.rules.wording import holds

END = re.compile(r"[.?!][\"”)]*(?:\[\^[^\]\s]+\])*\s+(?=[\[\"“(]*[A-Z@])")
ABBREVIATED = re.compile(r"(?:U\.S|U\.K|\b[A-Z]|\bal|\bDr|\bNo|\bvs|\bMr|\bMs|\bSt)\.$")


class PageSentence(NamedTuple):
    """A sentence, or several of which only the last names claims, on a topic page.

    `claims` are those that it names, `nearby` those of its paragraph, `section` the brief that
    heads its section alone, or None; `named` the briefs whose names stand in it.
    """

    path: str
    line: int
    text: str
    claims: tuple[str, ...]
    nearby: tuple[str, ...]
    section: Brief | None
    named: tuple[Brief, ...]


@derived
def page_sentences(corpus: Corpus) -> tuple[PageSentence, ...]:
    """Every sentence of the topic pages that names claims."""
    return tuple(
        sentence
        for page in corpus.pages
        if page.topic
        for line, block in page_blocks(page)
        for sentence in _of_block(corpus, page.path, blank(page.text), line, block)
    )


@derived
def accounts(corpus: Corpus) -> tuple[PageSentence, ...]:
    """Those of them that stand in a section headed by one brief, which give its account alone."""
    return tuple(sentence for sentence in page_sentences(corpus) if sentence.section)


def _of_block(
    corpus: Corpus, path: str, text: str, line: int, block: str
) -> Iterator[PageSentence]:
    nearby = tuple(name for name in CLAIM_USE.findall(block) if name in corpus.claim)
    section, begun, start = _section(corpus, text, line), 0, 0
    for end in [*(match.end() for match in END.finditer(block)), len(block)]:
        if ABBREVIATED.search(block[start:end].rstrip()) and end < len(block):
            continue
        start = end
        part = block[begun:end]
        claims = tuple(name for name in CLAIM_USE.findall(part) if name in corpus.claim)
        if claims:
            shown = CITATION.sub(" ", without_claims(part))
            named = tuple(brief for brief in corpus.briefs if holds(shown, brief.name))
            first = line + block[:begun].count("\n")
            yield PageSentence(path, first, shown, claims, nearby, section, named)
            begun = end


def _section(corpus: Corpus, text: str, line: int) -> Brief | None:
    """The brief that the nearest heading above a line names alone."""
    before = "\n".join(text.split("\n")[: line - 1])
    headings = [match.group() for match in HEADING.finditer(before)]
    briefs = [brief for brief in corpus.briefs if headings and holds(headings[-1], brief.name)]
    return briefs[0] if len(briefs) == 1 else None
