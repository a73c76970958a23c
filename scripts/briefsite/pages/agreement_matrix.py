"""The whole at a glance: topics by briefs, how much each says, and how the answers relate."""

from collections import Counter
from dataclasses import dataclass

from briefsite.model import addresses, vocabulary
from briefsite.pages import brief_positions, comparison_page
from briefsite.pages.rendering import render

MOST = 10
"""Up to so many briefs have a column each; beyond that a table is no picture any more."""


@dataclass(frozen=True)
class Amount:
    """How much a brief says on a topic: claims, and tenths of the most that any says on any."""

    brief: object
    claims: int
    tenths: int
    target: str


@dataclass(frozen=True)
class Related:
    """How many questions of a topic have answers that relate in one way, and where they are listed."""

    name: str
    count: int
    target: str


@dataclass(frozen=True)
class Row:
    topic: object
    amounts: tuple[Amount, ...]
    related: tuple[Related, ...]


def rows(corpus) -> list[Row]:
    """A row for each topic, in the order of the topics."""
    said = Counter(
        (topic, corpus.brief_of[claim.id].key)
        for claim in corpus.claim.values()
        for topic in claim.topics
    )
    most = max(said.values(), default=1)
    placed = {
        page.topic: brief_positions.briefs(corpus, page.text) for page in corpus.pages if page.topic
    }
    made = []
    for topic in corpus.topics:
        page = addresses.topic(topic.key)
        amounts = tuple(
            Amount(
                brief,
                said[topic.key, brief.key],
                -(-said[topic.key, brief.key] * 10 // most),
                page + (f"#{brief.key}" if brief.key in placed.get(topic.key, ()) else ""),
            )
            for brief in corpus.briefs
        )
        made.append(Row(topic, amounts, tuple(_related(corpus, topic))))
    return made


def _related(corpus, topic):
    """Relations in the order agree, differ, conflict, only one; each leads to its questions, filtered."""
    first, count = {}, Counter()
    for question in corpus.questions_of.get(topic.key, []):
        for name in dict.fromkeys(
            name for name, _ in comparison_page.row(corpus, question).relations
        ):
            first.setdefault(name, question.id)
            count[name] += 1
    for name in vocabulary.RELATIONS:
        if count[name]:
            yield Related(
                name,
                count[name],
                f"{addresses.COMPARE}?topic={topic.key}&relation={name}#{first[name]}",
            )


def part(corpus, path: str) -> str:
    """The table as Markdown, for the page at `path`; without briefs' columns when they are many."""
    briefs = corpus.briefs if len(corpus.briefs) <= MOST else ()
    return render(
        "matrix.md.jinja",
        path,
        corpus=corpus,
        rows=rows(corpus),
        briefs=briefs,
    )
