"""The shape of data/codings.yml, in which readers code how answers relate, and of its figures."""

from typing import Annotated, Literal

from pydantic import Field

from briefsite.model.field_types import BriefRef, Key, Many, Text
from briefsite.model.outcomes import Day
from briefsite.model.questions import Dimension, QuestionId, Relation
from briefsite.model.records import Record

SILENCE = "silence"
FIELDS = ("relation", "dimension", "mark")
"""The fields in which coders are compared."""


class Coder(Record):
    """A reader who codes on their own."""

    name: Key = Field(description="the coder's name or role: reader-a")
    day: Day = Field(description="the day on which the coding was handed in")
    saw: Text = Field(description="what the coder had before them, and nothing else")


class Code(Record):
    """How one coder reads a question."""

    relation: Relation = Field(description="how the answers relate")
    dimension: Dimension | None = Field(
        default=None, description="unless they agree: what they differ in"
    )
    mark: Text | None = Field(
        default=None, description="'silent' with a brief, or 'put anew': the question does not fit"
    )
    reason: Text = Field(description="why, in one sentence")


class Proposal(Record):
    """What the editors proposed, which no coder saw."""

    relation: Relation = Field(description="how the answers relate")
    dimension: Dimension | None = Field(default=None, description="what they differ in")


class Settled(Record):
    """What holds after rereading, and what the question has."""

    relation: Relation | Literal["silence"] | None = Field(
        default=None, description="as the question has it; silence: one brief alone answers"
    )
    dimension: Dimension | None = Field(default=None, description="as the question has it")
    silent: BriefRef | None = Field(
        default=None, description="the brief whose answer was found to be none"
    )
    became: Text | None = Field(
        default=None, description="what became of a question that was taken apart or put anew"
    )
    reason: Text | None = Field(
        default=None, description="where codes differ: why this holds, by the paragraphs"
    )


class Coding(Record):
    """The codes of one question."""

    question: QuestionId = Field(description="the question's id")
    question_as_coded: Text | None = Field(
        default=None, description="its words as they were coded, where they have changed"
    )
    codes: Annotated[
        dict[Key, Code], Field(min_length=2, description="each coder's code, by the coder's name")
    ]
    proposed: Proposal | None = Field(default=None, description="what the editors had proposed")
    settled: Settled = Field(description="what holds")


class Codings(Record):
    codings: Many[Coding]
    coders: Many[Coder]


class FieldFigures(Record):
    """How far two coders agree in one field. `matrix` counts what was coded by the first coder's
    code, then the second's; `kappa` is Cohen's, None where chance alone makes them agree; `differ`
    holds the ids of what they coded otherwise."""

    field: str
    coded: int
    same: int
    raw: float | None
    kappa: float | None
    matrix: dict[str, dict[str, int]]
    differ: tuple[str, ...]


class PairFigures(Record):
    coders: tuple[Key, Key]
    fields: tuple[FieldFigures, ...]


class CodingFigures(Record):
    """data/codings-figures.json and data/judgings-figures.json, by `python -m tools.codings`."""

    pairs: tuple[PairFigures, ...]
