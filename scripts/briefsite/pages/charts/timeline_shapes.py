"""The shapes of a timeline's marks: along the scale of time, lengthwise or upright."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefsite.pages.charts.picture_shapes import Box, Path, number
from briefsite.pages.charts.timeline_marks import Mark

ROW = 10
"""Pixels from one row of marks to the next."""
BAR = 8
"""How thick a bar is."""
MIN_BAR = 4
SYMBOLS = {
    "past": "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "expected": "m0-4.6 4.6 4.6-4.6 4.6-4.6-4.6z",
    "since": "m0-4.6 4.7 8.2h-9.4z",
}
"""What a point is drawn as, from its middle; each time has its own shape."""
ARROWS = {
    (False, "end"): "m-6-4 5 4-5 4",
    (False, "start"): "m6-4-5 4 5 4",
    (True, "end"): "m-4-6 4 5 4-5",
    (True, "start"): "m-4 6 4-5 4 5",
}


@dataclass(frozen=True)
class Frame:
    """Where the scale of time begins, how long it is, and whether time runs down."""

    start: float
    length: float
    upright: bool

    def at(self, share: float) -> float:
        return self.start + share * self.length

    def place(self, along: float, across: float) -> tuple[float, float]:
        return (across, along) if self.upright else (along, across)

    def point(self, along: float, across: float) -> str:
        return " ".join(map(number, self.place(along, across)))

    def line(self, along: float, first: float, last: float, style: str) -> Path:
        """A line across the lanes at one time."""
        return Path(f"M{self.point(along, first)}L{self.point(along, last)}", style)

    def box(
        self, along: float, across: float, length: float, height: float, style: str, name: str = ""
    ) -> Box:
        x, y = self.place(along, across)
        width, height = (height, length) if self.upright else (length, height)
        return Box(round(x), round(y), round(width), round(height), style, name)

    def mark(self, mark: Mark, across: float) -> Iterator[Box | Path]:
        """The shapes of a mark whose middle is at `across`."""
        style = f"t-{mark.kind}{' unsure' if mark.fades else ''}"
        start, end = self.at(mark.x), self.at(mark.x + mark.width)
        if not mark.width:
            yield Path(f"M{self.point(start, across)}{SYMBOLS[mark.kind]}", style, mark.id)
            return
        length = max(end - start, MIN_BAR)
        yield self.box(start, across - BAR / 2, length, BAR, style, mark.id)
        for name, along in (("start", start), ("end", end)):
            if mark.opens in (name, "both"):
                d = f"M{self.point(along, across)}{ARROWS[self.upright, name]}"
                yield Path(d, f"arrow {style}", mark.id)
