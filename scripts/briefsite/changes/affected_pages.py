"""The pages that show or use a record, by its kind: what a reviewer of a change has to look at.

Pages that only count records (the home page, indexes, the data page) are left out.
"""

from collections.abc import Callable, Iterable

from briefsite.changes.flat_records import FlatRecord
from briefsite.model import addresses
from briefsite.model.addresses import (
    ACTORS,
    BIBLIOGRAPHY,
    BRIEFS,
    COMPARE,
    EDITIONS,
    EXPECTED,
    FORECASTS,
    GLOSSARY,
    SINCE,
    TIMELINE,
)
from briefsite.model.corpus import Corpus
from briefsite.model.events import Event
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.records import Claim

FILTERED = {TIMELINE, SINCE}
"""Pages that can be filtered by topic, actor and brief."""


def pages(corpus: Corpus, record: FlatRecord) -> set[str]:
    """Addresses of pages below the site's root, for a record that the corpus holds."""
    pages_of = PAGES_OF_KIND.get(record.kind)
    targets = pages_of(corpus, record.id.partition(" ")[0]) if pages_of else ()
    return {addresses.web(target.partition("#")[0]) for target in targets}


def _handwritten(pages: Iterable[HandwrittenPage]) -> set[str]:
    return {page.path.removeprefix("docs/") for page in pages}


def _with_marker(corpus: Corpus, *names: str) -> set[str]:
    """Hand-written pages that take in one of these parts."""
    return _handwritten(
        page for page in corpus.pages if any(marker.name in names for marker in page.markers)
    )


def _topics(keys: Iterable[str]) -> set[str]:
    return set(map(addresses.topic, keys))


def _actors(keys: Iterable[str]) -> set[str]:
    return set(map(addresses.actor, keys))


def _claims(corpus: Corpus, claims: Iterable[Claim]) -> set[str]:
    return {addresses.claim(corpus, claim.id) for claim in claims}


def _claim(corpus: Corpus, name: str) -> set[str]:
    claim = corpus.claim[name]
    targets = {addresses.claim(corpus, name)}
    targets |= _handwritten(corpus.pages_with.get(name, ())) | _actors(claim.actors)
    for event in corpus.events_with.get(name, ()):
        targets |= _on_timelines(corpus, event)
    targets |= _claims(corpus, corpus.restated_by.get(name, ()))
    for question in corpus.questions_with.get(name, ()):
        targets |= _table(corpus, question.id)
    for forecast in corpus.forecasts_with.get(name, ()):
        targets |= _ledger(corpus, forecast.claim)
    targets |= {BIBLIOGRAPHY} if claim.cites else set()
    targets |= {FORECASTS} if any(entry.claim == name for entry in corpus.left_out) else set()
    return targets | ({GLOSSARY} if any(name in term.claims for term in corpus.terms) else set())


def _table(corpus: Corpus, name: str) -> set[str]:
    """The pages that have the row of a question, or tell how it was coded."""
    found = [question for question in corpus.questions if question.id == name]
    entries = (addresses.question_entry(corpus, question) for question in found)
    topics = (question.topic for question in found)
    return {COMPARE, *entries, *_topics(topics)} | _with_marker(corpus, "codings")


def _question(corpus: Corpus, name: str) -> set[str]:
    questions = (question for question in corpus.questions if question.id == name)
    answers = {key: answer for item in questions for key, answer in item.answers.items()}
    claims = [corpus.claim[claim] for answer in answers.values() for claim in answer.claims]
    actors = _actors(actor for claim in claims for actor in claim.actors)
    found = _table(corpus, name) | set(map(addresses.brief, answers)) | actors
    return found | _with_marker(corpus, "map", "summary")


def _on_timelines(corpus: Corpus, event: Event) -> set[str]:
    return {addresses.event(event), addresses.event_entry(corpus, event)}


def _event(corpus: Corpus, name: str) -> set[str]:
    event = corpus.event[name]
    return {
        TIMELINE,
        *_on_timelines(corpus, event),
        *_actors(event.actors),
        *_topics(event.topics),
        *(addresses.brief(mention.brief) for mention in event.mentions),
        *([BIBLIOGRAPHY] if event.sourced else []),
        *([SINCE] if name in corpus.following else []),
    }


