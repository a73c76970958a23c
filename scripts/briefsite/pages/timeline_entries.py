"""Entries of timelines: events of the briefs, what the briefs expected, and what happened since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from briefsite.model import addresses, dates, event_dates
from briefsite.model.corpus import Corpus
from briefsite.model.events import Event
from briefsite.model.outcomes import Development


@dataclass(frozen=True)
class Entry:
    """An event or a development, the date that orders it, and where that date is from.

    `kind` is a key of vocabulary.TIMES. `basis` is `stated` or `inferred` (by a brief), `source`
    (an outside work), `horizon` (no date, but by when it is expected), or "" where there is no date
    at all, and then `edtf` is "". `briefs` are keys. `target` is where the full entry stands, and
    `permanent` the address to give to others: the same but where the timeline is split.
    """

    kind: str
    item: Event | Development
    edtf: str
    basis: str
    briefs: tuple[str, ...]
    target: str
    permanent: str

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def datetime(self) -> str:
        """The machine-readable date of HTML's <time>."""
        return dates.machine(self.edtf)


def of_events(corpus: Corpus, events: Iterable[Event]) -> list[Entry]:
    """Entries of what the briefs date, mention or expected, in the order of time."""
    return _in_order(_event(corpus, event) for event in events)


def of_all(corpus: Corpus) -> list[Entry]:
    """Every entry in the order of time."""
    return _entries(corpus, corpus.events, corpus.developments)


def of_actor(corpus: Corpus, key: str) -> list[Entry]:
    """The entries in which an actor acts, in the order of time."""
    events = corpus.events_of_actor.get(key, ())
    return _entries(corpus, events, corpus.developments_of_actor.get(key, ()))


def by_year(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Entries, given in the order of time, by the year in which they begin; "" where nobody dates
    them."""
    years = groupby(entries, lambda entry: event_dates.year(entry.edtf))
    return [(year, list(group)) for year, group in years]


def _entries(
    corpus: Corpus, events: Iterable[Event], developments: Iterable[Development]
) -> list[Entry]:
    return _in_order(
        [
            *(_event(corpus, event) for event in events),
            *(_development(corpus, item) for item in developments),
        ]
    )


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries in the order of time; those that nobody dates come last, in the order given."""

    def key(entry: Entry) -> tuple[bool, date, date]:
        span = dates.parse(entry.edtf or "9999")
        return not entry.edtf, span.earliest, span.latest

    return sorted(entries, key=key)


def _event(corpus: Corpus, event: Event) -> Entry:
    return Entry(
        "expected" if event.expected else "past",
        event,
        *event_dates.ordering(event),
        tuple(mention.brief for mention in event.mentions),
        addresses.event_entry(corpus, event),
        addresses.event(event),
    )


def _development(corpus: Corpus, item: Development) -> Entry:
    """Its briefs are those on whose forecasts it bears and those that mention an event it follows
    up."""
    briefs = [corpus.brief_of[bearing.forecast].key for bearing in item.bearings] + [
        mention.brief for event in item.follows for mention in corpus.event[event].mentions
    ]
    return Entry(
        "since",
        item,
        item.edtf,
        "source",
        tuple(dict.fromkeys(briefs)),
        addresses.development_entry(corpus, item),
        addresses.development(item.id),
    )
