"""Words that have an opposite, each with the word beside it: "a stronger alliance"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefsite.model.normalized_text import words
from briefsite.rules.clauses import SENTENCE
from briefsite.rules.stems import FUNCTION, stem
from briefsite.rules.turning_words import Sign, Vocabulary

REACH = 3
"""Words between a word and what it bears on, this one included."""
COMMA = re.compile(r",(?=\s)")


class Context(NamedTuple):
    """A word of a line of opposites, on its side, before or after a stem or an actor."""

    line: str
    side: str
    beside: str
    word: str = ""

    @property
    def sign(self) -> str:
        """What is compared, in one string: all but the word itself."""
        return f"{self.line}{self.side} {self.beside}"

    @property
    def opposite(self) -> str:
        """The same of the opposite word."""
        return f"{self.line}{'-' if self.side == '+' else '+'} {self.beside}"


def contexts(known: Vocabulary, text: str) -> Iterator[Context]:
    """Every word of a text that has an opposite, with the nearest word of sense on either side."""
    for sentence in SENTENCE.split(known.cased(text)):
        for clause in COMMA.split(sentence or ""):
            yield from _of_clause(list(_signs(known, clause)))


def _of_clause(row: list[Sign]) -> Iterator[Context]:
    for place, sign in enumerate(row):
        for facet in sign.facets:
            if facet.kind != "direction":
                continue
            before = [*map(_sense, row[max(0, place - REACH) : place])][::-1]
            after = [*map(_sense, row[place + 1 : place + 1 + REACH])]
            for mark, near in (("<", before), (">", after)):
                if beside := next(filter(None, near), ""):
                    line, side = facet.value[:-1], facet.value[-1]
                    yield Context(line, side, f"{mark}{beside}", sign.text)


def _signs(known: Vocabulary, clause: str) -> Iterator[Sign]:
    """The words of a clause, those of a longer sign together."""
    tokens, place = words(clause), 0
    while place < len(tokens):
        sign = known.at(tokens, place) or Sign(tokens[place], (tokens[place],), ())
        yield sign
        place += len(sign.tokens)


def _sense(sign: Sign) -> str:
    """The stem of a word or the key of an actor; "" for words that say nothing by themselves."""
    actors = [facet.value for facet in sign.facets if facet.kind == "actor"]
    if actors:
        return f"@{actors[0]}"
    plain = len(sign.tokens) == 1 and len(sign.text) > 2 and sign.text not in FUNCTION
    return stem(sign.text) if plain else ""
