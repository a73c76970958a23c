"""One change to one file, and where in a file a record's fields stand."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """`path` with the text `new` in the place of what stood there."""

    path: str
    new: str


class Texts(dict):
    """Texts of the project's files by path, read once."""

    def __init__(self, root):
        self.root = root

    def __missing__(self, path):
        self[path] = (self.root / path).read_text("utf-8")
        return self[path]

    def field(self, record, key: str) -> tuple[str, int, int] | None:
        """(path, start, end) of a field of a record, its key included; None if it has none."""
        lines = dict(record.at.keys)
        if key not in lines:
            return None
        text = self[record.at.path]
        starts = [0, *(found.end() for found in re.finditer("\n", text))]
        start = starts[lines[key] - 1]
        later = [line for line in lines.values() if line > lines[key]]
        if lines[key] in [line for name, line in lines.items() if name != key]:
            return self._inline(record, key, start, text)
        indent = re.match(r"[ -]*", text[start:]).end()
        end = starts[min(later) - 1] if later else _block_end(text, start, indent)
        return record.at.path, start, end

    def _inline(self, record, key, start, text):
        """A field of a mapping in braces on one line."""
        end = text.index("\n", start)
        found = re.search(rf"\b{key}: ([^,}}]+)", text[start:end])
        return (record.at.path, start + found.start(), start + found.end()) if found else None

    def within(self, place: tuple[str, int, int], old: str, new: str) -> Change | None:
        """The first `old` in a place exchanged for `new`."""
        path, start, end = place
        text = self[path]
        if old not in text[start:end]:
            return None
        return Change(path, text[:start] + text[start:end].replace(old, new, 1) + text[end:])

    def without(self, place: tuple[str, int, int]) -> Change:
        """The place cut out."""
        path, start, end = place
        return Change(path, self[path][:start] + self[path][end:])


def _block_end(text: str, start: int, indent: int) -> int:
    """Where a block that begins at `start`, `indent` deep, ends: at the next line not deeper."""
    position = text.find("\n", start) + 1
    while 0 < position < len(text):
        line_end = text.find("\n", position)
        line = text[position : line_end if line_end >= 0 else len(text)]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            return position
        position = line_end + 1 if line_end >= 0 else len(text)
    return len(text)
