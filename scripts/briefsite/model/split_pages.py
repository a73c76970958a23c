"""Which pages are split into parts: the comparison by topics, the timeline by years, a topic's page
into what the briefs share and their accounts.

An overview stands whole while its page keeps to its weight (tools/benchmark/page_weight). It is
split for good: what decides is how many records there ever were, retired ones too, and that number
does not fall, so that no part's address goes. An overview that is split keeps a row for each
record, with its anchor: the permanent address of a record is the overview's, split or not.
"""

from briefsite.model.corpus import Corpus, derived

MAX_BRIEFS = 3
"""Up to so many briefs stand side by side; beyond that a page names only those that say something,
and their accounts of a topic have a page of their own."""
MAX_CELLS = 150
"""So many questions times briefs /compare/ shows whole: 23 KB."""
MAX_ENTRIES = 90
"""So many events and developments /timeline/ shows whole, with its own two pages: 23 KB."""


@derived
def comparison_is_split(corpus: Corpus) -> bool:
    """Whether each topic's questions have a page of their own, /compare/<topic>/."""
    asked = len(corpus.questions) + len(corpus.retired_questions)
    return asked * len(corpus.briefs) > MAX_CELLS


@derived
def timeline_is_split(corpus: Corpus) -> bool:
    """Whether each year's entries have a page of their own, /timeline/<year>/."""
    records = (
        corpus.events,
        corpus.retired_events,
        corpus.developments,
        corpus.retired_developments,
    )
    return sum(map(len, records)) > MAX_ENTRIES


def few(corpus: Corpus) -> bool:
    """Whether the briefs are so few that each has its place wherever all are told of."""
    return len(corpus.briefs) <= MAX_BRIEFS


def accounts_stand_apart(corpus: Corpus) -> bool:
    """Whether the accounts of a topic have a page of their own, /topics/<topic>/accounts/."""
    return not few(corpus)
