"""How each page of the site is cited: gathered before the build, handed to templates."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefsite.citations import (
    bibtex_files,
    citation_formats,
    cite_box,
    csl_items,
    metadata_tags,
    page_sources,
)
from briefsite.citations.csl_items import Item
from briefsite.load import git_history, markdown_pages
from briefsite.model import addresses, ids, vocabulary
from briefsite.model.citation_file import Project
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import Page
from briefsite.model.records import Brief, Claim
from briefsite.model.works import Work


@dataclass(frozen=True)
class RestatedBrief:
    """A brief that a page restates: its label, the paragraphs, and the subject to cite."""

    label: str
    locator: str
    subject: cite_box.Subject


@dataclass(frozen=True)
class PageCitation:
    """Everything about citing one page. `date` is the day of its last change, `sources` are the
    project's files that it is made from."""

    subject: cite_box.Subject
    briefs: tuple[RestatedBrief, ...]
    date: str
    sources: tuple[str, ...] = ()
    edition: page_sources.EditionNote | None = None

    @property
    def items(self) -> list[Item]:
        return [subject.item for subject in self.subjects]

    @property
    def subjects(self) -> list[cite_box.Subject]:
        return [self.subject, *(brief.subject for brief in self.briefs)]


@dataclass(frozen=True)
class SiteCitations:
    """The site's citations. `pages` by path below docs/; formatting is under way from the start.

    `downloads` are the (name, media type, address) of the data files.
    """

    project: Project
    version: str
    works: Mapping[str, Item]
    pages: Mapping[str, PageCitation]
    boxes: cite_box.Boxes
    entries: Mapping[str, Work]
    downloads: tuple[tuple[str, str, str], ...] = ()

    def context(self, path: str, description: str) -> dict[str, Any] | None:
        """What templates show of a page, as plain data, or None for one that is not to be cited."""
        page = self.pages.get(path)
        if page is None:
            return None
        item = page.subject.item
        return {
            "forms": self._forms(page.subject),
            "beside": [
                [{"label": brief.label, "locator": brief.locator}, self._forms(brief.subject)]
                for brief in page.briefs
            ],
            "item": {"id": item["id"], "type": item["type"], "URL": csl_items.text(item, "URL")},
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
                _schema_type(path),
                description,
                self.downloads if path == addresses.DATA else (),
            ),
        }

    def files(self, path: str, cited_works: Collection[str]) -> dict[str, str]:
        """Texts of the files that stand beside a page, by name."""
        texts = self._formats("cite", self.pages[path].items) if path in self.pages else {}
        if (
            path == addresses.BIBLIOGRAPHY
        ):  # a script puts them into the page (docs/assets/coins.js)
            coins = {key: citation_formats.coins(item) for key, item in self.works.items()}
            texts["coins.json"] = json.dumps(coins, ensure_ascii=False, separators=(",", ":"))
        works = [item for key, item in self.works.items() if key in cited_works]
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
    return git_history.read(root, corpus.editions[-1].tag if corpus.editions else "")


def gather(
    corpus: Corpus,
    project: Project,
    history: git_history.History,
    generated: Mapping[str, Page],
    filled: Mapping[str, str],
    cache: Path,
    edition: str = "",
    downloads: Iterable[tuple[str, str, str]] = (),
) -> SiteCitations:
    """Make the items of all pages and start formatting them.

    `filled` is the Markdown of the hand-written pages by path, `edition` the one that is built, if
    any."""
    newest = corpus.editions[-1] if corpus.editions and not edition else None
    works = {key: csl_items.work(entry) for key, entry in corpus.works.items()}
    written = {page.path.removeprefix("docs/"): page for page in corpus.pages}
    texts = {**filled, **{path: page.body for path, page in generated.items()}}
    pages: dict[str, PageCitation] = {}
    for path, text in texts.items():
        page = generated.get(path) or written[path]
        about = page.about if isinstance(page, Page) else ""
        linked = [
            corpus.claim[name]
            for name in dict.fromkeys(ids.CLAIM_USE.findall(markdown_pages.blank(text)))
            if name in corpus.claim
        ]
        claims = _by_brief(corpus, linked)
        sources = page_sources.of(corpus, path, page, [brief for brief, _ in claims])
        if about or path == addresses.DATA:  # about the whole of one brief, or of all
            claims = [(brief, list[Claim]()) for brief in corpus.briefs if about in ("", brief.key)]
        date = history.latest(sources, project.released)
        pages[path] = PageCitation(
            cite_box.Subject(_item(project, history, path, full_title(path, page.title), date)),
            tuple(_restated(brief, works, group) for brief, group in claims),
            date,
            sources,
            page_sources.edition_note(project, newest, history, path, sources) if newest else None,
        )
    return SiteCitations(
        project,
        history.version or project.version,
        works,
        pages,
        cite_box.Boxes((item for page in pages.values() for item in page.subjects), cache),
        corpus.works,
        tuple(downloads),
    )


def full_title(path: str, title: str) -> str:
    """The title of a page where it stands alone."""
    return vocabulary.TOPIC_PAGE.format(title) if addresses.topic_of(path) else title


def _item(project: Project, history: git_history.History, path: str, title: str, date: str) -> Item:
    if path == addresses.HOME:
        latest = history.latest(history.dates, project.released)
        return csl_items.site(project, history.version, latest)
    if path == addresses.DATA:
        return csl_items.data(project, history.version, addresses.web(path), date)
    key = f"page-{path.removesuffix('.md').replace('/', '-')}"
    return csl_items.page(project, key, title, addresses.web(path), date)


def _by_brief(corpus: Corpus, claims: Iterable[Claim]) -> list[tuple[Brief, list[Claim]]]:
    """Claims by their brief, in the order of the briefs; those without one are left out."""
    groups: dict[str, list[Claim]] = {brief.key: [] for brief in corpus.briefs}
    for claim in claims:
        groups[corpus.brief_of[claim.id].key].append(claim)
    return [(corpus.brief[key], group) for key, group in groups.items() if group]


def _restated(brief: Brief, works: Mapping[str, Item], claims: Iterable[Claim]) -> RestatedBrief:
    """A brief with the paragraphs of some claims; as a whole without any."""
    numbers = tuple(sorted({claim.paragraph for claim in claims}))
    sign = "" if not numbers else "¶ " if len(numbers) == 1 else "¶¶ "
    locator = sign + cite_box.ranges(numbers).replace("-", "–")
    return RestatedBrief(brief.label, locator, cite_box.Subject(works[brief.key], numbers))


def _schema_type(path: str) -> str:
    """The page's type in schema.org."""
    if path in (addresses.DATA, addresses.HOME):
        return "Dataset" if path == addresses.DATA else "WebSite"
    return "Article" if addresses.topic_of(path) else "WebPage"
