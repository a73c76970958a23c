"""What a timeline picture says in words: which entries it labels, and each brief's calendar."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefsite.model import addresses, dates, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.events import Event
from briefsite.model.records import Brief
from briefsite.pages.timeline_entries import Entry

MAX_LABELS = 12
"""So many entries have a label at most."""
DECIDING = ("supports", "contradicts")
"""What a development does to a forecast that it helps to decide."""


@dataclass(frozen=True)
class Calendar:
    """From the first to the last of the dated events that one brief alone expects; `target` is the
    address of the first."""

    brief: Brief
    edtf: str
    target: str


def labelled(corpus: Corpus, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that get a label, in the order of time.

    All of them where there are no more than MAX_LABELS. Otherwise events that two or more briefs
    mention, then developments that decided a forecast, those that decided most first.
    """
    dated = [entry for entry in entries if entry.edtf]
    if len(dated) <= MAX_LABELS:
        return dated
    weights = {entry.id: weight(corpus, entry) for entry in dated}
    heaviest = sorted(dated, key=lambda entry: weights[entry.id], reverse=True)[:MAX_LABELS]
    chosen = {entry.id for entry in heaviest if any(weights[entry.id])}
    return [entry for entry in dated if entry.id in chosen]


def weight(corpus: Corpus, entry: Entry) -> tuple[int, int]:
    """How many briefs mention an event, if more than one, and how many forecasts a development
    decided."""
    if isinstance(entry.item, Event):
        briefs = len({mention.brief for mention in entry.item.mentions})
        return (briefs if briefs > 1 else 0), 0
    decided = {
        bearing.forecast for bearing in entry.item.bearings if bearing.bearing in DECIDING
    } & decided_forecasts(corpus)
    return 0, len(decided)


def decided_forecasts(corpus: Corpus) -> set[str]:
    """The forecasts whose standing verdict says how they came out."""
    return {
        forecast.claim
        for forecast in corpus.forecasts
        if forecast.verdict and forecast.verdict.verdict in vocabulary.DECIDED
    }


def calendars(corpus: Corpus, entries: Sequence[Entry]) -> list[Calendar]:
    """Each brief's calendar, if it has one among the entries, in the order of the briefs."""
    return [found for brief in corpus.briefs if (found := _calendar(brief, entries)) is not None]


def _calendar(brief: Brief, entries: Iterable[Entry]) -> Calendar | None:
    expected = [
        (entry.item, entry.item.mentions[0].edtf)
        for entry in entries
        if isinstance(entry.item, Event)
        and entry.item.expected
        and {mention.brief for mention in entry.item.mentions} == {brief.key}
    ]
    spans = [(dates.parse(edtf), event) for event, edtf in expected if edtf and ".." not in edtf]
    if not spans:
        return None
    first, event = min(spans, key=lambda item: item[0].earliest)
    last, _ = max(spans, key=lambda item: item[0].latest)
    start, end = first.text.partition("/")[0], last.text.rpartition("/")[2]
    edtf = start if start == end else f"{start}/{end}"
    return Calendar(brief, edtf, addresses.event(event))
