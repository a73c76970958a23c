"""The marks and lanes of a timeline chart, and how marks are packed into rows. Lengths are shares
of the chart's width unless they are in pixels."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from briefsite.model import dates
from briefsite.pages.charts.time_scale import Scale

MAX_POINT_DAYS = 7
"""Up to so many days are drawn as a point; anything longer is as wide as it lasted."""
UNCERTAIN = ("?", "~", "%")
MIN_WIDTH = 680
"""Pixels: the chart scrolls rather than be narrower, so marks that keep apart there always do."""
TOP, HEAD, ROW = 20, 15, 12
"""Pixels: the axis, a lane's name, a row of marks."""


@dataclass(frozen=True)
class Mark:
    """A point (`width` 0) or a bar. `kind` is a key of vocabulary.TIMES, or print, speaks, horizon,
    missing.

    `fades` and `opens` name the ends that are uncertain, and those that are not set: start, end,
    both."""

    id: str
    kind: str
    x: float
    width: float
    fades: str = ""
    opens: str = ""
    text: str = ""
    row: int = 0

    @property
    def within(self) -> bool:
        """Whether its text has room inside the bar."""
        return self.width * MIN_WIDTH > _pixels(self.text)

    @property
    def leftward(self) -> bool:
        """Whether its text stands before it, there being room neither inside nor behind."""
        end = (self.x + self.width) * MIN_WIDTH
        return not self.within and end + _pixels(self.text) > MIN_WIDTH

    @property
    def text_at(self) -> float:
        """Where its text begins or, leftward, ends."""
        return self.x if self.within or self.leftward else self.x + self.width

    @property
    def text_offset(self) -> int:
        """By how many pixels the text keeps off that place; a flag flies to the right."""
        return -4 if self.leftward else 10 if self.kind == "print" else 5

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where it takes up room, its text included."""
        half, text = 0 if self.width else 5, 0 if self.within else _pixels(self.text)
        left, right = self.x * MIN_WIDTH - half, (self.x + self.width) * MIN_WIDTH + half + 1
        if self.leftward:
            return (left - text) / MIN_WIDTH, right / MIN_WIDTH
        return left / MIN_WIDTH, (right + text) / MIN_WIDTH


@dataclass(frozen=True)
class Lane:
    """A name, its marks, and where it stands: `top` and `height` in pixels."""

    name: str
    marks: tuple[Mark, ...]
    top: int = 0

    @property
    def height(self) -> int:
        return HEAD + ROW * (1 + max((mark.row for mark in self.marks), default=0)) + 5


def mark(name: str, kind: str, edtf: str, scale: Scale, text: str = "") -> Mark:
    """The mark of a date in EDTF; `name` is the id of the entry that it stands for, or ""."""
    span = dates.parse(edtf)
    start, slash, end = edtf.partition("/")
    fades = _ends(start.endswith(UNCERTAIN), (end if slash else start).endswith(UNCERTAIN))
    opens = _ends(bool(slash) and start in ("", ".."), bool(slash) and end in ("", ".."))
    x = scale.at(span.earliest)
    after = 1.0 if span.latest == dates.LAST_DAY else scale.at(span.latest + timedelta(days=1))
    if (span.latest - span.earliest).days < MAX_POINT_DAYS:
        return Mark(name, kind, round((x + after) / 2, 4), 0, fades, opens, text)
    return Mark(name, kind, round(x, 4), round(after - x, 4), fades, opens, text)


def packed(marks: Iterable[Mark], first: int = 0) -> tuple[Mark, ...]:
    """Marks in as few rows as hold them side by side on the narrowest chart, from row `first`
    on."""
    row_ends: list[float] = []
    placed: list[Mark] = []
    for item in sorted(marks, key=lambda item: (item.x, item.width)):
        left, right = item.extent
        row = next((row for row, end in enumerate(row_ends) if end <= left), len(row_ends))
        row_ends[row : row + 1] = [right]
        placed.append(replace(item, row=first + row))
    return tuple(placed)


def _ends(start: bool, end: bool) -> str:
    return "both" if start and end else "start" if start else "end" if end else ""


def _pixels(text: str) -> int:
    """What a text takes up, with some air; a letter is five and a half at most on average."""
    return int(5.5 * len(text)) + 12 if text else 0
