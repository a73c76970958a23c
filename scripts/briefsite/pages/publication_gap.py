"""Briefs whose printed date is later than the time they speak from, and what happened in
between."""

from dataclasses import dataclass
from datetime import date

from briefsite.model import dates
from briefsite.model.corpus import Corpus, derived
from briefsite.model.outcomes import Development
from briefsite.model.records import Brief


@dataclass(frozen=True)
class Gap:
    """A development stands before the printed date of `brief`: `within` the time it speaks from, or
    after it. It has only `begun` there when it went on past that date."""

    brief: Brief
    within: bool
    begun: bool


def gap(brief: Brief, development: Development) -> Gap | None:
    """Whether a development certainly began before a brief's printed date, and not before the time
    it speaks from. What is dated to a year that holds the printed date might have begun after it:
    None."""
    span = dates.parse(development.edtf)
    start = development.edtf.partition("/")[0]
    beginning = dates.parse(start) if start.strip(".") else span
    time, printed = dates.parse(brief.speaks_from), dates.parse(brief.published)
    if not (time.earliest <= beginning.earliest and beginning.latest < printed.earliest):
        return None
    return Gap(brief, beginning.earliest <= time.latest, span.latest >= printed.earliest)


def gaps(corpus: Corpus, development: Development) -> list[Gap]:
    """The gaps of all briefs in which a development began."""
    return [found for brief in _printed_later(corpus) if (found := gap(brief, development))]


def before_all(corpus: Corpus, development: Development) -> bool:
    """Whether a development was over before any brief was published."""
    return dates.parse(development.edtf).latest < _first_published(corpus)


@derived
def _first_published(corpus: Corpus) -> date:
    days = (dates.parse(brief.published).earliest for brief in corpus.briefs)
    return min(days, default=date.min)


@derived
def _printed_later(corpus: Corpus) -> list[Brief]:
    """The briefs that can have a gap: they are few, and developments many."""
    return [
        brief
        for brief in corpus.briefs
        if dates.parse(brief.speaks_from).earliest < dates.parse(brief.published).earliest
    ]
