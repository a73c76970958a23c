"""The picture of a timeline: what the briefs date, what they expected, what happened since, as
lanes on one scale of time. It is drawn lengthwise and upright; styles show the one that fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefsite.model import dates, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.records import Brief
from briefsite.pages import timeline_entries
from briefsite.pages.charts import time_scale, timeline_story
from briefsite.pages.charts.time_scale import Scale
from briefsite.pages.charts.timeline_marks import Mark, mark
from briefsite.pages.charts.timeline_story import Calendar
from briefsite.pages.rendering import brief_style
from briefsite.pages.side_by_side import MAX_BRIEFS
from briefsite.pages.timeline_entries import Entry


@dataclass(frozen=True)
class Label:
    """The title of an entry, with the address that it leads to; the more `weight`, the more it
    matters to the picture."""

    mark: Mark
    title: str
    target: str
    weight: int


@dataclass(frozen=True)
class Window:
    """A brief's calendar on the scale; `style` is the class of the brief's colour."""

    calendar: Calendar
    x: float
    width: float
    style: str


@dataclass(frozen=True)
class Published:
    """The day on which a brief was published."""

    brief: Brief
    x: float
    style: str


@dataclass(frozen=True)
class Lane:
    """One of the three times: marks without a label, and labels with their marks."""

    kind: str
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class Chart:
    """`named` tells whether calendars and days of publication have names: those of a few briefs do.

    `undated` counts the entries that are not drawn.
    """

    scale: Scale
    lanes: tuple[Lane, ...]
    windows: tuple[Window, ...]
    published: tuple[Published, ...]
    named: bool
    undated: int


def site_scale(corpus: Corpus) -> Scale | None:
    """The one scale of all pictures of a site; None without any date."""
    texts = [entry.edtf for entry in timeline_entries.of_all(corpus) if entry.edtf]
    return time_scale.of(map(dates.parse, texts + [brief.published for brief in corpus.briefs]))


def of_site(corpus: Corpus) -> Chart | None:
    """The picture of every entry; None without any date."""
    return _chart(corpus, timeline_entries.of_all(corpus), site_scale(corpus))


def of_actor(corpus: Corpus, key: str, scale: Scale | None) -> Chart | None:
    """An actor's part of the picture, on the scale of the site; None when nothing of it is
    dated."""
    return _chart(corpus, timeline_entries.of_actor(corpus, key), scale)


def _chart(corpus: Corpus, entries: Sequence[Entry], scale: Scale | None) -> Chart | None:
    dated = [entry for entry in entries if entry.edtf]
    if not scale or not dated:
        return None
    told = {entry.id for entry in timeline_story.labelled(corpus, dated)}
    lanes = tuple(
        _lane(corpus, kind, [entry for entry in dated if entry.kind == kind], told, scale)
        for kind in vocabulary.TIMES
        if any(entry.kind == kind for entry in dated)
    )
    windows = tuple(
        _window(corpus, calendar, scale) for calendar in timeline_story.calendars(corpus, dated)
    )
    published = tuple(
        Published(
            brief, scale.at(dates.parse(brief.published).earliest), brief_style(corpus, brief)
        )
        for brief in corpus.briefs
    )
    named = len(corpus.briefs) <= MAX_BRIEFS
    return Chart(scale, lanes, windows, published, named, len(entries) - len(dated))


def _lane(
    corpus: Corpus, kind: str, entries: Sequence[Entry], told: set[str], scale: Scale
) -> Lane:
    marks = [(entry, mark(entry.id, kind, entry.edtf, scale)) for entry in entries]
    return Lane(
        kind,
        tuple(drawn for entry, drawn in marks if entry.id not in told),
        tuple(_label(corpus, entry, drawn) for entry, drawn in marks if entry.id in told),
    )


def _label(corpus: Corpus, entry: Entry, drawn: Mark) -> Label:
    return Label(drawn, entry.item.title, entry.target, timeline_story.weight(corpus, entry))


def _window(corpus: Corpus, calendar: Calendar, scale: Scale) -> Window:
    span = dates.parse(calendar.edtf)
    x = scale.at(span.earliest)
    end = scale.at(date.fromordinal(span.latest.toordinal() + 1))
    return Window(calendar, x, end - x, brief_style(corpus, calendar.brief))
