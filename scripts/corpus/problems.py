"""What is wrong with something a contributor wrote, said so that they can mend it."""

from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One fault, at one place: `path:line: message; hint`."""

    path: str
    line: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        tail = f"; {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}: {self.message}{tail}"


@dataclass(frozen=True)
class Mark:
    """Where a record stands: its file, its first line, and the line of each of its keys."""

    path: str = ""
    line: int = 0
    keys: tuple[tuple[str, int], ...] = ()

    def problem(self, message: str, hint: str = "", key: str = "") -> Problem:
        """A problem at this record or, with `key`, at the line of that field."""
        return Problem(self.path, dict(self.keys).get(key, self.line), message, hint)


def nearest(word: str, known) -> str:
    """A hint that names the known word closest to `word`, or "" when none is close."""
    known = [str(name) for name in known]
    match = get_close_matches(word, known, n=1, cutoff=0.5) or get_close_matches(
        word.lower(), [name for name in known if name.lower() == name], n=1, cutoff=0.5
    )
    return f"did you mean '{match[0]}'?" if match else ""
