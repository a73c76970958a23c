"""What the data say stands in a brief: every phrase that must, and where.

The rules compare these with the fingerprints, and the command that makes fingerprints hashes just
these; so both always speak of the same things.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefsite.load.markdown_pages import CITATION, blank
from briefsite.model import dates
from briefsite.model.corpus import Corpus, derived
from briefsite.model.fingerprints import BY_SENTENCE
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.ids import CLAIM_USE, without_claims
from briefsite.model.normalized_text import phrase
from briefsite.model.problems import Problem
from briefsite.model.records import Claim
from briefsite.model.remembered import remembered
from briefsite.rules.wording import figures, names, quotations

NO_PROSE = re.compile(
    r"^#{1,6} .*$|</?[a-zA-Z][^<>\n]*>|^[ |:-]*-{3,}[ |:-]*$|^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t].*$",
    re.M,
)
"""Headings, tags, the addresses of links and the rules of tables: what states nothing by itself."""

NOTE = re.compile(r"\[\^[^\]\s]+\]:?")
"""The mark of a note, whose number states nothing."""


class Place(NamedTuple):
    """Where in a brief a phrase must stand. For kinds in BY_SENTENCE the sentences count, else the
    paragraph."""

    brief: str
    paragraph: int
    sentences: tuple[int, ...]

    def holds(self, corpus: Corpus, kind: str, text: str) -> bool:
        """Whether the fingerprints confirm a phrase here."""
        prints = corpus.fingerprints.get(self.brief)
        if not prints:
            return False
        if kind in BY_SENTENCE:
            return prints.in_sentences(kind, text, self.paragraph, self.sentences)
        return prints.in_paragraph(kind, text, self.paragraph)

    def described(self, kind: str) -> str:
        sentences = f", sentence {' or '.join(map(str, self.sentences))}"
        return f"{self.brief} ¶ {self.paragraph}{sentences if kind in BY_SENTENCE else ''}"


@dataclass(frozen=True)
class RequiredPhrase:
    """`text` must stand in one of the `places`.

    `others` are texts that do as well (an actor's other names). `at` is where the data say it, its
    message naming the record.
    """

    kind: str
    text: str
    places: tuple[Place, ...]
    at: Problem
    others: tuple[str, ...] = ()


@derived
def known_names(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """Every name and alias of every actor, normalised, to all the names of the actors that bear
    it."""
    forms: dict[str, dict[str, None]] = {}
    for actor in corpus.actors:
        names_of_actor = dict.fromkeys(filter(None, (actor.name, *actor.aliases, actor.korean)))
        for name in names_of_actor:
            forms.setdefault(phrase(name), {}).update(names_of_actor)
    return {name: tuple(names) for name, names in forms.items()}


@derived
def _every_name(corpus: Corpus) -> frozenset[str]:
    return frozenset(known_names(corpus))


@derived
def phrases_required(corpus: Corpus) -> tuple[RequiredPhrase, ...]:
    """Everything that must stand in a brief because claims, answers, events or pages say it
    does."""
    return (
        *(item for claim in corpus.claim.values() for item in phrases_of_claim(corpus, claim)),
        *_of_answers(corpus),
        *_of_aims(corpus),
        *_of_events(corpus),
        *_of_pages(corpus),
    )


def phrases_of_claim(corpus: Corpus, claim: Claim) -> Iterator[RequiredPhrase]:
    places = _places(corpus.brief_of[claim.id].key, [claim])
    at = claim.at.problem(claim.id, key="says")
    quotes = [*quotations(claim.says), *filter(None, [claim.quote])]
    for required in _stated(corpus, claim.says, quotes, places, at, _granted(corpus, claim)):
        if required.kind == "quote" or required.text not in claim.allowed:
            yield required
    for word in claim.hedge:
        yield RequiredPhrase("hedge", word, places, claim.at.problem(claim.id, key="hedge"))
    for date in claim.dates:
        if date.basis == "stated":
            at = date.at.problem(f"{claim.id}: the stated date", key="edtf")
            yield from _of_date(date.edtf, places, at)


def _of_answers(corpus: Corpus) -> Iterator[RequiredPhrase]:
    for question in corpus.questions:
        for key, answer in question.answers.items():
            claims = _claims(corpus, answer.claims)
            places = _places(key, claims)
            at = answer.at.problem("the answer", key="says")
            said = frozenset(figure for claim in claims for figure in figures(claim.says))
            yield from _stated(corpus, answer.says, quotations(answer.says), places, at, said)


def _granted(corpus: Corpus, claim: Claim) -> frozenset[str]:
    """The year and month from which its brief speaks, for a claim that states no date."""
    if any(date.basis == "stated" for date in claim.dates):
        return frozenset()
    return frozenset(parts_of_date(corpus.brief_of[claim.id].speaks_from)[:2])


def _of_aims(corpus: Corpus) -> Iterator[RequiredPhrase]:
    for actor in corpus.actors:
        for key, aims in actor.aims.items():
            places = _places(key, _claims(corpus, aims.claims))
            at = aims.at.problem(f"{actor.key}: the aims", key="says")
            yield from _stated(corpus, aims.says, quotations(aims.says), places, at)


def _of_events(corpus: Corpus) -> Iterator[RequiredPhrase]:
    for event in corpus.events:
        for mention in event.mentions:
            if mention.edtf and mention.basis == "stated":
                places = _places(mention.brief, _claims(corpus, mention.claims))
                at = mention.at.problem(f"{event.id}: the stated date", key="edtf")
                yield from _of_date(mention.edtf, places, at)


def _stated(
    corpus: Corpus,
    text: str,
    quotes: list[str],
    places: tuple[Place, ...],
    at: Problem,
    granted: frozenset[str] = frozenset(),
) -> Iterator[RequiredPhrase]:
    """The quotations, figures and names of a restatement, but for figures that are `granted`."""
    known, every_name = known_names(corpus), _every_name(corpus)
    for quote in dict.fromkeys(quotes):
        yield RequiredPhrase("quote", quote, places, at)
    for figure in dict.fromkeys(figures(text)):
        if figure not in granted:
            yield RequiredPhrase("figure", figure, places, at)
    for name in dict.fromkeys(names(text, every_name)):
        yield RequiredPhrase("name", name, places, at, known.get(phrase(name), ()))


def _of_date(edtf: str, places: tuple[Place, ...], at: Problem) -> Iterator[RequiredPhrase]:
    for form, *others in written_dates(edtf):
        yield RequiredPhrase("figure", form, places, at, tuple(others))


def _of_pages(corpus: Corpus) -> Iterator[RequiredPhrase]:
    """A quotation on a page must stand in a paragraph of a claim that its own block links, a figure
    in such a claim's sentences, unless it dates a brief. For a block of a topic's page that links
    no claim, as the answer in short, the claims of the whole page count."""
    dates_of_briefs = {
        part
        for brief in corpus.briefs
        for date in (brief.published, brief.speaks_from)
        for part in parts_of_date(date)
    }
    for page in corpus.pages:
        whole = [use.name for use in page.claims] if page.topic else []
        for line, text in page_blocks(page):
            claims = _claims(corpus, CLAIM_USE.findall(text) or whole)
            if not claims:
                continue
            places = tuple(
                place
                for claim in claims
                for place in _places(corpus.brief_of[claim.id].key, [claim])
            )
            bare = without_claims(text)
            uncited = NOTE.sub("", CITATION.sub("", bare))
            for kind, phrases, where in (
                ("quote", quotations(bare), bare),
                ("figure", figures(uncited), uncited),
            ):
                for text_required in dict.fromkeys(phrases):
                    if kind == "quote" or text_required not in dates_of_briefs:
                        row = line + where[: where.find(text_required)].count("\n")
                        at = Problem(page.path, row, "the page")
                        yield RequiredPhrase(kind, text_required, places, at)


@remembered
def page_blocks(page: HandwrittenPage) -> tuple[tuple[int, str], ...]:
    """The paragraphs of a page as (first line, text), without headings, markers, code and lists of
    links."""
    visible = NO_PROSE.sub(lambda match: " " * len(match.group()), blank(page.text))
    blocks: list[tuple[int, str]] = []
    for match in re.finditer(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", visible, re.M):
        blocks.append((visible.count("\n", 0, match.start()) + 1, match.group()))
    return tuple(blocks)


def written_dates(edtf: str) -> list[tuple[str, ...]]:
    """How a text may put each end of a date: `2023-12-30` is December 30, 2023 or 30 December
    2023."""
    forms: list[tuple[str, ...]] = []
    for year, month, day in _ends(edtf):
        forms.append(
            (f"{month} {day}, {year}", f"{day} {month} {year}")
            if day
            else (f"{month} {year}".strip(),)
        )
    return forms


def parts_of_date(edtf: str) -> list[str]:
    """The figures that a text states when it states a date: `2023-12-30` is 2023, December, 30."""
    return list(dict.fromkeys(part for end in _ends(edtf) for part in end if part))


def _ends(edtf: str) -> Iterator[tuple[str, str, str]]:
    """(year, month's name, day) of each end of a date, "" for what it leaves out."""
    for end in filter(None, edtf.replace("..", "").split("/")):
        year, month, day, *_ = *end.rstrip("?~%").split("-"), "", ""
        yield year, dates.MONTHS[int(month or 0)], str(int(day)) if day else ""


def _claims(corpus: Corpus, ids: Iterable[str]) -> list[Claim]:
    return [corpus.claim[name] for name in ids if name in corpus.claim]


def _places(key: str, claims: Iterable[Claim]) -> tuple[Place, ...]:
    places = (Place(key, claim.paragraph, claim.sentences) for claim in claims)
    return tuple(dict.fromkeys(places))
