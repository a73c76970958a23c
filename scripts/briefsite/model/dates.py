"""Dates in EDTF, the Library of Congress's Extended Date/Time Format (levels 0 and 1).

The forms used here are years, months and days, qualified or not (`?`, `~`, `%`), and intervals of
them, open or closed. Their grammar is this module's own because the edtf package needs 10 ms a
date, 1.8 s for the project's 175, and checks neither the calendar nor the order of an interval.
The tests compare the two.
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
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([?~%]?)")
QUALIFIERS = {"": "", "~": "about ", "?": "probably ", "%": "probably about "}


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
    first = (date.min, date.min) if slash and start == ".." else days(start)
    last = (LAST_DAY, LAST_DAY) if slash and end == ".." else days(end) if slash else first
    if not first or not last or (start, end) == ("..", ".."):
        parts = [part for part in text.split("/") if part != ".."]
        written = parts and all(map(DATE.fullmatch, parts))
        fault = (
            "is not a date in the calendar"
            if written
            else "is not an EDTF date of the forms used here"
        )
        raise ValueError(f"'{shown(text)}' {fault}")
    if last[1] < first[0]:
        raise ValueError(f"'{text}' ends before it begins")
    return Span(text, first[0], last[1])


def days(text: str) -> tuple[date, date] | None:
    """First and last day of `2024`, `2024-05` or `2024-05-28`, qualified or not; else None."""
    if not (match := DATE.fullmatch(text)):
        return None
    year, month, day, _ = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    last_month = first.month if month else 12
    last_day = first.day if day else monthrange(first.year, last_month)[1]
    return first, date(first.year, last_month, last_day)


def years(text: str) -> tuple[str, ...]:
    """The years that an EDTF text names, in its order."""
    return tuple(re.findall(r"(?<![0-9-])[0-9]{4}", text))


def machine(text: str) -> str:
    """An EDTF date for HTML's <time datetime>: the first dated end, without EDTF's marks."""
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
    if end == "..":
        return f"{_spoken(start)} onwards"
    if start == "..":
        return f"until {_spoken(end)}"
    return _spoken_interval(start, end)


def _spoken_interval(start: str, end: str) -> str:
    """An interval, without the month or year that both ends share: 12–17 September 2023."""
    first, last = start.split("-"), end.split("-")
    if not re.search("[?~%]", start + end) and len(first) == len(last):
        if len(first) == 3 and first[:2] == last[:2]:
            return f"{int(first[2])}–{_spoken(end)}"
        if len(first) > 1 and first[0] == last[0]:
            return f"{_spoken(start).rsplit(' ', 1)[0]} – {_spoken(end)}"
    return f"{_spoken(start)} – {_spoken(end)}"


def _spoken(text: str) -> str:
    match = DATE.fullmatch(text)
    assert match
    year, month, day, qualifier = match.groups()
    words = [str(int(day))] if day else []
    words += [MONTHS[int(month)]] if month else []
    return QUALIFIERS[qualifier] + " ".join([*words, year])


def month_number(word: str) -> str:
    """The number of a month by its name, the first letters of it, or its number: in two digits.

    "" for another word.
    """
    if word.isascii() and word.isdigit():
        return f"{int(word):02}" if 1 <= int(word[:3]) <= 12 else ""
    matches = [
        number
        for number, name in enumerate(MONTHS)
        if len(word) >= 3 and name.lower().startswith(word.rstrip(".").lower())
    ]
    return f"{matches[0]:02}" if matches else ""
