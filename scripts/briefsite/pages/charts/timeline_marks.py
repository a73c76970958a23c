"""The marks of a timeline picture, and how marks are packed into rows. Lengths are shares of the
picture's scale of time unless they are in pixels."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from briefsite.model import dates
from briefsite.pages.charts.time_scale import Scale

MAX_POINT_DAYS = 7
"""Up to so many days are drawn as a point; anything longer is as wide as it lasted."""
UNCERTAIN = ("?", "~", "%")
HALF = 5
"""Pixels: half of what a point takes up."""
MAX_ROWS = 5
"""Marks beyond what so many rows hold lie over one another: they are drawn, and not to be read one
by one."""


@dataclass(frozen=True)
class Mark:
    """A point (`width` 0) or a bar; `kind` is a key of vocabulary.TIMES.

    `fades` and `opens` name the ends that are uncertain, and those that are not set: start, end,
    both."""

    id: str
    kind: str
    x: float
    width: float
    fades: str = ""
    opens: str = ""
    row: int = 0

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    def extent(self, length: float) -> tuple[float, float]:
        """From where to where it takes up room on a scale of so many pixels."""
        half = 0 if self.width else HALF
        return self.x * length - half, (self.x + self.width) * length + half + 1


def mark(name: str, kind: str, edtf: str, scale: Scale) -> Mark:
    """The mark of a date in EDTF; `name` is the id of the entry that it stands for."""
    span = dates.parse(edtf)
    start, slash, end = edtf.partition("/")
    fades = _ends(start.endswith(UNCERTAIN), (end if slash else start).endswith(UNCERTAIN))
    opens = _ends(bool(slash) and start in ("", ".."), bool(slash) and end in ("", ".."))
    x = scale.at(span.earliest)
    after = 1.0 if span.latest == dates.LAST_DAY else scale.at(span.latest + timedelta(days=1))
    if (span.latest - span.earliest).days < MAX_POINT_DAYS:
        return Mark(name, kind, round((x + after) / 2, 4), 0, fades, opens)
    return Mark(name, kind, round(x, 4), round(after - x, 4), fades, opens)


def packed(marks: Iterable[Mark], length: float) -> tuple[Mark, ...]:
    """Marks side by side in as few rows as hold them on a scale of so many pixels, MAX_ROWS at
    most."""
    row_ends: list[float] = []
    placed: list[Mark] = []
    for item in sorted(marks, key=lambda item: (item.x, item.width)):
        left, right = item.extent(length)
        free = next((row for row, end in enumerate(row_ends) if end <= left), len(row_ends))
        row = free if free < MAX_ROWS else row_ends.index(min(row_ends))
        row_ends[row : row + 1] = [right]
        placed.append(replace(item, row=row))
    return tuple(placed)


def rows(marks: Iterable[Mark]) -> int:
    """How many rows packed marks take."""
    return 1 + max((item.row for item in marks), default=-1)


def _ends(start: bool, end: bool) -> str:
    return "both" if start and end else "start" if start else "end" if end else ""
