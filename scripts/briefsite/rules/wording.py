"""The figures, proper names and quotations in a text, compared in normal form."""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefsite.model import dates
from briefsite.model.letters import CAPITAL, HANGUL, INITIAL
from briefsite.model.normalized_text import phrase

QUOTED = re.compile(r"\"((?:[^\"\n]|\n(?!\s*\n))+)\"|“((?:[^“”\n]|\n(?!\s*\n))+)”")
MONTHS = frozenset(dates.MONTHS[1:])
FIGURE = re.compile(r"(?<![\w-])\d[\w.,]*\d\w*|(?<![\w-])\d\w*")
CAPITALISED = re.compile(rf"(?:[{CAPITAL}]\.){{2,}}|[{INITIAL}][\w'’-]*")
SENTENCE_END = re.compile(rf"(?:(?<=[^\W{CAPITAL}][.?!])|(?<=[)\"][.?!]))\s+")


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
    months = [word for word in re.findall(r"[A-Z][a-z]+", text) if word in MONTHS]
    if not re.search(r"\bMay\b,? \d|\d May\b|\b[Ii]n May\b", text):
        months = [month for month in months if month != "May"]  # the verb
    return [match.group() for match in FIGURE.finditer(text)] + months


def names(text: str, known: frozenset[str]) -> list[str]:
    """Proper names: runs of capitalised words, the first word of a sentence only where it begins a
    name in `known` (normalised phrases). Months are figures, not names."""
    result: list[str] = []
    for sentence in SENTENCE_END.split(text):
        for start, run in _runs(sentence):
            name = run
            cased = not re.match(f"[{HANGUL}]", name)
            if start == 0 and cased and not _begins(phrase(name), known):
                name = name.partition(" ")[2]
            name = re.sub(r"^(?:The|A|An)(?: |$)|['’]s?$", "", name).strip("-'’ ")
            result += [
                part for part in _split(name, known) if part not in MONTHS and not part.isdigit()
            ]
    return result


def _begins(name: str, known: frozenset[str]) -> bool:
    """Whether a run of words begins a known name, or a known name begins it; word by word."""
    return name in _beginnings(known) or any(begun in known for begun in _begun(name))


@lru_cache(maxsize=4)
def _beginnings(known: frozenset[str]) -> frozenset[str]:
    """Every run of words that begins a known name: to look each name up in all of them takes a
    third of the time of a check, and grows with the square of the corpus."""
    return frozenset(begun for name in known for begun in _begun(name))


def _begun(name: str) -> Iterator[str]:
    """A run of words cut behind each of its words."""
    words = name.split(" ")
    return (" ".join(words[:count]) for count in range(1, len(words) + 1))


def _split(name: str, known: frozenset[str]) -> list[str]:
    """A run of capitalised words as one name, or as a known name and the rest: UN and Charter."""
    tokens = name.split()
    for length in range(len(tokens), 0, -1):
        head = " ".join(tokens[:length])
        if phrase(head) in known:
            return [head, *_split(" ".join(tokens[length:]), known)]
    return [name] if name else []


def _runs(sentence: str) -> Iterator[tuple[int, str]]:
    """(position, text) of each run of capitalised words that only blanks part; a month is a run of
    its own."""
    run: list[str] = []
    start, end = 0, 0
    for match in CAPITALISED.finditer(sentence):
        word = match.group()
        if match.start() and sentence[match.start() - 1].isalnum():
            continue
        if (
            run
            and sentence[end : match.start()] == " "
            and not run[-1].endswith(("'s", "’s", "s'"))
            and MONTHS.isdisjoint((word, run[-1]))
        ):
            run.append(word)
        else:
            if run:
                yield start, " ".join(run)
            run, start = [word], match.start()
        end = match.end()
    if run:
        yield start, " ".join(run)
