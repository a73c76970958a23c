"""What counts as the same words: normalisation, and the figures, names and quotations in a text.

Normalisation, for every comparison of a text with a brief: Unicode NFKC; curly quotes and dashes
made straight; Markdown's and HTML's markup taken out; case folded; punctuation other than an
apostrophe within a word dropped; white space and page breaks as one blank. What is left is a
sequence of words, and a phrase stands in a text when its words stand there in that order.
"""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"\w+(?:'\w+)*")
QUOTED = re.compile(r"\"((?:[^\"\n]|\n(?!\s*\n))+)\"|“((?:[^“”\n]|\n(?!\s*\n))+)”")
MONTHS = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
FIGURE = re.compile(r"(?<![\w-])\d[\w.,]*\d\w*|(?<![\w-])\d\w*")
CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][\w'’-]*")
CHARS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": ""}
)


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The normalised words of a text; possessive endings are cut off."""
    text = unicodedata.normalize("NFKC", text).translate(CHARS)
    text = re.sub(r"</?[a-zA-Z][^<>]*>", " ", text).replace("*", " ").replace("_", " ").casefold()
    return tuple(re.sub(r"'s?$", "", word) for word in WORD.findall(text))


@lru_cache(maxsize=16384)
def phrase(text: str) -> str:
    """A phrase in its normal form, words with one blank between."""
    return " ".join(words(text))


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
