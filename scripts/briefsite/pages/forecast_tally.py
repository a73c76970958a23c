"""How many forecasts were decided and how, and which of them risked anything. Counts, never a
score."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefsite.model import dates
from briefsite.model.outcomes import Forecast
from briefsite.model.vocabulary import DECIDED, VERDICTS

SECTIONS = ("decided", "undecidable", "open", "open-ended")
"""The parts of the ledger: the dated forecasts by how they stand, then those without an end."""


@dataclass(frozen=True)
class Tally:
    """Counts over some forecasts. `verdicts` are (verdict, number) of the dated ones, `endless`
    of those without an end; "" is no verdict.

    The dated ones that are decided fall in four: `risked` could have gone either way, `scheduled`
    stood on a calendar and was hardly in doubt, `safe` was hardly in doubt, of `unweighed` nobody
    has said. `risked_open` are dated, undecided, and could go either way."""

    dated: int
    decided: int
    verdicts: tuple[tuple[str, int], ...]
    open_ended: int
    endless: tuple[tuple[str, int], ...]
    risked: tuple[Forecast, ...]
    scheduled: int
    safe: int
    unweighed: int
    risked_open: int


def tally(forecasts: Sequence[Forecast]) -> Tally:
    """The counts of some forecasts by the verdicts that stand."""
    dated = [item for item in forecasts if item.horizon.kind == "dated"]
    endless = [item for item in forecasts if item.horizon.kind == "open-ended"]
    decided = [item for item in dated if item.stands in DECIDED]
    hardly = [item.risk for item in decided if item.risk and not item.risk.either_way]
    risked = [item for item in dated if item.risk and item.risk.either_way]
    return Tally(
        len(dated),
        len(decided),
        _counts(dated),
        len(endless),
        _counts(endless),
        tuple(item for item in risked if item.stands in DECIDED),
        sum(risk.kind == "scheduled" for risk in hardly),
        sum(risk.kind != "scheduled" for risk in hardly),
        sum(not item.risk for item in decided),
        sum(item.stands not in DECIDED for item in risked),
    )


def section(forecast: Forecast) -> str:
    """The part of the ledger in which a forecast stands: one of SECTIONS."""
    if forecast.horizon.kind == "open-ended":
        return "open-ended"
    if forecast.stands in DECIDED:
        return "decided"
    return "undecidable" if forecast.stands == "undecidable" else "open"


def ordered(forecasts: Sequence[Forecast]) -> list[Forecast]:
    """By section, in each by the end of the window, and then as the ledger has them."""
    return sorted(
        forecasts,
        key=lambda item: (
            SECTIONS.index(section(item)),
            dates.parse(item.horizon.edtf).latest,
        ),
    )


def _counts(forecasts: Sequence[Forecast]) -> tuple[tuple[str, int], ...]:
    given = Counter(item.stands for item in forecasts)
    return tuple((name, given[name]) for name in (*VERDICTS, "") if given[name])
