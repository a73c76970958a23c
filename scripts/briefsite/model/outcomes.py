"""The shape of what looks past the briefs: their forecasts, and what happened since."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from briefsite.model import dates, ids
from briefsite.model.field_types import (
    REWORDED,
    ActorRef,
    ClaimRef,
    Edtf,
    EventRef,
    ForecastRef,
    Key,
    Many,
    Reasons,
    Text,
    TopicRef,
    WordReasons,
    WorkRef,
)
from briefsite.model.records import Record, Tombstone
from briefsite.model.vocabulary import (
    BearingKind,
    ForecastKind,
    HorizonKind,
    RiskKind,
    VerdictValue,
)

Day = Annotated[Edtf, StringConstraints(pattern=ids.whole(ids.DAY))]


class Horizon(Record):
    """By when something is expected."""

    edtf: Edtf = Field(description="an interval, open where the brief sets no end: 2024-06/..")
    basis: Literal["stated", "inferred"] = Field(
        description="stated: the brief gives it; inferred: it follows from it"
    )
    read_as: Edtf | None = Field(
        default=None,
        description="where the brief is loose, as in 'around': the window as this site reads it, "
        "which holds all of 'edtf'; 'note' says why",
    )
    note: Text | None = Field(default=None, description="how it is read from the brief")

    @property
    def window(self) -> dates.Span:
        """The days within which it is judged."""
        return dates.parse(self.read_as or self.edtf)

    @property
    def kind(self) -> HorizonKind:
        """Whether it ends: `2024/..` does not."""
        return "open-ended" if dates.parse(self.edtf).latest == dates.LAST_DAY else "dated"

    @model_validator(mode="after")
    def _read_with_reason(self):
        if not self.read_as:
            return self
        given = dates.parse(self.edtf)
        if self.window.earliest > given.earliest or self.window.latest < given.latest:
            raise ValueError("'read_as' holds all of 'edtf'")
        if not self.note:
            raise ValueError("'read_as' goes with a 'note' that says why")
        return self


class Risk(Record):
    """How much a forecast risked when it was made."""

    kind: RiskKind = Field(
        description="scheduled: it stood on a calendar when the brief was written"
    )
    calendar: Many[WorkRef] = Field(
        default=(), description="for 'scheduled': the works that show the calendar"
    )
    either_way: bool = Field(
        description="true when it could have gone either way, in this site's judgment"
    )
    reason: Text = Field(description="why it could, or could not, in one sentence")


class Verdict(Record):
    """The site's judgment on one day; a later one is added below it and never overwrites it."""

    judged: Day = Field(description="the day it was judged")
    verdict: VerdictValue = Field(description="how it stood that day")
    reason: Text = Field(description="why, in one or two sentences")
    sought: Text | None = Field(
        default=None,
        description="the source that was looked for; 'no source found' decides nothing without it",
    )
    weighed: Text | None = Field(
        default=None,
        description="where developments pull both ways: why it is not 'partly'",
    )


