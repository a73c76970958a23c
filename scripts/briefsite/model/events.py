"""The shape of events: what the briefs date or mention, and dates from outside the briefs."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from briefsite.model.field_types import (
    ActorRef,
    BriefRef,
    ClaimRef,
    Edtf,
    Key,
    Many,
    Text,
    TopicRef,
    WorkRef,
)
from briefsite.model.records import REWORDED, Reasons, Record, WordReasons


class SourcedDate(Record):
    """A date from outside the briefs, with the works that give it."""

    edtf: Edtf = Field(description="the date in EDTF")
    works: Annotated[
        tuple[WorkRef, ...], Field(min_length=1, description="the keys of the works that give it")
    ]
    note: Text | None = Field(default=None, description="on the date or its sources")


class Mention(Record):
    """What one brief says of an event."""

    brief: BriefRef = Field(description="the key of the brief")
    claims: Annotated[
        tuple[ClaimRef, ...],
        Field(min_length=1, description="the claims of that brief that mention it"),
    ]
    edtf: Edtf | None = Field(
        default=None, description="the brief's own date in EDTF, if it gives one"
    )
    basis: Literal["stated", "inferred"] | None = Field(
        default=None,
        description="stated: the brief gives the date; inferred: it follows from what it says",
    )
    expected: bool = Field(default=False, description="it lay ahead of the brief")
    horizon: Edtf | None = Field(
        default=None,
        description="for what is expected and not dated: by when, as an interval, 2024-06/..",
    )
    note: Text | None = Field(default=None, description="on the brief's date")

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if (self.edtf is None) != (self.basis is None):
            raise ValueError("a date needs both 'edtf' and 'basis' (stated or inferred)")
        return self


class Event(Record):
    id: Key = Field(description="its permanent id")
    title: Text = Field(description="what it was, in a few words")
    topics: Annotated[
        tuple[TopicRef, ...], Field(min_length=1, description="the keys of its topics")
    ]
    actors: Many[ActorRef] = Field(default=(), description="the keys of those who act in it")
    mentions: Annotated[
        tuple[Mention, ...], Field(min_length=1, description="what each brief says of it")
    ]
    reworded: Reasons = Field(default_factory=WordReasons, description=REWORDED)
    sourced: SourcedDate | None = Field(
        default=None, description="its date from outside the briefs"
    )

    @property
    def expected(self) -> bool:
        """Whether every brief that mentions it saw it lying ahead."""
        return all(mention.expected for mention in self.mentions)
