"""What the briefs say of what actors want."""

from collections.abc import Callable, Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.rules import said_otherwise, turned
from briefsite.rules.facets import all_known, base_of_claims, facets


def aims_rest_on_their_briefs_claims(corpus: Corpus) -> Iterator[Problem]:
    """An actor's aims by a brief (`aims` in data/actors.yml) name claims of that brief only."""
    for actor in corpus.actors:
        for key, aims in actor.aims.items():
            for claim in aims.claims:
                if claim in corpus.claim and corpus.brief_of[claim].key != key:
                    yield aims.at.problem(
                        f"{actor.key}: {claim} is not a claim of {key}",
                        f"it belongs to {corpus.brief_of[claim].key}",
                        "claims",
                    )


def aims_are_the_actors(corpus: Corpus) -> Iterator[Problem]:
    """The claims behind an actor's aims have it among their `actors`."""
    for actor in corpus.actors:
        for aims in actor.aims.values():
            for name in aims.claims:
                claim = corpus.claim.get(name)
                if claim and actor.key not in claim.actors:
                    yield aims.at.problem(
                        f"{actor.key}: {name} does not have {actor.key} among its actors",
                        f"it has {', '.join(claim.actors) or 'none'}",
                        "claims",
                    )


def aims_add_nothing(corpus: Corpus) -> Iterator[Problem]:
    """An actor's aims name no actor, number, hedge, denial or direction that the claims behind them
    do not have, and deny what these deny."""
    for actor in corpus.actors:
        for aims in actor.aims.values():
            if not all_known(corpus, aims.claims):
                continue
            own, base = facets(corpus, aims.says), base_of_claims(corpus, aims.claims)
            rest = "the text of its claims"
            for item in (
                *said_otherwise.added(own, base, rest),
                *turned.denial_lost(own, base, rest),
            ):
                message = f"{actor.key}: the aims: {item.message}"
                yield aims.at.problem(message, "say it as the claims have it", "says")


RULES: tuple[Callable[[Corpus], Iterator[Problem]], ...] = (
    aims_rest_on_their_briefs_claims,
    aims_are_the_actors,
    aims_add_nothing,
)
