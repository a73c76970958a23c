"""Rewordings of every kind of record: the sense changes, the form stays right.

Each sort is a table of exchanges in exchanges.yml; every place of the project that offers one is
changed once.
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from tools.mutation.change import Change

FIELDS = ("says", "shared", "difference", "holds", "title", "condition", "confirms", "refutes")

LIST = Path(__file__).with_name("exchanges.yml")


@lru_cache(maxsize=1)
def tables():
    """The exchanges, by sort."""
    return yaml.safe_load(LIST.read_text("utf-8"))


def records(corpus):
    """Every record that has text of the site's own, the topic pages aside."""
    yield from corpus.claim.values()
    for question in corpus.questions:
        yield question
        yield from question.answers.values()
        yield from question.sides
    yield from corpus.events
    yield from corpus.forecasts
    yield from corpus.developments


def exchanged(corpus, texts, sort):
    """A Change for every record and exchange of a sort, and for every topic page's sentence."""
    table = tables()[sort]
    for record in records(corpus):
        for field in FIELDS:
            place = texts.field(record, field) if getattr(record, field, None) else None
            if place:
                for old, new in table:
                    yield _within(texts, place, old, new)
    for page in corpus.pages:
        if page.topic:
            starts = [0, *(found.end() for found in re.finditer(r"\n|(?<=[.\]]) ", page.text))]
            ends = [*starts[1:], len(page.text)]
            for start, end in zip(starts, ends, strict=True):
                for old, new in table if "[" in page.text[start:end] else ():
                    yield _within(texts, (page.path, start, end), old, new)


def _within(texts, place, old, new):
    path, start, end = place
    first = "" if not old[0].isalpha() else r"(?<![\w-])"
    last = r"(?![\w-])" if old[-1].isalnum() else ""
    pattern = first + (old if "(?" in old else re.escape(old)) + last
    found = re.search(pattern, texts[path][start:end])
    if not found or texts[path][start + found.start() - 1] == '"':
        return None
    at = start + found.start()
    return Change(path, texts[path][:at] + new + texts[path][at + len(found.group()) :])


def figures_reworded(corpus, texts):
    """a number, in digits or words, in any text"""
    yield from exchanged(corpus, texts, "figures")


def dates_reworded(corpus, texts):
    """a month or year in any text"""
    yield from exchanged(corpus, texts, "dates")


def hedges_reworded(corpus, texts):
    """a hedge hardened, softened, dropped or added in any text"""
    yield from exchanged(corpus, texts, "hedges")


def voices_reworded(corpus, texts):
    """a speaker exchanged, or made nobody, in any text"""
    yield from exchanged(corpus, texts, "voices")


def negations_reworded(corpus, texts):
    """a denial dropped or added in any text"""
    yield from exchanged(corpus, texts, "negations")


def directions_reworded(corpus, texts):
    """a word exchanged for its opposite in any text"""
    yield from exchanged(corpus, texts, "directions")


def actors_reworded(corpus, texts):
    """an actor exchanged for another in any text"""
    yield from exchanged(corpus, texts, "actors")


KINDS = (
    figures_reworded,
    dates_reworded,
    hedges_reworded,
    voices_reworded,
    negations_reworded,
    directions_reworded,
    actors_reworded,
)
