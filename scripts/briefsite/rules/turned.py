"""What a text adds to what it rests on, or loses of it, told from the facets of both."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefsite.rules.facets import Facets

COUNTS = frozenset({"two", "three", "four", "five", "second", "third"})
"""Numbers by which a restatement may count what it restates, if the brief counts nothing there."""
ORDINAL = re.compile(r"second|third|.*th")


class Turned(NamedTuple):
    """A word that turns a meaning, and what is wrong with it."""

    word: str
    message: str
    kind: str = ""


def actors_added(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    named = base.of("actor")
    words = {word for key, word in own.of("actor").items() if key in named}
    for key, word in own.of("actor").items():
        if key not in named and word not in words:
            yield Turned(word, f"'{word}' names an actor that {rest} does not name", "actor")


def speakers_added(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    there = base.of("speaker")
    for value, word in own.of("speaker").items():
        if value not in there:
            yield Turned(word, f"'{word}' reports somebody whom {rest} does not report", "speaker")


def numbers_added(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    there, here = base.of("number"), own.of("number")
    left = {bool(ORDINAL.fullmatch(value)) for value in there.keys() - here.keys()}
    for value, word in here.items():
        ordinal = bool(ORDINAL.fullmatch(value))
        if value not in there and (ordinal in left or value not in COUNTS):
            yield Turned(word, f"the number '{word}' is not in {rest}", "number")


def sureness_added(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    for kind in ("certainty", "hedge"):
        there = base.of(kind)
        kept = {word for value, word in own.of(kind).items() if value in there}
        for value, word in own.of(kind).items():
            if value not in there and word not in kept:
                how = "surer" if kind == "certainty" else "less sure"
                yield Turned(word, f"'{word}' makes it {how} than {rest} is", kind)


def denial_added(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    word = own.of("negation").get("plain")
    if word and not base.of("negation"):
        yield Turned(word, f"'{word}' denies, and {rest} denies nothing", "negation")


def denial_lost(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    word = base.of("negation").get("plain")
    if word and not own.of("negation"):
        yield Turned(word, f"{rest} has '{word}', and this denies nothing", "negation")


def adverse_added(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    word = own.of("adverse").get("")
    if word and not base.of("adverse") and not base.of("negation"):
        yield Turned(word, f"'{word}' ends, refuses or falls short, and {rest} does not", "adverse")


def adverse_lost(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    word = base.of("adverse").get("")
    if word and not own.of("adverse") and not own.of("negation"):
        message = f"{rest} has '{word}', and this ends, refuses or denies nothing"
        yield Turned(word, message, "adverse")


def opposites_of(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    there = base.of("direction")
    for value, word in own.of("direction").items():
        opposite = value[:-1] + ("-" if value[-1] == "+" else "+")
        if value not in there and opposite in there:
            message = f"'{word}' is the opposite of '{there[opposite]}' in {rest}"
            yield Turned(word, message, "direction")


def hedges_lost(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    for word in _lost("hedge", own, base):
        yield Turned(word, f"{rest} is hedged ('{word}'), and this is not", "hedge")


def limits_lost(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    for word in _lost("limit", own, base):
        yield Turned(word, f"{rest} has '{word}', and this does not", "limit")


def _lost(kind: str, own: Facets, base: Facets) -> Iterator[str]:
    here, there = own.of(kind), base.of(kind)
    kept = {word for value, word in there.items() if value in here}
    yield from (word for value, word in there.items() if value not in here and word not in kept)


def without(found: Iterable[Turned], reworded: Mapping[str, str]) -> Iterator[Turned]:
    """Those of them that no record says were looked at."""
    return (turned for turned in found if turned.word not in map(str.casefold, reworded))
