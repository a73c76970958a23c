"""The overview of topics by briefs: how much each says, and how the answers relate."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefsite.load import topic_sections
from briefsite.model import addresses, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.records import Brief, Topic
from briefsite.pages.rendering import render

MAX_COLUMNS = 10
"""Up to so many briefs have a column each; beyond that a table shows nothing at a glance."""


@dataclass(frozen=True)
class Amount:
    """The claims of a brief on a topic, and the tenths of the most that any brief has on any
    topic."""

    brief: Brief
    claims: int
    tenths: int
    target: str


@dataclass(frozen=True)
class RelationCount:
    """How many questions of a topic have answers that relate in one way, and where they are
    listed."""

    name: str
    count: int
    target: str


@dataclass(frozen=True)
class Row:
    topic: Topic
    amounts: tuple[Amount, ...]
    relations: tuple[RelationCount, ...]


def rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each topic, in the order of the topics."""
    count = Counter(
        (topic, corpus.brief_of[claim.id].key)
        for claim in corpus.claim.values()
        for topic in claim.topics
    )
    most = max(count.values(), default=1)
    accounts = {
        page.topic: topic_sections.accounts(corpus, page) for page in corpus.pages if page.topic
    }
    for topic in corpus.topics:
        with_account = accounts.get(topic.key, set())
        amounts = tuple(
            Amount(
                brief,
                count[topic.key, brief.key],
                -(-count[topic.key, brief.key] * 10 // most),
                addresses.topic(topic.key) + (f"#{brief.key}" if brief.key in with_account else ""),
            )
            for brief in corpus.briefs
        )
        yield Row(topic, amounts, tuple(_relations(corpus, topic)))


def _relations(corpus: Corpus, topic: Topic) -> Iterator[RelationCount]:
    """In the order of vocabulary.RELATIONS; each leads to its questions, filtered."""
    questions: dict[str, list[str]] = {name: [] for name in vocabulary.RELATIONS}
    for question in corpus.questions_of.get(topic.key, []):
        questions[question.relation_or_silence].append(question.id)
    for name, found in questions.items():
        if found:
            yield RelationCount(name, len(found), addresses.questions(topic.key, name, found[0]))


def part(corpus: Corpus, path: str) -> str:
    """The table as Markdown, for the page at `path`; without briefs' columns when they are many."""
    return render(
        "agreement_matrix.md.jinja",
        path,
        rows=list(rows(corpus)),
        briefs=corpus.briefs if len(corpus.briefs) <= MAX_COLUMNS else (),
        corpus=corpus,
    )
