"""The shape of whole data files, and of those that commands write."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from briefsite.model import ids
from briefsite.model.events import Event
from briefsite.model.field_types import Edtf, Many, Text
from briefsite.model.questions import Question
from briefsite.model.records import Actor, Record, Term, Tombstone, Topic


class Topics(Record):
    topics: tuple[Topic, ...]


class Actors(Record):
    actors: tuple[Actor, ...]


class Glossary(Record):
    terms: tuple[Term, ...]


class Comparisons(Record):
    questions: tuple[Question, ...]
    retired: Many[Tombstone] = ()


class Events(Record):
    events: tuple[Event, ...]
    retired: Many[Tombstone] = ()


class Edition(Record):
    """A published edition."""

    name: Annotated[str, StringConstraints(pattern=ids.whole(ids.EDITION))]
    tag: Annotated[str, StringConstraints(pattern=ids.whole(ids.EDITION))]
    date: Edtf
    sum: Annotated[str, StringConstraints(pattern=ids.whole(ids.SHA256))]
    doi: Annotated[str, StringConstraints(pattern=ids.whole(ids.EDITION_DOI))] | None = None
    swhid: Annotated[str, StringConstraints(pattern=ids.whole(ids.SWHID))] | None = None


class Editions(Record):
    editions: Many[Edition] = ()


class Changed(Record):
    """One thing that an edition has otherwise than the one before it."""

    label: Text
    what: Text
    said: Many[Text] = ()
    pages: tuple[str, ...] = ()


class Changes(Record):
    """data/changes/<edition>.json, written by `make edition`."""

    since: Text = Field(description="the edition before it")
    changes: Many[Changed] = ()


class Mutated(Record):
    """How many mistakes of one kind were made, and how many the rules caught."""

    kind: Text
    claimed: bool
    made: int
    caught: int
    by_hand: Literal["", "known", "held out"] = ""
    """Whether these were written by hand, and whether the rules were written with them in view."""


class Mutations(Record):
    """data/mutations.json, written by `make mutate`."""

    seed: int
    kinds: tuple[Mutated, ...]


class Lexicon(Record):
    """Words that the checks watch."""

    hedges: Annotated[
        tuple[tuple[Text, ...], ...],
        Field(min_length=1, description="words that stand for each other, a line each"),
    ]
    reporting: Annotated[tuple[Text, ...], Field(min_length=1)]
    connectives: Many[Text] = Field(default=(), description="words by which a brief gives a reason")
    voices: dict[Text, tuple[Text, ...]]
    reports: Many[Text] = Field(
        default=(), description="words by which the site's own text reports a speaker"
    )
    speakers: Many[Text] = Field(
        default=(), description="words by which a text reports somebody without a name"
    )
    negations: Many[Text] = Field(default=(), description="words that deny")
    implied: Many[Text] = Field(default=(), description='words that deny without "not"')
    neutral: Many[Text] = Field(default=(), description="phrases that only look like such words")
    limits: Many[Many[Text]] = Field(
        default=(),
        description="words that say how much, how often or how soon; those of a line stand for "
        "each other",
    )
    certain: Many[Text] = Field(default=(), description="words of certainty")
    numbers: Many[Many[Text]] = Field(
        default=(), description="numbers in words; those of a line stand for each other"
    )
    opposites: Many[tuple[tuple[Text, ...], tuple[Text, ...]]] = Field(
        default=(), description="two lists of words a line, each the opposite of the other"
    )
