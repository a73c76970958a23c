"""The chart of the ledger: for each brief, the horizons of its forecasts against their verdicts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefsite.model import dates
from briefsite.model.outcomes import Forecast
from briefsite.pages.rendering import render

LEFT, RIGHT, ROW, HEAD, TOP = 150, 30, 15, 25, 24
WIDTH = 720

Panel = tuple[str, Sequence[tuple[str, Sequence[Forecast]]]]
"""A brief's label, and its forecasts by verdict."""


@dataclass(frozen=True)
class Bar:
    """One horizon: `x` and `width` in the chart's units, and whether it ends beyond them."""

    label: str
    x: float
    width: float
    y: int
    endless: bool


def svg(panels: Sequence[Panel], days_known: Iterable[date]) -> str:
    """An SVG of the panels, whose years reach to the last of the days known (what ends later is
    drawn with an arrow); "" when there is nothing to draw."""
    spans = [
        dates.parse(forecast.horizon.edtf)
        for _, groups in panels
        for _, group in groups
        for forecast in group
    ]
    if not spans:
        return ""
    first = date(min(span.earliest for span in spans).year, 1, 1)
    last = date(max([*days_known, *(span.earliest for span in spans)]).year + 1, 1, 1)
    scale = _scale(first, last)
    y = TOP
    shapes: list[tuple[str, int, list[tuple[str, int, list[Bar]]]]] = []
    for label, groups in panels:
        y += HEAD
        bands: list[tuple[str, int, list[Bar]]] = []
        for verdict, group in groups:
            bars = [_bar(item, scale, last, y + ROW * row) for row, item in enumerate(group)]
            bands.append((verdict, y, bars))
            y += ROW * len(group) + 8
        shapes.append((label, bands[0][1] - 8, bands))
    return render(
        "forecast_chart.svg.jinja",
        "",
        panels=shapes,
        years=[(year, scale(date(year, 1, 1))) for year in range(first.year, last.year)],
        height=y,
        width=WIDTH,
    )


def _scale(first: date, last: date) -> Callable[[date], float]:
    """From days to the chart's units; what has no end reaches its right edge."""

    def x(day: date) -> float:
        share = min((day - first).days / (last - first).days, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    return x


def _bar(forecast: Forecast, scale: Callable[[date], float], last: date, y: int) -> Bar:
    span = dates.parse(forecast.horizon.edtf)
    x, endless = scale(span.earliest), span.latest >= last
    end = last if endless else span.latest + timedelta(days=1)
    return Bar(forecast.claim, x, round(max(scale(end) - x, 4), 1), y, endless)
