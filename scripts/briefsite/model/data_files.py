"""The shape of whole data files, and of those that commands write."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

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


Doi = Annotated[str, StringConstraints(pattern=ids.whole(ids.EDITION_DOI))]


class Edition(Record):
    """A published edition. `tag` and `commit` both name the state that it is built from: a clone
    may lack tags."""

    name: Annotated[str, StringConstraints(pattern=ids.whole(ids.EDITION))]
    tag: Annotated[str, StringConstraints(pattern=ids.whole(ids.EDITION))]
    date: Edtf
    sum: Annotated[str, StringConstraints(pattern=ids.whole(ids.SHA256))]
    commit: Annotated[str, StringConstraints(pattern=ids.whole(ids.COMMIT))] | None = None
    swhid: Annotated[str, StringConstraints(pattern=ids.whole(ids.SWHID))] | None = Field(
        default=None, description="of the tagged tree; shown once it is archived"
    )
    archived: bool = Field(default=False, description="whether Software Heritage shows the swhid")
    doi: Doi | None = Field(default=None, description="of this edition, once its page opens")

    @model_validator(mode="after")
    def _archived(self):
        if self.archived and not self.swhid:
            raise ValueError("'archived' is said of a 'swhid', which is missing")
        return self


class Editions(Record):
    doi: Doi | None = Field(default=None, description="of all editions, once its page opens")
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
    adverse: Many[Text] = Field(
        default=(), description="words of ending, refusing and falling short"
    )
