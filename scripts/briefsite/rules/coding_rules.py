"""How the relations of questions were coded: data/codings.yml."""

from collections import Counter
from collections.abc import Iterator

from briefsite.model.codings import SILENCE, Coding
from briefsite.model.corpus import Corpus
from briefsite.model.data_paths import CODING_FIGURES
from briefsite.model.problems import Problem, nearest


def _codings(corpus: Corpus) -> tuple[Coding, ...]:
    return corpus.codings.codings if corpus.codings else ()


def coders_are_named(corpus: Corpus) -> Iterator[Problem]:
    """A code in data/codings.yml is by a coder that stands under `coders`, once."""
    if not corpus.codings:
        return
    count = Counter(coder.name for coder in corpus.codings.coders)
    for coder in corpus.codings.coders:
        if count[coder.name] > 1:
            yield coder.at.problem(f"the coder '{coder.name}' stands twice", key="name")
    for coding in _codings(corpus):
        for name in coding.codes:
            if name not in count:
                yield coding.at.problem(
                    f"{coding.question}: unknown coder '{name}'",
                    nearest(name, count) or "add the coder under 'coders'",
                    "codes",
                )


def questions_are_coded_twice(corpus: Corpus) -> Iterator[Problem]:
    """A question that two or more briefs answer is coded in data/codings.yml, once, by two coders
    or more, where a project has this file."""
    if not corpus.codings:
        return
    count = Counter(coding.question for coding in _codings(corpus))
    for coding in _codings(corpus):
        if count[coding.question] > 1:
            message = f"'{coding.question}' is coded in two places"
            yield coding.at.problem(message, "put all codes of a question together", "question")
    for question in corpus.questions:
        if len(question.answers) > 1 and question.id not in count:
            yield question.at.problem(
                f"{question.id}: {len(question.answers)} briefs answer, and nobody coded it",
                "two readers code it, each alone, in data/codings.yml: docs/about/coding.md",
                "id",
            )


def codes_are_whole(corpus: Corpus) -> Iterator[Problem]:
    """A code has a `dimension` unless it is agreement, which has none."""
    for coding in _codings(corpus):
        for code in (*coding.codes.values(), *([coding.proposed] if coding.proposed else ())):
            if (code.relation == "agreement") == bool(code.dimension):
                yield code.at.problem(
                    f"{coding.question}: '{code.relation}' "
                    + ("has no dimension" if code.dimension else "needs a 'dimension'"),
                    key="dimension" if code.dimension else "relation",
                )


def questions_have_what_was_settled(corpus: Corpus) -> Iterator[Problem]:
    """A question has the relation and the dimension that are settled in data/codings.yml, and
    `question_as_coded` where its words were others; for one that is retired it is said what it
    became."""
    questions = {question.id: question for question in reversed(corpus.questions)}
    for coding in _codings(corpus):
        settled = coding.settled
        question = questions.get(coding.question)
        if not question:
            if not settled.became and coding.question not in corpus.malformed:
                message = f"{coding.question}: it is retired, and 'became' is missing"
                yield settled.at.problem(message, "say what became of it")
            continue
        for name, ours, theirs in (
            ("relation", settled.relation, question.relation_or_silence),
            ("dimension", settled.dimension, question.dimension),
        ):
            if ours != theirs:
                yield settled.at.problem(
                    f"{coding.question}: the settled {name} is {ours or 'none'}, the question's "
                    f"{theirs or 'none'}",
                    "settle it by rereading, and write the same in data/comparisons.yml",
                    name if getattr(settled, name) else "",
                )
        if coding.question_as_coded == question.question:
            message = f"{coding.question}: its words are as they were coded"
            yield coding.at.problem(message, "take 'question_as_coded' out", "question_as_coded")
        if settled.relation == SILENCE and (
            not settled.silent or settled.silent in question.answers
        ):
            message = f"{coding.question}: 'silent' names the brief that does not answer"
            yield settled.at.problem(message, "its key", "silent" if settled.silent else "")


def differing_codes_are_settled_with_a_reason(corpus: Corpus) -> Iterator[Problem]:
    """Where codes differ from each other, or from what is settled, `settled` gives the reason."""
    for coding in _codings(corpus):
        settled = (coding.settled.relation, coding.settled.dimension, None)
        differ = any(
            (code.relation, code.dimension, code.mark) != settled for code in coding.codes.values()
        )
        if differ and not coding.settled.reason:
            message = f"{coding.question}: the codes differ, and 'settled' gives no reason"
            yield coding.settled.at.problem(message, "by the paragraphs, in one sentence")


def figures_are_there(corpus: Corpus) -> Iterator[Problem]:
    """Where there are codings, data/codings-figures.json holds how far they agree."""
    if corpus.codings and not corpus.coding_figures:
        message = f"{CODING_FIGURES} is missing, or cannot be read"
        yield corpus.codings.at.problem(message, "run: make codings")


RULES = (
    coders_are_named,
    figures_are_there,
    questions_are_coded_twice,
    codes_are_whole,
    questions_have_what_was_settled,
    differing_codes_are_settled_with_a_reason,
)
