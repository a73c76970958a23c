"""Briefs that bear a later date than the time they speak from, and what happened in between."""

from dataclasses import dataclass

from briefsite.model import dates


@dataclass(frozen=True)
class Between:
    """A development stands before the printed date of `brief`: `within` the time it speaks from, or
    after it; `begun` only, when it went on past that date."""

    brief: object
    within: bool
    begun: bool


def between(brief, development) -> Between | None:
    """Whether a development certainly began before a brief's printed date, and not before the time it
    speaks from. What is dated to a year that holds the printed date might have begun after it: None."""
    whole = dates.parse(development.edtf)
    start = development.edtf.partition("/")[0]
    began = dates.parse(start) if start.strip(".") else whole
    time, printed = dates.parse(brief.speaks_from), dates.parse(brief.published)
    if not (time.earliest <= began.earliest and began.latest < printed.earliest):
        return None
    return Between(brief, began.earliest <= time.latest, whole.latest >= printed.earliest)
