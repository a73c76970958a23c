"""How many forecasts were decided and how, and how many of them risked anything. Counts, never a
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
    of those without an end; "" is no verdict. `borne`, `scheduled` and `either_way` count the dated
    ones that were borne out, all of them, and those of which that is said."""

    dated: int
    decided: int
    verdicts: tuple[tuple[str, int], ...]
    open_ended: int
    endless: tuple[tuple[str, int], ...]
    borne: int
    scheduled: int
    either_way: int
    weighed: int
    """How many of the borne out have a risk at all."""


def tally(forecasts: Sequence[Forecast]) -> Tally:
    """The counts of some forecasts by the verdicts that stand."""
    dated = [item for item in forecasts if item.horizon.kind == "dated"]
    endless = [item for item in forecasts if item.horizon.kind == "open-ended"]
    borne = [item for item in dated if item.stands == "borne out"]
    risks = [item.risk for item in borne if item.risk]
    return Tally(
        len(dated),
        sum(item.stands in DECIDED for item in dated),
        _counts(dated),
        len(endless),
        _counts(endless),
        len(borne),
        sum(risk.kind == "scheduled" for risk in risks),
        sum(risk.either_way for risk in risks),
        len(risks),
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
