"""What a topic's page says of its questions before the table: what the briefs share, where they
part, and what one of them alone says. All of it stands in the comparison's data."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from briefsite.load.topic_sections import name_of
from briefsite.model import addresses, dates
from briefsite.model.corpus import Corpus
from briefsite.model.questions import Question
from briefsite.model.records import Brief
from briefsite.model.sentences import first
from briefsite.model.split_pages import comparison_is_split
from briefsite.pages.rendering import render
from briefsite.pages.side_by_side import MAX_BRIEFS

Marks = Callable[..., tuple[str, ...]]


@dataclass(frozen=True)
class Line:
    """One sentence about a question, and the claims that are marked behind it."""

    question: Question
    text: str
    claims: tuple[str, ...]
    dimension: str = ""
    sides: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Part:
    """Lines under a title."""

    title: str
    anchor: str
    lines: tuple[Line, ...]


def dateline(corpus: Corpus, path: str) -> str:
    """When the briefs were published, and the time they speak from; of many briefs the years."""
    claims = corpus.claims_of_topic.get(addresses.topic_of(path), ())
    keys = {corpus.brief_of[claim.id].key for claim in claims}
    speaking = [brief for brief in corpus.briefs if brief.key in keys]
    return render(
        "topic_dateline.md.jinja",
        path,
        briefs=[(name_of(corpus, brief), brief) for brief in corpus.briefs],
        speaking=speaking,
        corpus=corpus,
        years=sorted({year for brief in speaking for year in dates.years(brief.published)}),
    )


def findings(corpus: Corpus, path: str) -> str:
    """The findings of the topic that the page treats."""
    questions = sorted(
        corpus.questions_of.get(addresses.topic_of(path), ()), key=lambda item: not item.key
    )
    told = frozenset(
        use.name
        for page in corpus.pages
        if page.path.removeprefix("docs/") == path
        for use in page.claims
    )
    return render(
        "topic_findings.md.jinja",
        path,
        parts=list(parts(corpus, questions, told)),
        apart=comparison_is_split(corpus),
        answers=partial(_answers, corpus, path),
    )


def _answers(corpus: Corpus, path: str, question: Question) -> str:
    """Where a question's answers stand: in the table of the page, or on a page of their own."""
    if comparison_is_split(corpus):
        return addresses.question_entry(corpus, question)
    return f"{path}#{question.id}"


def parts(
    corpus: Corpus, questions: Sequence[Question], told: frozenset[str] = frozenset()
) -> Iterator[Part]:
    """The parts that have lines, in the order of the page. Of claims that would do alike, those
    are marked that the accounts below have `told`."""
    marks = partial(_marks, corpus, told)
    both = len(corpus.briefs) == 2
    shared = tuple(
        Line(question, question.shared, marks(question))
        for question in questions
        if question.shared
    )
    if shared:
        yield Part("Both say" if both else "They share", "shared", shared)
    parting = tuple(
        _parting(corpus, question, marks) for question in questions if question.difference
    )
    if parting:
        yield Part("They part", "difference", parting)
    yield from _alone(corpus, [item for item in questions if not item.relation], marks)


def _parting(corpus: Corpus, question: Question, marks: Marks) -> Line:
    """Few briefs are named by the sentence itself; of many each side follows with its briefs."""
    sides = question.sides if len(corpus.briefs) > MAX_BRIEFS else ()
    return Line(
        question,
        question.difference or "",
        () if sides else marks(question),
        question.dimension or "",
        tuple((side.holds, marks(question, side.briefs)) for side in sides),
    )


def _alone(corpus: Corpus, questions: Sequence[Question], marks: Marks) -> Iterator[Part]:
    """A part for each brief that alone answers; one part for all where briefs are many."""
    many = len(corpus.briefs) > MAX_BRIEFS
    lines: dict[str, list[Line]] = {brief.key: [] for brief in corpus.briefs}
    for question in questions:
        for key, answer in question.answers.items():
            said = first(answer.says)
            who = f"{name_of(corpus, corpus.brief[key])}: " if many else ""
            text = f"{who}{question.question} {said}"
            lines[key].append(Line(question, text, marks(question)))
    if many:
        together = tuple(line for found in lines.values() for line in found)
        if together:
            yield Part("Only one says", "only", together)
        return
    for key, found in lines.items():
        if found:
            yield Part(_only(corpus, corpus.brief[key]), f"only-{key}", tuple(found))


def _only(corpus: Corpus, brief: Brief) -> str:
    name = name_of(corpus, brief)
    return f"Only {name}" if len(corpus.briefs) > 1 else f"{name} says"


def _marks(
    corpus: Corpus, told: frozenset[str], question: Question, keys: Iterable[str] = ()
) -> tuple[str, ...]:
    """The claims to mark behind a line: of each answer one for each paragraph, in its order; where
    many answer, the first. The table below has all of them."""
    found: list[str] = []
    for key in keys or question.answers:
        answer = question.answers.get(key)
        by_paragraph: dict[int, str] = {}
        for name in answer.claims if answer else ():
            number = corpus.claim[name].paragraph
            chosen = by_paragraph.setdefault(number, name)
            if name in told and chosen not in told:
                by_paragraph[number] = name
        names = [by_paragraph[number] for number in sorted(by_paragraph)]
        found += names[:1]
    return tuple(found)
