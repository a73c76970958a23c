"""A table as CSV and as JSON.

CSV follows RFC 4180: UTF-8 without a byte order mark, a comma between cells, CRLF after each row,
the first row the names of the columns. JSON (RFC 8259) is an array with an object for each row.
"""

import csv
import io
import json

from briefsite.exports.table import Table, Value

SEPARATOR = " | "
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection)."""


def as_csv(table: Table) -> str:
    """The table as CSV. Nothing is an empty cell; a list is its items with ` | ` between them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([cell(row[column.name]) for column in table.columns] for row in table.rows)
    return out.getvalue()


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


def as_json(table: Table) -> str:
    """The table as JSON, an object a line. Nothing is null, a list an array; values are as they
    stand in the data."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in table.rows)
    return f"[\n{lines}\n]\n" if lines else "[]\n"
