"""What a text says of whom and what it denies, against the texts that it rests on."""

from collections.abc import Iterator

from briefsite.rules import turned
from briefsite.rules.contexts import Context
from briefsite.rules.facets import Facets
from briefsite.rules.said import Act, Denial, Said
from briefsite.rules.turned import Turned

ALIKE = 2
"""Stems in common by which a denial is one of another sentence."""
BOTH_WAYS = frozenset({"benefi", "plac"})
"""Stems of words with one sense before and behind an actor: "it benefits them", "they benefit"."""


def added(own: Facets, base: Facets, rest: str) -> Iterator[Turned]:
    """What a text with the facets `own` says and its base, called `rest`, does not."""
    yield from turned.actors_added(own, base, rest)
    yield from turned.speakers_added(own, base, rest)
    yield from turned.numbers_added(own, base, rest)
    yield from turned.sureness_added(own, base, rest)
    yield from turned.denial_added(own, base, rest)
    yield from turned.opposites_of(own, base, rest)
    yield from turned.adverse_added(own, base, rest)
    yield from acts_of_others(own.said, base.said, rest)
    yield from turned_round(own.said, base.said, rest)
    yield from contexts_turned(own.said, base.said, rest)
    yield from roles_turned(own.said, base.said, rest)
    if base.of("negation"):
        yield from denials_added(own.said, base.said, rest)


def acts_of_others(here: Said, there: Said, rest: str) -> Iterator[Turned]:
    places = dict[str, list[Act]]()
    for act in sorted(there.acts):
        places.setdefault(act.place, []).append(act)
    for act in sorted(here.acts):
        others = places.get(act.place, [])
        company = [other for other in here.acts if other.place == act.place]
        if others and not any(same(one, other) for one in company for other in others):
            yield of_another(act, others[0].name, rest)


def same(one: Act, other: Act) -> bool:
    """Whether two actors are one, or one acts for the other."""
    return one.actor in (other.actor, other.state) or one.state == other.actor


def of_another(act: Act, other: str, rest: str) -> Turned:
    """The message that a text says of one actor what its base says of another."""
    if act.side == "count":
        message = f"'{act.word}' counts '{act.name}…', and in {rest} something else"
        return Turned(act.word, message, "act")
    if act.side == "year":
        message = f"'{act.word} {act.name}' is {act.word} of another year in {rest}"
        return Turned(act.word, message, "act")
    how = f"before '{act.word}…'" if act.side == "before" else f"after '{act.word}…"
    how += f" {act.link}'" if act.side != "before" else ""
    return Turned(act.name, f"{rest} has '{other}' {how}, and this '{act.name}'", "act")


def turned_round(here: Said, there: Said, rest: str) -> Iterator[Turned]:
    for one, word, other in sorted(here.orders - there.orders):
        if (other, word, one) in there.orders:
            pair = f"{one}… {word} {other}…".replace("@", "")
            message = f"'{pair}' is the other way round in {rest}"
            yield Turned(word, message, "order")


def contexts_turned(here: Said, there: Said, rest: str) -> Iterator[Turned]:
    """Words beside which the other text has their opposite, and never themselves."""
    known = {context.sign: context for context in sorted(there.contexts)}
    for context in sorted(here.contexts):
        if context.sign not in known and (other := known.get(context.opposite)):
            yield of_opposite(context, other.word, rest)


def of_opposite(context: Context, other: str, rest: str) -> Turned:
    """The message that a word stands where its opposite should; `other` where that is known."""
    near, side = context.beside[1:].removeprefix("@"), context.beside[0]
    where = f"before '{near}…'" if side == ">" else f"after '{near}…'"
    has = f"'{other}'" if other else f"the opposite of '{context.word}'"
    return Turned(context.word, f"{rest} has {has} {where}, and this '{context.word}'", "context")


def roles_turned(here: Said, there: Said, rest: str) -> Iterator[Turned]:
    """Actors whom a text puts behind a word, and the other text only before it, or the other way:
    the one who does it became the one to whom it is done."""
    sides = _sides(there)
    for (word, actor), (side, name) in sorted(_sides(here).items()):
        other, _ = sides.get((word, actor), ("", ""))
        if {side, other} == {"before", "after"}:
            message = f"'{name}' stands {side} '{word}…', and in {rest} {other} it"
            yield Turned(name, message, "role")


def _sides(said: Said) -> dict[tuple[str, str], tuple[str, str]]:
    """The one side on which an actor stands of a word, and the name; "both" where on either."""
    sides = dict[tuple[str, str], tuple[str, str]]()
    for act in sorted(said.acts):
        if act.side in ("before", "after") and not act.link and act.word not in BOTH_WAYS:
            key = act.word, act.state or act.actor
            known = sides.get(key, (act.side, ""))[0]
            sides[key] = (act.side if known == act.side else "both", act.name)
    return sides


def unmatched(here: Said, there: Said) -> tuple[list[Denial], list[Denial]]:
    """Denials of the one that the other has not, and the other way."""
    mine = [denial for denial in here.denials if denial.reach]
    left = list(there.denials)
    for alike in (_the_same, _of_the_same, _in_the_same):
        for denial in list(mine):
            if found := next((other for other in left if alike(denial, other)), None):
                mine.remove(denial)
                left.remove(found)
    return mine, left


def _the_same(one: Denial, other: Denial) -> bool:
    return one.word == other.word and not one.plain


def _of_the_same(one: Denial, other: Denial) -> bool:
    return bool(one.reach & other.reach)


def _in_the_same(one: Denial, other: Denial) -> bool:
    return len(one.around & other.around) >= ALIKE


def denials_added(here: Said, there: Said, rest: str) -> Iterator[Turned]:
    for denial in unmatched(here, there)[0]:
        again = any(denial.reach & other.reach for other in there.denials)
        if denial.plain and not again:
            reach = ", ".join(sorted(stem.removeprefix("@") for stem in denial.reach))
            message = f"'{denial.word}' denies ({reach}…), and no denial of {rest} does"
            yield Turned(denial.word, message, "denial")


def denials_undone(own: Facets, base: Facets, rest: str, share: float = 0.6) -> Iterator[Turned]:
    """What a text says, and its base denies in these words, or this share of them."""
    here, there = own.said, base.said
    more, left = unmatched(here, there)
    if any(denial.plain for denial in more):
        return
    denied = {stem for denial in here.denials for stem in denial.reach}
    for denial in left:
        words = {stem for stem in denial.reach if stem[0] != "@"}
        told = words & here.stated
        near = told and len(told) >= share * len(words) and not words & denied
        if denial.plain and near and not words <= there.stated:
            message = f"{rest} has '{denial.word}' before '{min(told)}…', and this has not"
            yield Turned(denial.word, message, "denial")
