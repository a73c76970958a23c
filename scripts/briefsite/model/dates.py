"""Dates in EDTF, the Library of Congress's Extended Date/Time Format (levels 0 and 1).

Years, months and days, certain or not, and intervals of them are what the site can say, sort and
check; the standard library reads them. The edtf package is asked only about what is refused.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from briefsite.model.problems import shown

MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LAST_DAY = date(9999, 12, 31)
PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?")


@dataclass(frozen=True)
class Span:
    """The days an EDTF text can mean: the earliest and the latest."""

    text: str
    earliest: date
    latest: date


@cache
def parse(text: str) -> Span:
    """The span of an EDTF text. Raises ValueError, with what is wrong, when it is none."""
    start, slash, end = text.partition("/")
    first = (date.min, date.min) if slash and start == ".." else plain(start)
    last = (LAST_DAY, LAST_DAY) if slash and end == ".." else plain(end) if slash else first
    if not first or not last or (start, end) == ("..", ".."):
        raise ValueError(f"'{shown(text)}' {_what_it_is(text)}")
    if last[1] < first[0]:
        raise ValueError(f"'{text}' ends before it begins")
    return Span(text, first[0], last[1])


def plain(text: str) -> tuple[date, date] | None:
    """First and last day of `2024`, `2024-05` or `2024-05-28`, qualified or not; else None."""
    found = PLAIN.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        last_month = month or 12
        return date(year, month or 1, day or 1), date(
            year, last_month, day or monthrange(year, last_month)[1]
        )
    except ValueError:
        return None


def _what_it_is(text: str) -> str:
    """Why a text that is no plain date is refused: no EDTF at all, or a form that is not used here."""
    if len(text) > 60:
        return "is not a date"
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parse_edtf(text)
    except (EDTFParseException, ValueError, TypeError, AttributeError):
        return "is not a date that exists, written in EDTF"
    return "is a form of EDTF that is not used here"


def machine(text: str) -> str:
    """An EDTF date as HTML's <time datetime> takes it: the first dated end, without EDTF's marks."""
    start, _, end = text.partition("/")
    return (start.strip(".") or end).rstrip("?~%")


def spoken(text: str) -> str:
    """An EDTF text as people say it: `2023-12-30` is 30 December 2023, `2024~` about 2024.

    Raises ValueError as `parse` does.
    """
    parse(text)
    start, slash, end = text.partition("/")
    if not slash:
        return _spoken(start)
    if end in ("", ".."):
        return f"{_spoken(start)} onwards"
    if start in ("", ".."):
        return f"until {_spoken(end)}"
    return _spoken_interval(start, end)


def _spoken_interval(start: str, end: str) -> str:
    if start.rstrip("?~%") != start or end.rstrip("?~%") != end:
        return f"{_spoken(start)} – {_spoken(end)}"
    a, b = start.split("-"), end.split("-")
    if len(a) == len(b) == 3 and a[:2] == b[:2]:
        return f"{int(a[2])}–{_spoken(end)}"
    if len(a) == len(b) and len(a) > 1 and a[0] == b[0]:
        return f"{_spoken(start).rsplit(' ', 1)[0]} – {_spoken(end)}"
    return f"{_spoken(start)} – {_spoken(end)}"


def _spoken(text: str) -> str:
    plain = text.rstrip("?~%")
    parts = plain.split("-")
    numbers = [int(part) for part in parts if part.isdigit()]
    if len(numbers) != len(parts) or not 1 <= (numbers[1] if len(numbers) > 1 else 1) <= 12:
        return text
    words = [str(numbers[2])] if len(numbers) > 2 else []
    words += [MONTHS[numbers[1]]] if len(numbers) > 1 else []
    words.append(parts[0])
    sign = text[len(plain) :]
    lead = {"~": "about ", "?": "probably ", "%": "probably about "}.get(sign, "")
    return lead + " ".join(words)
