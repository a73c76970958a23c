"""What to watch: the forecasts that nothing has decided yet, by when they end, and what last bore
on them."""

from dataclasses import dataclass
from datetime import date

from briefsite.model import dates
from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Development, Forecast
from briefsite.model.records import Brief

UNDECIDED = ("open", "")
"""The verdicts of a forecast that is still to be watched; "" is none."""


@dataclass(frozen=True)
class Watched:
    """An open forecast; its window ends with the date `end` (EDTF), on the day `until` at the
    latest. Both are empty where the brief sets no end. `newest` is the newest development that
    bears on it."""

    forecast: Forecast
    brief: Brief
    end: str
    until: date | None
    newest: Development | None


def watch(corpus: Corpus) -> list[Watched]:
    """Every open forecast: first those with an end, the nearest end first, then those without, the
    one first on which something bore last."""
    found = [
        Watched(
            forecast, corpus.brief_of[forecast.claim], *_end(forecast), _newest(corpus, forecast)
        )
        for forecast in corpus.forecasts
        if (forecast.verdict.verdict if forecast.verdict else "") in UNDECIDED
        and forecast.claim in corpus.brief_of
    ]
    found.sort(key=_newest_day, reverse=True)
    return sorted(found, key=lambda item: item.until or dates.LAST_DAY)


def _end(forecast: Forecast) -> tuple[str, date | None]:
    start, _, end = forecast.horizon.edtf.partition("/")
    last = dates.parse(forecast.horizon.edtf).latest
    return ("", None) if last == dates.LAST_DAY else (end or start, last)


def _newest(corpus: Corpus, forecast: Forecast) -> Development | None:
    bearing = corpus.bearing_on.get(forecast.claim)
    return bearing[-1][0] if bearing else None


def _newest_day(item: Watched) -> date:
    return dates.parse(item.newest.edtf).latest if item.newest else date.min
