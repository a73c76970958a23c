"""The summary in one page: what the briefs share, where they part, what one says alone, what came
of their forecasts, what to watch.

Its lines are questions that the data choose (`summary`), and it has no words of its own about any.
"""

from collections.abc import Iterable
from functools import partial

from briefsite.model import dates
from briefsite.model.corpus import Corpus
from briefsite.model.questions import Question
from briefsite.model.vocabulary import SUMMARY_PARTS
from briefsite.pages import forecast_tally, watch_list
from briefsite.pages.rendering import render
from briefsite.pages.side_by_side import MAX_BRIEFS

MAX_MARKS = 3
"""A line marks so many paragraphs of a brief at most; of many briefs, one of each."""
MAX_WATCHED = 3


def part(corpus: Corpus, path: str) -> str:
    """The summary as Markdown, for the page at `path`."""
    watched = watch_list.watch(corpus)
    return render(
        "summary.md.jinja",
        path,
        corpus=corpus,
        years=sorted({year for item in corpus.briefs for year in dates.years(item.published)}),
        parts=[(SUMMARY_PARTS[name], chosen(corpus, name)) for name in SUMMARY_PARTS],
        marks=partial(marks, corpus),
        tally=forecast_tally.tally(corpus.forecasts),
        watched=watched[:MAX_WATCHED],
        others=len(watched[MAX_WATCHED:]),
    )


def chosen(corpus: Corpus, part_name: str) -> list[Question]:
    """The questions of one part of the summary, in the order of their numbers."""
    return sorted(
        (item for item in corpus.questions if item.summary and item.summary_part == part_name),
        key=lambda item: item.summary or 0,
    )


def marks(corpus: Corpus, question: Question) -> list[str]:
    """The claims that a line marks: of each brief that answers, the first of each paragraph."""
    most = MAX_MARKS if len(question.answers) <= MAX_BRIEFS else 1
    return [
        name
        for answer in question.answers.values()
        for name in _one_per_paragraph(corpus, answer.claims)[:most]
    ]


def _one_per_paragraph(corpus: Corpus, claims: Iterable[str]) -> list[str]:
    first: dict[int, str] = {}
    for name in claims:
        first.setdefault(corpus.claim[name].paragraph, name)
    return [first[number] for number in sorted(first)]


def counts(corpus: Corpus, path: str) -> str:
    """How many dated forecasts have each verdict, and how many have no end, in one line."""
    return render(
        "forecast_counts.md.jinja",
        path,
        tally=forecast_tally.tally(corpus.forecasts),
    )
