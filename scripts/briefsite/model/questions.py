"""Questions that the briefs can be asked alike, their answers, and how the answers relate."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from briefsite.model import ids
from briefsite.model.field_types import BriefRef, ClaimRef, Count, Many, Text, TopicRef
from briefsite.model.records import REWORDED, Reasons, Record, WordReasons

QuestionId = Annotated[str, StringConstraints(pattern=ids.whole(ids.QUESTION_ID))]
Relation = Literal["agreement", "partial agreement", "dissonance"]
"""How answers relate; a question that one brief alone answers has none, which is silence."""
Dimension = Literal["certainty", "cause", "scope", "time", "actor", "emphasis", "judgment"]
"""In what answers differ."""


class Answer(Record):
    says: Text = Field(
        description="what the brief answers, in the site's own words; what stands in quotation "
        "marks is the brief's"
    )
    claims: Annotated[
        tuple[ClaimRef, ...],
        Field(min_length=1, description="the claims of that brief that it rests on"),
    ]
    reworded: Reasons = Field(default_factory=WordReasons, description=REWORDED)


class Side(Record):
    """Briefs that stand together on a question."""

    briefs: Annotated[
        tuple[BriefRef, ...], Field(min_length=1, description="the keys of the briefs on this side")
    ]
    holds: Text = Field(description="what this side holds, in one plain sentence")


class Question(Record):
    id: QuestionId = Field(description="its permanent id")
    topic: TopicRef = Field(description="the key of its topic")
    question: Text = Field(description="the question")
    answers: dict[BriefRef, Answer] = Field(
        min_length=1, description="each brief's answer, by the brief's key"
    )
    relation: Relation | None = Field(
        default=None,
        description="where two or more briefs answer: how these relate, by docs/about/coding.md",
    )
    shared: Text | None = Field(
        default=None, description="what all answers hold, in one plain sentence"
    )
    difference: Text | None = Field(
        default=None, description="in what the answers part, in one plain sentence"
    )
    dimension: Dimension | None = Field(default=None, description="what the difference is one of")
    sides: Many[Side] = Field(
        default=(), description="unless the answers agree: which briefs stand together"
    )
    key: bool = Field(default=False, description="whether the briefs' conclusions turn on it")
    key_reason: Text | None = Field(default=None, description="why they do, in one plain sentence")
    summary: Count | None = Field(
        default=None, description="its place among the lines of the one-page summary, if it is one"
    )
    note: Text | None = Field(
        default=None, description="where only one brief speaks: one neutral sentence on that"
    )
    reworded: Reasons = Field(default_factory=WordReasons, description=REWORDED)

    @property
    def relation_or_silence(self) -> str:
        """A key of vocabulary.RELATIONS."""
        return self.relation or "silence"

    @property
    def summary_part(self) -> str:
        """The part of the one-page summary that it belongs to: a key of
        vocabulary.SUMMARY_PARTS."""
        return {"agreement": "shared", "silence": "alone"}.get(self.relation_or_silence, "part")
