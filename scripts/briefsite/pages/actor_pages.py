"""A page for each actor: what each brief says of it, and its own timeline."""

from collections import defaultdict

from briefsite.model import addresses, vocabulary
from briefsite.pages import outcome_sections, timeline_pages
from briefsite.pages.brief_pages import speaking
from briefsite.pages.charts import timeline_chart
from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render


def pages(corpus):
    """The index of actors, and each actor's page."""
    groups = [
        (title, [actor for actor in corpus.actors if actor.kind == kind])
        for kind, title in vocabulary.ACTOR_KINDS.items()
    ]
    groups = [(title, members) for title, members in groups if members]
    ordered = [actor for _, members in groups for actor in members]
    yield Page(
        addresses.ACTORS,
        "Actors",
        render(
            "actors.md.jinja",
            addresses.ACTORS,
            corpus=corpus,
            groups=groups,
            speaking=lambda claims: speaking(corpus, claims),
        ),
        "data/actors.yml",
        "Who acts in the briefs' claims.",
        ((addresses.HOME, "Home"),),
    )
    order = {topic.key: place for place, topic in enumerate(corpus.topics)}
    measure = timeline_chart.measured(corpus)
    for place, actor in enumerate(ordered):
        near = [
            (addresses.actor(other.key), other.name) if other else None
            for other in (
                ordered[place - 1] if place else None,
                ordered[place + 1] if place + 1 < len(ordered) else None,
            )
        ]
        yield Page(
            addresses.actor(actor.key),
            actor.name,
            _body(corpus, actor, order, measure),
            "data/actors.yml",
            f"What each brief says of {actor.name}.",
            ((addresses.HOME, "Home"), (addresses.ACTORS, "Actors")),
            *near,
            also=("data/events.yml", "data/developments.yml"),
        )


def _body(corpus, actor, order: dict[str, int], measure) -> str:
    path = addresses.actor(actor.key)
    by_brief = [
        (brief, _by_topic(corpus, claims, order))
        for brief, claims in speaking(corpus, corpus.claims_of_actor.get(actor.key, []))
    ]
    events = corpus.events_of_actor.get(actor.key, [])
    return render(
        "actor.md.jinja",
        path,
        corpus=corpus,
        actor=actor,
        by_brief=by_brief,
        listing=timeline_pages.listing(corpus, path, events, anchors=False) if events else "",
        strip=timeline_chart.drawn(
            timeline_chart.of_actor(corpus, actor, measure),
            path,
            actor.name,
            key=timeline_pages.KEY,
        ),
        since=outcome_sections.of_actor(corpus, path, actor.key),
    )


def _by_topic(corpus, claims, order: dict[str, int]):
    """Claims under the first of their topics, in the order of the topics; each stands once."""
    groups = defaultdict(list)
    for claim in claims:
        groups[claim.topics[0]].append(claim)
    return [(corpus.topic[key], groups[key]) for key in sorted(groups, key=order.__getitem__)]
