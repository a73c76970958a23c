"""What is to review, as `make check` tells it in short and `build.py review` in full."""

from collections import Counter
from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.reviews import REVIEW_KINDS
from briefsite.rules.review_states import (
    Review,
    reviews,
    signed_by_themselves,
    stamps_without_record,
    to_review,
    without_id,
)

SHORT = 60
"""So many records are named by `make check`; the rest are counted."""
TITLES = {
    "changed": "changed since somebody compared them",
    "below": "what they rest on changed",
    "never": "never compared",
}
FURTHER = "scripts/build.py review lists them"


def in_short(corpus: Corpus) -> list[str]:
    """A line for each record that changed, counts for the rest; nothing where all was compared."""
    found = _grouped(corpus)
    if not any(found.values()):
        return []
    named = [*found["changed"], *found["below"]]
    # where most of a kind were never compared, a new record is one of many
    signed = Counter(kind for kind, _ in corpus.stamps)
    named += [item for item in found["never"] if signed[item.record.kind]]
    lines = [_line(review, "to review: ") for review in named[:SHORT]]
    if len(named) > SHORT:
        lines.append(f"to review: {len(named) - SHORT} more")
    counts = (f"{len(items)} {TITLES[state]}" for state, items in found.items() if items)
    return [*lines, f"to review: {', '.join(counts)}; {FURTHER}"]


def in_full(corpus: Corpus, form: str = "text") -> Iterator[str]:
    """Every record to review, grouped by why and by kind, with its place; as text or Markdown."""
    total = len(reviews(corpus))
    found = _grouped(corpus)
    left = sum(map(len, found.values()))
    yield f"{total - left} of {total} records are compared as they stand, {left} are to review."
    for state, items in found.items():
        if not items:
            continue
        kinds = Counter(item.record.kind for item in items)
        counts = ", ".join(f"{REVIEW_KINDS[kind]} {number}" for kind, number in kinds.items())
        title = f"{TITLES[state].capitalize()}: {len(items)} ({counts})"
        yield f"\n### {title}\n" if form == "markdown" else f"\n{title}"
        for item in items if form == "text" else items[:SHORT]:
            yield _line(item, "- " if form == "markdown" else "  ")
        if form == "markdown" and len(items) > SHORT:
            yield f"- and {len(items) - SHORT} more"
    own = signed_by_themselves(corpus)
    if own:
        names = ", ".join(item.record.name for item in own)
        yield f"\nSigned by the person who changed them; an edition needs another reader: {names}"
    gone = [stamp for stamp in stamps_without_record(corpus) if without_id(stamp)]
    if gone:
        names = ", ".join(f"{stamp.key[0]}/{stamp.key[1]}" for stamp in gone)
        yield f"\nStamps of what is not there any more, for `review --tidy`: {names}"


def _grouped(corpus: Corpus) -> dict[str, list[Review]]:
    groups: dict[str, list[Review]] = {state: [] for state in TITLES}
    for review in to_review(corpus):
        groups[review.state].append(review)
    return groups


def _line(review: Review, lead: str) -> str:
    record = review.record
    return f"{lead}{record.path}:{record.line}: {record.name} {review.words}"
