"""The record that was meant where an id names none: the nearest right answer."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefsite.model.corpus import Corpus, derived
from briefsite.model.events import Event
from briefsite.model.normalized_text import phrase
from briefsite.model.outcomes import Development, Forecast
from briefsite.model.problems import Problem, nearest
from briefsite.model.questions import Question
from briefsite.model.records import Actor, Brief, Claim, Term, Topic
from briefsite.model.references import kinds_by_field
from briefsite.model.works import Work

Entry = Claim | Topic | Actor | Brief | Event | Development | Forecast | Question | Work | Term


@derived
def records_by_kind(corpus: Corpus) -> dict[str, Mapping[str, Entry]]:
    """Everything that has an id or key, by kind and id."""
    return {
        "claim": corpus.claim,
        "topic": corpus.topic,
        "actor": corpus.actor,
        "brief": corpus.brief,
        "event": corpus.event,
        "development": {item.id: item for item in corpus.developments},
        "forecast": corpus.forecast,
        "question": {question.id: question for question in corpus.questions},
        "work": corpus.works,
        "term": {term.key: term for term in corpus.terms},
    }


def id_hint(corpus: Corpus, kind: str, word: str) -> str:
    """A hint for `word`, which stands where the id of a `kind` belongs and is none, or ""."""
    ids = records_by_kind(corpus)[kind]
    return (
        _same_letters(word, ids)
        or _name_for_key(corpus, kind, word)
        or _id_of_another_kind(corpus, kind, word)
        or (_number_without_prefix(corpus, word) if kind in ("claim", "forecast") else "")
        or (_key_of_another_year(corpus, word) if kind == "work" else "")
        or nearest(word, ids)
    )


def improved(problem: Problem, corpus: Corpus) -> Problem:
    """A problem of shape, with a hint where it has none and its field names another record."""
    field, value = problem.given or ("", "")
    kind = kinds_by_field().get(field)
    return (
        replace(problem, hint=id_hint(corpus, kind, value))
        if kind and not problem.hint
        else problem
    )


def _same_letters(word: str, ids: Iterable[str]) -> str:
    """The same letters, written as ids are: Chun 2024 is chun-2024, e30 is E30."""
    id_by_letters = {_letters(name): name for name in ids}
    return _did_you_mean([id_by_letters[_letters(word)]] if _letters(word) in id_by_letters else [])


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _name_for_key(corpus: Corpus, kind: str, word: str) -> str:
    """A name or title in the place of its key: Moscow is russia."""
    names: dict[str, dict[str, tuple[str, ...]]] = {
        "actor": {actor.key: (actor.name, *actor.aliases) for actor in corpus.actors},
        "topic": {topic.key: (topic.title,) for topic in corpus.topics},
        "brief": {
            brief.key: (brief.name, *(author.name for author in brief.authors))
            for brief in corpus.briefs
        },
        "event": {event.id: (event.title,) for event in corpus.events},
    }
    for key, forms in names.get(kind, {}).items():
        if phrase(word) and phrase(word) in map(phrase, forms):
            return f"its key is '{key}'"
    return ""


def _id_of_another_kind(corpus: Corpus, kind: str, word: str) -> str:
    """An id of something else: an event where a claim belongs."""
    for other, records in records_by_kind(corpus).items():
        if word not in records or other == kind or (kind, other) == ("claim", "forecast"):
            continue  # a forecast's id is its claim's
        fault = f"'{word}' is {_with_article(other)}"
        if kind == "claim" and (claims := _claims_behind(records[word])):
            return f"{fault}; the claims behind it: {', '.join(claims)}"
        return f"{fault}, {_with_article(kind)} belongs here"
    return ""


def _with_article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "ae" else f"a {kind}"


def _claims_behind(record: Entry) -> list[str]:
    """The claims that an event or a question rests on."""
    parts = (
        record.mentions
        if isinstance(record, Event)
        else record.answers.values()
        if isinstance(record, Question)
        else ()
    )
    return list(dict.fromkeys(claim for part in parts for claim in part.claims))


def _number_without_prefix(corpus: Corpus, word: str) -> str:
    """31 is E31 or H31."""
    ids = [f"{brief.prefix}{word}" for brief in corpus.briefs]
    return _did_you_mean([name for name in ids if word.isdigit() and name in corpus.claim])


def _key_of_another_year(corpus: Corpus, word: str) -> str:
    """A key whose author is known and whose year is not: chun-2023 is chun-2024."""
    author = re.sub(r"[\W_]+", "-", re.sub(r"\d.*", "", word)).strip("-").casefold()
    keys = [key for key in corpus.works if author and key.rpartition("-")[0] == author]
    return _did_you_mean(keys[:4])


def _did_you_mean(names: list[str]) -> str:
    return f"did you mean {' or '.join(map(repr, names))}?" if names else ""
