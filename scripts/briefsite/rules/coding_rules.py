"""How the relations of questions were coded: data/codings.yml."""

from collections.abc import Iterator

from briefsite.model.codings import SILENCE, Coding
from briefsite.model.corpus import Corpus
from briefsite.model.data_paths import CODING_FIGURES
from briefsite.model.problems import Problem
from briefsite.rules import double_coding
from briefsite.rules.double_coding import Coded


def _codings(corpus: Corpus) -> tuple[Coding, ...]:
    return corpus.codings.codings if corpus.codings else ()


def _items(corpus: Corpus) -> list[Coded]:
    return [Coded(coding.question, coding, coding.codes) for coding in _codings(corpus)]


def coders_are_named(corpus: Corpus) -> Iterator[Problem]:
    """A code in data/codings.yml is by a coder that stands under `coders`, once."""
    if corpus.codings:
        yield from double_coding.coders_are_named(
            corpus.codings.coders, _items(corpus), "coder", "coders"
        )


def questions_are_coded_twice(corpus: Corpus) -> Iterator[Problem]:
    """A question that two or more briefs answer is coded in data/codings.yml, once, by two coders
    or more, where a project has this file."""
    if not corpus.codings:
        return
    items = _items(corpus)
    yield from double_coding.coded_once(
        items, "coded", "put all codes of a question together", "question"
    )
    coded = {item.id for item in items}
    for question in corpus.questions:
        if len(question.answers) > 1 and question.id not in coded:
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
        yield from double_coding.reasons_are_given(
            Coded(coding.question, coding, coding.codes),
            coding.settled,
            differ,
            coding.settled.reason,
            "codes",
            "by the paragraphs, in one sentence",
        )


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
