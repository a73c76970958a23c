"""Raw agreement, confusion matrix and Cohen's kappa of every two coders, by NLTK."""

from collections import Counter
from itertools import combinations
from typing import get_args

from nltk.metrics.agreement import AnnotationTask

from briefsite.model.codings import (
    CodedField,
    CodingFigures,
    Codings,
    FieldFigures,
    PairFigures,
)

NO_MARK = "none"
Row = tuple[str, str, str]
"""A question, the first coder's code and the second's."""


def figures(codings: Codings) -> CodingFigures:
    """The figures of every two coders who coded a question in common."""
    pairs: list[PairFigures] = []
    for pair in combinations((coder.name for coder in codings.coders), 2):
        fields = tuple(_of(field, _rows(codings, pair, field)) for field in get_args(CodedField))
        if any(item.coded for item in fields):
            pairs.append(PairFigures(coders=pair, fields=fields))
    return CodingFigures(pairs=tuple(pairs))


def _rows(codings: Codings, pair: tuple[str, str], field: CodedField) -> list[Row]:
    """No mark is a code too; a dimension counts only where both give one."""
    rows: list[Row] = []
    for coding in codings.codings:
        if not all(name in coding.codes for name in pair):
            continue
        first, second = (
            getattr(coding.codes[name], field) or (NO_MARK if field == "mark" else "")
            for name in pair
        )
        if first and second:
            rows.append((coding.question, first, second))
    return rows


def _of(field: CodedField, rows: list[Row]) -> FieldFigures:
    """Kappa is not defined where both give one and the same code throughout."""
    task = AnnotationTask(
        [(coder, row[0], row[place]) for row in rows for place, coder in ((1, "1"), (2, "2"))]
    )
    matrix: dict[str, dict[str, int]] = {}
    for (first, second), number in sorted(Counter(row[1:] for row in rows).items()):
        matrix.setdefault(first, {})[second] = number
    defined = len({code for row in rows for code in row[1:]}) > 1
    return FieldFigures(
        field=field,
        coded=len(rows),
        same=sum(first == second for _, first, second in rows),
        raw=round(task.Ao("1", "2"), 3) if rows else None,
        kappa=round(task.kappa_pairwise("1", "2"), 3) if defined else None,
        matrix=matrix,
        differ=tuple(question for question, first, second in rows if first != second),
    )
