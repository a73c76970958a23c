"""Raw agreement, confusion matrix and Cohen's kappa of every two coders, by NLTK."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from nltk.metrics.agreement import AnnotationTask

from briefsite.model import codings, judgings
from briefsite.model.codings import CodingFigures, Codings, FieldFigures, PairFigures
from briefsite.model.judgings import Judgings
from briefsite.model.records import Record

NO_MARK = "none"
Row = tuple[str, str, str]
"""What was coded, the first coder's code and the second's."""


class Coded(NamedTuple):
    """What was coded, by its id, and each coder's code."""

    id: str
    codes: Mapping[str, Record]


def figures(read: Codings) -> CodingFigures:
    """The figures of every two coders who coded a question in common."""
    items = [Coded(coding.question, coding.codes) for coding in read.codings]
    return compared(items, [coder.name for coder in read.coders], codings.FIELDS)


def judging_figures(read: Judgings) -> CodingFigures:
    """The figures of every two judges who judged a forecast in common."""
    items = [Coded(judging.forecast, judging.codes) for judging in read.judgings]
    return compared(items, [judge.name for judge in read.judges], judgings.FIELDS)


def compared(items: Sequence[Coded], coders: Iterable[str], fields: Iterable[str]) -> CodingFigures:
    """The figures of every two coders, field by field."""
    pairs: list[PairFigures] = []
    fields = tuple(fields)
    for pair in combinations(coders, 2):
        found = tuple(_of(field, _rows(items, pair, field)) for field in fields)
        if any(item.coded for item in found):
            pairs.append(PairFigures(coders=pair, fields=found))
    return CodingFigures(pairs=tuple(pairs))


def _rows(items: Iterable[Coded], pair: tuple[str, str], field: str) -> list[Row]:
    """No mark is a code too; a dimension counts only where both give one."""
    rows: list[Row] = []
    for item in items:
        if not all(name in item.codes for name in pair):
            continue
        first, second = (_code(item.codes[name], field) for name in pair)
        if first and second:
            rows.append((item.id, first, second))
    return rows


def _code(code: Record, field: str) -> str:
    value = getattr(code, field)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value or (NO_MARK if field == "mark" else "")


def _of(field: str, rows: list[Row]) -> FieldFigures:
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
        differ=tuple(name for name, first, second in rows if first != second),
    )
