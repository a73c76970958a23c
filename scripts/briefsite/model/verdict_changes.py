"""What the verdict on a forecast was before, and until when."""

from dataclasses import dataclass

from briefsite.model.outcomes import Forecast
from briefsite.model.vocabulary import VerdictValue


@dataclass(frozen=True)
class Earlier:
    """A verdict that stood until another one replaced it on the day `until`."""

    verdict: VerdictValue
    until: str


def earlier(forecast: Forecast) -> Earlier | None:
    """The last verdict that differs from the one that stands; a verdict that was given again has
    changed nothing."""
    until = ""
    for given in reversed(forecast.verdicts):
        if given.verdict != forecast.stands:
            return Earlier(given.verdict, until)
        until = given.judged
    return None
