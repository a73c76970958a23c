"""What a table is: its columns, described by the models where these have the field, and its rows."""

from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

TYPES = {int: "integer", bool: "boolean"}
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


@dataclass(frozen=True)
class Column:
    """A field of Table Schema; `many` says that a cell is a list, which CSV joins."""

    name: str
    description: str
    type: str = "string"
    many: bool = False
    required: bool = False
    enum: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows are by column name; a value is None, a text, a whole number, a truth value or a tuple.

    `source` is the file of the project that holds these records, `key` the columns that tell rows
    apart, `foreign` the columns that name a row of another table: {"brief": "briefs.key"}.
    """

    name: str
    title: str
    description: str
    source: str
    columns: tuple[Column, ...]
    rows: list[dict]
    key: tuple[str, ...] = ()
    foreign: tuple[tuple[str, str], ...] = ()


def own(name: str, description: str, **more) -> Column:
    """A column that no model has."""
    return Column(name, description, **more)


def of(model, *names: str, **renamed: str) -> tuple[Column, ...]:
    """Columns of a model's fields, in this order, `renamed` ones last (date="edtf")."""
    return tuple(
        _column(shown, model.model_fields[name])
        for shown, name in [*((name, name) for name in names), *renamed.items()]
    )


ADDRESS = own(
    "address",
    "The permanent address of this row's record, relative to the address of the site.",
    required=True,
)


def rows(columns, records) -> list[dict]:
    """Rows from (record, values that the record itself has not) pairs."""
    return [
        {
            column.name: more[column.name] if column.name in more else getattr(record, column.name)
            for column in columns
        }
        for record, more in records
    ]


def _column(shown: str, info) -> Column:
    kind, many, enum = info.annotation, False, ()
    if get_origin(kind) in (Union, UnionType):
        kind = next(part for part in get_args(kind) if part is not type(None))
    if get_origin(kind) is tuple:
        kind, many = get_args(kind)[0], True
    patterns = [getattr(item, "pattern", None) for item in info.metadata]
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) is Literal:
        kind, enum = str, get_args(kind)
    day = "date" if DAY in patterns else "string"
    said = info.description or ""
    return Column(
        shown,
        said and f"{said[0].upper()}{said[1:]}.",
        TYPES.get(kind, day),
        many,
        info.is_required(),
        () if many else enum,
    )
