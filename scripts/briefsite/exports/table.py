"""What a table is: its columns, described by the models where these have the field, and its
rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from briefsite.model import addresses, ids
from briefsite.model.field_types import WordReasons
from briefsite.model.records import Record

Value = str | int | bool | tuple[str | int, ...] | None
Row = dict[str, Value]

TYPES = {int: "integer", bool: "boolean"}


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
    """Rows are by column name.

    `source` is the file of the project that holds these records, `key` the columns that tell rows
    apart, `foreign` the columns that name a row of another table: {"brief": "briefs.key"}.
    """

    name: str
    title: str
    description: str
    source: str
    columns: tuple[Column, ...]
    rows: list[Row]
    key: tuple[str, ...] = ()
    foreign: Mapping[str, str] = field(default_factory=dict[str, str])


def own_column(
    name: str,
    description: str,
    *,
    type: str = "string",
    many: bool = False,
    required: bool | None = None,
    enum: tuple[str, ...] = (),
) -> Column:
    """A column that no model has; by default required unless it is a list."""
    return Column(name, description, type, many, not many if required is None else required, enum)


def model_columns(model: type[Record], *names: str, **renamed: str) -> tuple[Column, ...]:
    """Columns of a model's fields, in this order, `renamed` ones last (date="edtf")."""
    return tuple(
        _column(name, model.model_fields[source])
        for name, source in [*((name, name) for name in names), *renamed.items()]
    )


def optional(columns: Iterable[Column]) -> tuple[Column, ...]:
    """The same columns, which may be empty: those of a record that another may do without."""
    return tuple(replace(column, required=False, enum=()) for column in columns)


ADDRESS = own_column(
    "address", "The permanent address of this row's record, relative to the address of the site."
)


def addressed(target: str) -> Row:
    """The value of ADDRESS for a target of model/addresses."""
    return {"address": addresses.web(target)}


def rows(
    columns: Iterable[Column], records: Iterable[tuple[Record, Mapping[str, Value]]]
) -> list[Row]:
    """Rows from (record, values that the record itself has not) pairs."""
    names = [column.name for column in columns]
    return [
        {name: more[name] if name in more else _value(getattr(record, name)) for name in names}
        for record, more in records
    ]


def _value(value: Value | WordReasons) -> Value:
    """A field as a cell: words with their reasons are a list of `words: reason`."""
    if isinstance(value, WordReasons):
        return tuple(f"{words}: {reason}" for words, reason in value.items())
    return value


def _column(name: str, info: FieldInfo) -> Column:
    kind: Any = info.annotation
    many, enum = False, ()
    if get_origin(kind) in (Union, UnionType):
        kind = next(part for part in get_args(kind) if part is not type(None))
    if get_origin(kind) is tuple:
        kind, many = get_args(kind)[0], True
    if get_origin(kind) is dict:
        kind, many = str, True
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) is Literal:
        kind, enum = str, get_args(kind)
    patterns = [getattr(item, "pattern", None) for item in info.metadata]
    day = "date" if ids.whole(ids.DAY) in patterns else "string"
    text = info.description or ""
    return Column(
        name,
        text and f"{text[0].upper()}{text[1:]}.",
        TYPES.get(kind, day),
        many,
        info.is_required(),
        () if many else enum,
    )
