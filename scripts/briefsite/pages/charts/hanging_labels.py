"""Labels that hang from marks on one line: each on a row of its own where two would meet, so that
no text and no leader crosses another text."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Hung:
    """A label at `x`, with its text to the left of its leader or to the right, on a row."""

    x: float
    width: float
    row: int
    left: bool


def hang(places: Sequence[tuple[float, float]]) -> list[Hung]:
    """Labels by the places of their marks and the widths of their texts, in the order of the
    places.

    The first of them have their text to the left, as long as there is room, the others to the
    right: as many as give the fewest rows.
    """
    fitting = 0
    while fitting < len(places) and places[fitting][1] <= places[fitting][0]:
        fitting += 1
    return min(
        ([*_left(places[:turn]), *_right(places[turn:])] for turn in range(fitting + 1)),
        key=lambda hung: max((item.row for item in hung), default=0),
    )


def _right(places: Sequence[tuple[float, float]]) -> list[Hung]:
    """A label lies deeper than all whose leaders come down within its text."""
    placed: list[Hung] = []
    for x, width in reversed(places):
        row = 1 + max((item.row for item in placed if item.x < x + width), default=-1)
        placed.append(Hung(x, width, row, left=False))
    return placed[::-1]


def _left(places: Sequence[tuple[float, float]]) -> list[Hung]:
    placed: list[Hung] = []
    for x, width in places:
        row = 1 + max((item.row for item in placed if item.x > x - width), default=-1)
        placed.append(Hung(x, width, row, left=True))
    return placed
