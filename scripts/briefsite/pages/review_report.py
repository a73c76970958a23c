"""What readers see of review stamps: the day of a claim's, and the share of each kind."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefsite.model.corpus import Corpus
from briefsite.model.records import Claim
from briefsite.model.reviews import REVIEW_KINDS, SELF
from briefsite.pages.rendering import render
from briefsite.rules.review_states import Review, reviews


@dataclass(frozen=True)
class Compared:
    """The claims of one paragraph: `together` is the day when all of them were compared with it,
    "" where these differ and stand in `days`, by claim; `changed` are those that changed since,
    `reworded` those of them whose words did."""

    together: str
    days: dict[str, str]
    changed: frozenset[str]
    reworded: frozenset[str]


@dataclass(frozen=True)
class Share:
    """How many records of a kind there are, and how they stand; `own` are those compared that were
    signed by whoever changed them."""

    name: str
    total: int
    compared: int
    changed: int
    never: int
    own: int


def of_claims(corpus: Corpus, claims: Sequence[Claim]) -> Compared:
    """When these claims of one paragraph were compared with it."""
    known = reviews(corpus)
    found = {claim.id: known["claim", claim.id] for claim in claims}
    days = {
        name: review.stamp.day
        for name, review in found.items()
        if review.stamp and review.state == "compared"
    }
    changed = frozenset(
        name for name, review in found.items() if review.state in ("changed", "below")
    )
    reworded = frozenset(name for name in changed if "says" in found[name].changed)
    if len(days) == len(found) and len(set(days.values())) == 1:
        return Compared(next(iter(days.values())), {}, changed, reworded)
    return Compared("", days, changed, reworded)


def shares(corpus: Corpus) -> list[Share]:
    """The kinds that there are records of, in their order."""
    by_kind: dict[str, list[Review]] = {kind: [] for kind in REVIEW_KINDS}
    for review in reviews(corpus).values():
        by_kind[review.record.kind].append(review)
    return [_share(REVIEW_KINDS[kind], items) for kind, items in by_kind.items() if items]


def _share(name: str, items: list[Review]) -> Share:
    count = Counter(item.state for item in items)
    own = sum(
        bool(item.stamp and item.stamp.by == SELF) for item in items if item.state == "compared"
    )
    changed = count["changed"] + count["below"]
    return Share(name, len(items), count["compared"], changed, count["never"], own)


def part(corpus: Corpus, path: str) -> str:
    """The shares as Markdown, for the page at `path`."""
    found = shares(corpus)
    return render(
        "review_report.md.jinja",
        path,
        shares=found,
        total=sum(item.total for item in found),
        compared=sum(item.compared for item in found),
        own=sum(item.own for item in found),
    )