def _ledger(corpus: Corpus, name: str) -> set[str]:
    brief = corpus.brief_of.get(name)
    return {FORECASTS, addresses.ledger(brief.key)} if brief else {FORECASTS}


def _forecast(corpus: Corpus, name: str) -> set[str]:
    """The ledger, and where the forecast stands with what happened since."""
    targets = _ledger(corpus, name)
    if claim := corpus.claim.get(name):
        targets |= _claims(corpus, [claim]) | _topics(claim.topics) | _actors(claim.actors)
    developments = [development for development, _ in corpus.bearing_on.get(name, ())]
    targets |= _actors(actor for item in developments for actor in item.actors)
    targets |= _with_marker(corpus, "summary")
    return targets | (FILTERED if developments else set())


def _development(corpus: Corpus, name: str) -> set[str]:
    targets: set[str] = set()
    for item in corpus.developments:
        if item.id == name:
            targets |= {TIMELINE, SINCE, BIBLIOGRAPHY, *_topics(item.topics), *_actors(item.actors)}
            targets.add(addresses.development_entry(corpus, item))
            for followed in item.follows:
                targets |= _on_timelines(corpus, corpus.event[followed])
            for bearing in item.bearings:
                targets |= _ledger(corpus, bearing.forecast)
    return targets


def _topic(corpus: Corpus, name: str) -> set[str]:
    """Its page, what lists or filters by topics, and the pages whose claims have it."""
    claims = corpus.claims_of_topic.get(name, ())
    linked = {use.name for page in corpus.pages if page.topic == name for use in page.claims}
    return {
        addresses.topic(name),
        COMPARE,
        *FILTERED,
        *_with_marker(corpus, "topics", "map", "summary"),
        *_claims(corpus, claims),
        *_claims(corpus, (corpus.claim[key] for key in linked if key in corpus.claim)),
        *_actors(key for claim in claims for key in claim.actors),
    }


def _brief(corpus: Corpus, name: str) -> set[str]:
    """Tables, actors' pages and those of the other briefs name a brief, silent or not."""
    targets = {BRIEFS, COMPARE, BIBLIOGRAPHY, EXPECTED, *FILTERED}
    targets |= (
        _actors(corpus.actor) | _topics(corpus.topic) | set(map(addresses.brief, corpus.brief))
    )
    targets |= _with_marker(corpus, "briefs", "coverage", "map", "summary")
    return targets.union(*(_claim(corpus, claim.id) for claim in corpus.brief[name].claims))


def _work(corpus: Corpus, name: str) -> set[str]:
    targets = {BIBLIOGRAPHY, *_handwritten(corpus.pages_citing.get(name, ()))}
    targets |= _claims(corpus, corpus.claims_citing.get(name, ()))
    for event in corpus.events_sourced_by.get(name, ()):
        targets |= _on_timelines(corpus, event)
    for item in corpus.developments_citing.get(name, ()):
        targets |= _development(corpus, item.id)
    if name in corpus.brief:
        targets |= {addresses.brief(name), BRIEFS, *_with_marker(corpus, "briefs", "summary")}
    return targets


PAGES_OF_KIND: dict[str, Callable[[Corpus, str], set[str]]] = {
    "claim": _claim,
    "question": _question,
    "answer": _question,
    "coding": lambda corpus, name: _with_marker(corpus, "codings"),
    "judging": lambda corpus, name: _with_marker(corpus, "judgings"),
    "event": _event,
    "mention": _event,
    "forecast": _forecast,
    "left out": lambda corpus, name: {FORECASTS},
    "development": _development,
    "witness": _development,
    "bearing": _development,
    "topic": _topic,
    "brief": _brief,
    "work": _work,
    "actor": lambda corpus, name: {addresses.actor(name), ACTORS, *FILTERED},
    "aims": lambda corpus, name: {addresses.actor(name)},
    "term": lambda corpus, name: {GLOSSARY},
    "unsourced": lambda corpus, name: {SINCE},
    "edition": lambda corpus, name: {EDITIONS, "about/changes.md"},
}
"""The pages of a record, by its kind; a part of a record, such as an answer, has those of the
whole."""
