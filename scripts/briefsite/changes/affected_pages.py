"""The pages that show or use a record, by its kind: what a reviewer of a change has to look at.

Pages that only count records (the home page, indexes, the data page) are left out.
"""

from briefsite.model import addresses
from briefsite.model.addresses import (
    ACTORS,
    BIBLIOGRAPHY,
    BRIEFS,
    COMPARE,
    EXPECTED,
    FORECASTS,
    GLOSSARY,
    SINCE,
    TIMELINE,
)
from briefsite.model.corpus import Corpus

FILTERED = (TIMELINE, SINCE)
"""Pages that can be filtered by topic, actor and brief."""


def pages(corpus: Corpus, record) -> set[str]:
    """Addresses of pages below the site's root, for a record that the corpus holds."""
    made = KINDS.get(record.kind)
    return {addresses.web(page_of(target)) for target in made(corpus, record.id)} if made else set()


def page_of(address: str) -> str:
    return address.partition("#")[0]


def _claim(corpus: Corpus, name: str):
    claim = corpus.claim[name]
    yield addresses.claim(corpus, name)
    yield from (page.path.removeprefix("docs/") for page in corpus.pages_with.get(name, ()))
    yield from (addresses.actor(key) for key in claim.actors)
    for question in corpus.questions_with.get(name, ()):
        yield from _table(corpus, question.id)
    yield from ((addresses.event(event)) for event in corpus.events_with.get(name, ()))
    yield from ((addresses.claim(corpus, other.id)) for other in corpus.restated_by.get(name, ()))
    if claim.cites:
        yield BIBLIOGRAPHY
    yield from (
        page
        for forecast in corpus.forecasts_with.get(name, ())
        for page in _ledger(corpus, forecast.claim)
    )
    if any(entry.claim == name for entry in corpus.left_out):
        yield FORECASTS
    if any(name in term.claims for term in corpus.terms):
        yield GLOSSARY


def _table(corpus: Corpus, name: str):
    """The pages that have the row of a question."""
    yield COMPARE
    yield from (
        addresses.topic(question.topic)
        for question in corpus.questions
        if question.id == name.partition(" ")[0]
    )


def _question(corpus: Corpus, name: str):
    yield from _table(corpus, name)
    yield from (
        addresses.brief(key)
        for question in corpus.questions
        if question.id == name.partition(" ")[0]
        for key in question.answers
    )


def _event(corpus: Corpus, name: str):
    for event in corpus.events:
        if event.id == name.partition(" ")[0]:
            yield TIMELINE
            yield addresses.event(event)
            yield from (addresses.actor(key) for key in event.actors)
            yield from (addresses.topic(key) for key in event.topics)
            yield from (addresses.brief(mention.brief) for mention in event.mentions)
            if event.sourced:
                yield BIBLIOGRAPHY
            if event.id in corpus.following:
                yield SINCE


def _ledger(corpus: Corpus, name: str):
    yield FORECASTS
    if name in corpus.brief_of:
        yield addresses.ledger(corpus.brief_of[name].key)


def _forecast(corpus: Corpus, name: str):
    """The ledger, and where the forecast stands with what happened since."""
    yield from _ledger(corpus, name)
    if name in corpus.claim:
        yield addresses.claim(corpus, name)
        yield from (addresses.topic(key) for key in corpus.claim[name].topics)
        yield from (addresses.actor(key) for key in corpus.claim[name].actors)
    if name in corpus.bearing_on:
        yield from (TIMELINE, SINCE)


def _development(corpus: Corpus, name: str):
    for item in corpus.developments:
        if item.id == name or name.startswith(f"{item.id} "):
            yield from (TIMELINE, SINCE, BIBLIOGRAPHY)
            yield from (addresses.topic(key) for key in item.topics)
            yield from (addresses.actor(key) for key in item.actors)
            yield from (
                page for bearing in item.bearings for page in _ledger(corpus, bearing.forecast)
            )
            yield from (
                (addresses.event(event)) for event in corpus.events if event.id in item.follows
            )


def _topic(corpus: Corpus, name: str):
    """Its page, what lists or filters by topics, and the pages whose claims have it."""
    yield from (addresses.topic(name), COMPARE, *FILTERED)
    yield from (
        page.path.removeprefix("docs/")
        for page in corpus.pages
        if any(use.name == "topics" for use in page.markers)
    )
    for claim in corpus.claims_of_topic.get(name, ()):
        yield addresses.claim(corpus, claim.id)
        yield from (addresses.actor(key) for key in claim.actors)
    yield from (
        (addresses.claim(corpus, use.name))
        for page in corpus.pages
        if page.topic == name
        for use in page.claims
        if use.name in corpus.claim
    )


def _brief(corpus: Corpus, name: str):
    """Tables, actors' pages and those of the other briefs name a brief, silent or not."""
    yield from (addresses.actor(actor.key) for actor in corpus.actors)
    yield from (addresses.brief(brief.key) for brief in corpus.briefs)
    yield from (addresses.topic(topic.key) for topic in corpus.topics)
    yield from (BRIEFS, COMPARE, BIBLIOGRAPHY, EXPECTED, *FILTERED)
    yield from (
        page.path.removeprefix("docs/")
        for page in corpus.pages
        if any(use.name in ("briefs", "coverage") for use in page.markers)
    )
    for claim in corpus.brief[name].claims:
        yield from _claim(corpus, claim.id)


def _work(corpus: Corpus, name: str):
    yield BIBLIOGRAPHY
    yield from (page.path.removeprefix("docs/") for page in corpus.pages_citing.get(name, ()))
    yield from ((addresses.claim(corpus, claim.id)) for claim in corpus.claims_citing.get(name, ()))
    yield from ((addresses.event(event)) for event in corpus.events_sourced_by.get(name, ()))
    for item in corpus.developments_citing.get(name, ()):
        yield from _development(corpus, item.id)
    if name in corpus.brief:
        yield from (addresses.brief(name), BRIEFS)


KINDS = {
    "claim": _claim,
    "question": _question,
    "answer": _question,
    "relation": _table,
    "event": _event,
    "mention": _event,
    "forecast": _forecast,
    "left out": lambda corpus, name: (FORECASTS,),
    "development": _development,
    "witness": _development,
    "bearing": _development,
    "topic": _topic,
    "brief": _brief,
    "work": _work,
    "actor": lambda corpus, name: (addresses.actor(name), ACTORS, *FILTERED),
    "term": lambda corpus, name: (GLOSSARY,),
    "unsourced": lambda corpus, name: (SINCE,),
    "edition": lambda corpus, name: ("e/", "about/changes/"),
}
