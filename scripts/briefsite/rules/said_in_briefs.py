"""What the sentences of the briefs say of whom, as far as the fingerprints tell.

Of a sentence they hold hashes of who stands beside a word, of what its denials reach, how many it
has, of pairs whose order is the sense, and of what stands beside a word that has an opposite; all
of it in words that the claims of its paragraph use.
"""

from collections.abc import Iterable, Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.fingerprints import TURN, Fingerprints
from briefsite.model.records import Claim
from briefsite.rules.said import Act, Said, said, together
from briefsite.rules.said_otherwise import of_another, of_opposite, same
from briefsite.rules.turned import Turned
from briefsite.rules.turning_words import Vocabulary, vocabulary

ACT, DENIED, DENIALS, ORDER, CONTEXT = "act", "denied", "denials", "order", "context"
MOST = 9
"""Denials of one sentence, counted at most."""


def signs(known: Vocabulary, sentence: str, claims: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(kind, text) of what the fingerprints hold of a sentence."""
    its, ours = said(known, sentence), together(said(known, claim) for claim in claims)
    used = ours.stated.union(*(denial.reach for denial in ours.denials))
    for act in its.acts:
        if act.place in {own.place for own in ours.acts}:
            yield ACT, act.place
            yield ACT, f"{act.place} {act.actor}"
    denied = frozenset[str]().union(*(denial.reach for denial in its.denials if denial.plain))
    yield from ((DENIED, stem) for stem in (denied - its.stated) & used)
    yield DENIALS, str(min(len(its.denials), MOST))
    pairs = set(ours.orders) | {order[::-1] for order in ours.orders}
    yield from ((ORDER, " ".join(order)) for order in its.orders & pairs)
    beside = {sign for context in ours.contexts for sign in (context.sign, context.opposite)}
    yield from ((CONTEXT, each.sign) for each in its.contexts if each.sign in beside)


def said_otherwise(corpus: Corpus, claim: Claim) -> Iterator[Turned]:
    """What a claim says of another, denies or turns round, and its sentences do not."""
    key = corpus.brief_of[claim.id].key
    prints, here = corpus.fingerprints[key], said(vocabulary(corpus), claim.says)
    rest = f"¶ {claim.paragraph}, sentence {' or '.join(map(str, claim.sentences))}"
    yield from _acts_of_others(corpus, prints, claim, here, rest)
    yield from _turned_round(prints, claim, here, rest)
    yield from _denials(prints, claim, here, rest)
    yield from _contexts(prints, claim, here, rest)


def _holds(prints: Fingerprints, claim: Claim, kind: str, text: str) -> bool:
    return prints.in_sentences(kind, text, claim.paragraph, claim.sentences)


def _acts_of_others(
    corpus: Corpus, prints: Fingerprints, claim: Claim, here: Said, rest: str
) -> Iterator[Turned]:
    for act in sorted(here.acts):
        if _holds(prints, claim, ACT, act.place):
            states = vocabulary(corpus).states
            there = [
                Act(act.side, act.word, act.link, key, states.get(key, ""), actor.name)
                for key, actor in corpus.actor.items()
                if _holds(prints, claim, ACT, f"{act.place} {key}")
            ]
            company = [other for other in here.acts if other.place == act.place]
            if act.side in ("count", "year"):
                places = (f"{other.place} {other.actor}" for other in company)
                if not any(_holds(prints, claim, ACT, place) for place in places):
                    yield of_another(act, "", rest)
            elif there and not any(same(one, other) for one in company for other in there):
                yield of_another(act, there[0].name, rest)


def _turned_round(prints: Fingerprints, claim: Claim, here: Said, rest: str) -> Iterator[Turned]:
    for one, word, other in sorted(here.orders):
        if not _holds(prints, claim, ORDER, f"{one} {word} {other}") and _holds(
            prints, claim, ORDER, f"{other} {word} {one}"
        ):
            yield Turned(
                word, f"'{one}… {word} {other}…' is the other way round in {rest}", "order"
            )


def _contexts(prints: Fingerprints, claim: Claim, here: Said, rest: str) -> Iterator[Turned]:
    for context in sorted(here.contexts):
        if not _holds(prints, claim, CONTEXT, context.sign) and _holds(
            prints, claim, CONTEXT, context.opposite
        ):
            yield of_opposite(context, "", rest)


def _denials(prints: Fingerprints, claim: Claim, here: Said, rest: str) -> Iterator[Turned]:
    counts = [
        next(
            (
                number
                for number in range(MOST + 1)
                if prints.in_sentences(DENIALS, str(number), claim.paragraph, (sentence,))
            ),
            MOST,
        )
        for sentence in claim.sentences
    ]
    denied = {
        stem
        for stem in here.stated.union(*(denial.reach for denial in here.denials))
        if _holds(prints, claim, DENIED, stem)
    }
    ours = [denial for denial in here.denials if denial.plain and denial.word != "nor"]
    again = [
        denial
        for denial in here.denials
        if not denial.plain and _holds(prints, claim, TURN, denial.word)
    ]
    number = len(ours) + len(again)
    if ours and 0 < sum(counts) < number:
        message = f"this denies {number} times, and {rest} {sum(counts)}"
        yield Turned(ours[-1].word, message, "denial")
    told = sorted(stem for stem in denied & here.stated if stem[0] != "@")
    if told and not any(denial.plain for denial in here.denials):
        yield Turned(told[0], f"{rest} denies '{told[0]}…', and this does not", "denial")
