"""How many forecasts have each verdict. Counts, never a score."""

from collections import Counter
from collections.abc import Iterable

from briefsite.model import vocabulary
from briefsite.model.outcomes import Forecast


def counts(forecasts: Iterable[Forecast]) -> list[tuple[str, int]]:
    """The verdicts that stand with how often each was given, in the order of the vocabulary; ""
    is none, and comes last. A verdict that was not given is left out."""
    given = Counter(item.verdict.verdict if item.verdict else "" for item in forecasts)
    return [(name, given[name]) for name in (*vocabulary.VERDICTS, "") if given[name]]
