"""The picture of the ledger as data: for each brief a row for each forecast, with its window, the
developments that bear on it, and its verdict, on one scale of time. Places are shares of the
width, 0 to 1, so that a row is never cut."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefsite.model import dates, known_days
from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Bearing, Development, Forecast
from briefsite.model.records import Brief

NARROWEST = 300
"""Pixels: the width of a row on a phone, at which marks keep apart."""
STEP = 19 / NARROWEST
"""A mark's width with some air."""


@dataclass(frozen=True)
class Mark:
    """A development at its date; marks at one place stand in lines below each other."""

    development: Development
    on: Bearing
    x: float
    line: int


@dataclass(frozen=True)
class Row:
    """A forecast: where the window that its brief gives begins and how wide it is, the same of the
    window as this site reads it, whether it goes on beyond the picture, and its marks."""

    forecast: Forecast
    x: float
    width: float
    read: tuple[float, float] | None
    goes_on: bool
    marks: tuple[Mark, ...]

    @property
    def lines(self) -> int:
        return 1 + max((mark.line for mark in self.marks), default=0)


@dataclass(frozen=True)
class Panel:
    """A brief's rows, and the beginnings of years with their places."""

    brief: Brief
    rows: tuple[Row, ...]
    years: tuple[tuple[int, float], ...]


def panel(corpus: Corpus, brief: Brief, forecasts: Sequence[Forecast]) -> Panel:
    """The picture of some forecasts of a brief, in their order. It begins with the year of the
    first window, and ends with that of the newest day known."""
    spans = [dates.parse(forecast.horizon.edtf) for forecast in forecasts]
    first = date(min(item.horizon.window.earliest for item in forecasts).year, 1, 1)
    newest = max(known_days.newest(corpus), *(span.earliest for span in spans), first)
    last = date(newest.year + 1, 1, 1)

    def x(day: date) -> float:
        share = (day - first).days / (last - first).days
        return round(min(max(share, 0), 1), 4)

    rows: list[Row] = []
    for forecast, span in zip(forecasts, spans, strict=True):
        goes_on = _after(span.latest) > last
        window = forecast.horizon.window
        read = _bar(x, window) if window != span else None
        rows.append(Row(forecast, *_bar(x, span), read, goes_on, _marks(corpus, forecast, x)))
    years = tuple((year, x(date(year, 1, 1))) for year in range(first.year, last.year))
    return Panel(brief, tuple(rows), years)


def _bar(x: Callable[[date], float], span: dates.Span) -> tuple[float, float]:
    """Where a span begins, and how wide it is."""
    start = x(span.earliest)
    return start, round(x(_after(span.latest)) - start, 4)


def _marks(corpus: Corpus, forecast: Forecast, x: Callable[[date], float]) -> tuple[Mark, ...]:
    """The marks of a forecast, each in the first line that has room for it."""
    ends: list[float] = []
    marks: list[Mark] = []
    placed = [
        (_middle(x, development.edtf), development, on)
        for development, on in corpus.bearing_on.get(forecast.claim, ())
    ]
    for place, development, on in sorted(placed, key=lambda item: item[0]):
        line = next((line for line, end in enumerate(ends) if end + STEP <= place), len(ends))
        ends[line : line + 1] = [place]
        marks.append(Mark(development, on, place, line))
    return tuple(marks)


def _middle(x: Callable[[date], float], edtf: str) -> float:
    """Where a date stands: in its middle, no nearer to an edge than a mark is wide."""
    span = dates.parse(edtf)
    place = (x(span.earliest) + x(_after(span.latest))) / 2
    return round(min(max(place, STEP / 2), 1 - STEP / 2), 4)


def _after(day: date) -> date:
    return day if day == dates.LAST_DAY else day + timedelta(days=1)
