"""The ledger as a picture: for each brief, the horizons of its forecasts against their verdicts."""

from dataclasses import dataclass
from datetime import date, timedelta

from briefsite.model import dates
from briefsite.pages.rendering import render

LEFT, RIGHT, ROW, HEAD, TOP = 150, 30, 15, 25, 24
WIDTH = 720


@dataclass(frozen=True)
class Bar:
    """One horizon: `x` and `width` in the picture's units, and whether it ends beyond them."""

    label: str
    x: float
    width: float
    y: int
    endless: bool


def svg(panels, known) -> str:
    """An SVG of (brief's label, forecasts by verdict) panels, whose years reach to the last of the `known`
    days (what ends later is drawn with an arrow); "" when there is nothing to draw."""
    spans = [
        dates.parse(forecast.horizon.edtf)
        for _, groups in panels
        for _, group in groups
        for forecast in group
    ]
    if not spans:
        return ""
    first = date(min(span.earliest for span in spans).year, 1, 1)
    last = date(max([*known, *(span.earliest for span in spans)]).year + 1, 1, 1)
    scale = _scale(first, last)
    y, drawn = TOP, []
    for label, groups in panels:
        y += HEAD
        bands = []
        for name, group in groups:
            bars = [
                _bar(forecast, scale, last, y + ROW * place) for place, forecast in enumerate(group)
            ]
            bands.append((name, y, bars))
            y += ROW * len(group) + 8
        drawn.append((label, bands[0][1] - 8, bands))
    years = [(year, scale(date(year, 1, 1))) for year in range(first.year, last.year)]
    return render(
        "ledger-picture.jinja",
        "",
        panels=drawn,
        years=years,
        height=y,
        width=WIDTH,
        right=WIDTH - RIGHT,
        row=ROW,
    )


def _scale(first: date, last: date):
    """From days to the picture's units; what has no end reaches its right edge."""

    def place(day: date) -> float:
        share = min((day - first).days / (last - first).days, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    return place


def _bar(forecast, scale, last: date, y: int) -> Bar:
    span = dates.parse(forecast.horizon.edtf)
    x, beyond = scale(span.earliest), span.latest >= last
    end = last if beyond else span.latest + timedelta(days=1)
    return Bar(forecast.claim, x, round(max(scale(end) - x, 4), 1), y, beyond)
