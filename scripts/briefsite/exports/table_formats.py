"""The formats that tables are offered in: all that is said and made of one is its Format.

A further format is a line of FORMATS, binary or text, and its word in vocabulary.DATA_FORMATS.
CSV follows RFC 4180: UTF-8 without a byte order mark, a comma between cells, CRLF after each row,
the first row the names of the columns. JSON (RFC 8259) is an array with an object for each row.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefsite.exports.table import Table, Value

SEPARATOR = " | "
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection)."""


def as_csv(table: Table) -> bytes:
    """The table as CSV. Nothing is an empty cell; a list is its items with ` | ` between them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([cell(row[column.name]) for column in table.columns] for row in table.rows)
    return out.getvalue().encode()


def cell(value: Value) -> str:
    """A value as a cell that no spreadsheet runs: one that begins like a formula gets an apostrophe
    before it."""
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, tuple):
        escaped = (str(item).replace("\\", "\\\\").replace("|", "\\|") for item in value)
        text = SEPARATOR.join(escaped)
    else:
        text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def as_json(table: Table) -> bytes:
    """The table as JSON, an object a line. Nothing is null, a list an array; values are as they
    stand in the data."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in table.rows)
    return (f"[\n{lines}\n]\n" if lines else "[]\n").encode()


@dataclass(frozen=True)
class Format:
    """How tables are written, and what datapackage.json says of the files.

    `media` is the media type, `write` makes a file's content, `note` follows the description of
    each table, `encoding` is None for binary files. `dialect` is that of a tabular resource (Table
    Schema); a format without one is described as a plain data resource.
    """

    extension: str
    media: str
    write: Callable[[Table], bytes]
    note: str = ""
    encoding: str | None = "utf-8"
    dialect: Mapping[str, str | bool] | None = None

    def name(self, table: Table) -> str:
        """The name of a table's file."""
        return f"{table.name}.{self.extension}"


FORMATS = (
    Format(
        "csv",
        "text/csv",
        as_csv,
        dialect={
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
    ),
    Format(
        "json",
        "application/json",
        as_json,
        note="The same rows and columns as JSON: lists are arrays, nothing is null, and no cell "
        "has an apostrophe put before it.",
    ),
)
