"""The shape of data/judgings.yml, in which two readers judge each forecast of the ledger alone."""

from typing import Annotated

from pydantic import Field

from briefsite.model.codings import Coder
from briefsite.model.field_types import ForecastRef, Key, Many, Text
from briefsite.model.records import Record
from briefsite.model.vocabulary import VerdictValue

FIELDS = ("verdict", "either_way")
"""The fields in which judges are compared."""


class Judgment(Record):
    """How one judge judges a forecast."""

    verdict: VerdictValue = Field(description="how it stands, by docs/about/judging.md")
    either_way: bool = Field(description="true when it could have gone either way")
    reason: Text = Field(description="why, in one sentence")


class SettledJudgment(Record):
    """What holds after rereading, and what the ledger has."""

    verdict: VerdictValue = Field(description="the verdict that stands in the ledger")
    either_way: bool = Field(description="as the forecast's risk has it")
    reason: Text | None = Field(
        default=None, description="where judgments differ: why this holds, by the sources"
    )


class Judging(Record):
    """The judgments of one forecast."""

    forecast: ForecastRef = Field(description="the claim that the forecast is known by")
    codes: Annotated[
        dict[Key, Judgment],
        Field(min_length=2, description="each judge's judgment, by the judge's name"),
    ]
    settled: SettledJudgment = Field(description="what holds")


class Judgings(Record):
    judgings: Many[Judging]
    judges: Many[Coder]
