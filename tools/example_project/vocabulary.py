"""The words of the invented briefs, from words.yml."""

from pathlib import Path

import yaml

_words = yaml.safe_load((Path(__file__).parent / "words.yml").read_text("utf-8"))


def _tuples(rows: list[list[str]]) -> list[tuple[str, ...]]:
    return [tuple(row) for row in rows]


TOPICS: dict[str, tuple[str, str, list[tuple[str, ...]]]] = {
    key: (topic["title"], topic["about"], _tuples(topic["things"]))
    for key, topic in _words["topics"].items()
}
"""By key: title, about, and the things that briefs speak of, in their words and in the site's."""
VERBS = {leaning: _tuples(rows) for leaning, rows in _words["verbs"].items()}
REASONS = _tuples(_words["reasons"])
HEDGES = {time: _tuples(rows) for time, rows in _words["hedges"].items()}
HAPPENINGS = _tuples(_words["happenings"])
LEADS, TAILS, THINGS = _words["leads"], _words["tails"], _words["things"]
ADJECTIVES, NOUNS, COINED = _words["adjectives"], _words["nouns"], _words["coined"]
LEXICON = _words["lexicon"]
AHEAD = 5
"""So many of the happenings can be planned and expected; the rest are accidents."""
