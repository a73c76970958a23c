"""What the data say stands in a brief: every phrase that must, and where.

The rules compare these with the fingerprints, and the command that makes fingerprints hashes just
these; so both always speak of the same things.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefsite.load.markdown_pages import CITATION, Prose, blank
from briefsite.model import dates
from briefsite.model.corpus import Corpus, derived
from briefsite.model.ids import CLAIM_LINK
from briefsite.model.problems import Problem
from briefsite.model.records import Claim
from briefsite.rules.wording import figures, names, phrase, quotations

NO_PROSE = re.compile(
    r"^#{1,6} .*$|</?[a-zA-Z][^<>\n]*>|^[ |:-]*-{3,}[ |:-]*$|^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t].*$",
    re.M,
)
"""Headings, tags, the addresses of links and the rules of tables: what states nothing by itself."""

NOTE = re.compile(r"\[\^[^\]\s]+\]:?")
"""The mark of a note, whose number states nothing."""


@dataclass(frozen=True)
class RequiredPhrase:
    """`text` must stand in one of the `places`: (brief, paragraph, sentences).

    `others` are texts that do as well (an actor's other names). `at` is where the data say it, its
    message naming the record.
    """

    kind: str
    text: str
    places: tuple[tuple[str, int, tuple[int, ...]], ...]
    at: Problem
    others: tuple[str, ...] = ()


def known_names(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """Every name and alias of every actor, normalised, to all the names of the actors that bear it."""
    found: dict[str, tuple[str, ...]] = {}
    for actor in corpus.actors:
        every = (actor.name, *actor.aliases)
        for name in every:
            found[phrase(name)] = tuple(dict.fromkeys((*found.get(phrase(name), ()), *every)))
    return found


@derived
def phrases_required(corpus: Corpus) -> tuple[RequiredPhrase, ...]:
    """Everything that must stand in a brief because claims, answers, events or pages say it does."""
    return tuple(_required(corpus))


def _required(corpus: Corpus) -> Iterator[RequiredPhrase]:
    known = known_names(corpus)
    for brief in corpus.briefs:
        for claim in brief.claims:
            yield from _of_claim(brief.key, claim, known)
    for question in corpus.questions:
        for key, answer in question.answers.items():
            claims = [corpus.claim[name] for name in answer.claims if name in corpus.claim]
            yield from _of_restatement(key, answer.says, claims, answer.at, known)
    for event in corpus.events:
        for mention in event.mentions:
            if mention.edtf and mention.basis == "stated":
                claims = [corpus.claim[name] for name in mention.claims if name in corpus.claim]
                for said in said_dates(mention.edtf):
                    yield RequiredPhrase(
                        "figure",
                        said[0],
                        _places(mention.brief, claims),
                        mention.at.problem(f"{event.id}: the stated date", key="edtf"),
                        said[1:],
                    )
    given = frozenset(
        part
        for brief in corpus.briefs
        for date in (brief.published, brief.speaks_from)
        for part in parts_of_date(date)
    )
    for page in corpus.pages:
        for block in page_blocks(page):
            yield from _of_block(corpus, page, block, given)


def _of_claim(key: str, claim: Claim, known) -> Iterator[RequiredPhrase]:
    place = _places(key, [claim])
    for text in dict.fromkeys((*quotations(claim.says), *filter(None, [claim.quote]))):
        yield RequiredPhrase("quote", text, place, claim.at.problem(claim.id, key="says"))
    for text in dict.fromkeys(figures(claim.says)):
        if text not in claim.allowed:
            yield RequiredPhrase("figure", text, place, claim.at.problem(claim.id, key="says"))
    for text in dict.fromkeys(names(claim.says, _keys(known))):
        if text not in claim.allowed:
            yield RequiredPhrase(
                "name",
                text,
                place,
                claim.at.problem(claim.id, key="says"),
                known.get(phrase(text), ()),
            )
    for word in claim.hedge:
        yield RequiredPhrase("hedge", word, place, claim.at.problem(claim.id, key="hedge"))
    for item in claim.dates:
        for said in said_dates(item.edtf) if item.basis == "stated" else ():
            yield RequiredPhrase(
                "figure",
                said[0],
                place,
                item.at.problem(f"{claim.id}: the stated date", key="edtf"),
                said[1:],
            )


def _of_restatement(key: str, says: str, claims, at, known) -> Iterator[RequiredPhrase]:
    places = _places(key, claims)
    for kind, found in (
        ("quote", quotations(says)),
        ("figure", figures(says)),
        ("name", names(says, _keys(known))),
    ):
        for text in dict.fromkeys(found):
            yield RequiredPhrase(
                kind,
                text,
                places,
                at.problem("the answer", key="says"),
                known.get(phrase(text), ()) if kind == "name" else (),
            )


def _of_block(
    corpus: Corpus, page: Prose, block: tuple[int, str], given: frozenset[str]
) -> Iterator[RequiredPhrase]:
    """A quotation on a page must stand in a paragraph of a claim that its own block links, a figure
    in such a claim's sentences, unless it dates a brief."""
    line, text = block
    claims = [
        corpus.claim[found["id"]]
        for found in CLAIM_LINK.finditer(text)
        if found["id"] in corpus.claim
    ]
    places = tuple(
        place for claim in claims for place in _places(corpus.brief_of[claim.id].key, [claim])
    )
    bare = CLAIM_LINK.sub(lambda found: found["text"], text)
    uncited = NOTE.sub("", CITATION.sub("", bare))
    for quote in dict.fromkeys(quotations(bare)) if claims else ():
        at = Problem(page.path, line + bare[: bare.find(quote)].count("\n"), "the page")
        yield RequiredPhrase("quote", quote, places, at)
    for figure in dict.fromkeys(figures(uncited)) if claims else ():
        if figure not in given:
            at = Problem(page.path, line + uncited[: uncited.find(figure)].count("\n"), "the page")
            yield RequiredPhrase("figure", figure, places, at)


@lru_cache(maxsize=512)
def page_blocks(page: Prose) -> tuple[tuple[int, str], ...]:
    """The paragraphs of a page as (first line, text), without headings, markers, code and lists of links."""
    visible = NO_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), blank(page.text))
    found, paragraph, first = [], [], 1
    for number, line in enumerate((*visible.split("\n"), ""), 1):
        if line.strip():
            first = first if paragraph else number
            paragraph.append(line)
        elif paragraph:
            found.append((first, "\n".join(paragraph) + "\n"))
            paragraph = []
    return tuple(found)


