"""A page for each actor: what each brief says of it, and its own timeline."""

from collections.abc import Iterable, Iterator
from functools import partial

from briefsite.model import addresses, data_paths, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import HOME, Link, Page, with_neighbours
from briefsite.model.records import Actor, Claim, Topic
from briefsite.pages import since_publication, timeline_pages
from briefsite.pages.charts import timeline_chart, timeline_picture
from briefsite.pages.charts.time_scale import Scale
from briefsite.pages.rendering import render
from briefsite.pages.side_by_side import claims_by_brief

INDEX = Link(addresses.ACTORS, "Actors")


def pages(corpus: Corpus) -> Iterator[Page]:
    """The index of actors, and each actor's page."""
    groups = [
        (title, actors)
        for kind, title in vocabulary.ACTOR_KINDS.items()
        if (actors := [actor for actor in corpus.actors if actor.kind == kind])
    ]
    body = render(
        "actor_index.md.jinja",
        INDEX.target,
        corpus=corpus,
        groups=groups,
        claims_by_brief=partial(claims_by_brief, corpus),
    )
    yield Page(*INDEX, body, data_paths.ACTORS, "Who acts in the briefs' claims.")
    ordered = [actor for _, actors in groups for actor in actors]
    scale = timeline_chart.site_scale(corpus)
    for actor, before, after in with_neighbours(ordered, _link):
        yield Page(
            *_link(actor),
            _body(corpus, actor, scale),
            data_paths.ACTORS,
            f"What each brief says of {actor.name}.",
            (HOME, INDEX),
            before,
            after,
            further_sources=(data_paths.EVENTS, data_paths.DEVELOPMENTS),
        )


def _link(actor: Actor) -> Link:
    return Link(addresses.actor(actor.key), actor.name)


def _body(corpus: Corpus, actor: Actor, scale: Scale | None) -> str:
    path = addresses.actor(actor.key)
    claims = claims_by_brief(corpus, corpus.claims_of_actor.get(actor.key, []))
    return render(
        "actor_page.md.jinja",
        path,
        corpus=corpus,
        actor=actor,
        by_brief=[(brief, _by_topic(corpus, group)) for brief, group in claims],
        listing=timeline_pages.event_list(corpus, path, corpus.events_of_actor.get(actor.key, [])),
        chart=timeline_picture.draw(
            timeline_chart.of_actor(corpus, actor.key, scale),
            path,
            actor.name,
            key=timeline_pages.CHART_KEY,
        ),
        since=since_publication.of_actor(corpus, path, actor.key),
    )


def _by_topic(corpus: Corpus, claims: Iterable[Claim]) -> list[tuple[Topic, list[Claim]]]:
    """Claims under the first of their topics, in the order of the topics; each stands once."""
    groups: dict[str, list[Claim]] = {topic.key: [] for topic in corpus.topics}
    for claim in claims:
        groups[claim.topics[0]].append(claim)
    return [(corpus.topic[key], group) for key, group in groups.items() if group]
