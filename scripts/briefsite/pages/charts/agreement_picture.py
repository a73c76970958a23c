"""The map of agreement as a file: a line for each topic, a mark for each question."""

from collections.abc import Sequence
from typing import Protocol

from briefsite.model import addresses, vocabulary
from briefsite.model.questions import Question
from briefsite.model.records import Topic
from briefsite.pages.charts.picture_file import Picture
from briefsite.pages.rendering import render

WIDTH, CELLS, STEP, LINE, HEAD = 720, 250, 26, 26, 32
"""Pixels: where the marks begin, how far they are apart, a line of them, the key above."""
IN_A_LINE = (WIDTH - CELLS - 130) // STEP
"""So many marks have room beside the names of silent briefs."""


class Row(Protocol):
    """What a line is drawn of."""

    @property
    def topic(self) -> Topic: ...

    @property
    def questions(self) -> tuple[Question, ...]: ...

    @property
    def silence(self) -> str: ...


def picture(rows: Sequence[Row], counts: Sequence[tuple[str, int]], page: str) -> Picture:
    """The file of some rows; `counts` are how many questions have each relation."""
    lines: list[tuple[Row, int]] = []
    height = HEAD
    for row in rows:
        lines.append((row, height))
        height += LINE * max(1, -(-len(row.questions) // IN_A_LINE))
    said = ", ".join(f"{number} {vocabulary.RELATIONS[name]}" for name, number in counts)
    return Picture(
        "agreement-map",
        "Where the briefs agree and where they part",
        f"A line for each of {len(rows)} topics, a mark for each question that the briefs can be "
        f"asked alike, by how the answers relate: {said}.",
        page,
        WIDTH,
        height,
        render(
            "agreement_picture.svg.jinja",
            addresses.HOME,
            lines=lines,
            counts=counts,
            width=WIDTH,
            cells=CELLS,
            step=STEP,
            line=LINE,
            in_a_line=IN_A_LINE,
        ),
    )
