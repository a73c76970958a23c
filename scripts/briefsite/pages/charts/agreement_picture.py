"""The map of agreement drawn, for where no style sheet is: a row for each topic, a mark for each
question."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.model import addresses, vocabulary
from briefsite.pages.charts import picture_shapes
from briefsite.pages.charts.picture_file import Picture
from briefsite.pages.rendering import render

if TYPE_CHECKING:
    from briefsite.pages.agreement_map import Row

NAME = "agreement-map"
WIDTH, STEP, LINE, LEGEND, AIR = 720, 24, 18, 26, 16
"""Pixels: the picture, a mark, a line of marks, what the marks mean, between columns."""
WIDEST = 300
"""Pixels: the column of topics at most."""


@dataclass(frozen=True)
class Drawn:
    """A row at `y`: lines of its topic's title, its marks as (x, y, relation), and which briefs are
    silent, at `x`."""

    y: int
    title: Sequence[str]
    marks: Sequence[tuple[int, int, str]]
    x: int
    silent: str


def picture(rows: Sequence["Row"], counts: Sequence[tuple[str, int]]) -> Picture:
    """The map as a picture; `counts` tells how many questions have each relation."""
    titles = [picture_shapes.lines(row.topic.title, WIDEST) for row in rows]
    start = round(max(map(picture_shapes.width, titles), default=0)) + AIR
    silents = [(row.silence,) if row.silence else ("",) for row in rows]
    room = WIDTH - start - round(max(map(picture_shapes.width, silents), default=0)) - AIR
    fitting = max(room // STEP, 1)
    drawn: list[Drawn] = []
    y = 0
    for row, title, silent in zip(rows, titles, silents, strict=True):
        relations = [question.relation_or_silence for question in row.questions]
        marks = [
            (start + place % fitting * STEP, y + place // fitting * LINE, name)
            for place, name in enumerate(relations)
        ]
        x = start + min(len(marks), fitting) * STEP + AIR // 2
        drawn.append(Drawn(y, title, marks, x, silent[0]))
        y += LINE * max(len(title), -(-len(marks) // fitting), 1) + 6
    said = ", ".join(f"{count} {vocabulary.RELATIONS[name]}" for name, count in counts if count)
    return Picture(
        NAME,
        "Where the briefs agree and where they part",
        f"A row for each topic, a mark for each question by how its answers relate: {said}.",
        addresses.HOME,
        WIDTH,
        y + LEGEND,
        render(
            "agreement_picture.svg.jinja",
            "",
            rows=drawn,
            counts=counts,
            line=LINE,
            width=WIDTH,
            bottom=y,
        ),
    )
