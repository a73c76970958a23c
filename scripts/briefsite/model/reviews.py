"""Review stamps: who compared a record with its source, when, with what, and over which wording.

A stamp holds hashes: of the record, of each of its fields, and of what the record rests on. Where
one of them no longer fits, the record has changed since somebody looked.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from briefsite.model import ids

Key: TypeAlias = tuple[str, str]
"""Kind and id of a record."""
SELF = "self"
SIGNER = rf"reader-[a-z]|author|{SELF}|@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
"""A role, or an account of the forge."""
SIGNERS = "reader-a, reader-b, …, author, self, or @ and the name of an account"
REVIEW_KINDS = {
    "claim": "claims",
    "answer": "answers",
    "relation": "questions and relations",
    "event": "events",
    "mention": "events as a brief mentions them",
    "forecast": "forecasts",
    "left-out": "claims left out of the ledger",
    "development": "developments",
    "unsourced": "matters without a source",
    "term": "glossary entries",
    "actor": "actors",
    "topic": "topics",
    "brief": "briefs",
    "block": "sections of hand-written pages",
    "work": "works of the bibliography",
}
"""The kinds of records that are compared with a source, and what their number is called."""
SOURCES = {
    "paragraph": "the brief's paragraph",
    "page": "the publisher's page",
    "copy": "a stored copy",
    "record": "the publisher's record",
}
"""What a record can be compared with."""
USUAL_SOURCE = {"work": "record", "development": "page", "unsourced": "page"}
"""What a kind of record is compared with if nothing is said; else the brief's paragraph."""
WITHOUT_IDS = ("block", "unsourced")
"""Kinds whose ids are made of their words, so that a heading put otherwise makes another record."""
LINE = re.compile(
    r"(?P<id>[^\s:{}]+): \{by: (?P<by>[^\s,{}]+), day: (?P<day>[^\s,{}]+), "
    r"against: (?P<against>[a-z]+), record: (?P<record>[0-9a-f]{12}), "
    r"basis: (?P<basis>[0-9a-f]{12})(?:, frozen: (?P<frozen>[0-9a-f]{12}))?, "
    r"fields: (?P<fields>[^,{}]*), rests_on: (?P<rests_on>[^,{}]*)\}"
)


@dataclass(frozen=True)
class Stamp:
    """One signature. `fields` and `rests_on` are short hashes by the name of a field, and of a
    record below; `frozen` is the hash of a forecast's criteria."""

    key: Key
    by: str
    day: str
    against: str
    record: str
    basis: str
    fields: tuple[tuple[str, str], ...] = ()
    rests_on: tuple[tuple[str, str], ...] = ()
    frozen: str | None = None
    path: str = ""
    line: int = 0

    def __str__(self) -> str:
        """The stamp as a line of its file; it is YAML too."""
        frozen = f", frozen: {self.frozen}" if self.frozen else ""
        return (
            f"{self.key[1]}: {{by: {self.by}, day: {self.day}, against: {self.against}, "
            f"record: {self.record}, basis: {self.basis}{frozen}, "
            f"fields: {_packed(self.fields)}, rests_on: {_packed(self.rests_on)}}}"
        )


def parse(kind: str, text: str, path: str = "", line: int = 0) -> Stamp | str:
    """A line of a file as a Stamp, or what is wrong with it."""
    found = LINE.fullmatch(text)
    if not found:
        return "this line is not a stamp"
    if not re.fullmatch(SIGNER, found["by"]):
        return f"'{found['by']}' can't sign; who signs is {SIGNERS}"
    if not re.fullmatch(ids.DAY, found["day"]):
        return f"'{found['day']}' is not a day; write 2026-11-27"
    if found["against"] not in SOURCES:
        return f"'{found['against']}' is not a source; write one of {', '.join(SOURCES)}"
    fields = _unpacked(found["fields"]), _unpacked(found["rests_on"])
    return Stamp(
        (kind, found["id"]),
        found["by"],
        found["day"],
        found["against"],
        found["record"],
        found["basis"],
        *fields,
        found["frozen"],
        path,
        line,
    )


def digest(value: Any, length: int = 12) -> str:
    """The hash of plain data: so many hexadecimal digits of BLAKE2b over its canonical JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()[:length]


def _packed(pairs: tuple[tuple[str, str], ...]) -> str:
    return " ".join(f"{name} {code}" for name, code in pairs) or "none"


def _unpacked(text: str) -> tuple[tuple[str, str], ...]:
    words = text.split()
    return tuple(zip(words[::2], words[1::2], strict=False))
