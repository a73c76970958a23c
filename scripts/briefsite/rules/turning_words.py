"""Words that turn a meaning, and what each stands for: the lexicon, and the names of the actors."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from briefsite.model.corpus import Corpus, derived
from briefsite.model.normalized_text import phrase, words
from briefsite.rules.hedges import MAY, lexicon


class Facet(NamedTuple):
    """One thing that a text does. `value` tells facets of a kind apart: an actor's key, the line of
    the lexicon, with its side for opposites."""

    kind: str
    value: str


class Sign(NamedTuple):
    """A word or phrase of the vocabulary, its words, and what it stands for."""

    text: str
    tokens: tuple[str, ...]
    facets: tuple[Facet, ...]


class Vocabulary:
    """Every word that is a facet, by its first word, the longest first."""

    def __init__(
        self, signs: dict[str, tuple[Facet, ...]], states: dict[str, str] | None = None
    ) -> None:
        self.states = states or {}
        """The state for which an actor acts."""
        self.words = tuple(signs)
        self.abbreviations = _abbreviations(signs)
        self.facets = signs
        self.signs: dict[str, list[Sign]] = {}
        for text, facets in signs.items():
            tokens = tuple(text.split())
            self.signs.setdefault(tokens[0], []).append(Sign(text, tokens, facets))
        for found in self.signs.values():
            found.sort(key=lambda sign: -len(sign.tokens))

    def found(self, text: str) -> Iterator[Sign]:
        """The signs in a text, in its order; a word within a longer sign does not count."""
        tokens = words(self.cased(text))
        position = 0
        while position < len(tokens):
            if sign := self.at(tokens, position):
                yield sign
            position += len(sign.tokens) if sign else 1

    def cased(self, text: str) -> str:
        """The text without words that only its capitals tell apart: May and may, US and us."""
        return self.abbreviations.sub("…", MAY.sub("…", text))

    def at(self, tokens: tuple[str, ...], position: int) -> Sign | None:
        """The sign that begins there."""
        for sign in self.signs.get(tokens[position], ()):
            if tokens[position : position + len(sign.tokens)] == sign.tokens:
                return sign
        return None


def _abbreviations(signs: dict[str, tuple[Facet, ...]]) -> re.Pattern[str]:
    """Short names of actors, written small."""
    short = [
        word
        for word, facets in signs.items()
        if len(word) < 3 and any(facet.kind == "actor" for facet in facets)
    ]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, short)) or '(?!)'})\b")


@derived
def vocabulary(corpus: Corpus) -> Vocabulary:
    """The words of the lexicon and the names of the actors."""
    known, signs = lexicon(corpus), dict[str, list[Facet]]()

    def add(kind: str, value: str, texts: Iterable[str]) -> None:
        for text in texts:
            if normal := phrase(text):
                signs.setdefault(normal, []).append(Facet(kind, value))

    add("negation", "plain", known.negations)
    add("negation", "implied", known.implied)
    add("neutral", "", known.neutral)
    add("certainty", "", known.certain)
    add("adverse", "", known.adverse)
    for word in (*known.reports, *known.speakers):
        add("report", word, (word,))
    for word in known.speakers:
        add("speaker", word, (word,))
    for number, line in enumerate(known.hedges):
        add("hedge", str(number), line)
    for number, line in enumerate(known.limits):
        add("limit", str(number), line)
    for line in known.numbers:
        add("number", line[0], line)
    for number, (one, other) in enumerate(known.opposites):
        add("direction", f"{number}+", one)
        add("direction", f"{number}-", other)
    for actor in corpus.actors:
        add("actor", actor.key, (actor.name, *actor.aliases))
    return _vocabulary(
        tuple((text, tuple(facets)) for text, facets in signs.items()),
        tuple((actor.key, actor.of) for actor in corpus.actors if actor.of),
    )


@lru_cache(maxsize=4)
def _vocabulary(
    signs: tuple[tuple[str, tuple[Facet, ...]], ...], states: tuple[tuple[str, str], ...]
) -> Vocabulary:
    """One and the same for the same words, so that what was read with it stays known."""
    return Vocabulary(dict(signs), dict(states))
