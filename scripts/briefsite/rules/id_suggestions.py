"""What a contributor meant who named something that does not exist: the nearest right answer."""

import re
from dataclasses import replace

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem, nearest
from briefsite.rules.wording import phrase

OF_FIELD = {
    "topic": "topic",
    "topics": "topic",
    "actors": "actor",
    "claim": "claim",
    "claims": "claim",
    "restates": "claim",
    "also": "claim",
    "cites": "work",
    "works": "work",
    "original": "work",
    "brief": "brief",
    "between": "brief",
    "coined_by": "brief",
    "follows": "event",
    "forecast": "forecast",
}
"""What the fields of records name."""
AN = {"actor": "an actor", "event": "an event"}


def known(corpus: Corpus) -> dict[str, dict]:
    """Everything that has an id or key, by kind and id."""
    return {
        "claim": corpus.claim,
        "topic": corpus.topic,
        "actor": corpus.actor,
        "brief": corpus.brief,
        "event": {event.id: event for event in corpus.events},
        "development": {item.id: item for item in corpus.developments},
        "forecast": corpus.forecast,
        "question": {question.id: question for question in corpus.questions},
        "work": corpus.works,
        "term": {term.key: term for term in corpus.terms},
    }


def meant(corpus: Corpus, kind: str, word: str) -> str:
    """A hint for `word`, which stands where the id of a `kind` belongs and is none; "" without an idea."""
    things = known(corpus)
    return (
        _respelt(word, things[kind])
        or _named(corpus, kind, word)
        or _of_another_kind(things, kind, word)
        or (
            _claim(corpus, word)
            if kind in ("claim", "forecast")
            else _work(corpus, word)
            if kind == "work"
            else ""
        )
        or nearest(word, things[kind])
    )


def _respelt(word: str, these) -> str:
    """The same letters, written as ids are: Chun 2024 is chun-2024, e30 is E30."""
    plain = {re.sub(r"[\W_]+", "", name).casefold(): name for name in these}
    name = plain.get(re.sub(r"[\W_]+", "", word).casefold())
    return f"did you mean '{name}'?" if name else ""


def _named(corpus: Corpus, kind: str, word: str) -> str:
    """A name or title in the place of its key: Moscow is russia."""
    names = {
        "actor": [(actor.key, (actor.name, *actor.aliases)) for actor in corpus.actors],
        "topic": [(topic.key, (topic.title,)) for topic in corpus.topics],
        "brief": [
            (brief.key, (brief.name, *(author.name for author in brief.authors)))
            for brief in corpus.briefs
        ],
        "event": [(event.id, (event.title,)) for event in corpus.events],
    }.get(kind, ())
    found = [key for key, every in names if phrase(word) and phrase(word) in map(phrase, every)]
    return f"its key is '{found[0]}'" if found else ""


def _of_another_kind(things, kind: str, word: str) -> str:
    """An id of something else: an event where a claim belongs."""
    for other, these in things.items():
        if (
            word in these and other != kind and (kind, other) != ("claim", "forecast")
        ):  # which a claim's id names
            that = f"'{word}' is {AN.get(other, f'a {other}')}"
            if kind == "claim" and (claims := _claims_of(these[word])):
                return f"{that}; the claims behind it: {', '.join(claims)}"
            return f"{that}, {AN.get(kind, f'a {kind}')} belongs here"
    return ""


def _claims_of(record) -> list[str]:
    """The claims behind an event or a question."""
    holders = [record, *getattr(record, "mentions", ()), *getattr(record, "answers", {}).values()]
    return list(
        dict.fromkeys(claim for holder in holders for claim in getattr(holder, "claims", ()))
    )


def _claim(corpus: Corpus, word: str) -> str:
    """A claim's number without its prefix: 31 is E31 or H31."""
    if not word.isascii() or not word.isdigit():
        return ""
    found = [
        f"'{brief.prefix}{word}'"
        for brief in corpus.briefs
        if f"{brief.prefix}{word}" in corpus.claim
    ]
    return f"did you mean {' or '.join(found)}?" if found else ""


def _work(corpus: Corpus, word: str) -> str:
    """A key whose author is known and whose year is another: chun-2023 is chun-2024."""
    author = re.sub(r"[\W_]+", "-", re.sub(r"\d.*", "", word)).strip("-").casefold()
    found = [f"'{key}'" for key in corpus.works if key.rpartition("-")[0] == author and author]
    return f"did you mean {' or '.join(found[:4])}?" if found else ""


def improved(problem: Problem, corpus: Corpus) -> Problem:
    """A problem of shape, with a guess for its hint where it has none and its field names something."""
    field, value = problem.given or ("", "")
    kind = OF_FIELD.get(field)
    if problem.hint or kind is None:
        return problem
    return replace(problem, hint=meant(corpus, kind, value))
