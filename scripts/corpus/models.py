"""The shape of every data file. Field descriptions are what editors show (JSON Schema)."""

from typing import Annotated, Literal

from pydantic import (AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr,
                      StringConstraints, model_validator)

from corpus import dates
from corpus.problems import Mark
from corpus.yamlfile import Located

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Label = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, pattern=r"^[^<>&\n]+$")]
"""A name that the theme shows in its own places, where markup would be live."""
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ClaimId = Annotated[str, StringConstraints(pattern=r"^[A-Z]+[1-9][0-9]*$")]
Count = Annotated[int, Field(ge=1)]
Edtf = Annotated[str, AfterValidator(lambda text: dates.parse(text).text)]
Web = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]

Kind = Literal["fact", "assessment", "forecast", "recommendation", "definition"]
Relates = Literal["agree", "differ", "conflict"]


def _listed(value):
    """A key left empty in YAML (`cites:`) is an empty list."""
    return () if value is None else value


def many(item):
    """The type of a list of `item` that may be left out or empty."""
    return Annotated[tuple[item, ...], BeforeValidator(_listed)]


class Record(BaseModel):
    """A mapping in a data file; `at` tells where it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    _at: Mark = PrivateAttr(default=Mark())

    @model_validator(mode="wrap")
    @classmethod
    def _locate(cls, value, handler):
        record = handler(value)
        if isinstance(value, Located):
            record._at = value.mark
        return record

    @property
    def at(self) -> Mark:
        return self._at


class Tombstone(Record):
    """A claim or event that is gone; its id stays taken and its address alive."""

    id: Text
    retired: Text = Field(description="why, and where its content went: merged into E30")


class StatedDate(Record):
    edtf: Edtf
    basis: Literal["stated", "inferred"] = Field(description="stated: the sentence gives it; inferred: it follows from it")


class Claim(Record):
    """One thing one paragraph says, restated in one sentence."""

    id: ClaimId = Field(description="assigned by hand, once; never reused, never renumbered")
    paragraph: Count
    sentences: Annotated[tuple[Count, ...], Field(min_length=1, max_length=2)]
    kind: Kind
    says: Text
    attributed_to: Text = "brief"
    hedge: many(Text) = ()
    quote: Text | None = None
    topics: Annotated[tuple[Key, ...], Field(min_length=1)]
    actors: many(Key) = ()
    dates: many(StatedDate) = ()
    cites: many(Key) = ()
    restates: many(ClaimId) = ()
    elsewhere: many(Text) = Field(default=(), description="hedge or reporting words of its sentences that do not bear on this claim as a whole")
    allowed: many(Text) = Field(default=(), description="figures or names of 'says' that stand otherwise in the brief, looked at by hand")
    note: Text | None = None


class Paragraph(Record):
    number: Count
    section: Text
    sentences: Annotated[tuple[Count, ...], Field(min_length=1, description="words of each sentence")]


class Excused(Record):
    """A sentence that no claim carries, and why."""

    paragraph: Count
    sentence: Count
    reason: Text


class Author(Record):
    name: Text
    credentials: Text = Field(description="as the brief gives them, in own words")


class Brief(Record):
    """data/briefs/<key>.yml"""

    key: Key
    prefix: Annotated[str, StringConstraints(pattern=r"^[A-Z]+$")]
    name: Label = Field(description="what prose calls it: Easley")
    published: Edtf
    speaks_from: Edtf
    reading_note: Text | None = None
    language: Text = "en"
    original: Key | None = None
    authors: Annotated[tuple[Author, ...], Field(min_length=1)]
    notes: many(Text) = ()
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]
    excused: many(Excused) = ()
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    retired: many(Tombstone) = Field(default=(), description="claims that are gone")


class Topic(Record):
    key: Key
    title: Label
    about: Text


class Actor(Record):
    key: Key
    name: Label
    kind: Literal["state", "organisation", "group", "person"]
    korean: Text | None = None
    aliases: many(Text) = ()


class Term(Record):
    key: Key
    term: Text
    expansion: Text | None = Field(default=None, description="set for abbreviations: explained on hover")
    meaning: Text
    whose: Text = Field(description="whose term it is, in words")
    coined_by: Key | None = Field(default=None, description="the brief that alone owns the term")
    forms: many(Text) = ()
    claims: many(ClaimId) = ()


class Answer(Record):
    says: Text
    claims: Annotated[tuple[ClaimId, ...], Field(min_length=1)]


class Relation(Record):
    between: Annotated[tuple[Key, Key], Field(description="two briefs")]
    relation: Relates
    why: Text


class Question(Record):
    id: Annotated[str, StringConstraints(pattern=r"^q-[a-z0-9]+(-[a-z0-9]+)*$")]
    topic: Key
    question: Text
    answers: dict[Key, Answer] = Field(min_length=1)
    relations: many(Relation) = ()
    note: Text | None = Field(default=None, description="where only one brief speaks: one neutral sentence on that")


class SourcedDate(Record):
    """A date from outside the briefs, with the works that give it."""

    edtf: Edtf
    works: Annotated[tuple[Key, ...], Field(min_length=1)]
    note: Text | None = None


class Mention(Record):
    """What one brief says of an event."""

    brief: Key
    claims: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    edtf: Edtf | None = None
    basis: Literal["stated", "inferred"] | None = None
    expected: bool = Field(default=False, description="it lay ahead of the brief")
    horizon: Edtf | None = Field(default=None, description="for what is expected and not dated: by when, as an interval, 2024-06/..")
    note: Text | None = None

    @model_validator(mode="after")
    def _dated(self):
        if (self.edtf is None) != (self.basis is None):
            raise ValueError("a date needs both 'edtf' and 'basis' (stated or inferred)")
        return self


class Event(Record):
    id: Key
    title: Text
    topics: Annotated[tuple[Key, ...], Field(min_length=1)]
    actors: many(Key) = ()
    mentions: Annotated[tuple[Mention, ...], Field(min_length=1)]
    sourced: SourcedDate | None = None
