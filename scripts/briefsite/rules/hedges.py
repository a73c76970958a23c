"""Hedge and reporting words in a text: the longest first, so that "extremely unlikely" is not "unlikely"."""

import re
from functools import lru_cache

from briefsite.model.normalized_text import phrase

MAY = re.compile(r"\bMay\b(?=,? \d|$)|(?<=\d )May\b|(?<=\b[Ii]n )May\b")
"""The month, which is no hedge."""


@lru_cache(maxsize=4096)
def found(text: str, vocabulary: tuple[str, ...]) -> tuple[str, ...]:
    """The words of `vocabulary` in a text, in their normal form; a word within a longer one does not count."""
    rest, there = f" {phrase(MAY.sub('…', text))} ", []
    for word in sorted({phrase(word) for word in vocabulary}, key=lambda word: (-len(word), word)):
        if f" {word} " in rest:
            there.append(word)
            rest = rest.replace(f" {word} ", " … ")
            rest = rest.replace(f" {word} ", " … ")
    return tuple(there)


def hedges(lexicon) -> tuple[str, ...]:
    """Every hedge word of the lexicon."""
    return tuple(word for line in lexicon.hedges for word in line)


def equals(lexicon, word: str) -> frozenset[str]:
    """The words that stand for a hedge word, in their normal form; empty for a word that is none."""
    return _equals(lexicon.hedges, phrase(word))


@lru_cache(maxsize=1024)
def _equals(lines: tuple[tuple[str, ...], ...], wanted: str) -> frozenset[str]:
    return frozenset(
        phrase(other)
        for line in lines
        if wanted in {phrase(each) for each in line}
        for other in line
    )
