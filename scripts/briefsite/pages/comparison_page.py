"""Comparison tables: every question on one page, and each topic's own on the topic's page."""

from dataclasses import dataclass

from briefsite.model import addresses, vocabulary
from briefsite.pages import outcome_sections
from briefsite.pages.brief_pages import FEW
from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render


@dataclass(frozen=True)
class Row:
    """A question as a table shows it."""

    question: object
    topic: object
    relations: tuple[tuple[str, str], ...]
    """(name, word): the name is a key of vocabulary.RELATIONS."""
    whys: tuple[str, ...]


def row(corpus, question) -> Row:
    """How a question stands between the briefs."""

    def name(key: str) -> str:
        return corpus.brief[key].label

    many = len(question.answers) > 2
    names = dict.fromkeys(item.relation for item in question.relations)
    relations = tuple((name, vocabulary.RELATIONS[name]) for name in names)
    whys = tuple(
        (
            f"{' and '.join(name(key) for key in item.between)} {vocabulary.RELATIONS[item.relation]}: "
            if many
            else ""
        )
        + item.why
        for item in question.relations
    )
    if not question.relations:
        speaker = next(iter(question.answers))
        relations, whys = (("only", f"only {name(speaker)}"),), (question.note or "",)
    return Row(question, corpus.topic[question.topic], relations, whys)


def table(corpus, path: str, questions, *, overview: bool) -> str:
    """The Markdown table of some questions, for the page at `path`.

    A column for each brief as long as they fit side by side; beyond that one column that lists
    the answers, so that the table of a hundred briefs does not grow with their square. On a
    topic's page the ids of rows belong to the overview, so only the overview sets them.
    """
    answering = {key for question in questions for key in question.answers}
    speaking = tuple(brief for brief in corpus.briefs if brief.key in answering)
    shown = corpus.briefs if len(corpus.briefs) <= FEW else speaking
    columns = shown if len(shown) <= FEW else ()
    rows = [row(corpus, question) for question in questions]
    return render(
        "comparison.md.jinja",
        path,
        rows=rows,
        columns=columns,
        overview=overview,
        brief=corpus.brief,
        corpus=corpus,
    )


def pages(corpus):
    """The overview of every question."""
    order = {topic.key: place for place, topic in enumerate(corpus.topics)}
    questions = sorted(corpus.questions, key=lambda question: order[question.topic])
    tally = dict.fromkeys(vocabulary.RELATIONS, 0)
    for question in questions:
        for name in [item.relation for item in question.relations] or ["only"]:
            tally[name] += 1
    body = render(
        "compare.md.jinja",
        addresses.COMPARE,
        corpus=corpus,
        questions=questions,
        tally=tally,
        table=table(corpus, addresses.COMPARE, questions, overview=True),
        since=outcome_sections.overview(corpus, addresses.COMPARE),
    )
    yield Page(
        addresses.COMPARE,
        "Compare",
        body,
        "data/comparisons.yml",
        "Every question the briefs can be asked alike, each brief's answer, and how the answers relate.",
        ((addresses.HOME, "Home"),),
        wide=True,
        boost=0.2,
    )
