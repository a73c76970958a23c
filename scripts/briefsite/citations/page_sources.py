"""The project's files that a page is made from, and what changed in them since the newest
edition."""

from collections.abc import Iterable, Mapping

from briefsite.load.git_history import History
from briefsite.model import addresses, data_paths, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.data_files import Edition
from briefsite.model.generated_page import Page
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.page_dates import PageDate, PageDates
from briefsite.model.records import Brief

PART_SOURCES = {
    "comparison": data_paths.COMPARISONS,
    "summary": data_paths.COMPARISONS,
    "map": data_paths.COMPARISONS,
    "timeline": data_paths.EVENTS,
}
"""The file behind a part of a hand-written page, by the part's marker."""


def of(
    corpus: Corpus, path: str, page: Page | HandwrittenPage, briefs: Iterable[Brief]
) -> tuple[str, ...]:
    """The files that the page at `path` is made from, its own first, those of `briefs` last."""
    if isinstance(page, Page):
        files = [page.source, *page.further_sources]
    else:
        markers = {use.name for use in page.markers}
        files = [page.path, *(PART_SOURCES[name] for name in PART_SOURCES if name in markers)]
    if path == addresses.DATA:
        briefs_files = [brief.at.path for brief in corpus.briefs]
        files += [*data_paths.LISTS, *briefs_files, data_paths.BIBLIOGRAPHY]
    return tuple(dict.fromkeys([*files, *(brief.at.path for brief in briefs)]))


def full_title(path: str, title: str) -> str:
    """The title of a page where it stands alone."""
    return vocabulary.TOPIC_PAGE.format(title) if addresses.topic_of(path) else title


def date(kept: PageDate | None, said: str, sources: str) -> str:
    """A page's date: the kept one while the page says the same; else the newest of that and of its
    `sources`' date."""
    if kept is None:
        return sources
    return kept.date if kept.said == said else max(kept.date, sources)


def stale(dates: PageDates, said: Mapping[str, str]) -> int:
    """How many pages say something else than on the day that is kept; 0 where none is kept."""
    return sum(path not in dates or dates[path].said != hash for path, hash in said.items()) * bool(
        dates
    )


def edition_note(edition: Edition, history: History, sources: tuple[str, ...]) -> str:
    """What the cite box says of the newest edition; `history` is that since its tag."""
    changed = [source for source in sources if source in history.changed]
    if not history.tagged:
        return ""
    if sources[0] not in history.tagged:
        return f"Edition {edition.name} does not have this page yet."
    if changed:
        return f"Changed since edition {edition.name}: {', '.join(changed)}."
    return f"Unchanged since edition {edition.name}."
