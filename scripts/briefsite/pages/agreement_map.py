"""The map of agreement: a row for each topic, a mark for each question, by how its answers relate.

It grows with the questions, not with the briefs.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefsite.model.corpus import Corpus
from briefsite.model.questions import Question
from briefsite.model.records import Topic
from briefsite.pages.charts import agreement_picture
from briefsite.pages.charts.picture_file import Picture
from briefsite.pages.rendering import render

ORDER = ("dissonance", "partial agreement", "agreement", "silence")
"""The relations as a row has them: first where the briefs part."""
MAX_NAMED = 3
"""Up to so many silent briefs a row names; of more it says how many."""


@dataclass(frozen=True)
class Row:
    """A topic, its questions, how many have each relation, and in words which briefs answer none;
    "" where all do, or no question is asked."""

    topic: Topic
    questions: tuple[Question, ...]
    counts: tuple[tuple[str, int], ...]
    silence: str


def rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each topic, in the order of the topics."""
    for topic in corpus.topics:
        questions = sorted(
            corpus.questions_of.get(topic.key, ()),
            key=lambda question: ORDER.index(question.relation_or_silence),
        )
        count = Counter(question.relation_or_silence for question in questions)
        yield Row(
            topic,
            tuple(questions),
            tuple((name, count[name]) for name in ORDER if count[name]),
            _silence(corpus, questions),
        )


def _silence(corpus: Corpus, questions: Sequence[Question]) -> str:
    answering = {key for question in questions for key in question.answers}
    silent = [brief for brief in corpus.briefs if brief.key not in answering]
    if not silent or not questions:
        return ""
    names = ", ".join(brief.name for brief in silent)
    return f"{names if len(silent) <= MAX_NAMED else f'{len(silent)} briefs'} silent"


def pictures(corpus: Corpus) -> list[Picture]:
    """The map as a file, where any question is asked."""
    if not corpus.questions:
        return []
    return [agreement_picture.picture(list(rows(corpus)), _counts(corpus))]


def _counts(corpus: Corpus) -> list[tuple[str, int]]:
    count = Counter(question.relation_or_silence for question in corpus.questions)
    return [(name, count[name]) for name in ORDER]


def part(corpus: Corpus, path: str) -> str:
    """The map as Markdown, for the page at `path`; "" where no question is asked."""
    return "".join(_drawn(corpus, path, picture) for picture in pictures(corpus))


def _drawn(corpus: Corpus, path: str, picture: Picture) -> str:
    return render(
        "agreement_map.md.jinja",
        path,
        corpus=corpus,
        rows=list(rows(corpus)),
        order=_counts(corpus),
        picture=picture,
    )
