"""A scale of time that gives room to the years in which much happens, and says so."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefsite.model import dates

CROWDED = 3
"""A year in which so many spans begin or end is drawn at full width."""
NARROW = 0.3
"""The width of any other year, as a share of a full one."""
GAP = 2
"""More empty years than this, one after the other, are drawn as one narrow gap."""


@dataclass(frozen=True)
class Stretch:
    """Some years of the scale: `kind` is full, narrow or gap; `x` and `width` are shares of the
    whole."""

    first: int
    last: int
    kind: str
    x: float
    width: float

    @property
    def label(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def short(self) -> str:
        """What has room above it: a gap has none for its years."""
        return "⋯" if self.kind == "gap" else self.label


@dataclass(frozen=True)
class Scale:
    """From days to shares of a width, 0 to 1; even within a stretch, never going back."""

    stretches: tuple[Stretch, ...]

    def at(self, day: date) -> float:
        """Where a day begins; what lies outside the scale stands at its nearer edge."""
        for stretch in self.stretches:
            if day.year < stretch.first:
                return stretch.x
            if day.year <= stretch.last:
                start, end = date(stretch.first, 1, 1), date(stretch.last + 1, 1, 1)
                return stretch.x + stretch.width * (day - start).days / (end - start).days
        return 1.0

    @property
    def squeezed(self) -> bool:
        """Whether some years are narrower than others."""
        return len({stretch.kind for stretch in self.stretches}) > 1


def of(spans: Iterable[dates.Span]) -> Scale | None:
    """The scale for some spans of days, by whole years; None when no day is known."""
    ends = Counter(
        year
        for span in spans
        for year in {
            end.year for end in (span.earliest, span.latest) if date.min < end < dates.LAST_DAY
        }
    )
    if not ends:
        return None
    years = range(min(ends), max(ends) + 1)
    crowded = {year for year, count in ends.items() if count >= CROWDED} or set(years)
    parts: list[tuple[int, int, str]] = []
    empty: list[int] = []
    for year in years:
        if year not in ends and year not in crowded:
            empty.append(year)
            continue
        parts += _empty_years(empty)
        parts.append((year, year, "full" if year in crowded else "narrow"))
        empty = []
    weights = [1 if kind == "full" else NARROW for *_, kind in parts]
    stretches: list[Stretch] = []
    x = 0.0
    for (first, last, kind), weight in zip(parts, weights, strict=True):
        stretches.append(Stretch(first, last, kind, x / sum(weights), weight / sum(weights)))
        x += weight
    return Scale(tuple(stretches))


def _empty_years(years: list[int]) -> list[tuple[int, int, str]]:
    if len(years) > GAP:
        return [(years[0], years[-1], "gap")]
    return [(year, year, "narrow") for year in years]
