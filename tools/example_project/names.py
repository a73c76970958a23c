"""Invented names: the nth of a kind is always the same, and no two are alike."""

import re
import unicodedata
from typing import Any

Record = dict[str, Any]
"""A mapping of a data file."""


def items(text: str) -> list[str]:
    """Words that blanks part, or phrases that bars and ends of lines do."""
    return re.split(r"\s*[|\n]\s*", text) if "|" in text else text.split()


STEMS = items(
    """bram tarn ossel fenn quor marl thist gral hollen varn ebb skel dunn lorn pell zimm korv hest
    ruv wend ould prill snar gorm tell vosk jarn drib"""
)
MIDDLES = ("", "a", "er", "o", "ing", "el", "ü", "ke")
PLACES = items("""mouth wick holm garth sund beck fell moor stade low ness hithe dyke""")
RIVERS = items("""une ire isk our ach elle ow""")
FAMILIES = items("""rath well marrow kell brunn osk imer thorp önk ley sted quist ander""")
GIVEN = items(
    """Odo Merle Tamsin Jörre Ilko Brid Wenna Ansel Dorte Ruvi Henk Sulla Piet Ottla Kasmir"""
)
PRIME = 7919
"""Prime to the number of combinations, so that neighbors in the list do not look alike."""


def _nth(number: int, endings: list[str]) -> str:
    """The nth combination of stem, middle and ending; beyond the last with one more syllable."""
    every = len(STEMS) * len(MIDDLES) * len(endings)
    more, place = divmod(number, every)
    place = place * PRIME % every
    place, stem = divmod(place, len(STEMS))
    ending, middle = divmod(place, len(MIDDLES))
    extra = STEMS[(more - 1) % len(STEMS)] * (1 + (more - 1) // len(STEMS)) if more else ""
    return (STEMS[stem] + MIDDLES[middle] + extra + endings[ending]).capitalize()


def place(number: int) -> str:
    """The nth name of a town."""
    return _nth(number, PLACES)


def river(number: int) -> str:
    """The nth name of a river."""
    return _nth(number, RIVERS)


def family(number: int) -> str:
    """The nth family name."""
    return _nth(number, FAMILIES)


def person(number: int) -> tuple[str, str]:
    """The nth person's given and family name."""
    return GIVEN[number * 4 % len(GIVEN)], family(number)


def letters(number: int) -> str:
    """0 is A, 25 is Z, 26 is AA, as spreadsheets count their columns."""
    text = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        text = chr(65 + place) + text
    return text


def slug(text: str) -> str:
    """A name as a key: small ASCII letters, digits and hyphens."""
    text = text.lower().replace("ö", "oe").replace("ü", "ue").replace("ä", "ae").replace("ß", "ss")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def joined(items: list[str]) -> str:
    """a; a and b; a, b and c."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]]))


def upper(text: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]
