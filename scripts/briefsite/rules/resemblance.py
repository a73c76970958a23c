"""How much of one text stands in another: stems of words, weighed by their rarity in claims."""

from collections import Counter
from collections.abc import Iterable
from math import log

from briefsite.model.corpus import Corpus, derived
from briefsite.model.normalized_text import words
from briefsite.model.records import Brief, Claim
from briefsite.model.remembered import remembered
from briefsite.rules.facets import facets_of
from briefsite.rules.stems import stem
from briefsite.rules.turning_words import Vocabulary, vocabulary

FEW = 20
"""Claims below which the share of them that holds a word tells nothing of it."""
SHORT = 3
"""Words shorter than this, and what every second claim holds, weigh nothing."""
UNKNOWN = 3.0
"""The weight of a word that no claim has."""


@remembered
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if len(word) >= SHORT)


def marks(corpus: Corpus, *texts: str | None) -> frozenset[str]:
    """What texts are compared by: stems of their words, and the actors they name."""
    known = vocabulary(corpus)
    return frozenset[str]().union(*[_marks(known, text) for text in texts if text])


@remembered
def _marks(known: Vocabulary, text: str) -> frozenset[str]:
    return _stems(text) | {f"@{actor}" for actor in facets_of(known, text).of("actor")}


@derived
def weights(corpus: Corpus) -> dict[str, float]:
    """The weight of each mark of the claims; none where they are few."""
    claims = [marks(corpus, claim.says) for claim in corpus.claim.values()]
    if len(claims) < FEW:
        return {}
    counts = Counter(stem for stems in claims for stem in stems)
    return {stem: max(0.0, log(len(claims) / (2 * count))) for stem, count in counts.items()}


def share(corpus: Corpus, claim: str, text: str) -> float:
    """The share of a claim's words, by their weight, that a text holds too; 1 if none weighs."""
    return _held(corpus, marks(corpus, corpus.claim[claim].says), marks(corpus, text), 0)


def covered(corpus: Corpus, text: str, *by: str | None) -> float:
    """The share of a text's words, by their weight, that other texts hold; 1 if none weighs."""
    return _held(corpus, marks(corpus, text), marks(corpus, *by), UNKNOWN)


def likeness(corpus: Corpus, text: str, claims: Iterable[Claim]) -> dict[str, float]:
    """The share of a text's words, by their weight, that each of some claims holds."""
    known, own = weights(corpus), marks(corpus, text)
    weight = {mark: known.get(mark, UNKNOWN) for mark in own}
    whole = sum(weight.values())
    return {
        claim.id: sum(weight[mark] for mark in own & marks(corpus, claim.says)) / whole
        if whole
        else 1
        for claim in claims
    }


def most_covered(corpus: Corpus, text: str, brief: Brief) -> float:
    """The largest share of a text's words that one claim of a brief holds."""
    known, places, own = weights(corpus), _places(corpus), marks(corpus, text)
    whole = sum(known.get(mark, UNKNOWN) for mark in own)
    held: dict[str, float] = {}
    for mark in own:
        for name in places.get((brief.key, mark), ()):
            held[name] = held.get(name, 0) + known.get(mark, UNKNOWN)
    return max(held.values(), default=0) / whole if whole else 1


@derived
def _places(corpus: Corpus) -> dict[tuple[str, str], list[str]]:
    """The claims of a brief that hold a mark."""
    places: dict[tuple[str, str], list[str]] = {}
    for brief in corpus.briefs:
        for claim in brief.claims:
            for mark in marks(corpus, claim.says):
                places.setdefault((brief.key, mark), []).append(claim.id)
    return places


def _held(corpus: Corpus, own: frozenset[str], other: frozenset[str], unknown: float) -> float:
    known = weights(corpus)
    whole = sum(known.get(mark, unknown) for mark in own)
    return sum(known.get(mark, unknown) for mark in own & other) / whole if whole else 1
