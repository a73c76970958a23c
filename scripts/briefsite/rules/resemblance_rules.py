"""Answers and sentences of pages against the words of the claims they name."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import log

from briefsite.model.corpus import Corpus, derived
from briefsite.model.normalized_text import words
from briefsite.model.problems import Problem
from briefsite.rules.facets import facets
from briefsite.rules.page_sentences import accounts

ANSWER, PAGE = 0.18, 0.12
"""The least share of a claim's words, by their weight, that stands where it is named. The lowest
shares of the corpus when this was written were 0.18 and 0.13; of claims exchanged for another on
the same topic, half and eight in ten fell below."""
ENDING = re.compile(
    r"(?<=\w{4})(?:i[sz]ations?|ations?|ities|ity|ments?|ness|ings?|iers?|ied|ies|ers?|ed|es|ly"
    r"|al|ic|ive|e|s|y)$"
)
SHORT = 3
"""Words shorter than this, and what every second claim holds, weigh nothing."""


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    return ENDING.sub("", word)[:6]


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in words(text) if len(word) >= SHORT)


def _marks(corpus: Corpus, text: str) -> frozenset[str]:
    """What a text is compared by: stems of its words, and the actors it names."""
    return _stems(text) | {f"@{actor}" for actor in facets(corpus, text).of("actor")}


@derived
def _weights(corpus: Corpus) -> dict[str, float]:
    claims = [_marks(corpus, claim.says) for claim in corpus.claim.values()]
    counts = Counter(stem for stems in claims for stem in stems)
    return {stem: max(0.0, log(len(claims) / (2 * count))) for stem, count in counts.items()}


def _share(corpus: Corpus, claim: str, text: str) -> float:
    """The share of a claim's words, by their weight, that a text holds too; 1 if none weighs."""
    weights, own = _weights(corpus), _marks(corpus, corpus.claim[claim].says)
    whole = sum(weights.get(stem, 0) for stem in own)
    held = sum(weights.get(stem, 0) for stem in own & _marks(corpus, text))
    return held / whole if whole else 1


def answers_resemble_their_claims(corpus: Corpus) -> Iterator[Problem]:
    """The claims that an answer names have words in common with it and its question."""
    for question in corpus.questions:
        for key, answer in question.answers.items():
            for name in answer.claims:
                text = f"{question.question} {answer.says}"
                if name in corpus.claim and _share(corpus, name, text) < ANSWER:
                    yield answer.at.problem(
                        f"{question.id}, {key}: {name} speaks of something else",
                        f"{name} says: {corpus.claim[name].says[:90]} …",
                        "claims",
                    )


def sentences_resemble_their_claims(corpus: Corpus) -> Iterator[Problem]:
    """The claims that a sentence of a brief's section on a topic page names have words in common
    with it."""
    for sentence in accounts(corpus):
        for name in sentence.claims:
            if _share(corpus, name, sentence.text) < PAGE:
                yield Problem(
                    sentence.path,
                    sentence.line,
                    f"{name} speaks of something else than this sentence",
                    f"{name} says: {corpus.claim[name].says[:90]} …",
                )


RULES = (answers_resemble_their_claims, sentences_resemble_their_claims)
