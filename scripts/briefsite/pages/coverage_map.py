"""Which claims carry which sentence, and what was left out: the map of each brief, and the
totals."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefsite.model.corpus import Corpus
from briefsite.model.records import Brief
from briefsite.pages.rendering import render


@dataclass(frozen=True)
class Sentence:
    """`claims` are the ids of those that carry it, `reason` says why none does."""

    number: int
    claims: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Row:
    """A paragraph, sentence by sentence."""

    number: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Total:
    sentences: int
    carried: int
    excused: int
    claims: int


def rows(brief: Brief) -> Iterator[Row]:
    """The map of a brief."""
    claims: dict[tuple[int, int], list[str]] = {}
    for claim in brief.claims:
        for number in claim.sentences:
            claims.setdefault((claim.paragraph, number), []).append(claim.id)
    reasons = {(item.paragraph, item.sentence): item.reason for item in brief.excused}
    for paragraph in brief.paragraphs:
        places = [(paragraph.number, number) for number, _ in enumerate(paragraph.sentences, 1)]
        sentences = (
            Sentence(place[1], tuple(claims.get(place, ())), reasons.get(place, ""))
            for place in places
        )
        yield Row(paragraph.number, tuple(sentences))


def total(brief: Brief) -> Total:
    """The figures of a brief."""
    sentences = [sentence for row in rows(brief) for sentence in row.sentences]
    carried = sum(bool(sentence.claims) for sentence in sentences)
    return Total(len(sentences), carried, len(brief.excused), len(brief.claims))


def brief_map(brief: Brief, path: str) -> str:
    """The map for the brief's own page."""
    return render(
        "coverage_map.md.jinja",
        path,
        rows=list(rows(brief)),
        excused=brief.excused,
        total=total(brief),
    )


def totals(corpus: Corpus, path: str) -> str:
    """The totals of all briefs, for the method page."""
    figures = [(brief, total(brief)) for brief in corpus.briefs]
    return render("coverage_totals.md.jinja", path, totals=figures)
