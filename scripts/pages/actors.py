"""A page for each actor: what each brief says of it, and its own timeline."""

from pages import links, timeline
from pages.markdown import render
from pages.page import Page

INDEX = "actors/index.md"
KINDS = {"state": "States", "organisation": "Organisations", "group": "Groups", "person": "People"}


def pages(corpus):
    """The index of actors, and each actor's page."""
    groups = [(title, [actor for actor in corpus.actors if actor.kind == kind]) for kind, title in KINDS.items()]
    groups = [(title, members) for title, members in groups if members]
    ordered = [actor for _, members in groups for actor in members]
    yield Page(INDEX, "Actors", render("actors.md.jinja", INDEX, corpus=corpus, groups=groups, label=links.label),
               "data/actors.yml", "Who acts in the briefs' claims.", (("index.md", "Home"),))
    for place, actor in enumerate(ordered):
        near = [(f"actors/{other.key}.md", other.name) if other else None for other in
                (ordered[place - 1] if place else None, ordered[place + 1] if place + 1 < len(ordered) else None)]
        yield Page(f"actors/{actor.key}.md", actor.name, _body(corpus, actor), "data/actors.yml",
                   f"What each brief says of {actor.name}.", (("index.md", "Home"), (INDEX, "Actors")), *near)


def _body(corpus, actor) -> str:
    path = f"actors/{actor.key}.md"
    claims = corpus.claims_of_actor.get(actor.key, [])
    by_brief = [(brief, _by_topic(corpus, [claim for claim in claims if corpus.brief_of[claim.id] is brief]))
                for brief in corpus.briefs]
    events = corpus.events_of_actor.get(actor.key, [])
    return render("actor.md.jinja", path, corpus=corpus, actor=actor, by_brief=by_brief, label=links.label,
                  listing=timeline.listing(corpus, path, events, anchors=False) if events else "")


def _by_topic(corpus, claims):
    """Claims under the first of their topics, in the order of the topics; each stands once."""
    groups = {topic.key: [] for topic in corpus.topics}
    for claim in claims:
        groups[claim.topics[0]].append(claim)
    return [(corpus.topic[key], group) for key, group in groups.items() if group]
