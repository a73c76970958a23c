"""The single changes of data and pages since the newest edition, by day, from the project's
history."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from briefsite.load.git_history import History
from briefsite.model import data_paths
from briefsite.model.corpus import Corpus
from briefsite.pages.rendering import render

MAX_ENTRIES = 40
NO_TEXT = (*data_paths.WRITTEN_BY_COMMANDS, "docs/assets/")
"""Files that commands write, or that are no text to read."""


@dataclass(frozen=True)
class Entry:
    """A change: its day, what it is, and the files of data and pages that it concerns."""

    date: str
    subject: str
    files: tuple[str, ...]


def entries(history: History) -> list[Entry]:
    """Commits that change data or pages, newest first."""
    return [
        Entry(commit.date, commit.subject, files)
        for commit in history.log
        if (files := _files(commit.paths))
    ]


def _files(paths: Iterable[str]) -> tuple[str, ...]:
    """The files of data and pages among these, topic pages counted where there are many."""
    chosen = [
        path
        for path in paths
        if path.startswith(("data/", "docs/", data_paths.BIBLIOGRAPHY))
        and not path.startswith(NO_TEXT)
    ]
    topics = [path for path in chosen if path.startswith("docs/topics/")]
    if len(topics) > 2:
        chosen = [path for path in chosen if path not in topics]
        chosen.append(f"{len(topics)} pages of docs/topics/")
    return tuple(chosen)


def listing(corpus: Corpus, history: History, path: str) -> str:
    """The Markdown of the log for the page at `path`."""
    every = entries(history)
    days = groupby(every[:MAX_ENTRIES], lambda entry: entry.date)
    return render(
        "change_log.md.jinja",
        path,
        editions=corpus.editions,
        complete=bool(history.version) and not history.shallow,
        days=[(day, list(group)) for day, group in days],
        earlier=len(every[MAX_ENTRIES:]),
    )
