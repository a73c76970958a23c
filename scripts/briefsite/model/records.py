"""The shape of every data file. Field descriptions are what editors show (JSON Schema)."""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    model_validator,
)

from briefsite.model import dates, ids, shared_values
from briefsite.model.field_types import (
    REWORDED,
    ActorRef,
    BriefRef,
    ClaimId,
    ClaimRef,
    Count,
    Edtf,
    Key,
    Label,
    Many,
    Reasons,
    Text,
    TopicRef,
    WordReasons,
    WorkRef,
)
from briefsite.model.problems import NOWHERE, Mark
from briefsite.model.vocabulary import ActorKind, ClaimKind


class Record(BaseModel):
    """A mapping in a data file; `at` tells where it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    _at: Mark = PrivateAttr(default_factory=lambda: NOWHERE)

    @model_validator(mode="wrap")
    @classmethod
    def _locate(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        if isinstance(mark := getattr(value, "mark", None), Mark):
            record._at = mark
        shared_values.share_fields(record)
        return record

    @property
    def at(self) -> Mark:
        return self._at


class Tombstone(Record):
    """A claim, question or event that is gone; its id stays taken and its address alive."""

    id: Annotated[str, StringConstraints(pattern=ids.whole(ids.ANY_ID))] = Field(
        description="the id that is gone"
    )
    retired: Text = Field(description="why, and where its content went: merged into E30")
    said: Text | None = Field(default=None, description="what it said, as it stood last")
    gone: Edtf | None = Field(default=None, description="the day it went, in EDTF")


class StatedDate(Record):
    edtf: Edtf = Field(description="a date in EDTF: 2023-12-30, 2024-05, 2024~")
    basis: Literal["stated", "inferred"] = Field(
        description="stated: the sentence gives it; inferred: it follows from it"
    )


class Claim(Record):
    """One thing one paragraph says, restated in one sentence."""

    id: ClaimId = Field(description="assigned by hand, once; never reused, never renumbered")
    paragraph: Count = Field(description="the number of the paragraph that makes it")
    sentences: Annotated[
        tuple[Count, ...],
        Field(
            min_length=1,
            max_length=2,
            description="the sentences of that paragraph that carry it, counted from 1",
        ),
    ]
    kind: ClaimKind = Field(description="what sort of statement it is")
    says: Text = Field(
        description="the claim in one sentence of the site's own; what stands in quotation marks "
        "is the brief's"
    )
    attributed_to: Text = Field(
        default="brief", description="who says it: 'brief', or whom the brief reports"
    )
    hedge: Many[Text] = Field(
        default=(), description="the brief's own words that weaken or limit it, quoted"
    )
    quote: Text | None = Field(
        default=None, description="a term or short phrase verbatim from the paragraph, quoted"
    )
    topics: Annotated[
        tuple[TopicRef, ...],
        Field(min_length=1, description="the keys of its topics, the main one first"),
    ]
    actors: Many[ActorRef] = Field(default=(), description="the keys of those who act in it")
    dates: Many[StatedDate] = Field(default=(), description="the dates that the brief gives in it")
    cites: Many[WorkRef] = Field(
        default=(), description="the keys of the works that the brief cites for it"
    )
    restates: Many[ClaimRef] = Field(
        default=(), description="the claims of the same brief that it repeats"
    )
    because: Many[ClaimRef] = Field(
        default=(),
        description="claims of the same brief that are its reason, where the brief's words say so",
    )
    see: Many[ClaimRef] = Field(
        default=(),
        description="claims of the same brief on the same matter, which it does not repeat",
    )
    elsewhere: Many[Text] = Field(
        default=(),
        description="hedge or reporting words of its sentences that bear on another claim, which "
        "carries them",
    )
    allowed: Many[Text] = Field(
        default=(),
        description="names of 'says' that stand otherwise in the brief, looked at by hand",
    )
    not_hedges: Reasons = Field(
        default_factory=WordReasons,
        description="hedge or reporting words of its sentences that grant, permit or name "
        "something and weaken or report nothing, each with the reason",
    )
    reworded: Reasons = Field(default_factory=WordReasons, description=REWORDED)
    note: Text | None = Field(default=None, description="what a reader of it should know")


class Paragraph(Record):
    number: Count = Field(description="its number, counted from 1")
    section: Text = Field(description="the section in which it stands")
    sentences: Annotated[
        tuple[Count, ...], Field(min_length=1, description="words of each sentence")
    ]


class Excused(Record):
    """A sentence that no claim carries, and why."""

    paragraph: Count = Field(description="the number of the paragraph")
    sentence: Count = Field(description="the sentence, counted from 1")
    reason: Text = Field(description="why no claim carries it")


class Author(Record):
    name: Text = Field(description="as the brief prints it")
    credentials: Text = Field(description="as the brief gives them, in own words")


class Argument(Record):
    """How a brief argues, in claims chosen by hand."""

    thesis: Annotated[tuple[ClaimRef, ...], Field(min_length=1, description="what it holds")]
    rests_on: Many[ClaimRef] = Field(default=(), description="what that rests on")
    expects: Many[ClaimRef] = Field(default=(), description="what it expects")
    recommends: Many[ClaimRef] = Field(default=(), description="what it recommends")


class Brief(Record):
    """data/briefs/<key>.yml"""

    key: Key = Field(description="its key in bibliography.bib")
    prefix: Annotated[str, StringConstraints(pattern=ids.whole(ids.PREFIX))] = Field(
        description="what the ids of its claims begin with"
    )
    color: Count | None = Field(
        default=None, description="the number of its color, which no other brief has: 1, 2, 3"
    )
    name: Label = Field(description="what prose calls it, such as its author")
    published: Edtf = Field(description="when it was published, in EDTF")
    speaks_from: Edtf = Field(
        description="the time it speaks from, in EDTF; what is after the brief is after this"
    )
    reading_note: Text | None = Field(
        default=None, description="what to know of its time when reading it"
    )
    language: Text = Field(default="en", description="its language (BCP 47)")
    original: WorkRef | None = Field(
        default=None, description="the key of the work that it condenses or translates"
    )
    authors: Annotated[tuple[Author, ...], Field(min_length=1, description="its authors")]
    notes: Many[Text] = Field(default=(), description="what else to know when reading it")
    paragraphs: Annotated[
        tuple[Paragraph, ...], Field(min_length=1, description="its numbered paragraphs")
    ]
    excused: Many[Excused] = Field(default=(), description="sentences that no claim carries")
    claims: Annotated[tuple[Claim, ...], Field(min_length=1, description="its claims")]
    argument: Argument | None = Field(default=None, description="how it argues")
    retired: Many[Tombstone] = Field(default=(), description="claims that are gone")

    @property
    def label(self) -> str:
        """Its short name in prose: Easley 2024. One without a date is Easley n.d."""
        year = "n.d." if self.published.startswith("..") else dates.years(self.published)[0]
        return self.name if year in self.name else f"{self.name} {year}"


class Topic(Record):
    key: Key = Field(description="the name of its page")
    title: Label = Field(description="its title")
    about: Text = Field(description="what it is about, in one sentence")


class Aims(Record):
    """What one brief says of what an actor wants."""

    says: Text = Field(description="its aims by this brief, in one sentence of the site's own")
    claims: Annotated[
        tuple[ClaimRef, ...],
        Field(min_length=1, description="the claims of that brief that it rests on"),
    ]


class Actor(Record):
    key: Key = Field(description="the name of its page")
    name: Label = Field(description="its name")
    kind: ActorKind = Field(description="what sort of actor it is")
    korean: Text | None = Field(default=None, description="its name in Korean script")
    aliases: Many[Text] = Field(default=(), description="other names that the briefs use")
    of: ActorRef | None = Field(default=None, description="the state of a person or a body")
    aims: dict[BriefRef, Aims] = Field(
        default_factory=dict[BriefRef, Aims],
        description="what it wants by each brief that says so, by the brief's key",
    )


class Term(Record):
    key: Key = Field(description="its address in the glossary")
    term: Text = Field(description="the term")
    expansion: Text | None = Field(
        default=None, description="set for abbreviations: explained on hover"
    )
    meaning: Text = Field(description="what it means")
    whose: Text = Field(description="whose term it is, in words")
    coined_by: BriefRef | None = Field(
        default=None, description="the brief that alone owns the term"
    )
    forms: Many[Text] = Field(default=(), description="other forms of it that the checks look for")
    claims: Many[ClaimRef] = Field(default=(), description="claims that use it")