def said_dates(edtf: str) -> list[tuple[str, ...]]:
    """How a text may put each end of a date: `2023-12-30` is December 30, 2023 or 30 December 2023."""
    found = []
    for end in filter(None, edtf.replace("..", "").split("/")):
        year, *rest = parts_of_date(end)
        month, day = (rest + [""] * 2)[:2]
        found.append(
            (f"{month} {day}, {year}", f"{day} {month} {year}")
            if day
            else (f"{month} {year}".strip(),)
        )
    return found


def parts_of_date(edtf: str) -> list[str]:
    """The figures that a text states when it states a date: `2023-12-30` is 2023, December, 30."""
    parts = []
    for end in filter(None, edtf.replace("..", "").split("/")):
        pieces = end.rstrip("?~%").split("-")
        parts.append(pieces[0])
        if len(pieces) > 1 and 1 <= int(pieces[1]) <= 12:
            parts.append(dates.MONTHS[int(pieces[1])])
        if len(pieces) > 2:
            parts.append(str(int(pieces[2])))
    return list(dict.fromkeys(parts))


@lru_cache(maxsize=4)
def _frozen(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names)


def _keys(known: dict) -> frozenset[str]:
    return _frozen(tuple(known))


def _places(key: str, claims) -> tuple:
    return tuple(dict.fromkeys((key, claim.paragraph, claim.sentences) for claim in claims))
