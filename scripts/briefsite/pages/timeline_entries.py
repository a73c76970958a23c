"""Entries of timelines: events of the briefs, what the briefs expected, and what happened since."""

from dataclasses import dataclass
from itertools import groupby

from briefsite.model import dates


@dataclass(frozen=True)
class Entry:
    """An event or a development, the date that orders it, and where that date is from.

    `basis` is `stated` or `inferred` (by a brief), `source` (an outside work), `horizon` (no date,
    but by when it is expected), or "" where there is no date at all, and then `edtf` is "".
    """

    kind: str
    item: object
    edtf: str
    basis: str
    briefs: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def span(self) -> dates.Span | None:
        """The days it can mean; None without a date."""
        return dates.parse(self.edtf) if self.edtf else None

    @property
    def datetime(self) -> str:
        """The machine-readable date of HTML's <time>."""
        return dates.machine(self.edtf)


def of_events(events) -> list[Entry]:
    """Entries of what the briefs date, mention or expected, in the order given."""
    return [_event(event) for event in events]


def of_developments(corpus, developments) -> list[Entry]:
    """Entries of what happened since. Their briefs are those on whose forecasts they bear and those
    that mention an event they follow up."""
    return [
        Entry(
            "since",
            item,
            item.edtf,
            "source",
            tuple(
                dict.fromkeys(
                    [corpus.brief_of[bearing.forecast].key for bearing in item.bearings]
                    + [
                        mention.brief
                        for event in item.follows
                        for mention in corpus.event[event].mentions
                    ]
                )
            ),
        )
        for item in developments
    ]


def all_of(corpus) -> list[Entry]:
    """Every entry in the order of time."""
    return in_order(of_events(corpus.events) + of_developments(corpus, corpus.developments))


def of_actor(corpus, key: str) -> list[Entry]:
    """The entries in which an actor acts, in the order of time."""
    return in_order(
        of_events(corpus.events_of_actor.get(key, ()))
        + of_developments(corpus, corpus.developments_of_actor.get(key, ()))
    )


def in_order(entries) -> list[Entry]:
    """Entries in the order of time; those that nobody dates come last, as given."""
    entries = list(entries)
    dated = sorted(
        (entry for entry in entries if entry.edtf),
        key=lambda entry: (entry.span.earliest, entry.span.latest),
    )
    return dated + [entry for entry in entries if not entry.edtf]


def by_year(entries) -> list[tuple[str, list[Entry]]]:
    """Entries, given in the order of time, by the year in which they begin; "" where nobody dates them."""

    def year(entry):
        return entry.datetime[:4]

    return [(name, list(group)) for name, group in groupby(entries, year)]


def _event(event) -> Entry:
    """The brief's own date comes first; an outside date orders the event only where no brief dates it."""
    kind = "expected" if event.expected else "past"
    briefs = tuple(mention.brief for mention in event.mentions)
    finest = min((mention for mention in event.mentions if mention.edtf), key=_width, default=None)
    if finest is not None:
        return Entry(kind, event, finest.edtf, finest.basis, briefs)
    if event.sourced:
        return Entry(kind, event, event.sourced.edtf, "source", briefs)
    horizon = next((mention.horizon for mention in event.mentions if mention.horizon), None)
    return Entry(kind, event, horizon or "", "horizon" if horizon else "", briefs)


def _width(mention) -> int:
    span = dates.parse(mention.edtf)
    return (span.latest - span.earliest).days
