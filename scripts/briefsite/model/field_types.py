"""The types of records' fields: forms of texts, ids, and references to other records."""

import re
from dataclasses import dataclass
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from briefsite.model import dates, ids


def _plain_number(value: object) -> object:
    """`012` and `1_0` are other numbers to YAML than to people: neither is one here."""
    if isinstance(value, str) and not re.fullmatch(r"(?:0|-?[1-9][0-9]*)", value, re.ASCII):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Label = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=True, pattern=ids.whole(ids.PLAIN_LABEL))
]
"""A name that the theme shows in its own places, where markup would be live."""
Key = Annotated[str, StringConstraints(pattern=ids.whole(ids.KEY))]
ClaimId = Annotated[str, StringConstraints(pattern=ids.whole(ids.CLAIM_ID))]
Count = Annotated[int, Field(ge=1), BeforeValidator(_plain_number)]
Edtf = Annotated[str, AfterValidator(lambda text: dates.parse(text).text)]


@dataclass(frozen=True)
class Names:
    """Marks a text that is the id or key of another record, with the kind of that record."""

    kind: str


TopicRef = Annotated[Key, Names("topic")]
ActorRef = Annotated[Key, Names("actor")]
WorkRef = Annotated[Key, Names("work")]
BriefRef = Annotated[Key, Names("brief")]
EventRef = Annotated[Key, Names("event")]
ClaimRef = Annotated[ClaimId, Names("claim")]
ForecastRef = Annotated[ClaimId, Names("forecast")]


def _listed(value: object) -> object:
    """A key left empty in YAML (`cites:`) is an empty list."""
    return () if value is None else value


T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_listed)]
"""The type of a list that may be left out or empty."""


class WordReasons(dict[str, str]):
    """Words, each with a reason; a record that holds them can be a key."""

    def __hash__(self) -> int:  # pyright: ignore[reportIncompatibleVariableOverride]
        return hash(tuple(self.items()))


Reasons = Annotated[dict[Text, Text], AfterValidator(WordReasons)]
REWORDED = (
    "words of ours that deny, count or point the other way than the words beneath, and mean the "
    "same, each with the reason"
)
"""What `reworded` is, wherever a record has it."""
