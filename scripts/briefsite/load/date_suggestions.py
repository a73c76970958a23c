"""The date that a contributor meant: parts in another order, a month by its name, other signs."""

import re
from calendar import monthrange

from briefsite.model import dates

FORMS = "dates are written 2023-12-30, 2024-05, 2024, 2024~ (about), 2025-10/2026-01"
ABOUT = re.compile(r"^(?:about|around|circa|ca?\.?|roughly)\s*", re.I)
UNDATED = re.compile(r"n\.? ?d\.?|s\.? ?a\.?|undated|unknown|no date|none|\?+|-+", re.I)
OPEN = "where no date is given, write the latest that it can be: '../2024', not after 2024"
ZEROS = re.compile(r"^([0-9]{4}(?:-[0-9]{2})??)(?:-00)+(?=[?~%]?$)")
"""A month or day of 00, which stands for an unknown one in other formats."""


def hint(text: str) -> str:
    """A hint for a text that is no date: the date that was meant, or how dates are written."""
    if (match := dates.DATE.fullmatch(text)) and match[3] and dates.days(text[:7]):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        if 1 <= day <= 31:
            return f"{dates.MONTHS[month]} {year} has {monthrange(year, month)[1]} days"
    if UNDATED.fullmatch(text.strip()):
        return OPEN
    suggestions = _suggestions(text.strip()[:60])
    listed = " or ".join(f"'{suggestion}'" for suggestion in suggestions)
    return f"did you mean {listed}?" if suggestions else FORMS


def _suggestions(text: str) -> list[str]:
    about = ABOUT.sub("", text)
    if about != text:
        return [f"{date}~" for date in _single_dates(about)]
    if match := re.fullmatch(r"(\d{4})(?:\s*[-–]\s*|/)(\d{4})", text):
        return ["/".join(sorted(match.groups()))]
    start, slash, end = text.partition("/")
    if slash and "/" not in end:
        first, last = _single_dates(start), _single_dates(end)
        if first and last:
            return ["/".join(sorted((first[0], last[0])))]
    return _single_dates(text)


def _single_dates(text: str) -> list[str]:
    """What one day, month or year in another order or with other signs can be, as EDTF.

    3/4/2024 can be two days.
    """
    text = ZEROS.sub(r"\1", text.strip())
    if dates.days(text):
        return [text]
    words = re.findall(r"[^\W\d_]+|\d+", text)
    numbers = [word if word.isdigit() else dates.month_number(word) for word in words]
    if len(numbers) == 1 and len(numbers[0]) == 8:
        numbers = [numbers[0][:4], numbers[0][4:6], numbers[0][6:]]
    years = [number for number in numbers if len(number) == 4]
    rest = [number.zfill(2) for number in numbers if 1 <= len(number) <= 2]
    if len(years) != 1 or len(rest) != len(numbers) - 1 or not 1 <= len(rest) <= 2:
        return []
    named_month = next(
        filter(None, (dates.month_number(word) for word in words if word.isalpha())), ""
    )
    in_order = "-".join((years[0], *rest))
    orders = (
        [rest] if numbers[0] == years[0] and dates.days(in_order) else [list(reversed(rest)), rest]
    )
    candidates = [
        "-".join((years[0], *order))
        for order in orders
        if not named_month or order[0] == named_month
    ]
    return list(dict.fromkeys(filter(dates.days, candidates)))


def only_reading(text: str) -> str:
    """The one date that a text can mean, as EDTF; "" where it is none, or two."""
    try:
        return dates.parse(text).text
    except ValueError:
        found = _suggestions(text.strip()[:60])
        return found[0] if len(found) == 1 else ""
