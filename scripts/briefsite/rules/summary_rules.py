"""The one-page summary."""

from collections import defaultdict
from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.questions import Question
from briefsite.model.vocabulary import SUMMARY_PARTS

LINES = {"shared": 4, "part": 5, "alone": 3}
"""How many lines each part may have, so that the summary stays on one sheet of paper."""


def summaries_fit_on_a_page(corpus: Corpus) -> Iterator[Problem]:
    """At most twelve questions have a place in the one-page `summary`: four of agreement, five
    where the answers part (partial agreement or dissonance), three that one brief alone answers."""
    lines: dict[str, list[Question]] = {part: [] for part in LINES}
    for question in corpus.questions:
        if question.summary:
            lines[question.summary_part].append(question)
    for part, questions in lines.items():
        for question in sorted(questions, key=lambda item: item.summary or 0)[LINES[part] :]:
            yield question.at.problem(
                f"{question.id}: {len(questions)} questions of the summary stand under "
                f"'{SUMMARY_PARTS[part]}', {LINES[part]} may",
                "take 'summary' out of the one that matters least",
                "summary",
            )


def places_in_the_summary_are_taken_once(corpus: Corpus) -> Iterator[Problem]:
    """No two questions have the same number in `summary`."""
    taken: defaultdict[int, list[Question]] = defaultdict(list)
    for question in corpus.questions:
        if question.summary:
            taken[question.summary].append(question)
    for number, (first, *others) in taken.items():
        for question in others:
            yield question.at.problem(
                f"{question.id}: place {number} of the summary is taken by {first.id}",
                f"free: {min(set(range(1, len(taken) + 2)) - taken.keys())}",
                "summary",
            )


RULES = (summaries_fit_on_a_page, places_in_the_summary_are_taken_once)
