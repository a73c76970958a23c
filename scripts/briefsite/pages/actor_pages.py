"""A page for each actor: what it wants by the briefs, the questions in which it stands, its part of
the timeline, and, folded, what the briefs say of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from briefsite.model import addresses, data_paths, dates, vocabulary
from briefsite.model.corpus import Corpus, derived
from briefsite.model.generated_page import HOME, Link, Page, with_neighbours
from briefsite.model.outcomes import Development
from briefsite.model.questions import Question
from briefsite.model.records import Actor, Brief, Claim, Topic
from briefsite.pages import publication_gap, timeline_entries, timeline_pages
from briefsite.pages.charts import timeline_chart, timeline_file, timeline_picture
from briefsite.pages.charts.picture_file import Picture
from briefsite.pages.rendering import render
from briefsite.pages.side_by_side import claims_by_brief

RELATIONS = ("dissonance", "partial agreement", "agreement", "silence")
"""The order in which an actor's questions stand."""
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
    for actor, before, after in with_neighbours(ordered, _link):
        yield Page(
            addresses.actor(actor.key),
            title(actor),
            _body(corpus, actor),
            data_paths.ACTORS,
            f"{actor.name} in the briefs: aims, questions, part of the timeline, claims.",
            (HOME, INDEX),
            before,
            after,
            further_sources=(data_paths.EVENTS, data_paths.DEVELOPMENTS, data_paths.FORECASTS),
        )


@derived
def _charts(corpus: Corpus) -> dict[str, timeline_chart.Chart]:
    """The picture of each actor that has any date, all on the scale of the site."""
    scale = timeline_chart.site_scale(corpus)
    found = {
        actor.key: timeline_chart.of_actor(corpus, actor.key, scale) for actor in corpus.actors
    }
    return {key: chart for key, chart in found.items() if chart}


def pictures(corpus: Corpus) -> list[Picture]:
    """Each actor's part of the timeline as a file."""
    return [_picture(corpus, corpus.actor[key]) for key in _charts(corpus)]


def _picture(corpus: Corpus, actor: Actor) -> Picture:
    page = addresses.actor(actor.key)
    return timeline_file.picture(_charts(corpus)[actor.key], _name(actor), actor.name, page)


def _name(actor: Actor) -> str:
    """Of the picture's file."""
    return f"timeline-{actor.key}"


def title(actor: Actor) -> str:
    """Of its page; links to it are shorter. A topic may have the actor's name for its title."""
    return f"{actor.name} as an actor"


def _link(actor: Actor) -> Link:
    return Link(addresses.actor(actor.key), actor.name)


def _body(corpus: Corpus, actor: Actor) -> str:
    path = addresses.actor(actor.key)
    claims = corpus.claims_of_actor.get(actor.key, [])
    own = {claim.id for claim in claims}
    forecasts = [forecast for forecast in corpus.forecasts if forecast.claim in own]
    standing = Counter(item.verdict.verdict if item.verdict else "" for item in forecasts)
    developments = corpus.developments_of_actor.get(actor.key, [])
    return render(
        "actor_page.md.jinja",
        path,
        title=title(actor),
        corpus=corpus,
        actor=actor,
        by_brief=[
            (brief, actor.aims.get(brief.key)) for brief, _ in claims_by_brief(corpus, claims)
        ],
        speaking=[brief for brief, group in claims_by_brief(corpus, claims) if group],
        questions=_by_relation(corpus, claims),
        chart=timeline_picture.draw(
            _charts(corpus).get(actor.key),
            path,
            actor.name,
            _name(actor),
            timeline_pages.CHART_KEY,
        ),
        picture=_picture(corpus, actor) if actor.key in _charts(corpus) else None,
        entries=timeline_entries.of_events(corpus, corpus.events_of_actor.get(actor.key, [])),
        forecasts=forecasts,
        verdicts=[(name, standing[name]) for name in (*vocabulary.VERDICTS, "") if standing[name]],
        developments=developments,
        years=_first_and_last_year(developments),
        gaps=partial(publication_gap.gaps, corpus),
        before_all=partial(publication_gap.before_all, corpus),
        topics=_by_topic(corpus, claims),
    )


def _first_and_last_year(developments: Sequence[Development]) -> list[str]:
    """Of developments in the order of time; one year if they are of one."""
    years = sorted({dates.machine(item.edtf)[:4] for item in developments})
    return list(dict.fromkeys([*years[:1], *years[-1:]]))


def _by_relation(corpus: Corpus, claims: Iterable[Claim]) -> list[tuple[str, list[Question]]]:
    """The questions whose answers rest on some claims, by how the answers relate: those first that
    part."""
    asked = {item.id: item for claim in claims for item in corpus.questions_with.get(claim.id, ())}
    groups: dict[str, list[Question]] = {name: [] for name in RELATIONS}
    for key in sorted(asked, key=_places_of_questions(corpus).__getitem__):
        groups[asked[key].relation_or_silence].append(asked[key])
    return [(name, group) for name, group in groups.items() if group]


@derived
def _places_of_questions(corpus: Corpus) -> dict[str, int]:
    """Where each question stands in its file."""
    return {question.id: place for place, question in enumerate(corpus.questions)}


def _by_topic(
    corpus: Corpus, claims: Iterable[Claim]
) -> list[tuple[Topic, list[tuple[Brief, list[Claim]]]]]:
    """Claims under the first of their topics, in the order of the topics, each once, and there by
    brief."""
    groups: dict[str, list[Claim]] = {topic.key: [] for topic in corpus.topics}
    for claim in claims:
        groups[claim.topics[0]].append(claim)
    return [
        (
            corpus.topic[key],
            [(brief, own) for brief, own in claims_by_brief(corpus, group) if own],
        )
        for key, group in groups.items()
        if group
    ]
