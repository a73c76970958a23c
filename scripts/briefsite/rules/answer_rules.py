"""Answers, and what is said of them, against the claims behind them."""

import re
from collections.abc import Iterable, Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.questions import Answer, Question, Side
from briefsite.model.sentences import split
from briefsite.rules import said_otherwise, turned
from briefsite.rules.facets import Facets, all_known, base_of_claims, facets, restated
from briefsite.rules.hedges import hedge_words, words_in
from briefsite.rules.resemblance import likeness, share, weights

DENIALS = ("negation", "denial")
ALIKE = 0.3
"""The share of a claim's words by which a sentence is about it."""
LIKE = 0.25
"""The share of a side's words by which it restates a claim."""
BRIEF = 3
"""Words of an answer such as "Probably"."""
MEND = "say it as they have it; if both mean the same: reworded: {%s: why}"


def answers_add_nothing(corpus: Corpus) -> Iterator[Problem]:
    """An answer names no actor, number, hedge or word of certainty that neither its claims nor its
    question have, denies only where they deny, and has no word whose opposite they have instead."""
    for question in corpus.questions:
        asked = facets(corpus, question.question)
        for key, answer in question.answers.items():
            if not all_known(corpus, answer.claims):
                continue
            base = base_of_claims(corpus, answer.claims) | asked
            found = said_otherwise.added(facets(corpus, answer.says), base, "the claims behind it")
            for item in turned.without(found, answer.reworded):
                message = f"{question.id}, {key}: {item.message}"
                yield answer.at.problem(message, MEND % item.word, "says")


def answers_keep_hedges_and_denials(corpus: Corpus) -> Iterator[Problem]:
    """An answer keeps the hedge of each claim behind it, and denies what they deny."""
    for question in corpus.questions:
        for key, answer in question.answers.items():
            own, unhedged = facets(corpus, answer.says), _unhedged(corpus, answer)
            for name in answer.claims:
                if not all_known(corpus, (name,)) or corpus.brief_of[name].key != key:
                    continue
                claim = corpus.claim[name]
                hedged, base = facets(corpus, *claim.hedge), facets(corpus, claim.says)
                there = own if unhedged else facets(corpus, _about(corpus, answer, name))
                found = [] if unhedged else [*turned.hedges_lost(there, hedged, name)]
                found += turned.limits_lost(own, base, name)
                if not claim.reworded:
                    found += turned.denial_lost(own, base, name)
                    found += said_otherwise.denials_undone(own, base, name)
                for item in turned.without(found, answer.reworded):
                    message = f"{question.id}, {key}: {item.message}"
                    yield answer.at.problem(message, MEND % item.word, "says")


def _about(corpus: Corpus, answer: Answer, claim: str) -> str:
    """The sentence of an answer that restates a claim, with a short one before it ("Probably."), or
    the whole answer where none is near enough."""
    sentences = split(answer.says)
    shares = [share(corpus, claim, sentence) for sentence in sentences]
    place = shares.index(max(shares))
    if not weights(corpus) or shares[place] < ALIKE:
        return answer.says
    before = sentences[place - 1] if place else ""
    return f"{before if len(before.split()) <= BRIEF else ''} {sentences[place]}"


def sides_keep_hedges_and_denials(corpus: Corpus) -> Iterator[Problem]:
    """What a side of one brief holds keeps the hedge of the claim that it resembles most, and
    denies what this denies in the same words; where all answers of a question begin with "No",
    `shared` denies, and where all begin with "Yes", it does not."""
    for question in corpus.questions:
        for side in question.sides:
            names = [
                name
                for key in side.briefs
                if key in question.answers
                for name in question.answers[key].claims
            ]
            if len(side.briefs) > 1 or not weights(corpus) or not all_known(corpus, names):
                continue
            for item in turned.without(_lost(corpus, side, names), question.reworded):
                message = f"{question.id}: holds: {item.message}"
                yield side.at.problem(message, MEND % item.word, "holds")
        begun = {_begins(answer.says) for answer in question.answers.values()}
        denial = facets(corpus, question.shared).of("negation")
        if question.shared and begun == {"no"} and not denial:
            message = f"{question.id}: every answer is No, and what is shared denies nothing"
            yield question.at.problem(message, "say what all deny", "shared")
        if question.shared and begun == {"yes"} and (word := denial.get("plain")):
            message = f"{question.id}: every answer is Yes, and what is shared denies ('{word}')"
            yield question.at.problem(message, "say what all affirm", "shared")


def _lost(corpus: Corpus, side: Side, names: list[str]) -> Iterator[turned.Turned]:
    alike = likeness(corpus, side.holds, (corpus.claim[name] for name in names))
    most, own = max(alike.values(), default=0), facets(corpus, side.holds)
    nearest = [name for name in names if alike[name] == most and most >= LIKE]
    kept = own.of("hedge").keys()
    hedges = [facets(corpus, *corpus.claim[name].hedge) for name in nearest]
    if hedges and not any(kept & base.of("hedge").keys() for base in hedges):
        yield from [*turned.hedges_lost(own, hedges[0], nearest[0])][:1]
    for name in nearest if len(nearest) == 1 else ():
        if not corpus.claim[name].reworded:
            base = facets(corpus, corpus.claim[name].says)
            yield from said_otherwise.denials_undone(own, base, name)


def _begins(says: str) -> str:
    found = re.match(r"(?:(No|Not|Hardly)|(Yes))\b", says)
    return "" if not found else "no" if found[1] else "yes"


def _unhedged(corpus: Corpus, answer: Answer) -> bool:
    """Whether an answer has no hedge and all its claims have one, which is a rule by itself."""
    claims = (corpus.claim[name] for name in answer.claims if name in corpus.claim)
    return all(claim.hedge for claim in claims) and not words_in(answer.says, hedge_words(corpus))


def relations_add_nothing(corpus: Corpus) -> Iterator[Problem]:
    """What is `shared`, the `difference`, what a side `holds` say nothing of an actor,
    number, hedge, denial or direction that the answers concerned, with their claims, do not say;
    they name no actor beside a word where these have another."""
    for question in corpus.questions:
        if not all_known(corpus, (n for a in question.answers.values() for n in a.claims)):
            continue
        asked = facets(corpus, question.question)
        every = asked | _of_answers(corpus, question, question.answers)
        for name in ("shared", "difference"):
            own = facets(corpus, getattr(question, name))
            found = (
                item
                for item in said_otherwise.added(own, every, "the answers")
                if name == "shared" or item.kind not in DENIALS  # "which Han does not name"
            )
            for item in turned.without(found, question.reworded):
                message = f"{question.id}: {name}: {item.message}"
                yield question.at.problem(message, MEND % item.word, name)
        for side in question.sides:
            if not question.answers.keys() >= set(side.briefs):
                continue
            base = asked | _of_answers(corpus, question, side.briefs)
            found = said_otherwise.added(
                facets(corpus, side.holds), base, "the answers of this side"
            )
            for item in turned.without(found, question.reworded):
                message = f"{question.id}: holds: {item.message}"
                yield side.at.problem(message, MEND % item.word, "holds")


def _of_answers(corpus: Corpus, question: Question, keys: Iterable[str]) -> Facets:
    joined = Facets()
    for key in keys:
        if answer := question.answers.get(key):
            joined |= facets(corpus, answer.says) | restated(corpus, answer.claims)
    return joined


RULES = (
    answers_add_nothing,
    answers_keep_hedges_and_denials,
    relations_add_nothing,
    sides_keep_hedges_and_denials,
)
