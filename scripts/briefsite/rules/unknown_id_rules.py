"""Whatever a record names exists."""

from collections.abc import Iterable, Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.normalized_text import phrase
from briefsite.model.problems import Problem
from briefsite.model.records import Actor, Record
from briefsite.model.references import references
from briefsite.rules.id_suggestions import id_hint, records_by_kind


def topics_are_known(corpus: Corpus) -> Iterator[Problem]:
    """A topic named by a claim, question, event or development stands in data/topics.yml."""
    yield from _unknown(corpus, "topic")


def actors_are_known(corpus: Corpus) -> Iterator[Problem]:
    """An actor named by a claim, event or development stands in data/actors.yml."""
    yield from _unknown(corpus, "actor")


def claims_are_known(corpus: Corpus) -> Iterator[Problem]:
    """A claim named by an answer, an aim, event, term, forecast or another claim stands in its
    brief's file."""
    yield from _unknown(corpus, "claim")


def works_are_known(corpus: Corpus) -> Iterator[Problem]:
    """A work cited by a claim, event or development, and every brief, stands in
    bibliography.bib."""
    yield from _unknown(corpus, "work")
    for brief in corpus.briefs:
        yield from _unknown_ids(corpus, brief, "key", "work", [brief.key])


def briefs_are_known(corpus: Corpus) -> Iterator[Problem]:
    """A brief named by an answer, an aim, a side, a coding, an event or a term has a file in
    data/briefs."""
    yield from _unknown(corpus, "brief")


def forecasts_and_events_of_developments_are_known(corpus: Corpus) -> Iterator[Problem]:
    """A development bears on forecasts of data/forecasts.yml, and follows up events of
    data/events.yml."""
    yield from _unknown(corpus, "event")
    yield from _unknown(corpus, "forecast")


def _unknown(corpus: Corpus, kind: str) -> Iterator[Problem]:
    for reference in references(corpus):
        if reference.kind == kind:
            yield from _unknown_ids(corpus, *reference)


def _unknown_ids(
    corpus: Corpus, record: Record, field: str, kind: str, ids: Iterable[str]
) -> Iterator[Problem]:
    known = records_by_kind(corpus)[kind]
    for name in ids:
        if name in known:
            continue
        if kind in ("claim", "forecast") and not any(
            name.rstrip("0123456789") == brief.prefix for brief in corpus.briefs
        ):
            continue  # prefixes_belong_to_a_brief reports it, once for all
        if name in corpus.retired:
            message = f"the {kind} '{name}' is retired: {corpus.retired[name].retired}"
            yield record.at.problem(message, key=field)
        elif name not in corpus.malformed:
            hint = id_hint(corpus, kind, name)
            yield record.at.problem(f"unknown {kind} '{name}'", hint, field)


def aliases_belong_to_one_actor(corpus: Corpus) -> Iterator[Problem]:
    """A name or alias belongs to one actor, and stands with it once."""
    owners: dict[str, Actor] = {}
    for actor in corpus.actors:
        for name in filter(phrase, (actor.name, *actor.aliases)):
            if owner := owners.get(phrase(name)):
                yield actor.at.problem(
                    f"{actor.key}: '{name}' is listed twice"
                    if owner is actor
                    else f"{actor.key}: '{name}' is a name of {owner.key} already",
                    "a name belongs to one actor",
                    "aliases" if actor.aliases else "name",
                )
            owners.setdefault(phrase(name), actor)


RULES = (
    aliases_belong_to_one_actor,
    topics_are_known,
    actors_are_known,
    claims_are_known,
    works_are_known,
    briefs_are_known,
    forecasts_and_events_of_developments_are_known,
)
