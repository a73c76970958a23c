"""The names of what search filters by, in the order of the site."""

KINDS = {
    "claim": "Claim",
    "question": "Question",
    "event": "Event",
    "forecast": "Forecast",
    "development": "Since publication",
    "topic": "Topic",
    "actor": "Actor",
    "brief": "Brief",
    "work": "Work",
    "term": "Term",
    "page": "Page",
}
"""A kind of result, and what it is called."""


def labels(corpus) -> dict[str, dict[str, str]]:
    """For each filter the name of every key, in the order in which they are offered."""
    return {
        "kind": KINDS,
        "brief": {brief.key: label(brief) for brief in corpus.briefs},
        "topic": {topic.key: topic.title for topic in corpus.topics},
        "actor": {
            actor.key: actor.name
            for actor in sorted(corpus.actors, key=lambda actor: actor.name.casefold())
        },
    }


def label(brief) -> str:
    """A brief's short name: Easley 2024."""
    return f"{brief.name} {brief.published[:4]}"
