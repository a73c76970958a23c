"""What search knows of one thing."""

from collections.abc import Iterable
from dataclasses import dataclass

TITLE_FIELDS = {
    "claim": "name",
    "actor": "name",
    "brief": "name",
    "term": "name",
    "page": "name",
    "work": "lesser",
    "forecast": "lesser",
}
"""The field that holds the title of a record of each kind. Search weighs a name above a title, and
below it the titles of works and forecasts, which name so much. search.js has the weights."""

BREAK = "│"
"""Stands between the lines of a text; search.js makes paragraphs of it."""


@dataclass(frozen=True)
class SearchEntry:
    """One result: where it leads, what it shows, and what it is filtered by.

    `address` is below the site's root, with its anchor; `kind` one of vocabulary.RECORD_KINDS;
    `title`, `place` (where it is from, or when) and `text` are shown, each line of `text` by
    itself, as "Han 2025: …" where it is a brief's. `also` is searched and not shown: other names.
    `briefs`, `topics` and `actors` are keys. Every value is plain text."""

    address: str
    kind: str
    title: str
    place: str = ""
    text: str = ""
    also: str = ""
    briefs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()

    @property
    def content(self) -> str:
        """The text as it is indexed. Pagefind makes one space of every line break, so a bar stands
        for it."""
        return self.text.replace("\n", f" {BREAK} ")

    @property
    def meta(self) -> dict[str, str]:
        """What is shown or weighed apart from the text, the empty left out."""
        title = TITLE_FIELDS.get(self.kind, "title")
        fields = {title: self.title, "place": self.place, "also": self.also}
        return {name: value for name, value in fields.items() if value}

    @property
    def filters(self) -> dict[str, list[str]]:
        """What the record is filtered by: keys, by the name of the filter."""
        return filters(self.kind, self.briefs, self.topics, self.actors)


def filters(
    kind: str, briefs: Iterable[str] = (), topics: Iterable[str] = (), actors: Iterable[str] = ()
) -> dict[str, list[str]]:
    """Filters by name, each key once, the empty left out."""
    keys = {"kind": (kind,), "brief": briefs, "topic": topics, "actor": actors}
    unique = {name: list(dict.fromkeys(values)) for name, values in keys.items()}
    return {name: values for name, values in unique.items() if values}
