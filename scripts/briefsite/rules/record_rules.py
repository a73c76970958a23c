"""Events, forecasts and developments against the claims, works and texts that they rest on."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from briefsite.model import dates
from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Development
from briefsite.model.problems import Problem
from briefsite.rules import said_otherwise, turned
from briefsite.rules.facets import Facets, all_known, claims_facets, facets

MEND = "say it as they have it; if both mean the same: reworded: {%s: why}"
ZONES = timedelta(days=1)
"""A report may be dated a day before what it reports, across time zones."""
FIRST_REPORT = timedelta(days=10)
"""So long after it ended at least one of the works on a development is dated. The longest gap was
ten days when this was written."""
AHEAD = timedelta(days=14)
"""An announcement may come so long before what it announces."""


def titles_of_events_add_nothing(corpus: Corpus) -> Iterator[Problem]:
    """The title of an event names no actor, number, hedge, denial or direction that the claims that
    mention it, and their sentences, do not have."""
    for event in corpus.events:
        names = [name for mention in event.mentions for name in mention.claims]
        if not all_known(corpus, names):
            continue
        found = said_otherwise.added(
            facets(corpus, event.title), claims_facets(corpus, names), "its claims"
        )
        for item in turned.without(found, event.reworded):
            message = f"{event.id}: {item.message}"
            yield event.at.problem(message, MEND % item.word, "title")


def events_list_their_actors(corpus: Corpus) -> Iterator[Problem]:
    """The actors of an event are named by its title, its claims, or listed by these; those whom its
    title names are listed."""
    for event in corpus.events:
        claims = [name for mention in event.mentions for name in mention.claims]
        named = set(facets(corpus, event.title).of("actor"))
        there = named | set(claims_facets(corpus, claims).of("actor"))
        there |= {a for name in claims if name in corpus.claim for a in corpus.claim[name].actors}
        for actor in event.actors if all_known(corpus, claims) else ():
            if actor in corpus.actor and actor not in _related(corpus, there):
                message = f"{event.id}: '{actor}' is listed, and none of its claims names it"
                yield event.at.problem(message, "take it out of 'actors'", "actors")
        for actor in sorted(named - set(_related(corpus, event.actors))):
            message = f"{event.id}: its title names '{actor}', which is not among its actors"
            yield event.at.problem(message, f"add {actor} to 'actors'", "title")


def _related(corpus: Corpus, actors: Iterable[str]) -> set[str]:
    """Actors, the states they act for, and those who act for them."""
    own = set(actors)
    states = {corpus.actor[name].of or "" for name in own if name in corpus.actor}
    return own | states | {actor.key for actor in corpus.actors if actor.of in own}


def titles_of_forecasts_add_nothing(corpus: Corpus) -> Iterator[Problem]:
    """The title and the condition of a forecast say nothing of an actor, number, hedge, denial or
    direction that its claims and their sentences do not have; its criteria name no other actor."""
    for forecast in corpus.forecasts:
        if not all_known(corpus, claims := (forecast.claim, *forecast.also)):
            continue
        base = claims_facets(corpus, claims)
        related = _related(corpus, base.of("actor"))
        for name in ("title", "condition", "confirms", "refutes"):
            own = facets(corpus, getattr(forecast, name))
            for item in turned.without(
                said_otherwise.added(own, base, "its claims"), forecast.reworded
            ):
                actor = item.kind == "actor"
                if actor and _only(own, item.word, related):
                    continue
                if actor or name in ("title", "condition"):
                    message = f"{forecast.claim}: {name}: {item.message}"
                    yield forecast.at.problem(message, MEND % item.word, name)


def _only(own: Facets, word: str, related: set[str]) -> bool:
    return any(key in related for key, named in own.of("actor").items() if named == word)


def developments_agree_with_themselves(corpus: Corpus) -> Iterator[Problem]:
    """The title of a development says nothing of a number, hedge, denial or direction that its
    `says` does not have; each of its actors is named by it, by the works behind it or by what it
    bears on; those whom its title names are listed, and persons who do something in it."""
    for item in corpus.developments:
        title, says = facets(corpus, item.title), facets(corpus, item.says)
        for found in turned.without(said_otherwise.added(title, says, "its text"), item.reworded):
            if found.kind != "actor":
                message = f"{item.id}: title: {found.message}"
                yield item.at.problem(message, MEND % found.word, "title")
        there = _related(corpus, (title | says | _around(corpus, item)).of("actor"))
        for actor in item.actors:
            known = corpus.actor.get(actor)
            if known and known.kind != "group" and actor not in there:
                message = f"{item.id}: '{actor}' is listed, and nothing there names it"
                yield item.at.problem(message, "take it out of 'actors'", "actors")
        for act in sorted(says.said.acts):
            person = act.actor in corpus.actor and corpus.actor[act.actor].kind == "person"
            if act.side == "before" and person and act.actor not in item.actors:
                message = f"{item.id}: '{act.name}' acts in it, and is not among its actors"
                yield item.at.problem(message, f"add {act.actor} to 'actors'", "says")
        for actor, word in title.of("actor").items():
            if not _only(title, word, _related(corpus, item.actors)):
                message = f"{item.id}: its title names '{word}', which is not among its actors"
                yield item.at.problem(message, f"add {actor} to 'actors'", "title")


def _around(corpus: Corpus, item: Development) -> Facets:
    works = (corpus.works[key].full_title for key in item.works if key in corpus.works)
    bearings = (bearing.reason for bearing in item.bearings)
    return facets(corpus, item.note, item.single_source, *works, *bearings)


def reports_follow_what_they_report(corpus: Corpus) -> Iterator[Problem]:
    """The first work on a development is dated from two weeks before it began to ten days after it
    ended, and none earlier; no work that dates an event is older than the event."""
    for item in corpus.developments:
        begins, ends = _span(item.edtf)
        spans = [(key, _span(corpus.works[key].date)) for key in item.works if _dated(corpus, key)]
        for key, (_, last) in spans:
            if last < begins - AHEAD:
                message = f"{item.id}: {key} is dated {corpus.works[key].date}, long before it"
                yield item.at.problem(message, "correct the date here or there", "edtf")
        if spans and not any(
            last >= begins - AHEAD and first <= ends + FIRST_REPORT for _, (first, last) in spans
        ):
            yield item.at.problem(
                f"{item.id}: none of its works is dated within ten days of {item.edtf}",
                "correct the date, or add the report of the day",
                "edtf",
            )
    for event in corpus.events:
        if not event.sourced:
            continue
        begins, ends = _span(event.sourced.edtf)
        for key in event.sourced.works:
            if _dated(corpus, key) and _span(corpus.works[key].date)[1] < begins - ZONES:
                message = f"{event.id}: {key} is dated {corpus.works[key].date}, before the event"
                yield event.sourced.at.problem(message, "correct the date here or there", "edtf")
        for mention in event.mentions:
            if mention.edtf:
                first, last = _span(mention.edtf)
                if last < begins or first > ends:
                    message = f"{event.id}: the brief dates it {mention.edtf}, the sources "
                    message += event.sourced.edtf
                    hint = "correct one of them; two occasions are two events"
                    yield mention.at.problem(message, hint, "edtf")


def _dated(corpus: Corpus, key: str) -> bool:
    if key not in corpus.works or not (date := corpus.works[key].date):
        return False
    try:
        dates.parse(date)
    except ValueError:
        return False
    return True


def _span(edtf: str):
    parsed = dates.parse(edtf)
    return parsed.earliest, parsed.latest


RULES = (
    titles_of_events_add_nothing,
    events_list_their_actors,
    titles_of_forecasts_add_nothing,
    developments_agree_with_themselves,
    reports_follow_what_they_report,
)
