"""A sentence as a row of actors, words that deny, other words, and commas."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefsite.model.normalized_text import words
from briefsite.rules.stems import FUNCTION
from briefsite.rules.turning_words import Vocabulary

COMMA = re.compile(r",(?=\s)")
SENTENCE = re.compile(r"[;:.!?]+(?=[\s\"”’')\[]|$)|[()]|\s[-–—]+\s|\n\s*\n")


class Item(NamedTuple):
    kind: str
    """actor, plain or implied (a denial), word, function or comma."""
    text: str
    actors: tuple[str, ...] = ()


def sentences(known: Vocabulary, text: str) -> Iterator[list[Item]]:
    """The sentences of a text, and what stands between its brackets, dashes and colons."""
    for sentence in SENTENCE.split(known.cased(text)):
        if sentence and sentence.strip():
            yield list(_items(known, sentence))


def _items(known: Vocabulary, sentence: str) -> Iterator[Item]:
    for number, clause in enumerate(COMMA.split(sentence)):
        if number:
            yield Item("comma", ",")
        tokens, position = words(clause), 0
        while position < len(tokens):
            sign = known.at(tokens, position)
            facets = sign.facets if sign else ()
            if actors := tuple(facet.value for facet in facets if facet.kind == "actor"):
                yield Item("actor", sign.text if sign else "", actors)
            elif denials := [facet.value for facet in facets if facet.kind == "negation"]:
                yield Item(denials[0], sign.text if sign else "")
            else:
                yield from map(_word, sign.tokens if sign else (tokens[position],))
            position += len(sign.tokens) if sign else 1


def _word(token: str) -> Item:
    return Item("function" if token in FUNCTION or len(token) < 3 else "word", token)
