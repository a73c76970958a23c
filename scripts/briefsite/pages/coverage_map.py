"""Which claims carry which sentence, and what was left out: the map of each brief, and the totals."""

from dataclasses import dataclass

from briefsite.pages.rendering import render


@dataclass(frozen=True)
class Sentence:
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


def rows(brief) -> list[Row]:
    """The map of a brief."""
    carried: dict[tuple[int, int], list[str]] = {}
    for claim in brief.claims:
        for number in claim.sentences:
            carried.setdefault((claim.paragraph, number), []).append(claim.id)
    reasons = {(item.paragraph, item.sentence): item.reason for item in brief.excused}
    return [
        Row(
            paragraph.number,
            tuple(
                Sentence(
                    number,
                    tuple(carried.get((paragraph.number, number), ())),
                    reasons.get((paragraph.number, number), ""),
                )
                for number in range(1, len(paragraph.sentences) + 1)
            ),
        )
        for paragraph in brief.paragraphs
    ]


def total(brief) -> Total:
    """The figures of a brief."""
    every = [sentence for row in rows(brief) for sentence in row.sentences]
    return Total(
        len(every),
        sum(bool(sentence.claims) for sentence in every),
        len(brief.excused),
        len(brief.claims),
    )


def brief_map(brief, path: str) -> str:
    """The map for the brief's own page."""
    return render(
        "coverage-map.md.jinja", path, rows=rows(brief), excused=brief.excused, total=total(brief)
    )


def totals(corpus, path: str) -> str:
    """The totals of all briefs, for the method page."""
    return render(
        "coverage.md.jinja",
        path,
        totals=[(brief, total(brief)) for brief in corpus.briefs],
    )


def checks(corpus, path: str) -> str:
    """What the rules were shown to catch, for the method page."""
    kinds = corpus.mutations
    claimed = [kind for kind in kinds if kind.claimed]
    return render(
        "checks.md.jinja",
        path,
        kinds=kinds,
        made=sum(kind.made for kind in kinds),
        claimed=sum(kind.made for kind in claimed),
        caught=sum(kind.caught for kind in claimed),
    )
