"""Rewordings of every kind of record: the sense changes, the form stays right.

Each sort is a table of exchanges; every place of the project that offers one is changed once.
"""

import re

from tools.mutation.change import Change

FIELDS = ("says", "shared", "difference", "holds", "title", "condition", "confirms", "refutes")

HEDGES = (
    ("probably", "certainly"),
    ("likely", "surely"),
    ("might", "will"),
    ("may", "will"),
    ("could", "will"),
    ("is uncertain", "is certain"),
    ("almost certainly", "perhaps"),
    ("unlikely", "likely"),
    ("likely ", ""),
    ("probably ", ""),
    (" seeks ", " might seek "),
    (" wants ", " probably wants "),
    (" aims ", " possibly aims "),
    (" has ", " has reportedly "),
)
VOICES = (
    ("Kim Jong Un argued", "Han argued"),
    ("Kim Jong Un claims", "North Korea shows"),
    ("Kim Jong Un emphasized", "Observers emphasized"),
    ("Kim Jong Un called", "Kim Yo Jong called"),
    ("Kim Jong Un", "Kim Yo Jong"),
    ("Experts", "Officials"),
    ("Some argue", "Most agree"),
    ("some argue that", "in truth"),
    ("Easley", "Han"),
    ("Han", "Easley"),
    ("China assesses that", "In fact"),
    ("China worries", "Russia worries"),
    ("Kim argued", "Putin argued"),
)
NEGATIONS = (
    (" not ", " "),
    (" no ", " a "),
    (" cannot ", " can "),
    (" neither ", " both "),
    ("without", "with"),
    ("does not", "does"),
    (" is ", " is not "),
    (" are ", " are not "),
    (" has ", " has never "),
    (" can ", " cannot "),
    (" will ", " will not "),
    (" lets ", " does not let "),
)
DIRECTIONS = (
    ("more", "less"),
    ("better", "worse"),
    ("stronger", "weaker"),
    ("growing", "shrinking"),
    ("increase", "decrease"),
    ("before", "after"),
    ("after", "before"),
    ("exports", "imports"),
    ("exporting", "importing"),
    ("sells", "buys"),
    ("opened", "closed"),
    ("closed", "opened"),
    ("reduce", "raise"),
    ("favorable", "unfavorable"),
    ("wider", "narrower"),
    ("tightened", "loosened"),
    ("long term", "short term"),
    ("gradually", "suddenly"),
    ("eventually", "immediately"),
    ("support", "oppose"),
    ("keep", "abandon"),
    ("many", "few"),
    ("at home", "abroad"),
    ("foreign", "domestic"),
    ("above all", "least of all"),
)
ACTORS = (
    ("Russia", "China"),
    ("China", "Russia"),
    ("Seoul", "Tokyo"),
    ("Tokyo", "Seoul"),
    ("South Korea", "Japan"),
    ("Japan", "South Korea"),
    ("Trump", "Biden"),
    ("Biden", "Trump"),
    ("the United States", "Russia"),
    ("Washington", "Beijing"),
    ("Moscow", "Beijing"),
    ("Putin", "Xi Jinping"),
    ("North Korea", "South Korea"),
    ("Ukraine", "Taiwan"),
    ("Pyongyang", "Seoul"),
)
FIGURES = (
    ("hundreds", "thousands"),
    ("third", "second"),
    ("two", "three"),
    ("three", "four"),
    (r"(?<![\d-])187", "178"),
    (r"(?<![\d-])43", "34"),
    (r"(?<![\d-])50", "15"),
    (r"(?<![\d-])13th", "31st"),
    (r"(?<![\d-])12th", "21st"),
    (r"(?<![\d-])80th", "18th"),
    (r"(?<![\d-])9th", "8th"),
)
DATES = (
    ("January", "June"),
    ("December", "November"),
    ("September", "October"),
    ("February", "March"),
    ("October", "August"),
    ("November", "December"),
    ("June", "July"),
    ("2023", "2022"),
    ("2024", "2023"),
    ("2025", "2026"),
    ("2026", "2025"),
    ("2020", "2021"),
    ("2022", "2020"),
)


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


def exchanged(corpus, texts, table):
    """A Change for every record and exchange of a table, and for every topic page's sentence."""
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
    yield from exchanged(corpus, texts, FIGURES)


def dates_reworded(corpus, texts):
    """a month or year in any text"""
    yield from exchanged(corpus, texts, DATES)


def hedges_reworded(corpus, texts):
    """a hedge hardened, softened, dropped or added in any text"""
    yield from exchanged(corpus, texts, HEDGES)


def voices_reworded(corpus, texts):
    """a speaker exchanged, or made nobody, in any text"""
    yield from exchanged(corpus, texts, VOICES)


def negations_reworded(corpus, texts):
    """a denial dropped or added in any text"""
    yield from exchanged(corpus, texts, NEGATIONS)


def directions_reworded(corpus, texts):
    """a word exchanged for its opposite in any text"""
    yield from exchanged(corpus, texts, DIRECTIONS)


def actors_reworded(corpus, texts):
    """an actor exchanged for another in any text"""
    yield from exchanged(corpus, texts, ACTORS)


KINDS = (
    figures_reworded,
    dates_reworded,
    hedges_reworded,
    voices_reworded,
    negations_reworded,
    directions_reworded,
    actors_reworded,
)
