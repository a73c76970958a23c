"""What is the same in many records, kept once: of each record's own it would take more memory than
the record."""

from functools import lru_cache
from sys import intern

from pydantic import BaseModel

_fields: dict[frozenset[str], set[str]] = {}


@lru_cache(maxsize=4096)
def names(given: tuple[str, ...]) -> tuple[str, ...]:
    """One and the same tuple for the same names."""
    return tuple(map(intern, given))


def share_fields(record: BaseModel) -> None:
    """Give a record the one set of names of the fields that it and others give; nobody changes
    it."""
    given = record.model_fields_set
    kept = _fields.setdefault(frozenset(given), given)
    object.__setattr__(record, "__pydantic_fields_set__", kept)
