"""What is wrong with something a contributor wrote, said so that they can mend it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import TypeAlias

from briefsite.model import shared_values

Place: TypeAlias = tuple[str | int, ...]
"""Keys and indexes that lead to a value in a data file: ("claims", 3, "says")."""
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


@dataclass(frozen=True, order=True)
class Problem:
    """One fault, at one place: `path:line: message; hint [rule]`."""

    path: str
    line: int
    message: str
    hint: str = ""
    given: tuple[str, str] | None = field(default=None, compare=False, repr=False)
    """The field and value at fault, for whoever can guess what was meant (rules.id_suggestions)."""
    rule: str = field(default="", compare=False)
    """The rule that is broken: its name, and its anchor on the page of rules (rules.check)."""

    def __str__(self) -> str:
        tail = f"; {self.hint}" if self.hint else ""
        rule = f" [{self.rule}]" if self.rule else ""
        return shown(f"{self.path}:{self.line}: {self.message}{tail}", 900) + rule


def shown(text: str, longest: int = 80) -> str:
    """A text for a message: what a terminal would obey is spelt out, what is too long is cut."""
    text = text.replace("\n", " ")
    text = text if len(text) <= longest else f"{text[: longest - 20]} … {text[-17:]}"
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a record stands: its file, its first line, and how many lines below it each of its keys
    is. There is one for every record of a project, so it is small: `names` are shared by records
    with the same keys, and so are small numbers."""

    path: str = ""
    line: int = 0
    names: tuple[str, ...] = ()
    below: tuple[int, ...] = ()

    @classmethod
    def of(cls, path: str, line: int, keys: dict[str, int]) -> "Mark":
        """The mark of a record with these keys, each with its line."""
        below = tuple(key - line for key in keys.values())
        return cls(path, line, shared_values.names(tuple(keys)), below)

    @property
    def keys(self) -> tuple[tuple[str, int], ...]:
        """Each key with its line."""
        return tuple(zip(self.names, (self.line + below for below in self.below), strict=True))

    def problem(self, message: str, hint: str = "", key: str = "") -> Problem:
        """A problem at this record or, with `key`, at the line of that field."""
        return Problem(self.path, dict(self.keys).get(key, self.line), message, hint)


NOWHERE = Mark()


def nearest(word: str, known: Iterable[object]) -> str:
    """A hint that names the known word closest to `word`, or "" when none is close."""
    match = closest(word, map(str, known))
    return f"did you mean '{match}'?" if match else ""


def closest(word: str, known: Iterable[str]) -> str:
    """The known word closest to `word`, or "" when none is close."""
    return _closest(word[:80], tuple(known))


@lru_cache(maxsize=4096)
def _closest(word: str, known: tuple[str, ...]) -> str:
    match = get_close_matches(word, known, n=1, cutoff=0.5) or get_close_matches(
        word.lower(), [name for name in known if name.lower() == name], n=1, cutoff=0.5
    )
    return match[0] if match else ""
