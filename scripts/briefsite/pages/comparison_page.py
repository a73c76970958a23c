"""Comparison tables: every question on one page, and each topic's own on the topic's page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import Link, Page
from briefsite.model.ids import question_ids
from briefsite.model.questions import Question
from briefsite.model.records import Tombstone
from briefsite.pages import since_publication
from briefsite.pages.rendering import render
from briefsite.pages.side_by_side import MAX_BRIEFS

TABLES = tuple((name, name) for name in ("questions", "answers", "sides", "relations"))
"""The data files that hold the rows, by file name and title."""
ORDER = ("dissonance", "partial agreement", "agreement", "silence")
"""The relations as the overview lists them: first where the briefs part."""


@dataclass(frozen=True)
class Section:
    """The questions of one relation, with their table in Markdown."""

    relation: str
    count: int
    table: str


def table(corpus: Corpus, path: str, questions: Sequence[Question], *, overview: bool) -> str:
    """The Markdown table of some questions, for the page at `path`.

    A column for each brief as long as they fit side by side; beyond that one column that lists
    the sides with the answers of each, so that the table of a hundred briefs does not grow with
    their square. Rows have the ids of their questions, on the overview and on a topic's page; the
    permanent address is the overview's.
    """
    return render(
        "comparison_table.md.jinja",
        path,
        questions=questions,
        columns=corpus.briefs if len(corpus.briefs) <= MAX_BRIEFS else (),
        overview=overview,
        brief=corpus.brief,
        corpus=corpus,
        tables=TABLES,
    )


def _sections(corpus: Corpus, questions: Sequence[Question]) -> Iterator[Section]:
    for relation in ORDER:
        group = [item for item in questions if item.relation_or_silence == relation]
        if group:
            made = table(corpus, addresses.COMPARE, group, overview=True)
            yield Section(relation, len(group), made)


def _retired(corpus: Corpus) -> Iterator[tuple[Tombstone, list[Link]]]:
    """Questions that are gone, each with links to those that took its place."""
    asked = {question.id: question.question for question in corpus.questions}
    for stone in corpus.retired_questions:
        named = [name for name in question_ids(stone.retired) if name in asked]
        yield stone, [Link(addresses.question(name), asked[name]) for name in named]


def pages(corpus: Corpus) -> Iterator[Page]:
    """The overview of every question: the key ones in short, then all by their relation."""
    questions = [
        question for topic in corpus.topics for question in corpus.questions_of.get(topic.key, [])
    ]
    rank = {name: place for place, name in enumerate(ORDER)}
    body = render(
        "comparison_page.md.jinja",
        addresses.COMPARE,
        corpus=corpus,
        questions=questions,
        key_questions=sorted(
            (question for question in questions if question.key),
            key=lambda question: rank[question.relation_or_silence],
        ),
        sections=list(_sections(corpus, questions)),
        retired=list(_retired(corpus)),
        tables=TABLES,
        since=since_publication.overview(corpus, addresses.COMPARE),
    )
    yield Page(
        addresses.COMPARE,
        "Compare",
        body,
        data_paths.COMPARISONS,
        "Every question the briefs can be asked alike, each brief's answer, and how the "
        "answers relate.",
        wide=True,
        boost=0.2,
    )
