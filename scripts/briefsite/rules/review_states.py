"""How each record stands with its stamp: compared, changed since, resting on what changed, or
never compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from briefsite.model.corpus import Corpus, derived
from briefsite.model.reviewed_records import Reviewed, reviewed_records
from briefsite.model.reviews import SELF, WITHOUT_IDS, Key, Stamp, digest

State = Literal["compared", "changed", "below", "never"]
FIELD_DIGITS = 4
"""So long is the hash of a field, which names what changed; that something did, the record's
tells."""
SIGNED_BY_ANOTHER = ("claim", "answer")
"""Kinds that an edition takes only when somebody else than their author compared them."""


@dataclass(frozen=True)
class Review:
    """A record with its stamp; `changed` are the fields, or the records below it, that are no
    longer what was signed."""

    record: Reviewed
    stamp: Stamp | None
    state: State
    changed: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The state in words."""
        if self.state == "never" or not self.stamp:
            return "never compared with its source"
        if self.state == "compared":
            return "compared"
        named = ", ".join(self.changed[:6]) + (", …" if len(self.changed) > 6 else "")
        if self.state == "changed":
            return f"changed since it was compared on {self.stamp.day}: {named}"
        return f"compared on {self.stamp.day}; what it rests on changed since: {named}"


@derived
def reviews(corpus: Corpus) -> dict[Key, Review]:
    """Every record with how it stands, by kind and id, in the order of their kinds."""
    return {
        key: _review(record, corpus.stamps.get(key))
        for key, record in reviewed_records(corpus).items()
    }


@derived
def to_review(corpus: Corpus) -> list[Review]:
    """The records that nobody has compared as they stand now."""
    return [review for review in reviews(corpus).values() if review.state != "compared"]


@derived
def signed_by_themselves(corpus: Corpus) -> list[Review]:
    """Claims and answers that whoever changed them signed too."""
    return [
        review
        for review in reviews(corpus).values()
        if review.record.kind in SIGNED_BY_ANOTHER and review.stamp and review.stamp.by == SELF
    ]


def stamps_without_record(corpus: Corpus) -> Iterator[Stamp]:
    """Stamps of what is gone, but for what a fault keeps from being read."""
    known = reviewed_records(corpus)
    for key, stamp in corpus.stamps.items():
        if key not in known and not set(key[1].split("/")) & corpus.malformed:
            yield stamp


def without_id(stamp: Stamp) -> bool:
    """Whether its record is known by its words, which may be put otherwise."""
    return stamp.key[0] in WITHOUT_IDS


def fields_of(record: Reviewed) -> tuple[tuple[str, str], ...]:
    """A short hash of each field of a record."""
    return tuple(
        (name, digest(value, FIELD_DIGITS)) for name, value in sorted(record.fields.items())
    )


def basis_of(record: Reviewed) -> tuple[tuple[str, str], ...]:
    """A short hash of each record below it."""
    return tuple((name, code[-8:-4] + code[:4]) for name, code in sorted(record.rests_on.items()))


def _review(record: Reviewed, stamp: Stamp | None) -> Review:
    if not stamp:
        return Review(record, None, "never")
    if stamp.record != record.record:
        return Review(record, stamp, "changed", _differing(stamp.fields, fields_of(record)))
    if stamp.basis != record.basis:
        return Review(record, stamp, "below", _differing(stamp.rests_on, basis_of(record)))
    return Review(record, stamp, "compared")


def _differing(
    before: tuple[tuple[str, str], ...], after: tuple[tuple[str, str], ...]
) -> tuple[str, ...]:
    """The names whose hashes are not what they were."""
    old: Mapping[str, str] = dict(before)
    new: Mapping[str, str] = dict(after)
    names = [name for name in (new | old) if new.get(name) != old.get(name)]
    return tuple(names) or ("its wording",)
