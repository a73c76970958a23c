"""The date that a contributor meant: day and month swapped, a month by its name, points for hyphens."""

import re
from calendar import monthrange

from briefsite.model import dates

WRITTEN = "dates are written 2023-12-30, 2024-05, 2024, 2024~ (about), 2025-10/2026-01"
ABOUT = re.compile(r"^(?:about|around|circa|ca?\.?|roughly)\s*", re.I)


def meant(text: str) -> str:
    """A hint for a text that is no date: the date it was meant for, or how dates are written."""
    if (
        (found := dates.PLAIN.fullmatch(text))
        and found[3]
        and 1 <= int(found[2]) <= 12
        and int(found[3]) <= 31
        and found[1] != "0000"
    ):
        return f"{dates.MONTHS[int(found[2])]} {found[1]} has {monthrange(int(found[1]), int(found[2]))[1]} days"
    guesses = _meant(text.strip()[:60])
    named = " or ".join(f"'{guess}'" for guess in guesses)
    return f"did you mean {named}?" if guesses else WRITTEN


def _meant(text: str) -> list[str]:
    about = ABOUT.sub("", text)
    if about != text:
        return [f"{guess}~" for guess in _mended(about)]
    if found := re.fullmatch(r"(\d{4})(?:\s*[-–]\s*|/)(\d{4})", text):
        return ["/".join(sorted(found.groups()))]
    start, slash, end = text.partition("/")
    if slash and "/" not in end and (first := _mended(start)) and (last := _mended(end)):
        return ["/".join(sorted((first[0], last[0])))]
    return _mended(text)


def _mended(text: str) -> list[str]:
    """What one day, month or year in another order or with other signs can be, as EDTF: 3/4/2024 can be two days."""
    text = text.strip()
    if dates.plain(text):
        return [text]
    words = [_numbered(word) for word in re.findall(r"[^\W\d_]+|\d+", text)]
    digits = [word for word in words if word]
    if len(digits) != len(words):
        return []
    if len(digits) == 1 and len(digits[0]) == 8:
        digits = [digits[0][:4], digits[0][4:6], digits[0][6:]]
    years = [word for word in digits if len(word) == 4]
    rest = [word.zfill(2) for word in digits if len(word) <= 2]
    if len(years) != 1 or len(rest) != len(digits) - 1 or not 1 <= len(rest) <= 2:
        return []
    named = re.search(r"[^\W\d_]{3}", text)
    orders = (
        [rest]
        if digits[0] == years[0] and dates.plain("-".join((years[0], *rest)))
        else [rest[::-1], rest]
    )
    guesses = [
        "-".join((years[0], *order)) for order in orders if not named or order[0] == _month_in(text)
    ]
    return list(dict.fromkeys(filter(dates.plain, guesses)))


def _numbered(word: str) -> str:
    """A number as it stands, a month's name as its number."""
    return word if word.isdigit() else _month(word)


def _month(word: str) -> str:
    found = [
        number
        for number, name in enumerate(dates.MONTHS)
        if number and len(word) >= 3 and name.lower().startswith(word.lower())
    ]
    return f"{found[0]:02}" if found else ""


def _month_in(text: str) -> str:
    return next(filter(None, map(_month, re.findall(r"[^\W\d_]+", text))), "")
