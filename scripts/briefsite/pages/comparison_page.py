"""Comparison tables: every question on one page or, where that grows too long, on a page for each
topic; and each topic's own on the topic's page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import HOME, Link, Page, with_neighbours
from briefsite.model.questions import Question
from briefsite.model.records import Topic
from briefsite.model.split_pages import comparison_is_split
from briefsite.pages import since_publication
from briefsite.pages.rendering import render
from briefsite.pages.side_by_side import MAX_BRIEFS

TABLES = tuple((name, name) for name in ("questions", "answers", "sides", "relations"))
"""The data files that hold the rows, by file name and title."""
ORDER = ("dissonance", "partial agreement", "agreement", "silence")
"""The relations as the overview lists them: first where the briefs part."""
INDEX = Link(addresses.COMPARE, "Compare")


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
        topics=path == addresses.COMPARE,
        brief=corpus.brief,
        corpus=corpus,
        tables=TABLES,
    )


def of_topic(corpus: Corpus, path: str) -> str:
    """What the topic's page has of its questions: the table or, where that has a page of its own, a
    row for each question that leads there."""
    questions = corpus.questions_of.get(addresses.topic_of(path), [])
    if comparison_is_split(corpus):
        return _rows(corpus, path, questions)
    return table(corpus, path, questions, overview=False)


def _answers(corpus: Corpus, path: str, questions: Sequence[Question]) -> str:
    """Some questions with all their answers: a table as long as each brief has a column, and beyond
    that a section for each question, with its sides."""
    if len(corpus.briefs) <= MAX_BRIEFS:
        return table(corpus, path, questions, overview=True)
    return render("comparison_sides.md.jinja", path, questions=questions, corpus=corpus)


def _rows(corpus: Corpus, path: str, questions: Sequence[Question]) -> str:
    """A short row for each question, with its anchor, that leads to the full one."""
    return render(
        "comparison_rows.md.jinja",
        path,
        questions=questions,
        topics=path == addresses.COMPARE,
        corpus=corpus,
    )


def _sections(corpus: Corpus, questions: Sequence[Question]) -> Iterator[Section]:
    whole = not comparison_is_split(corpus)
    for relation in ORDER:
        group = [item for item in questions if item.relation_or_silence == relation]
        if group:
            made = (
                table(corpus, addresses.COMPARE, group, overview=True)
                if whole
                else _rows(corpus, addresses.COMPARE, group)
            )
            yield Section(relation, len(group), made)


def _rank(question: Question) -> int:
    return ORDER.index(question.relation_or_silence)


def _dissonances(questions: Sequence[Question]) -> int:
    return sum(question.relation_or_silence == "dissonance" for question in questions)


def pages(corpus: Corpus) -> Iterator[Page]:
    """The overview of every question: the key ones in short, then all by their relation; and,
    where it is split, the page of each topic."""
    questions = [
        question for topic in corpus.topics for question in corpus.questions_of.get(topic.key, [])
    ]
    key_questions = sorted((question for question in questions if question.key), key=_rank)
    split = comparison_is_split(corpus)
    body = render(
        "comparison_page.md.jinja",
        addresses.COMPARE,
        corpus=corpus,
        questions=questions,
        key_questions=key_questions,
        dissonances=_dissonances(questions),
        key_dissonances=_dissonances(key_questions),
        sections=list(_sections(corpus, questions)),
        split=split,
        retired=corpus.retired_questions,
        tables=TABLES,
        since=since_publication.overview(corpus, addresses.COMPARE),
    )
    yield Page(
        *INDEX,
        body,
        data_paths.COMPARISONS,
        "Every question the briefs can be asked alike, each brief's answer, and how the "
        "answers relate.",
        wide=True,
        boost=0.2,
    )
    if split:
        for topic, before, after in with_neighbours(corpus.topics, _link):
            yield _part(corpus, topic, before, after)


def _link(topic: Topic) -> Link:
    return Link(addresses.comparison(topic.key), topic.title)


def _part(corpus: Corpus, topic: Topic, before: Link | None, after: Link | None) -> Page:
    path = addresses.comparison(topic.key)
    questions = sorted(corpus.questions_of.get(topic.key, ()), key=_rank)
    body = render(
        "comparison_part.md.jinja",
        path,
        topic=topic,
        questions=questions,
        answers=_answers(corpus, path, questions),
        tables=TABLES,
    )
    return Page(
        path,
        f"{topic.title}, compared",
        body,
        data_paths.COMPARISONS,
        f"{topic.title}: every question with each brief's answer, and how the answers relate.",
        (HOME, INDEX),
        before,
        after,
        wide=True,
        boost=0.2,
    )
