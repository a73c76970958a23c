"""The single changes of data and pages since the newest edition, by day, from the project's history."""

from dataclasses import dataclass
from itertools import groupby

from briefsite.pages.rendering import render

MOST = 40
WRITTEN = (
    "data/fingerprints/",
    "data/schemas/",
    "data/mutations.json",
    "data/changes/",
    "data/editions.yml",
    "docs/assets/",
)
"""Files that commands write, or that are no text to read."""


@dataclass(frozen=True)
class Entry:
    """A change: its day, what it is, and the files of data and pages that it concerns."""

    date: str
    subject: str
    places: tuple[str, ...]


def entries(past) -> list[Entry]:
    """Commits that change data or pages, newest first."""
    found = [Entry(commit.date, commit.subject, places(commit.paths)) for commit in past.log]
    return [entry for entry in found if entry.places]


def places(paths) -> tuple[str, ...]:
    """The files of data and pages among these, pages of one folder counted where there are many."""
    chosen = [
        path
        for path in paths
        if path.startswith(("data/", "docs/", "bibliography.bib")) and not path.startswith(WRITTEN)
    ]
    topics = [path for path in chosen if path.startswith("docs/topics/")]
    if len(topics) > 2:
        chosen = [path for path in chosen if path not in topics] + [
            f"{len(topics)} pages of docs/topics/"
        ]
    return tuple(chosen)


def listing(corpus, past, path: str) -> str:
    """The Markdown of the log for the page at `path`."""
    every = entries(past)
    shown = every[:MOST]
    days = [(day, list(group)) for day, group in groupby(shown, lambda entry: entry.date)]
    return render(
        "log.md.jinja",
        path,
        editions=corpus.editions,
        known="shallow" if past.shallow or not past.version else "",
        days=days,
        earlier=len(every) - len(shown),
    )
