"""Topic pages, sentence by sentence, each with the claims that it marks or links."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from briefsite.load.markdown_pages import CITATION, blank
from briefsite.model.corpus import Corpus, derived
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.ids import CLAIM_USE, without_claims
from briefsite.model.normalized_text import phrase
from briefsite.model.records import Brief
from briefsite.rules.facets import all_known
from briefsite.rules.mark_rules import DEFINED
from briefsite.rules.page_anchors import HEADING
from briefsite.rules.required_phrases import page_blocks
from briefsite.rules.speakers import briefs_by_first_word

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
    """Every sentence of the topic pages that names claims, all of which can be read."""
    return tuple(
        sentence for page in corpus.pages if page.topic for sentence in _of_page(corpus, page)
    )


@derived
def accounts(corpus: Corpus) -> tuple[PageSentence, ...]:
    """Those of them that stand in a section headed by one brief and name claims of it alone. A
    claim of another brief there is a mistake by itself, whatever the sentence says."""
    return tuple(
        sentence
        for sentence in page_sentences(corpus)
        if sentence.section
        and all(corpus.brief_of[name] is sentence.section for name in sentence.claims)
    )


def _of_page(corpus: Corpus, page: HandwrittenPage) -> Iterator[PageSentence]:
    text = blank(page.text)
    found = list(HEADING.finditer(text))
    lines = [text.count("\n", 0, match.start()) + 1 for match in found]
    sections = [None, *(_section(corpus, match.group()) for match in found)]
    for line, block in page_blocks(page):
        if not DEFINED.match(block):  # the note of a mark is no text of its claim
            section = sections[bisect_left(lines, line)]
            yield from _of_block(corpus, page.path, section, line, block)


def _of_block(
    corpus: Corpus, path: str, section: Brief | None, line: int, block: str
) -> Iterator[PageSentence]:
    nearby = tuple(name for name in CLAIM_USE.findall(block) if name in corpus.claim)
    begun, start = 0, 0
    for end in [*(match.end() for match in END.finditer(block)), len(block)]:
        if ABBREVIATED.search(block[start:end].rstrip()) and end < len(block):
            continue
        start = end
        part = block[begun:end]
        claims = tuple(CLAIM_USE.findall(part))
        if claims and all_known(corpus, claims):
            shown = CITATION.sub(" ", without_claims(part))
            named = briefs_named(corpus, shown)
            first = line + block[:begun].count("\n")
            yield PageSentence(path, first, shown, claims, nearby, section, named)
        if claims:
            begun = end


def _section(corpus: Corpus, heading: str) -> Brief | None:
    """The brief that a heading names alone."""
    briefs = briefs_named(corpus, heading)
    return briefs[0] if len(briefs) == 1 else None


def briefs_named(corpus: Corpus, text: str) -> tuple[Brief, ...]:
    """The briefs whose names stand in a text, where `Easley 2026` does not name `Easley` too."""
    left, found = f" {phrase(text)} ", set[str]()
    near = briefs_by_first_word(corpus, text)
    for brief in sorted(near, key=lambda brief: -len(brief.name)):
        if (name := f" {phrase(brief.name)} ") in left:
            found.add(brief.key)
            left = left.replace(name, " ")
    return tuple(brief for brief in corpus.briefs if brief.key in found) if found else ()
