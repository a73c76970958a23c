"""Answers, and what is said of them, against the claims behind them."""

from collections.abc import Iterable, Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.questions import Answer, Question
from briefsite.rules import said_otherwise, turned
from briefsite.rules.facets import Facet, Facets, all_known, facets
from briefsite.rules.hedges import hedge_words, words_in

DENIALS = ("negation", "denial")
MEND = "say it as they have it; if both mean the same: reworded: {%s: why}"


def answers_add_nothing(corpus: Corpus) -> Iterator[Problem]:
    """An answer names no actor, number, hedge or word of certainty that neither its claims nor its
    question have, denies only where they deny, and has no word whose opposite they have instead."""
    for question in corpus.questions:
        asked = facets(corpus, question.question)
        for key, answer in question.answers.items():
            if not all_known(corpus, answer.claims):
                continue
            base = _of_claims(corpus, answer.claims) | asked | _listed(corpus, answer.claims)
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
                found = [] if unhedged else [*turned.hedges_lost(own, hedged, name)]
                found += turned.limits_lost(own, base, name)
                if not claim.reworded:
                    found += turned.denial_lost(own, base, name)
                    found += said_otherwise.denials_undone(own, base, name)
                for item in turned.without(found, answer.reworded):
                    message = f"{question.id}, {key}: {item.message}"
                    yield answer.at.problem(message, MEND % item.word, "says")


def _unhedged(corpus: Corpus, answer: Answer) -> bool:
    """Whether an answer has no hedge and all its claims have one, which is a rule by itself."""
    claims = (corpus.claim[name] for name in answer.claims if name in corpus.claim)
    return all(claim.hedge for claim in claims) and not words_in(answer.says, hedge_words(corpus))


def relations_add_nothing(corpus: Corpus) -> Iterator[Problem]:
    """What is `shared`, the `difference`, what a side `holds` and the reason of a key question say
    nothing of an actor, number, hedge, denial or direction that the answers concerned, with their
    claims, do not say."""
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
            found = said_otherwise.added(facets(corpus, side.holds), base, "the answers of this side")
            for item in turned.without(found, question.reworded):
                message = f"{question.id}: holds: {item.message}"
                yield side.at.problem(message, MEND % item.word, "holds")


def _of_claims(corpus: Corpus, names: Iterable[str]) -> Facets:
    """What claims say, with the hedges that they declare and may have lost."""
    claims = [corpus.claim[name] for name in names if name in corpus.claim]
    return facets(corpus, *(text for claim in claims for text in (claim.says, *claim.hedge)))


def _listed(corpus: Corpus, names: Iterable[str]) -> Facets:
    """The actors of claims, whether or not their restatements name them."""
    actors = (
        actor for name in names if name in corpus.claim for actor in corpus.claim[name].actors
    )
    return Facets((actor, (Facet("actor", actor),)) for actor in actors)


def _of_answers(corpus: Corpus, question: Question, keys: Iterable[str]) -> Facets:
    joined = Facets()
    for key in keys:
        if answer := question.answers.get(key):
            joined |= facets(corpus, answer.says) | _of_claims(corpus, answer.claims)
    return joined


RULES = (answers_add_nothing, answers_keep_hedges_and_denials, relations_add_nothing)
