"""Hedge words in a text: the longest first, so that "extremely unlikely" is not "unlikely"."""

import re
from functools import lru_cache

from briefsite.model.corpus import Corpus
from briefsite.model.data_files import Lexicon
from briefsite.model.normalized_text import phrase
from briefsite.model.remembered import remembered

MAY = re.compile(r"\bMay\b(?=,? \d|$)|(?<=\d )May\b|(?<=\b[Ii]n )May\b")
"""The month, which is no hedge."""


def lexicon(corpus: Corpus) -> Lexicon:
    """data/lexicon.yml, which rules may rely on: they run only when every file could be read."""
    assert corpus.lexicon is not None
    return corpus.lexicon


def hedge_words(corpus: Corpus) -> tuple[str, ...]:
    """Every hedge word of the lexicon."""
    return tuple(word for line in lexicon(corpus).hedges for word in line)


def synonyms(corpus: Corpus, word: str) -> frozenset[str]:
    """The hedge words that stand for `word`, itself included, in normal form; none for any other
    word."""
    return _synonyms(lexicon(corpus).hedges, phrase(word))


@lru_cache(maxsize=1024)
def _synonyms(lines: tuple[tuple[str, ...], ...], word: str) -> frozenset[str]:
    normalized = (frozenset(map(phrase, line)) for line in lines)
    return frozenset[str]().union(*(line for line in normalized if word in line))


@remembered
def words_in(text: str, vocabulary: tuple[str, ...]) -> tuple[str, ...]:
    """The words of `vocabulary` in a text, in normal form; a word within a longer one does not
    count."""
    rest, words = f" {phrase(MAY.sub('…', text))} ", list[str]()
    for word in _longest_first(vocabulary):
        if f" {word} " in rest:
            words.append(word)
            for _ in range(2):  # neighbours share the blank between them
                rest = rest.replace(f" {word} ", " … ")
    return tuple(words)


@lru_cache(maxsize=4)
def _longest_first(vocabulary: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(map(phrase, vocabulary)), key=lambda word: (-len(word), word)))
