"""Each sentence of an answer against the claims that it restates, where there are twenty claims or
more."""

from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.questions import Answer
from briefsite.model.sentences import split
from briefsite.rules.facets import Facets, all_known, facets, restated
from briefsite.rules.resemblance import share, weights

ABOUT, NEAR = 0.4, 0.2
"""The share of a claim's words by which a sentence restates it, and by which it may."""
BRIEF = 3
"""Words of a sentence such as "Not yet", which belongs to the next."""
MEND = "say it as they have it; if both mean the same: reworded: {%s: why}"
WEAK = frozenset({"only", "as well as", "not only", "unlike", "instead", "limits", "independent"})
"""Words that deny something beside what is said."""


def sentences_of_answers_deny_as_their_claims(corpus: Corpus) -> Iterator[Problem]:
    """The sentence of an answer that restates a claim that denies something denies or ends
    something too."""
    for question in corpus.questions if weights(corpus) else ():
        for key, answer in question.answers.items():
            for name, sentence in _restating(corpus, answer):
                claim = corpus.claim[name]
                own, base = facets(corpus, sentence), facets(corpus, claim.says)
                word = next(_denying(base), "")
                if word and not (claim.reworded or _denies(own) or word in answer.reworded):
                    message = f"{question.id}, {key}: {name} has '{word}', and its sentence here "
                    message += "denies nothing"
                    yield answer.at.problem(message, MEND % word, "says")


def sentences_of_answers_name_the_actors_of_their_claims(corpus: Corpus) -> Iterator[Problem]:
    """A sentence of an answer names no actor whom neither the claims that it restates nor the
    question name, though another claim of the answer may."""
    for question in corpus.questions if weights(corpus) else ():
        asked = facets(corpus, question.question).of("actor")
        for key, answer in question.answers.items():
            if not all_known(corpus, answer.claims):
                continue
            for sentence in split(answer.says):
                about = [n for n in answer.claims if share(corpus, n, sentence) >= NEAR]
                base = _actors(corpus, about) | set(asked)
                for actor, word in facets(corpus, sentence).of("actor").items() if about else ():
                    if actor not in base and word not in answer.reworded:
                        message = f"{question.id}, {key}: '{word}' is named, and not by "
                        message += " and ".join(about)
                        yield answer.at.problem(message, MEND % word, "says")


def _restating(corpus: Corpus, answer: Answer) -> Iterator[tuple[str, str]]:
    """The claims of an answer that a sentence of it restates, each with the sentences near it."""
    sentences = split(answer.says)
    for name in answer.claims if all_known(corpus, answer.claims) else ():
        shares = [share(corpus, name, sentence) for sentence in sentences]
        if max(shares) >= ABOUT:
            yield (
                name,
                " ".join(
                    sentence
                    for sentence, held in zip(sentences, shares, strict=True)
                    if held >= NEAR or len(sentence.split()) <= BRIEF
                ),
            )


def _actors(corpus: Corpus, claims: list[str]) -> set[str]:
    """The actors of claims, the states they act for, and those who act for them."""
    named = set(restated(corpus, claims).of("actor"))
    named |= {actor for name in claims for actor in corpus.claim[name].actors}
    states = {corpus.actor[actor].of or "" for actor in named if actor in corpus.actor}
    return named | states | {actor.key for actor in corpus.actors if actor.of in named}


def _denying(found: Facets) -> Iterator[str]:
    """The words of a text that deny outright."""
    yield from (denial.word for denial in found.said.denials if denial.plain)


def _denies(found: Facets) -> bool:
    weakly = {denial.word for denial in found.said.denials} <= WEAK
    return not weakly or bool(found.of("adverse"))


RULES = (
    sentences_of_answers_deny_as_their_claims,
    sentences_of_answers_name_the_actors_of_their_claims,
)
