"""Answers and sentences of pages against the words of the claims they name, where there are twenty
claims or more."""

from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.rules.facets import all_known
from briefsite.rules.page_sentences import accounts
from briefsite.rules.resemblance import share

ANSWER, PAGE = 0.22, 0.14
"""The least share of a claim's words, by their weight, that stands where it is named. The lowest
shares of the corpus when this was written were 0.25 and 0.15; of claims exchanged for another on
the same topic, seven and eight in ten fell below."""


def answers_resemble_their_claims(corpus: Corpus) -> Iterator[Problem]:
    """The claims that an answer names have words in common with it and its question."""
    for question in corpus.questions:
        for key, answer in question.answers.items():
            for name in answer.claims:
                text = f"{question.question} {answer.says}"
                own = all_known(corpus, (name,)) and corpus.brief_of[name].key == key
                if own and share(corpus, name, text) < ANSWER:
                    yield answer.at.problem(
                        f"{question.id}, {key}: {name} speaks of something else",
                        f"{name} says: {corpus.claim[name].says[:90]} …",
                        "claims",
                    )


def sentences_resemble_their_claims(corpus: Corpus) -> Iterator[Problem]:
    """The claims of a brief that a sentence of its section on a topic page names have words in
    common with it."""
    for sentence in accounts(corpus):
        for name in sentence.claims:
            own = corpus.brief_of[name] is sentence.section
            if own and share(corpus, name, sentence.text) < PAGE:
                yield Problem(
                    sentence.path,
                    sentence.line,
                    f"{name} speaks of something else than this sentence",
                    f"{name} says: {corpus.claim[name].says[:90]} …",
                )


RULES = (answers_resemble_their_claims, sentences_resemble_their_claims)
