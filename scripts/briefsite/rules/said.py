"""Who does what in a text, and what it denies, told from words that stand next to each other."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefsite.model import dates
from briefsite.model.normalized_text import phrase
from briefsite.model.remembered import remembered
from briefsite.rules.clauses import Item, sentences
from briefsite.rules.stems import stem
from briefsite.rules.turning_words import Vocabulary

BREAKS = frozenset({"but", "while", "because", "although", "though", "whereas", "and", "so"})
"""Words that end the reach of a denial, as a comma does."""
REACH = 3
"""Words that a denial reaches."""
AROUND = frozenset({"for", "than", "behind", "against", "into", "over", "before", "after"})
"""Words around which the order of what stands there is the sense."""
COMPARES = frozenset({"than", "behind"})
"""Words between two that are compared, however far these stand."""
UN = re.compile(r"^(?:un|non-?|mis)(?=\w{5})")
LINKS = frozenset(
    "a an at against by for from in into of on over the to toward towards with".split()
)
"""Words between a word and the actor whom it concerns."""
AUXILIARIES = frozenset(
    "also be been being can could did do does had has have is may might must neither never not "
    "now once only should still was were will would".split()
)
"""Words between an actor and what it does."""


BRIEF = 6
"""Words of an answer such as "Not yet"."""
TELLS = frozenset("gives give says say names name mentions mention judge compare".split())
"""What a text does that has nothing on a matter."""
MONTHS = frozenset(map(phrase, dates.MONTHS[1:]))
YEAR = re.compile(r"(?:19|20)\d\d")
VERBS = frozenset("supply apply rely reply comply imply ally rally".split())
"""Words that end as adverbs do."""


class Act(NamedTuple):
    """An actor beside a word: before it, as the one who does it, or after it, with the word that
    links them. `state` is the one for which the actor acts, `name` what the text calls it. What a
    number counts, and the year of a month, are acts of this form too."""

    side: str
    word: str
    link: str
    actor: str
    state: str = ""
    name: str = ""

    @property
    def place(self) -> str:
        """Where the actor stands, without the actor."""
        return f"{self.side} {self.word} {self.link}"


class Denial(NamedTuple):
    """A word that denies, the stems that it reaches, and those of its sentence. `plain` ones say
    "not"; the others deny by their own sense."""

    word: str
    plain: bool
    reach: frozenset[str]
    around: frozenset[str]


class Said(NamedTuple):
    """What a text says: acts, denials, the stems that no denial reaches, and pairs of stems around
    a word whose order is the sense."""

    acts: frozenset[Act] = frozenset()
    denials: tuple[Denial, ...] = ()
    stated: frozenset[str] = frozenset()
    orders: frozenset[tuple[str, str, str]] = frozenset()


def together(parts: Iterable[Said]) -> Said:
    """What several texts say, as one."""
    every = tuple(parts)
    return Said(
        frozenset().union(*(each.acts for each in every)),
        tuple(denial for each in every for denial in each.denials),
        frozenset().union(*(each.stated for each in every)),
        frozenset().union(*(each.orders for each in every)),
    )


@remembered
def said(known: Vocabulary, text: str) -> Said:
    """What a text says, sentence by sentence."""
    parts = list[Said]()
    for items in sentences(known, text):
        denials, reached = _denials(items)
        stated = {
            stem(item.text)
            for place, item in enumerate(items)
            if item.kind == "word" and place not in reached
        }
        acts = frozenset((*_acts(items, known.states), *_counts(items)))
        orders = frozenset(_orders(items))
        parts.append(Said(acts, tuple(denials), frozenset(stated), orders))
    return together(parts)


def _denials(items: list[Item]) -> tuple[list[Denial], set[int]]:
    around = frozenset(stem(item.text) for item in items if item.kind == "word")
    denials, reached = list[Denial](), set[int]()
    for place, item in enumerate(items):
        if item.kind in ("plain", "implied"):
            if item.kind == "plain" and (_of_silence(items, place) or _answers(items)):
                continue
            reach = set[str]()
            for later in range(place + 1, len(items)):
                other = items[later]
                if other.kind == "comma" or other.text in BREAKS or len(reach) >= REACH:
                    break
                if other.kind == "word":
                    reach.add(stem(other.text))
                    reached.add(later)
                reach |= {f"@{actor}" for actor in other.actors}
            denials.append(Denial(item.text, item.kind == "plain", frozenset(reach), around))
        elif item.kind == "word" and UN.match(item.text):
            reach = {stem(UN.sub("", item.text))}
            denials.append(Denial(item.text, False, frozenset(reach), around))
    return denials, reached


def _answers(items: list[Item]) -> bool:
    return len(items) <= BRIEF and all(item.kind != "actor" for item in items)


def _of_silence(items: list[Item], place: int) -> bool:
    """Whether a denial says what a text leaves out: "he gives no reason", "does not say"."""
    later = items[place + 1].text if place + 1 < len(items) else ""
    before = [item.text for item in items[max(0, place - 2) : place]]
    said = [word for word in before if word in TELLS] or [word for word in [later] if word in TELLS]
    return bool(said) and (place < 3 or items[place - 2].text in ("he", "she", "they", "neither"))


def _acts(items: list[Item], states: dict[str, str]) -> Iterator[Act]:
    for group in _groups(items):
        actors = [
            (actor, states.get(actor, ""), items[place].text)
            for place in group
            for actor in items[place].actors
        ]
        place, link = group[0] - 1, ""
        while place >= 0 and items[place].text in LINKS:
            if not link and items[place].text not in ("a", "an", "the"):
                link = items[place].text
            place -= 1
        if place >= 0 and items[place].kind == "word":
            yield from (Act("after", stem(items[place].text), link, *actor) for actor in actors)
        gerund = place >= 0 and items[place].kind == "word" and items[place].text.endswith("ing")
        later = group[-1] + 1
        while later < len(items) and _passed_over(items[later]):
            later += 1
        by = any(item.text == "by" for item in items[later + 1 : later + 3])
        if link or by or gerund or later == len(items) or items[later].kind != "word":
            continue
        yield from (Act("before", stem(items[later].text), "", *actor) for actor in actors)


def _counts(items: list[Item]) -> Iterator[Act]:
    """The two words behind a number, and the year behind a month."""
    for place, item in enumerate(items[:-1]):
        later = [other.text for other in items[place + 1 : place + 4] if other.kind == "word"][:2]
        if item.text in MONTHS and YEAR.fullmatch(items[place + 1].text):
            yield Act("year", item.text, "", items[place + 1].text, "", items[place + 1].text)
        if item.text.isdigit() and len(item.text) < 4 and MONTHS.isdisjoint(later):
            yield from (
                Act("count", item.text, "", stem(word), "", word)
                for word in later
                if not word.isdigit()
            )


def _passed_over(item: Item) -> bool:
    adverb = item.text.endswith("ly") and item.text not in VERBS
    return item.text in AUXILIARIES or (item.kind == "word" and adverb)


def _groups(items: list[Item]) -> Iterator[list[int]]:
    """Places of actors, those together that stand in one list with "and" or "or"."""
    group, joined, parts = list[int](), False, {"and", "or", "as", "well", ",", "both", *LINKS}
    for place, item in enumerate(items):
        if item.kind != "actor":
            continue
        start = group[-1] + 1 if group else place
        between = {other.text for other in items[start:place]}
        beside = bool(group) and group[-1] + 1 == place
        if beside or (group and between <= parts and between & {"and", "or", "as", ","}):
            group.append(place)
            joined = joined or beside or bool(between - {",", *LINKS})
            continue
        yield from _lists(group, joined)
        group, joined = [place], False
    yield from _lists(group, joined)


def _lists(group: list[int], joined: bool) -> list[list[int]]:
    return [group] if joined else [[place] for place in group]


def _orders(items: list[Item]) -> Iterator[tuple[str, str, str]]:
    contents: list[tuple[str, list[str]]] = [
        (item.text, [stem(item.text)] if item.kind == "word" else [f"@{a}" for a in item.actors])
        for item in items
        if item.kind in ("word", "actor") or item.text in AROUND
    ]
    passive = any(item.text == "by" for item in items)
    for (_, before), (word, own), (_, after) in zip(
        contents, contents[1:], contents[2:], strict=False
    ):
        between = not passive and _is_actor(before) and _is_actor(after) and not _is_actor(own)
        through = word if word in AROUND else own[0] if between and own else ""
        if through:
            yield from ((one, through, two) for one in before for two in after if one != two)
    for place, (word, _) in enumerate(contents):
        if word in COMPARES:
            before, after = _nearest(contents[:place][::-1]), _nearest(contents[place:])
            yield from ((one, word, two) for one in before for two in after if one != two)


def _is_actor(stems: list[str]) -> bool:
    return bool(stems) and stems[0].startswith("@")


def _nearest(contents: list[tuple[str, list[str]]]) -> list[str]:
    """The first actors there."""
    for _, stems in contents:
        if _is_actor(stems):
            return stems
    return []
