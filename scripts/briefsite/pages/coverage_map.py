"""Which claims carry which sentence, and what was left out: the map of each brief, and the
totals."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from briefsite.model.corpus import Corpus, derived
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


@dataclass(frozen=True)
class Carried:
    """Where claims of a brief stand besides its own page, in words, and which."""

    where: str
    claims: tuple[str, ...]


def carried(corpus: Corpus, brief: Brief) -> list[Carried]:
    """The claims of a brief by where they are carried: answers, accounts, the brief's argument,
    and, of no such place, its own page alone."""
    steps = brief.argument
    argued = (
        {*steps.thesis, *steps.rests_on, *steps.expects, *steps.recommends} if steps else set[str]()
    )
    places: tuple[tuple[str, Container[str]], ...] = (
        ("answer a question", corpus.questions_with),
        ("stand in an account", _told(corpus)),
        ("are steps of the argument", argued),
    )
    ids = [claim.id for claim in brief.claims]
    found = [
        Carried(words, tuple(name for name in ids if name in place)) for words, place in places
    ]
    elsewhere = {name for one in found for name in one.claims}
    found.append(Carried("stand on this page alone", tuple(i for i in ids if i not in elsewhere)))
    return [one for one in found if one.claims]


@derived
def _told(corpus: Corpus) -> frozenset[str]:
    """The claims that topics' pages link."""
    told = corpus.pages_with.items()
    return frozenset(name for name, pages in told if any(page.topic for page in pages))


def brief_map(corpus: Corpus, brief: Brief, path: str) -> str:
    """The map for the brief's own page."""
    return render(
        "coverage_map.md.jinja",
        path,
        rows=list(rows(brief)),
        excused=brief.excused,
        carried=carried(corpus, brief),
        total=total(brief),
    )


def totals(corpus: Corpus, path: str) -> str:
    """The totals of all briefs, for the method page."""
    figures = [(brief, total(brief)) for brief in corpus.briefs]
    return render("coverage_totals.md.jinja", path, totals=figures)
