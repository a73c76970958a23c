"""Corruptions written by hand: those of handmade.txt at their records, the other lists in files."""

import re
from collections import Counter
from pathlib import Path

from tools.mutation.change import Change

LIST = Path(__file__).with_suffix(".txt")
SEEN, INDEPENDENT = LIST.with_name("seen.txt"), LIST.with_name("independent.txt")


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
known.__doc__, held_out.__doc__ = "all sorts, first list", "all sorts, first list, second half"
known.by_hand = held_out.by_hand = "known"  # the second half was held out once, and has been seen


def file_rows(file):
    """(sort, its place among those of its sort, path, old, new) of every corruption of a list of
    files, in its order."""
    places = Counter()
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sort, *rest = line.split(" | ")
            yield sort, places[sort], *(part.replace("\\n", "\n") for part in rest)
            places[sort] += 1


def _in_files(file, sort, name, chosen):
    """The corruptions of one sort in a list of files whose place `chosen` takes."""

    def kind(corpus, texts):
        for its_sort, place, path, old, new in file_rows(file):
            if its_sort == sort and chosen(place) and (texts.root / path).exists():
                text = texts[path]
                pattern = r"\s+".join(map(re.escape, old.split()))
                if found := re.search(pattern, text):
                    yield Change(path, text[: found.start()] + new + text[found.end() :])

    kind.by_hand = "held out" if "held out" in name else "known"
    kind.__name__ = f"{file.stem}_{sort}_{kind.by_hand.replace(' ', '_')}"
    kind.__doc__ = f"{SORTS[sort]}, {name}"
    return kind


SORTS = {
    "attribution": "who says it",
    "negation": "what is denied or turned round",
    "hedge": "how sure it is",
    "scope": "how much, how often, of whom",
    "actor": "who acts",
    "figure": "a figure or date",
    "ledger": "tests and reasons of verdicts",
    "bearings": "what a development bears on",
}
"""The sorts of the lists of files, and what readers call them."""
KINDS = (
    known,
    held_out,
    *(
        _in_files(INDEPENDENT, sort, "third list (held out)", lambda n: n % 2 == 1)
        for sort in SORTS
    ),
    *(_in_files(INDEPENDENT, sort, "third list", lambda n: n % 2 == 0) for sort in SORTS),
    *(
        _in_files(SEEN, sort, "second list", lambda n: True)
        for sort in SORTS
        if any(row[0] == sort for row in file_rows(SEEN))
    ),
)
