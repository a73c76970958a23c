"""Dates in EDTF, the Library of Congress's Extended Date/Time Format (levels 0 and 1).

The edtf package reads them all, but takes milliseconds for each and 70 to load; the plain forms,
which are nearly all there are, are read by the standard library.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")
LAST_DAY = date(9999, 12, 31)
PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?")


@dataclass(frozen=True)
class Span:
    """The days an EDTF text can mean: the earliest and the latest."""

    text: str
    earliest: date
    latest: date


@lru_cache(maxsize=None)
def parse(text: str) -> Span:
    """The span of an EDTF text. Raises ValueError, with what is wrong, when it is none."""
    start, slash, end = text.partition("/")
    first, last = _plain(start), _plain(end) if slash else None
    if first and slash and end == "..":
        last = (LAST_DAY, LAST_DAY)
    if not first or (slash and not last):
        first = last = _by_package(text)
    earliest, latest = first[0], (last or first)[1]
    if latest < earliest:
        raise ValueError(f"'{text}' ends before it begins")
    return Span(text, earliest, latest)


def _plain(text: str) -> tuple[date, date] | None:
    """First and last day of `2024`, `2024-05` or `2024-05-28`, qualified or not; else None."""
    found = PLAIN.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        last_month = month or 12
        return date(year, month or 1, day or 1), date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None


def _by_package(text: str) -> tuple[date, date]:
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
        return _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except (EDTFParseException, ValueError, TypeError, AttributeError):
        raise ValueError(f"'{text}' is not a date that exists, written in EDTF") from None


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
    sign = text[len(plain):]
    lead = {"~": "about ", "?": "probably ", "%": "probably about "}.get(sign, "")
    return lead + " ".join(words)


def _day(moment) -> date:
    if not hasattr(moment, "tm_year"):
        return LAST_DAY if moment > 0 else date.min
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
