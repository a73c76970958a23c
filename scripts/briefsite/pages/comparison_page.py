"""Comparison tables: every question on one page, and each topic's own on the topic's page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefsite.model import addresses, data_paths, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.records import Question, Topic
from briefsite.pages import since_publication
from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render
from briefsite.pages.side_by_side import MAX_BRIEFS


@dataclass(frozen=True)
class Row:
    """A question as a table shows it; `relations` are (key of vocabulary.RELATIONS, word shown)."""

    question: Question
    topic: Topic
    relations: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]


def row(corpus: Corpus, question: Question) -> Row:
    """How a question stands between the briefs."""
    topic = corpus.topic[question.topic]
    if not question.relations:
        brief = corpus.brief[next(iter(question.answers))]
        return Row(question, topic, (("only", f"only {brief.label}"),), (question.note or "",))
    reasons: list[str] = []
    for item in question.relations:
        pair = " and ".join(corpus.brief[key].label for key in item.between)
        which = f"{pair} {vocabulary.RELATIONS[item.relation]}: "
        reasons.append(f"{which if len(question.answers) > 2 else ''}{item.why}")
    names = dict.fromkeys(item.relation for item in question.relations)
    relations = tuple((name, vocabulary.RELATIONS[name]) for name in names)
    return Row(question, topic, relations, tuple(reasons))


def table(corpus: Corpus, path: str, questions: Sequence[Question], *, overview: bool) -> str:
    """The Markdown table of some questions, for the page at `path`.

    A column for each brief as long as they fit side by side; beyond that one column that lists
    the answers, so that the table of a hundred briefs does not grow with their square. On a
    topic's page the ids of rows belong to the overview, so only the overview sets them.
    """
    answering = {key for question in questions for key in question.answers}
    columns = corpus.briefs
    if len(columns) > MAX_BRIEFS:
        columns = tuple(brief for brief in columns if brief.key in answering)
    return render(
        "comparison_table.md.jinja",
        path,
        rows=[row(corpus, question) for question in questions],
        columns=columns if len(columns) <= MAX_BRIEFS else (),
        overview=overview,
        brief=corpus.brief,
        corpus=corpus,
    )


def pages(corpus: Corpus) -> Iterator[Page]:
    """The overview of every question."""
    questions = [
        question for topic in corpus.topics for question in corpus.questions_of.get(topic.key, [])
    ]
    count = Counter(item.relation for question in questions for item in question.relations)
    body = render(
        "comparison_page.md.jinja",
        addresses.COMPARE,
        questions=questions,
        count=count | Counter(only=sum(not question.relations for question in questions)),
        table=table(corpus, addresses.COMPARE, questions, overview=True),
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
