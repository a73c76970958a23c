"""What happened since publication, as a section of its own: never part of what a brief says."""

from briefsite.pages import forecast_ledger, publication_gap
from briefsite.pages.rendering import render


def of_topic(corpus, path: str, key: str) -> str:
    """Developments of a topic, and the forecasts that its claims make."""
    claims = [claim.id for claim in corpus.claims_of_topic.get(key, ())]
    return section(
        corpus, path, corpus.developments_of_topic.get(key, []), _made_by(corpus, claims)
    )


def of_actor(corpus, path: str, key: str) -> str:
    """Developments in which an actor acts, and the forecasts made about it."""
    claims = [claim.id for claim in corpus.claims_of_actor.get(key, ())]
    return section(
        corpus, path, corpus.developments_of_actor.get(key, []), _made_by(corpus, claims)
    )


def of_brief(corpus, path: str, brief) -> str:
    """A brief's forecasts with the verdicts that stand; developments are named with each in the ledger."""
    return section(corpus, path, [], forecast_ledger.of_brief(corpus, brief))


def overview(corpus, path: str) -> str:
    """By topic, how much happened since: for the page that compares everything."""
    counted = [
        (
            topic,
            len(corpus.developments_of_topic.get(topic.key, ())),
            len(
                _made_by(corpus, [claim.id for claim in corpus.claims_of_topic.get(topic.key, ())])
            ),
        )
        for topic in corpus.topics
    ]
    return (
        render(
            "since-overview.md.jinja",
            path,
            counted=[item for item in counted if item[1] or item[2]],
        )
        if corpus.developments
        else ""
    )


def section(corpus, path: str, developments, expected) -> str:
    """The section's Markdown; "" when nothing is known."""
    if not developments and not expected:
        return ""
    return render(
        "since.md.jinja",
        path,
        corpus=corpus,
        developments=developments,
        forecasts=expected,
        earlier=lambda item: [
            time for brief in corpus.briefs if (time := publication_gap.between(brief, item))
        ],
    )


def _made_by(corpus, claims) -> list:
    """Forecasts that claims make themselves, in the order of the ledger; setting a condition is not making one."""
    chosen = set(claims)
    return [forecast for forecast in corpus.forecasts if forecast.claim in chosen]