class Forecast(Record):
    """What a brief expects, known by the claim that says it."""

    claim: ClaimRef = Field(description="the claim that it is known by")
    also: Many[ClaimRef] = Field(
        default=(),
        description="claims of the same brief that say it too, or set its condition or date",
    )
    sort: ForecastKind = Field(
        description="how the brief looks ahead; with 'conditional' goes a condition"
    )
    title: Text = Field(description="the forecast in a few words")
    condition: Text | None = Field(
        default=None, description="for sort 'conditional': what must happen first"
    )
    horizon: Horizon = Field(description="by when")
    confirms: Text = Field(description="what would confirm it, written from the brief alone")
    refutes: Text = Field(description="what would refute it, written from the brief alone")
    counted: Text | None = Field(
        default=None,
        description="for a forecast of how often: what was counted, and by which list",
    )
    risk: Risk | None = Field(default=None, description="with a verdict: how much it risked")
    reworded: Reasons = Field(default_factory=WordReasons, description=REWORDED)
    revised: Text | None = Field(
        default=None,
        description="if one of these was changed after a verdict: the day, what, and why",
    )
    verdicts: Many[Verdict] = Field(default=(), description="oldest first; the last one stands")

    @property
    def id(self) -> str:
        return self.claim

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that stands, if one was given."""
        return self.verdicts[-1] if self.verdicts else None

    @property
    def stands(self) -> VerdictValue | Literal[""]:
        """The value of the verdict that stands, "" where none was given."""
        return self.verdicts[-1].verdict if self.verdicts else ""

    @model_validator(mode="after")
    def _conditioned(self):
        if (self.sort == "conditional") != (self.condition is not None):
            raise ValueError("'condition' goes with sort 'conditional', and with no other")
        return self


class LeftOut(Record):
    """A claim that looks ahead and is no entry of the ledger, and why."""

    claim: ClaimRef = Field(description="the claim")
    reason: Text = Field(description="why it is no forecast of the ledger")


class Forecasts(Record):
    """data/forecasts.yml"""

    forecasts: Many[Forecast] = ()
    left_out: Many[LeftOut] = ()
    retired: Many[Tombstone] = ()


class Witness(Record):
    """One independent origin of a report, and the works that rest on it."""

    origin: Text = Field(
        description="who saw or said it first: five outlets that carry one agency's dispatch "
        "are one witness, the agency"
    )
    works: Annotated[
        tuple[WorkRef, ...],
        Field(min_length=1, description="the keys of the works that rest on it"),
    ]


class Bearing(Record):
    """What a development does to a forecast."""

    forecast: ForecastRef = Field(
        description="the claim by which data/forecasts.yml knows the forecast"
    )
    bearing: BearingKind = Field(description="what it does to the forecast")
    reason: Text = Field(description="why, in one sentence")


class Development(Record):
    """What happened after a brief, from outside sources; never part of what a brief says."""

    id: Key = Field(description="its permanent id")
    title: Text = Field(description="what happened, in a few words")
    edtf: Edtf = Field(description="when, in EDTF")
    says: Text = Field(description="what happened, in one or two sentences of the site's own")
    topics: Annotated[
        tuple[TopicRef, ...], Field(min_length=1, description="the keys of its topics")
    ]
    leads: Many[TopicRef] = Field(
        default=(), description="its topics on whose pages it stands among what matters most"
    )
    actors: Many[ActorRef] = Field(default=(), description="the keys of those who act in it")
    follows: Many[EventRef] = Field(
        default=(), description="events of data/events.yml that it follows up"
    )
    witnesses: Annotated[
        tuple[Witness, ...], Field(min_length=1, description="on whose word it rests")
    ]
    single_source: Text | None = Field(
        default=None, description="where there is one witness only: why it is shown all the same"
    )
    weak: Text | None = Field(
        default=None, description="what is weak about its sources, shown on the page"
    )
    note: Text | None = Field(default=None, description="on its date or its sources")
    bearings: Many[Bearing] = Field(default=(), description="what it does to the briefs' forecasts")
    reworded: Reasons = Field(default_factory=WordReasons, description=REWORDED)
    added: Day = Field(description="the day it was entered here; the feed is ordered by it")

    @property
    def span(self) -> dates.Span:
        return dates.parse(self.edtf)

    @property
    def works(self) -> tuple[str, ...]:
        """Every work behind it, once, in the order of its witnesses."""
        return tuple(dict.fromkeys(work for witness in self.witnesses for work in witness.works))


class Unsourced(Record):
    """What was looked for and not found, or not found in a source that can be shown."""

    edtf: Edtf = Field(description="when it would have been, in EDTF")
    matter: Text = Field(description="what was looked for")
    state: Text = Field(description="how the search stands")


class Developments(Record):
    """data/developments.yml"""

    developments: Many[Development] = ()
    unsourced: Many[Unsourced] = ()
    retired: Many[Tombstone] = ()
