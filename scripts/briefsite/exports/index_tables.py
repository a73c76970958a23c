"""What claims, questions and events refer to: topics, actors, terms;
and the ids that are gone."""

from briefsite.exports.table import ADDRESS, Table, addressed, model_columns, own_column, rows
from briefsite.model import addresses, data_paths, tombstones
from briefsite.model.corpus import Corpus
from briefsite.model.records import Actor, Aims, Term, Tombstone, Topic


def topics(corpus: Corpus) -> Table:
    """A row for each topic."""
    columns = (*model_columns(Topic, "key", "title", "about"), ADDRESS)
    records = [(item, addressed(addresses.topic(item.key))) for item in corpus.topics]
    return Table(
        "topics",
        "Topics",
        "What claims, questions and events are about.",
        data_paths.TOPICS,
        columns,
        rows(columns, records),
        ("key",),
    )


def actors(corpus: Corpus) -> Table:
    """A row for each actor."""
    columns = (*model_columns(Actor, "key", "name", "kind", "korean", "aliases", "of"), ADDRESS)
    records = [(item, addressed(addresses.actor(item.key))) for item in corpus.actors]
    return Table(
        "actors",
        "Actors",
        "Who acts in claims and events.",
        data_paths.ACTORS,
        columns,
        rows(columns, records),
        ("key",),
    )


def aims(corpus: Corpus) -> Table:
    """A row for each brief that says what an actor wants."""
    columns = (
        own_column("actor", "The key of the actor."),
        own_column("brief", "The key of the brief that says so."),
        *model_columns(Aims, "says", "claims"),
    )
    records = [
        (aims, {"actor": actor.key, "brief": key})
        for actor in corpus.actors
        for key, aims in actor.aims.items()
    ]
    return Table(
        "aims",
        "Aims of actors",
        "What each brief says of what an actor wants. A brief without a row for an actor says "
        "nothing of its aims.",
        data_paths.ACTORS,
        columns,
        rows(columns, records),
        ("actor", "brief"),
        {"actor": "actors.key", "brief": "briefs.key"},
    )


def glossary(corpus: Corpus) -> Table:
    """A row for each term."""
    columns = (
        *model_columns(
            Term, "key", "term", "expansion", "meaning", "whose", "coined_by", "forms", "claims"
        ),
        ADDRESS,
    )
    records = [(item, addressed(addresses.term(item.key))) for item in corpus.terms]
    return Table(
        "glossary",
        "Glossary",
        "Terms and abbreviations, and whose they are.",
        data_paths.GLOSSARY,
        columns,
        rows(columns, records),
        ("key",),
        {"coined_by": "briefs.key"},
    )


def retired(corpus: Corpus) -> Table:
    """A row for each record that is gone; its id is never given to another."""
    kinds = {
        "claim": [
            (stone, addresses.claim(corpus, stone.id))
            for brief in corpus.briefs
            for stone in brief.retired
        ],
        "question": [(stone, addresses.question(stone.id)) for stone in corpus.retired_questions],
        "event": [(stone, addresses.retired_event(stone.id)) for stone in corpus.retired_events],
        "development": [
            (stone, addresses.development(stone.id)) for stone in corpus.retired_developments
        ],
        "forecast": [(stone, addresses.forecast(stone.id)) for stone in corpus.retired_forecasts],
    }
    columns = (
        own_column("kind", "What it was.", enum=tuple(kinds)),
        *model_columns(Tombstone, "id", "retired", "said", "gone"),
        own_column("successors", "The ids of what took its place.", required=False),
        ADDRESS,
    )
    records = [
        (
            stone,
            {
                "kind": kind,
                "successors": " ".join(name for name, _ in tombstones.successors(corpus, stone)),
            }
            | addressed(target),
        )
        for kind, stones in kinds.items()
        for stone, target in stones
    ]
    return Table(
        "retired",
        "Retired",
        "Records that are gone. Their ids are never given to others, and their addresses "
        "still lead to the reason.",
        data_paths.DATA,
        columns,
        rows(columns, records),
        ("kind", "id"),
    )
