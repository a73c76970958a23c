"""What a timeline picture says in words: which entries it labels, and each brief's calendar."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefsite.model import addresses, dates, vocabulary
from briefsite.model.corpus import Corpus, derived
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
    mention and developments that decided a forecast: half of each, and more of the one where there
    are less of the other; first those that most briefs mention, and that decided most.
    """
    dated = [entry for entry in entries if entry.edtf]
    if len(dated) <= MAX_LABELS:
        return dated
    shared = _heaviest(dated, mentioned_by)
    deciding = _heaviest(dated, lambda entry: decided_by(corpus, entry))
    half = max(MAX_LABELS // 2, MAX_LABELS - len(deciding))
    chosen = [*shared[:half], *deciding[: MAX_LABELS - len(shared[:half])]]
    return [entry for entry in dated if entry in chosen]


def _heaviest(entries: Iterable[Entry], weight: Callable[[Entry], int]) -> list[Entry]:
    """The entries with any weight, the heaviest first, else in their order."""
    weighed = [(weight(entry), entry) for entry in entries]
    ordered = sorted(weighed, key=lambda item: item[0], reverse=True)
    return [entry for number, entry in ordered if number]


def weight(corpus: Corpus, entry: Entry) -> int:
    """By what a picture prefers one entry to another."""
    return mentioned_by(entry) + decided_by(corpus, entry)


def mentioned_by(entry: Entry) -> int:
    """How many briefs mention an event, if more than one."""
    if not isinstance(entry.item, Event):
        return 0
    briefs = len({mention.brief for mention in entry.item.mentions})
    return briefs if briefs > 1 else 0


def decided_by(corpus: Corpus, entry: Entry) -> int:
    """How many forecasts a development decided."""
    if isinstance(entry.item, Event):
        return 0
    deciding = {item.forecast for item in entry.item.bearings if item.bearing in DECIDING}
    return len(deciding & decided_forecasts(corpus))


@derived
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
