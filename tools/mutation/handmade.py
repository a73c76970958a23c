"""The corruptions of handmade.txt, each found at its record."""

import re
from pathlib import Path

from tools.mutation.change import Change

LIST = Path(__file__).with_suffix(".txt")


def rows():
    """(sort, record, old, new) of every corruption, in the order of the list."""
    for line in LIST.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(part.strip() for part in line.split(" | "))


def change(root, record, old, new):
    """The Change of one corruption; None where the record no longer says `old`."""
    kind, _, name = record.rpartition(" ")
    patterns = {"work": rf"@\w+\{{{name},", "page": "^", "forecast": rf"^- claim: {name}$"}
    pattern = re.compile(patterns.get(kind, rf"^- id: {re.escape(name)}$"), re.M)
    for path in _files(root, kind, name):
        text = (root / path).read_text("utf-8")
        if found := pattern.search(text):
            later = pattern.pattern != "^" and re.compile(r"^(?:- |@\w)", re.M).search(
                text, found.end()
            )
            end = later.start() if later else len(text)
            start = re.search(r"\s+".join(map(re.escape, old.split())), text[found.start() : end])
            if start:
                at = found.start() + start.start()
                return Change(path, text[:at] + new + text[at + len(start.group()) :])
    return None


def _files(root, kind, name):
    if kind == "page":
        return [f"docs/topics/{name}.md"] if (root / f"docs/topics/{name}.md").exists() else []
    if kind == "work":
        return ["bibliography.bib"]
    if kind == "forecast":
        return ["data/forecasts.yml"]
    folders = [*(root / "data/briefs").glob("*.yml"), *(root / "data").glob("*.yml")]
    return sorted(str(path.relative_to(root)) for path in folders if path.name != "codings.yml")


def _part(number):
    def kind(corpus, texts):
        for place, (_, record, old, new) in enumerate(rows()):
            if place % 2 == number:
                yield change(texts.root, record, old, new)

    return kind


known, held_out = _part(0), _part(1)
known.__name__, held_out.__name__ = "handmade_known", "handmade_held_out"
known.__doc__ = "one of the list made by hand, known while the rules were written"
held_out.__doc__ = "one of the list made by hand, held out while the rules were written"
KINDS = (known, held_out)
