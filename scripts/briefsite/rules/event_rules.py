"""Events and what the briefs say of them."""

from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem


def mentions_rest_on_their_briefs_claims(corpus: Corpus) -> Iterator[Problem]:
    """A mention of an event names claims of that brief only, and a brief mentions an event once."""
    for event in corpus.events:
        seen = set[str]()
        for mention in event.mentions:
            for claim in mention.claims:
                if claim in corpus.claim and corpus.brief_of[claim].key != mention.brief:
                    yield mention.at.problem(
                        f"{event.id}: {claim} is not a claim of {mention.brief}",
                        f"it belongs to {corpus.brief_of[claim].key}",
                        "claims",
                    )
            if mention.brief in seen:
                yield mention.at.problem(
                    f"{event.id}: {mention.brief} mentions it twice",
                    "join the two mentions",
                    "brief",
                )
            seen.add(mention.brief)


def what_is_expected_has_a_horizon(corpus: Corpus) -> Iterator[Problem]:
    """An expected event has a date of its brief, or a `horizon`: by when it is expected."""
    for event in corpus.events:
        for mention in event.mentions:
            if mention.expected and not (mention.edtf or mention.horizon):
                yield mention.at.problem(
                    f"{event.id}: expected, but by when?",
                    "add 'edtf' with its 'basis', or 'horizon': 2024-06/..",
                    "expected",
                )
            if mention.horizon and (mention.edtf or not mention.expected):
                yield mention.at.problem(
                    f"{event.id}: a horizon is for what is expected and has no date",
                    "take 'horizon' out",
                    "horizon",
                )


RULES = (mentions_rest_on_their_briefs_claims, what_is_expected_has_a_horizon)
