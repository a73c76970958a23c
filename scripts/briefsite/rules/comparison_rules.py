"""Questions, their answers, and how the answers relate."""

from collections.abc import Iterator
from itertools import combinations

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem


def answers_rest_on_their_briefs_claims(corpus: Corpus) -> Iterator[Problem]:
    """A brief's answer names claims of that brief only."""
    for question in corpus.questions:
        for key, answer in question.answers.items():
            for claim in answer.claims:
                if claim in corpus.claim and corpus.brief_of[claim].key != key:
                    yield answer.at.problem(
                        f"{question.id}: {claim} is not a claim of {key}",
                        f"it belongs to {corpus.brief_of[claim].key}",
                        "claims",
                    )


def relations_join_two_answers(corpus: Corpus) -> Iterator[Problem]:
    """A relation is set for each pair of briefs that both answer, once, and for no other."""
    for question in corpus.questions:
        pairs = {frozenset(pair) for pair in combinations(question.answers, 2)}
        seen = set[frozenset[str]]()
        for relation in question.relations:
            pair = frozenset(relation.between)
            silent = sorted(pair - question.answers.keys())
            if silent:
                yield relation.at.problem(
                    f"{question.id}: a relation is set, but {' and '.join(silent)} is silent here",
                    "give its answer, or take the relation out",
                    "between",
                )
            elif len(pair) == 1:
                yield relation.at.problem(
                    f"{question.id}: a brief is related to itself", key="between"
                )
            elif pair in seen:
                yield relation.at.problem(
                    f"{question.id}: this pair of briefs is related twice", key="between"
                )
            seen.add(pair)
        for pair in sorted(sorted(pair) for pair in pairs - seen):
            yield question.at.problem(
                f"{question.id}: the relation of {' and '.join(pair)} is missing",
                "add it under 'relations' with 'relation' and 'why'",
            )


def silence_is_explained(corpus: Corpus) -> Iterator[Problem]:
    """A question that only one brief answers says so in a `note`; others need none."""
    for question in corpus.questions:
        if len(question.answers) == 1 and not question.note:
            yield question.at.problem(
                f"{question.id}: only one brief answers, and there is no 'note' on that",
                "one neutral sentence: what the other briefs leave out",
            )
        if len(question.answers) > 1 and question.note:
            yield question.at.problem(
                f"{question.id}: a 'note' is for questions that one brief alone answers",
                "use the 'why' of the relation",
                "note",
            )


RULES = (answers_rest_on_their_briefs_claims, relations_join_two_answers, silence_is_explained)
