"""Topics, actors, terms, and the ids that are gone."""

from briefsite.exports.table import ADDRESS, Table, of, own, rows
from briefsite.model import addresses
from briefsite.model.records import Actor, Term, Tombstone, Topic


def topics(corpus) -> Table:
    """A row for each topic."""
    columns = (*of(Topic, "key", "title", "about"), ADDRESS)
    return Table(
        "topics",
        "Topics",
        "What claims, questions and events are about.",
        "data/topics.yml",
        columns,
        rows(
            columns,
            [
                (item, {"address": addresses.web(addresses.topic(item.key))})
                for item in corpus.topics
            ],
        ),
        ("key",),
    )


def actors(corpus) -> Table:
    """A row for each actor."""
    columns = (*of(Actor, "key", "name", "kind", "korean", "aliases"), ADDRESS)
    return Table(
        "actors",
        "Actors",
        "Who acts in claims and events.",
        "data/actors.yml",
        columns,
        rows(
            columns,
            [
                (item, {"address": addresses.web(addresses.actor(item.key))})
                for item in corpus.actors
            ],
        ),
        ("key",),
    )


def glossary(corpus) -> Table:
    """A row for each term."""
    columns = (
        *of(Term, "key", "term", "expansion", "meaning", "whose", "coined_by", "forms", "claims"),
        ADDRESS,
    )
    return Table(
        "glossary",
        "Glossary",
        "Terms and abbreviations, and whose they are.",
        "data/glossary.yml",
        columns,
        rows(
            columns,
            [(item, {"address": addresses.web(addresses.term(item.key))}) for item in corpus.terms],
        ),
        ("key",),
        (("coined_by", "briefs.key"),),
    )


def retired(corpus) -> Table:
    """A row for each record that is gone; its id is never given to another."""
    columns = (
        own(
            "kind",
            "What it was.",
            required=True,
            enum=("claim", "event", "development", "forecast"),
        ),
        *of(Tombstone, "id", "retired"),
        ADDRESS,
    )
    records = [
        (stone, {"kind": "claim", "address": addresses.web(addresses.claim(corpus, stone.id))})
        for brief in corpus.briefs
        for stone in brief.retired
    ]
    records += [
        (stone, {"kind": "event", "address": addresses.web(addresses.retired_event(stone.id))})
        for stone in corpus.retired_events
    ]
    records += [
        (stone, {"kind": "development", "address": addresses.web(addresses.development(stone.id))})
        for stone in corpus.retired_developments
    ]
    records += [
        (stone, {"kind": "forecast", "address": addresses.web(addresses.forecast(stone.id))})
        for stone in corpus.retired_forecasts
    ]
    return Table(
        "retired",
        "Retired",
        "Records that are gone. Their ids are never given to others, and their addresses still lead to the reason.",
        "data",
        columns,
        rows(columns, records),
        ("kind", "id"),
    )
