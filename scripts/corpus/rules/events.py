"""Events and what the briefs say of them."""


def mentions_rest_on_their_briefs_claims(corpus):
    """A mention of an event names claims of that brief only, and a brief mentions an event once."""
    for event in corpus.events:
        seen = set()
        for mention in event.mentions:
            for claim in mention.claims:
                if claim in corpus.claim and corpus.brief_of[claim].key != mention.brief:
                    yield mention.at.problem(f"{event.id}: {claim} is not a claim of {mention.brief}",
                                             f"it belongs to {corpus.brief_of[claim].key}", "claims")
            if mention.brief in seen:
                yield mention.at.problem(f"{event.id}: {mention.brief} mentions it twice", "join the two mentions", "brief")
            seen.add(mention.brief)


RULES = (mentions_rest_on_their_briefs_claims,)
