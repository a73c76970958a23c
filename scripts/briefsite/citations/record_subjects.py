"""What is cited with a record that has an address: the record, the briefs behind it, their sources.

Every record is a page of the site in CSL's eyes: a web page whose title says what the record is,
and whose address is the record's own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from briefsite.citations import cite_box, csl_items
from briefsite.citations.cite_box import Subject
from briefsite.citations.csl_items import Item
from briefsite.model import addresses, dates
from briefsite.model.corpus import Corpus
from briefsite.model.events import Event
from briefsite.model.outcomes import Development, Forecast
from briefsite.model.questions import Question
from briefsite.model.records import Brief, Claim
from briefsite.model.vocabulary import NOT_JUDGED, VERDICTS

PICTURE = re.compile(r'\bid="([^"]+)" data-cite(?:="([^"]*)")?')
"""Where a page says that a picture of it can be cited, and by what title."""


@dataclass(frozen=True)
class Cited:
    """A record: its target of `addresses`, the id by which an edition is asked for it, what its
    citation is called, and what is cited beside it, each with a heading."""

    target: str
    id: str
    title: str
    beside: tuple[tuple[str, Subject], ...] = ()
    item: Item | None = None
    """Of a record that has an item of its own, such as a work."""
    first: int = 0
    """How many of those beside it readers are shown before it: before a claim its brief, since who
    cites what a brief says cites the brief."""

    @property
    def path(self) -> str:
        return self.target.partition("#")[0]

    @property
    def anchor(self) -> str:
        return self.target.partition("#")[2]


def of(corpus: Corpus, works: Mapping[str, Item]) -> Iterator[Cited]:
    """Every record of the corpus that can be cited; `works` are the items of the bibliography."""
    for claim in corpus.claim.values():
        yield _claim(corpus, works, claim)
    for question in corpus.questions:
        yield _question(corpus, works, question)
    for event in corpus.events:
        yield _event(corpus, works, event)
    for forecast in corpus.forecasts:
        yield _forecast(corpus, works, forecast)
    for development in corpus.developments:
        yield _development(works, development)
    for term in corpus.terms:
        title = f"Glossary: {term.term}"
        yield Cited(addresses.term(term.key), term.key, title, _briefs(corpus, works, term.claims))
    for key, item in works.items():
        yield Cited(addresses.work(key), key, item["title"], item=item)


def pictures(path: str, title: str, text: str) -> list[Cited]:
    """The pictures of the page at `path`, in its Markdown; one without a title has the page's."""
    return [
        Cited(f"{path}#{anchor}", path, f"{unescape(own) or title} (chart)")
        for anchor, own in (PICTURE.findall(text) if "data-cite" in text else ())
    ]


def short_name(item: Item) -> str:
    """A work in passing: `Chun 2024`, `Kim and Park 2023`, `Elm et al. 2020`."""
    people = csl_items.named_authors(item)
    names = [person.get("literal") or person["family"] for person in people]
    more = len(names) > 2 or len(names) < len(item["author"])
    named = f"{names[0]} et al." if names and more else " and ".join(names) or item["title"]
    return " ".join([named, *csl_items.date_parts(item)[:1]])


def briefs_of(
    corpus: Corpus, works: Mapping[str, Item], claims: Iterable[Claim], heading: str = "The brief"
) -> tuple[tuple[str, Subject], ...]:
    """The briefs that make some claims, each with the paragraphs."""
    claims = list(claims)
    return tuple(
        (
            f"{heading}: {brief.label}, {cite_box.locator(numbers)}",
            Subject(works[brief.key], numbers),
        )
        for brief in corpus.briefs
        if (numbers := _paragraphs(brief, claims, corpus))
    )


def _briefs(
    corpus: Corpus, works: Mapping[str, Item], ids: Iterable[str]
) -> tuple[tuple[str, Subject], ...]:
    return briefs_of(corpus, works, (corpus.claim[key] for key in dict.fromkeys(ids)))


def _paragraphs(brief: Brief, claims: list[Claim], corpus: Corpus) -> tuple[int, ...]:
    own = {claim.paragraph for claim in claims if corpus.brief_of[claim.id].key == brief.key}
    return tuple(sorted(own))


def _claim(corpus: Corpus, works: Mapping[str, Item], claim: Claim) -> Cited:
    brief = corpus.brief_of[claim.id]
    place = f"{brief.label}, {cite_box.locator((claim.paragraph,))}"
    sources = tuple(
        (f"{short_name(works[key])}, {said}", Subject(works[key], place=said))
        for key in claim.cites
        for said in (f"cited in {place}",)
    )
    briefs, title = _briefs(corpus, works, [claim.id]), f"Claim {claim.id}: {place}"
    target = addresses.claim(corpus, claim.id)
    return Cited(target, claim.id, title, briefs + sources, first=len(briefs))


def _question(corpus: Corpus, works: Mapping[str, Item], question: Question) -> Cited:
    ids = (key for answer in question.answers.values() for key in answer.claims)
    target = addresses.question(question.id)
    return Cited(target, question.id, question.question, _briefs(corpus, works, ids))


def _event(corpus: Corpus, works: Mapping[str, Item], event: Event) -> Cited:
    ids = (key for mention in event.mentions for key in mention.claims)
    given = [mention.edtf for mention in event.mentions if mention.edtf]
    day = event.sourced.edtf if event.sourced else next(iter(given), "")
    title = f"{event.title} ({dates.spoken(day)})" if day else event.title
    sources = _sources(works, event.sourced.works if event.sourced else (), "Its date")
    return Cited(addresses.event(event), event.id, title, _briefs(corpus, works, ids) + sources)


def _forecast(corpus: Corpus, works: Mapping[str, Item], forecast: Forecast) -> Cited:
    """With the verdict that stands and its day, since a later one may differ."""
    brief, verdict = corpus.brief_of[forecast.claim], forecast.verdict
    judged = f"{VERDICTS[verdict.verdict]}, {dates.spoken(verdict.judged)}" if verdict else ""
    title = f"{forecast.title} (forecast of {brief.label}; {judged or NOT_JUDGED})"
    beside = _briefs(corpus, works, (forecast.claim, *forecast.also))
    anchor = addresses.forecast_anchor(forecast.claim)
    return Cited(addresses.forecast(forecast.claim), anchor, title, beside)


def _development(works: Mapping[str, Item], development: Development) -> Cited:
    title = f"{development.title} ({dates.spoken(development.edtf)})"
    target = addresses.development(development.id)
    return Cited(target, development.id, title, _sources(works, development.works, "A source"))


def _sources(
    works: Mapping[str, Item], keys: Iterable[str], heading: str
) -> tuple[tuple[str, Subject], ...]:
    return tuple((f"{heading}: {short_name(works[key])}", Subject(works[key])) for key in keys)
