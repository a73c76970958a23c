"""Which fields of records hold ids of other records, told by its type: `TopicRef`."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple, cast, get_args

from briefsite.model.corpus import Corpus, derived
from briefsite.model.field_types import Names
from briefsite.model.records import Record


class Reference(NamedTuple):
    """The ids that a field of a record holds, and the kind of record that they name."""

    record: Record
    field: str
    kind: str
    ids: tuple[str, ...]


@derived
def references(corpus: Corpus) -> tuple[Reference, ...]:
    """Every reference of every record, in the order of the files."""
    records: tuple[Iterable[Record], ...] = (
        corpus.briefs,
        corpus.actors,
        corpus.terms,
        corpus.questions,
        corpus.codings.codings if corpus.codings else (),
        corpus.judgings.judgings if corpus.judgings else (),
        corpus.events,
        corpus.forecasts,
        corpus.left_out,
        corpus.developments,
    )
    return tuple(reference for record in records for reference in within(record))


@cache
def kinds_by_field() -> dict[str, str]:
    """The kind of record that a field names, by the field's name: it is the same in all records."""
    models = Record.__subclasses__()
    return {field: kind for model in models for field, kind in _fields(model).items()}


@cache
def _fields(model: type[Record]) -> dict[str, str]:
    kinds = {
        name: _kind_named((*field.metadata, field.annotation))
        for name, field in model.model_fields.items()
    }
    return {name: kind for name, kind in kinds.items() if kind}


def _kind_named(types: Iterable[Any]) -> str:
    for part in types:
        if kind := part.kind if isinstance(part, Names) else _kind_named(get_args(part)):
            return kind
    return ""


def within(value: Any) -> Iterator[Reference]:
    """The references of a record, and of all that it holds."""
    if isinstance(value, Record):
        for field, kind in _fields(type(value)).items():
            ids = getattr(value, field) or ()
            yield Reference(value, field, kind, (ids,) if isinstance(ids, str) else tuple(ids))
        for _, part in value:
            yield from within(part)
    elif isinstance(value, tuple | dict):
        parts = cast("Iterable[Any]", value.values() if isinstance(value, dict) else value)
        for part in parts:
            yield from within(part)
