"""Whatever a record names exists."""

from briefsite.model.corpus import Corpus
from briefsite.rules.id_suggestions import meant
from briefsite.rules.wording import phrase


def _unknown(corpus: Corpus, record, kind: str, names, known, key: str):
    prefixes = {brief.prefix for brief in corpus.briefs} if kind in ("claim", "forecast") else ()
    for name in names:
        if prefixes and name.rstrip("0123456789") not in prefixes:
            continue  # told once, by prefixes_belong_to_a_brief
        if name in corpus.retired and name not in known:
            yield record.at.problem(
                f"the {kind} '{name}' is retired: {corpus.retired[name].retired}", key=key
            )
        elif name not in known and name not in corpus.malformed:
            yield record.at.problem(f"unknown {kind} '{name}'", meant(corpus, kind, name), key)


def topics_are_known(corpus: Corpus):
    """A topic named by a claim, question, event or development stands in data/topics.yml."""
    for record in (*corpus.claim.values(), *corpus.events, *corpus.developments):
        yield from _unknown(corpus, record, "topic", record.topics, corpus.topic, "topics")
    for question in corpus.questions:
        yield from _unknown(corpus, question, "topic", [question.topic], corpus.topic, "topic")


def actors_are_known(corpus: Corpus):
    """An actor named by a claim, event or development stands in data/actors.yml."""
    for record in (*corpus.claim.values(), *corpus.events, *corpus.developments):
        yield from _unknown(corpus, record, "actor", record.actors, corpus.actor, "actors")


def claims_are_known(corpus: Corpus):
    """A claim named by an answer, event, term, forecast or another claim stands in its brief's file."""
    for claim in corpus.claim.values():
        yield from _unknown(corpus, claim, "claim", claim.restates, corpus.claim, "restates")
    for question in corpus.questions:
        for answer in question.answers.values():
            yield from _unknown(corpus, answer, "claim", answer.claims, corpus.claim, "claims")
    for event in corpus.events:
        for mention in event.mentions:
            yield from _unknown(corpus, mention, "claim", mention.claims, corpus.claim, "claims")
    for term in corpus.terms:
        yield from _unknown(corpus, term, "claim", term.claims, corpus.claim, "claims")
    for entry in (*corpus.forecasts, *corpus.left_out):
        yield from _unknown(corpus, entry, "claim", [entry.claim], corpus.claim, "claim")
    for forecast in corpus.forecasts:
        yield from _unknown(corpus, forecast, "claim", forecast.also, corpus.claim, "also")


def works_are_known(corpus: Corpus):
    """A work cited by a claim, event or development, and every brief, stands in bibliography.bib."""
    for claim in corpus.claim.values():
        yield from _unknown(corpus, claim, "work", claim.cites, corpus.works, "cites")
    for event in corpus.events:
        if event.sourced:
            yield from _unknown(
                corpus, event.sourced, "work", event.sourced.works, corpus.works, "works"
            )
    for development in corpus.developments:
        for witness in development.witnesses:
            yield from _unknown(corpus, witness, "work", witness.works, corpus.works, "works")
    for brief in corpus.briefs:
        yield from _unknown(corpus, brief, "work", [brief.key], corpus.works, "key")
        if brief.original:
            yield from _unknown(corpus, brief, "work", [brief.original], corpus.works, "original")


def briefs_are_known(corpus: Corpus):
    """A brief named by an answer, a relation, an event or a term has a file in data/briefs."""
    for question in corpus.questions:
        yield from _unknown(corpus, question, "brief", question.answers, corpus.brief, "answers")
        for relation in question.relations:
            yield from _unknown(
                corpus, relation, "brief", relation.between, corpus.brief, "between"
            )
    for event in corpus.events:
        for mention in event.mentions:
            yield from _unknown(corpus, mention, "brief", [mention.brief], corpus.brief, "brief")
    for term in corpus.terms:
        if term.coined_by:
            yield from _unknown(corpus, term, "brief", [term.coined_by], corpus.brief, "coined_by")


def forecasts_and_events_of_developments_are_known(corpus: Corpus):
    """A development bears on forecasts of data/forecasts.yml, and follows up events of data/events.yml."""
    events = {event.id for event in corpus.events}
    for development in corpus.developments:
        yield from _unknown(corpus, development, "event", development.follows, events, "follows")
        for bearing in development.bearings:
            yield from _unknown(
                corpus, bearing, "forecast", [bearing.forecast], corpus.forecast, "forecast"
            )


def aliases_belong_to_one_actor(corpus: Corpus):
    """A name or alias belongs to one actor, and stands with it once."""
    owner = {}
    for actor in corpus.actors:
        for name in (actor.name, *actor.aliases):
            if phrase(name) in owner and phrase(name):
                other = owner[phrase(name)]
                yield actor.at.problem(
                    f"{actor.key}: '{name}' stands twice"
                    if other is actor
                    else f"{actor.key}: '{name}' is a name of {other.key} already",
                    "a name belongs to one actor",
                    "aliases" if actor.aliases else "name",
                )
            owner.setdefault(phrase(name), actor)


RULES = (
    aliases_belong_to_one_actor,
    topics_are_known,
    actors_are_known,
    claims_are_known,
    works_are_known,
    briefs_are_known,
    forecasts_and_events_of_developments_are_known,
)
