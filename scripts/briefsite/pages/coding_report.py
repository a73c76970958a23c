"""How the relations were coded: the figures of data/codings-figures.json, and what was settled."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefsite.model import vocabulary
from briefsite.model.codings import Code, Coding, FieldFigures, Proposal
from briefsite.model.corpus import Corpus
from briefsite.pages.rendering import render

LABELS: Mapping[str, str] = vocabulary.RELATIONS | vocabulary.DIMENSIONS


@dataclass(frozen=True)
class Matrix:
    """A confusion matrix: `rows` are (the first coder's code, how often the second gave each)."""

    codes: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Case:
    """A coding that was settled with a reason; `codes` are (who, code in words)."""

    coding: Coding
    words: str
    codes: tuple[tuple[str, str], ...]
    settled: str


def matrix(figures: FieldFigures, labels: Mapping[str, str] = LABELS) -> Matrix:
    """The matrix with a row and a column for every code given, in the order of the labels."""
    given = {*figures.matrix, *(code for row in figures.matrix.values() for code in row)}
    codes = [code for code in labels if code in given] + sorted(given - labels.keys())
    rows = (
        (
            labels.get(code, code),
            tuple(figures.matrix.get(code, {}).get(other, 0) for other in codes),
        )
        for code in codes
    )
    return Matrix(tuple(labels.get(code, code) for code in codes), tuple(rows))


def _in_words(relation: str | None, dimension: str | None, mark: str | None = None) -> str:
    given = (relation and LABELS[relation], dimension and LABELS[dimension], mark)
    return ", ".join(filter(None, given))


def _code(code: Code | Proposal) -> str:
    return _in_words(code.relation, code.dimension, getattr(code, "mark", None))


def _cases(corpus: Corpus) -> Iterator[Case]:
    asked = {question.id: question.question for question in corpus.questions}
    for coding in corpus.codings.codings if corpus.codings else ():
        if not coding.settled.reason:
            continue
        codes = [(name, _code(code)) for name, code in coding.codes.items()]
        if coding.proposed:
            codes.append(("the editors", _code(coding.proposed)))
        yield Case(
            coding,
            coding.question_as_coded or asked.get(coding.question, coding.question),
            tuple(codes),
            _in_words(coding.settled.relation, coding.settled.dimension),
        )


def part(corpus: Corpus, path: str) -> str:
    """The figures and the settled cases as Markdown, for the page at `path`."""
    figures = corpus.coding_figures
    return render(
        "coding_report.md.jinja",
        path,
        pairs=figures.pairs if figures else (),
        matrix=matrix,
        cases=list(_cases(corpus)),
        count=Counter(question.relation_or_silence for question in corpus.questions),
        questions=corpus.questions,
        coded=[question for question in corpus.questions if question.relation],
    )
