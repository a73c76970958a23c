"""Makes the items of all pages and records before the build, and starts formatting them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from briefsite.citations import (
    cite_box,
    cited_editions,
    csl_items,
    page_hashes,
    page_sources,
    record_files,
    record_subjects,
    restated_briefs,
)
from briefsite.citations.csl_items import Item
from briefsite.citations.page_citations import PageCitation, SiteCitations
from briefsite.citations.record_subjects import Cited
from briefsite.load import git_history, markdown_pages
from briefsite.model import addresses, ids
from briefsite.model.citation_file import Project
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import Page
from briefsite.model.page_dates import PageDates
from briefsite.model.records import Claim


def read_history(root: Path, corpus: Corpus) -> git_history.History:
    """The project's history, and what is new since the newest edition that is written down."""
    return git_history.read(root, git_history.newest(root, corpus.editions))


def gather(
    corpus: Corpus,
    project: Project,
    history: git_history.History,
    generated: Mapping[str, Page],
    filled: Mapping[str, str],
    lasting: Mapping[str, str],
    dates: PageDates,
    cache: Path,
    edition: str = "",
    downloads: Iterable[tuple[str, str, str]] = (),
) -> SiteCitations:
    """Make the items of all pages and start formatting them.

    `filled` is the Markdown of the hand-written pages by path; `lasting` that of those which also
    show what changes with every build, without it; `dates` are those that are kept; `edition` the
    one that is built, if any."""
    newest = corpus.editions[-1] if corpus.editions and not edition else None
    places = cited_editions.Places(project, edition, newest.name if newest else "")
    works = {key: csl_items.work(entry) for key, entry in corpus.works.items()}
    written = {page.path.removeprefix("docs/"): page for page in corpus.pages}
    pages: dict[str, PageCitation] = {}
    linked: dict[str, list[Claim]] = {}
    pictures: dict[str, list[Cited]] = {}
    for path in (*filled, *generated):
        page = generated.get(path) or written[path]
        text = page.body if isinstance(page, Page) else filled[path]
        about = page.about if isinstance(page, Page) else ""
        linked[path] = [
            corpus.claim[name]
            for name in dict.fromkeys(ids.CLAIM_USE.findall(markdown_pages.blank(text)))
            if name in corpus.claim
        ]
        claims = restated_briefs.by_brief(corpus, linked[path])
        sources = page_sources.of(corpus, path, page, [brief for brief, _ in claims])
        if about or path == addresses.DATA:  # about the whole of one brief, or of all
            claims = [(brief, list[Claim]()) for brief in corpus.briefs if about in ("", brief.key)]
        said = page_hashes.said(
            page.title,
            lasting.get(path, text),
            linked[path],
            works.values() if path == addresses.BIBLIOGRAPHY else page_hashes.cited(text, works),
        )
        date = page_sources.date(dates.get(path), said, history.latest(sources, project.released))
        kept = bool(newest) and sources[0] in history.tagged
        pages[path] = PageCitation(
            tuple(
                _own(places, history, path, page_sources.full_title(path, page.title), date, kept)
            ),
            tuple(restated_briefs.restated(brief, works, group) for brief, group in claims),
            date,
            sources,
            page_sources.edition_note(newest, history, sources) if newest else "",
            said,
        )
        title = pages[path].subject.item["title"]
        pictures[path] = record_subjects.pictures(path, title, text)
    if home := pages.get(addresses.HOME):  # the site is as new as its newest page
        day = max(page.date for page in pages.values())
        own = _own(places, history, addresses.HOME, project.title, day, len(home.own) > 1)
        pages[addresses.HOME] = replace(home, own=tuple(own))
    records, subjects = record_files.gather(
        corpus,
        works,
        {
            path: record_files.PageParts(
                page.date,
                page.own,
                {brief.label: brief.subject for brief in page.briefs},
                linked[path],
                pictures[path],
                page.parts,
            )
            for path, page in pages.items()
        },
        places,
        history.tagged_ids,
    )
    return SiteCitations(
        places.here,
        history.version or project.version,
        works,
        pages,
        cite_box.Boxes(subjects, cache, corpus.works),
        corpus.works,
        records,
        tuple(downloads),
        page_sources.stale(dates, {path: page.said for path, page in pages.items()}),
    )


def _own(
    places: cited_editions.Places,
    history: git_history.History,
    path: str,
    title: str,
    date: str,
    kept: bool,
) -> list[tuple[str, cite_box.Subject]]:
    """The subjects of a page: the whole site for the home page, the data for theirs."""
    key = places.key(addresses.web(path).strip("/").replace("/", "-") or "site")

    def make(project: Project, version: str, day: str) -> Item:
        if path == addresses.HOME:
            return csl_items.site(project, key, version or history.version, day)
        if path == addresses.DATA:
            address = addresses.web(path)
            return csl_items.data(project, key, version or history.version, address, day)
        return csl_items.page(project, key, title, addresses.web(path), day)

    return places.subjects(make, date, kept)
