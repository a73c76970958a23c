"""How each page of the site is cited: gathered before the build, handed to templates."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from briefsite.citations import (
    bibtex_files,
    citation_formats,
    cite_box,
    cited_editions,
    csl_items,
    metadata_tags,
    page_hashes,
    page_sources,
    record_files,
    restated_briefs,
)
from briefsite.citations.csl_items import Item
from briefsite.load import git_history, markdown_pages
from briefsite.model import addresses, ids
from briefsite.model.citation_file import Project
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import Page
from briefsite.model.page_dates import PageDates
from briefsite.model.records import Claim
from briefsite.model.works import Work


@dataclass(frozen=True)
class PageCitation:
    """Everything about citing one page. `date` is the day of its last change, `sources` are the
    project's files that it is made from."""

    own: tuple[tuple[str, cite_box.Subject], ...]
    """The page by headings: in the newest edition, if it is there, then as it is."""
    briefs: tuple[restated_briefs.RestatedBrief, ...]
    date: str
    sources: tuple[str, ...] = ()
    edition: page_sources.EditionNote | None = None
    said: str = ""
    """The hash of what it says."""

    @property
    def subject(self) -> cite_box.Subject:
        """The page as it is to be cited first."""
        return self.own[0][1]

    @property
    def items(self) -> list[Item]:
        return [subject.item for subject in self.subjects]

    @property
    def subjects(self) -> list[cite_box.Subject]:
        return [*(subject for _, subject in self.own), *(brief.subject for brief in self.briefs)]


@dataclass(frozen=True)
class SiteCitations:
    """The site's citations. `pages` by path below docs/; formatting is under way from the start.
    `downloads` are the (name, media type, address) of the data files."""

    project: Project
    version: str
    works: Mapping[str, Item]
    pages: Mapping[str, PageCitation]
    boxes: cite_box.Boxes
    entries: Mapping[str, Work]
    records: record_files.RecordCitations
    downloads: tuple[tuple[str, str, str], ...] = ()
    stale: int = 0
    """How many pages say something else than on their kept day."""

    def context(self, path: str, description: str) -> dict[str, Any] | None:
        """What templates show of a page, as plain data, or None for one that is not to be cited."""
        page = self.pages.get(path)
        if page is None:
            return None
        item = page.subject.item
        return {
            "own": [[heading, self._forms(subject)] for heading, subject in page.own],
            "beside": [
                [
                    {"label": brief.label, "locator": brief.locator, "address": brief.address},
                    self._forms(brief.subject),
                ]
                for brief in page.briefs
            ],
            "item": {"id": item["id"], "type": item["type"], "URL": csl_items.text(item, "URL")},
            "kind": metadata_tags.schema_type(path),
            "project": {
                "preview": self.project.preview,
                "licence": self.project.licence,
                "licence_address": self.project.licence_address,
            },
            "version": self.version,
            "date": page.date,
            "edition": page.edition,
            "meta": metadata_tags.meta(item, self.project, description),
            "json_ld": metadata_tags.json_ld(
                item,
                self.project,
                [brief.subject.item for brief in page.briefs],
                metadata_tags.schema_type(path),
                description,
                self.downloads if path == addresses.DATA else (),
            ),
        }

    def files(self, path: str, cited_works: Collection[str]) -> dict[str, str]:
        """Texts of the files that stand beside a page, by name."""
        texts = self._formats("cite", self.pages[path].items) if path in self.pages else {}
        if path == addresses.BIBLIOGRAPHY:  # docs/assets/coins.js puts them into the page
            coins = {key: citation_formats.coins(item) for key, item in self.works.items()}
            texts["coins.json"] = json.dumps(coins, ensure_ascii=False, separators=(",", ":"))
        named = frozenset(cited_works)
        works = [item for key, item in self.works.items() if key in named]
        if path in self.pages:
            texts[record_files.NAME] = self.records.file(path)
        if path != addresses.BIBLIOGRAPHY and (records := self.records.items(path)):
            texts |= self._formats("records", records)
        return texts | (self._formats("works", works) if works else {})

    def _forms(self, subject: cite_box.Subject) -> list[dict[str, str]]:
        return [asdict(form) for form in self.boxes.of(subject)]

    def _formats(self, name: str, items: list[Item]) -> dict[str, str]:
        return {
            **{
                f"{name}{ending}.bib": bibtex_files.Writer(dialect, self.entries).file(items)
                for ending, dialect in bibtex_files.DIALECTS.items()
            },
            f"{name}.ris": citation_formats.ris(items),
            f"{name}.json": citation_formats.csl_json(items),
        }


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
    texts = {**filled, **{path: page.body for path, page in generated.items()}}
    pages: dict[str, PageCitation] = {}
    linked: dict[str, list[Claim]] = {}
    for path, text in texts.items():
        page = generated.get(path) or written[path]
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
            page_sources.edition_note(project, newest, history, path, sources) if newest else None,
            said,
        )
    if home := pages.get(addresses.HOME):  # the site is as new as its newest page
        day = max(page.date for page in pages.values())
        own = _own(places, history, addresses.HOME, project.title, day, len(home.own) > 1)
        pages[addresses.HOME] = replace(home, own=tuple(own))
    records = record_files.gather(
        corpus,
        works,
        {
            path: record_files.PageParts(
                page.date,
                page.own,
                {brief.label: brief.subject for brief in page.briefs},
                linked[path],
            )
            for path, page in pages.items()
        },
        places,
        history.tagged_ids,
        cache,
    )
    return SiteCitations(
        places.here,
        history.version or project.version,
        works,
        pages,
        cite_box.Boxes((item for page in pages.values() for item in page.subjects), cache),
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
    key = f"page-{path.removesuffix('.md').replace('/', '-')}"

    def make(project: Project, version: str, day: str) -> Item:
        if path == addresses.HOME:
            return csl_items.site(project, version or history.version, day)
        if path == addresses.DATA:
            return csl_items.data(project, version or history.version, addresses.web(path), day)
        return csl_items.page(project, key, title, addresses.web(path), day)

    return places.subjects(make, date, kept)
