"""The figures, proper names and quotations in a text, compared in normal form (model/normalized_text.py)."""

import re

from briefsite.model import dates
from briefsite.model.normalized_text import phrase

QUOTED = re.compile(r"\"((?:[^\"\n]|\n(?!\s*\n))+)\"|“((?:[^“”\n]|\n(?!\s*\n))+)”")
MONTHS = frozenset(dates.MONTHS[1:])
FIGURE = re.compile(r"(?<![\w-])\d[\w.,]*\d\w*|(?<![\w-])\d\w*")
CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][\w'’-]*")


def holds(text: str, wanted: str) -> bool:
    """Whether the words of `wanted` stand in `text`, in that order and next to each other."""
    return bool(wanted) and f" {phrase(wanted)} " in f" {phrase(text)} "


def quotations(text: str) -> list[str]:
    """What stands between double quotation marks, straight or curly."""
    return [straight or curly for straight, curly in QUOTED.findall(text)]


def unquoted(text: str) -> str:
    """The text without its quotations."""
    return QUOTED.sub(" … ", text)


def figures(text: str) -> list[str]:
    """Numbers written with digits (13th, 187, 2.0) and names of months, as they stand."""
    found = [match.group() for match in FIGURE.finditer(text)]
    return found + [
        word
        for word in re.findall(r"[A-Z][a-z]+", text)
        if word in MONTHS and not _modal_may(word, text)
    ]


def _modal_may(word: str, text: str) -> bool:
    return word == "May" and not re.search(r"\bMay\b,? \d|\d May\b|\b[Ii]n May\b", text)


def names(text: str, known: frozenset[str]) -> list[str]:
    """Proper names: runs of capitalised words, the first word of a sentence only where it begins
    a name in `known` (normalised phrases). Months are figures, not names."""
    found = []
    for sentence in re.split(r"(?<=[a-z0-9)\"][.?!])\s+", text):
        for run in _runs(sentence):
            start, name = run
            if start == 0 and not _begins(phrase(name), known):
                name = name.partition(" ")[2]
            name = re.sub(r"^(?:The|A|An)(?: |$)|['’]s?$", "", name).strip("-'’ ")
            found += [
                part for part in _split(name, known) if part not in MONTHS and not part.isdigit()
            ]
    return found


def _begins(name: str, known: frozenset[str]) -> bool:
    """Whether a run of words begins a known name, or a known name begins it; word by word."""
    return any(
        f"{name} ".startswith(f"{other} ") or f"{other} ".startswith(f"{name} ") for other in known
    )


def _split(name: str, known: frozenset[str]) -> list[str]:
    """A run of capitalised words as one name, or as a known name and the rest: UN and Charter."""
    tokens = name.split()
    for length in range(len(tokens), 0, -1):
        head = " ".join(tokens[:length])
        if phrase(head) in known:
            return [head, *_split(" ".join(tokens[length:]), known)]
    return [name] if name else []


def _runs(sentence: str):
    """(position, text) of each run of capitalised words that only blanks part."""
    run, start, end = [], 0, None
    for match in CAPITALISED.finditer(sentence):
        if match.start() and sentence[match.start() - 1].isalnum():
            continue
        if (
            run
            and sentence[end : match.start()] == " "
            and not run[-1].endswith(("'s", "’s", "s'"))
            and match.group() not in MONTHS
            and run[-1] not in MONTHS
        ):
            run.append(match.group())
        else:
            if run:
                yield start, " ".join(run)
            run, start = [match.group()], match.start()
        end = match.end()
    if run:
        yield start, " ".join(run)
