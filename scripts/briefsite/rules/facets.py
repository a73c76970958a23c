"""What turns the meaning of a text: the actors it names, what it denies, its hedges, its direction,
its numbers. Texts that rest on each other are compared by these, whatever their words are."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from briefsite.model.corpus import Corpus, derived
from briefsite.model.fingerprints import TURN
from briefsite.model.normalized_text import phrase, words
from briefsite.model.records import Claim
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

    def __init__(self, signs: dict[str, tuple[Facet, ...]]) -> None:
        self.words = tuple(signs)
        self.facets = signs
        self.signs: dict[str, list[Sign]] = {}
        for text, facets in signs.items():
            tokens = tuple(text.split())
            self.signs.setdefault(tokens[0], []).append(Sign(text, tokens, facets))
        for found in self.signs.values():
            found.sort(key=lambda sign: -len(sign.tokens))

    def found(self, text: str) -> Iterator[Sign]:
        """The signs in a text, in its order; a word within a longer sign does not count."""
        tokens = words(MAY.sub("…", text))
        position = 0
        while position < len(tokens):
            for sign in self.signs.get(tokens[position], ()):
                if tokens[position : position + len(sign.tokens)] == sign.tokens:
                    yield sign
                    position += len(sign.tokens) - 1
                    break
            position += 1


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
    add("report", "", known.reports)
    for number, line in enumerate(known.hedges):
        add("hedge", str(number), line)
    for line in known.numbers:
        add("number", line[0], line)
    for number, (one, other) in enumerate(known.opposites):
        add("direction", f"{number}+", one)
        add("direction", f"{number}-", other)
    for actor in corpus.actors:
        add("actor", actor.key, (actor.name, *actor.aliases))
    return Vocabulary({text: tuple(facets) for text, facets in signs.items()})


class Facets:
    """The facets of one or several texts, each with the word that showed it first."""

    def __init__(self, signs: Iterable[tuple[str, tuple[Facet, ...]]] = ()) -> None:
        self.by: dict[Facet, str] = {}
        for text, found in signs:
            for facet in found:
                self.by.setdefault(facet, text)

    def of(self, kind: str) -> dict[str, str]:
        """The values of a kind, each with the word that showed it."""
        return {facet.value: text for facet, text in self.by.items() if facet.kind == kind}

    def __or__(self, other: "Facets") -> "Facets":
        both = Facets()
        both.by = {**other.by, **self.by}
        return both


def facets(corpus: Corpus, *texts: str | None) -> Facets:
    """The facets of texts, taken together."""
    joined = Facets()
    for text in texts:
        if text:
            joined |= _facets(vocabulary(corpus), text)
    return joined


@lru_cache(maxsize=8192)
def _facets(known: Vocabulary, text: str) -> Facets:
    return Facets((sign.text, sign.facets) for sign in known.found(text))


def claims_facets(corpus: Corpus, claims: Iterable[str]) -> Facets:
    """The facets of what claims restate and of the sentences that carry them."""
    joined = Facets()
    for name in claims:
        if claim := corpus.claim.get(name):
            joined |= facets(corpus, claim.says) | sentences_facets(corpus, claim)
    return joined


def sentences_facets(corpus: Corpus, claim: Claim) -> Facets:
    """The facets of a claim's sentences, as far as the fingerprints of its brief know them."""
    joined, key = Facets(), corpus.brief_of[claim.id].key
    for number in claim.sentences:
        joined |= facets_of_sentences(corpus).get((key, claim.paragraph, number), NONE)
    return joined


NONE = Facets()


@derived
def facets_of_sentences(corpus: Corpus) -> dict[tuple[str, int, int], Facets]:
    """The facets of every sentence of every brief, by (brief, paragraph, sentence)."""
    known = vocabulary(corpus)
    return {
        (key, paragraph, number): Facets(
            (word, known.facets[word])
            for word in prints.words_in(TURN, known.words, paragraph, (number,))
        )
        for key, prints in corpus.fingerprints.items()
        for paragraph, sentences in enumerate(prints.sentences, 1)
        for number in range(1, len(sentences) + 1)
    }


@derived
def unlooked_for(corpus: Corpus) -> dict[str, frozenset[str]]:
    """Words of the vocabulary that nobody with a brief's text has looked for, by the brief."""
    return {
        key: frozenset(word for word in vocabulary(corpus).words if not prints.knows(TURN, word))
        for key, prints in corpus.fingerprints.items()
    }
