"""What each page of the site tells about citing it: gathered before the build, handed to templates."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from briefsite.citations import citation_formats, cite_box, csl_items, git_history, metadata_tags
from briefsite.model import addresses, ids
from briefsite.model.citation_file import Project
from briefsite.pages import data_page
from briefsite.pages.generated_page import Page

FILES = ("bib", "ris", "json")


@dataclass(frozen=True)
class Beside:
    """A brief that a page restates: its label, the paragraphs, and the subject to cite."""

    label: str
    locator: str
    subject: cite_box.Subject


@dataclass(frozen=True)
class PageCitation:
    """Everything about citing one page."""

    subject: cite_box.Subject
    beside: tuple[Beside, ...]
    date: str
    sources: tuple[str, ...] = ()
    edition: dict | None = None

    @property
    def items(self) -> list[dict]:
        return [self.subject.item, *(brief.subject.item for brief in self.beside)]


@dataclass
class Citing:
    """The site's citations. `pages` by path below docs/; formatting is under way from the start."""

    project: Project
    version: str
    works: dict[str, dict]
    pages: dict[str, PageCitation]
    boxes: cite_box.Boxes
    bibtex: citation_formats.Bibtex
    corpus: object = field(repr=False)

    def context(self, path: str, description: str) -> dict | None:
        """What templates show of a page, or None for a page that is not to be cited."""
        cited = self.pages.get(path)
        if cited is None:
            return None
        based = [brief.subject.item for brief in cited.beside]
        return {
            "forms": self.boxes.of(cited.subject),
            "beside": [(brief, self.boxes.of(brief.subject)) for brief in cited.beside],
            "item": cited.subject.item,
            "project": self.project,
            "version": self.version,
            "date": cited.date,
            "edition": cited.edition,
            "meta": metadata_tags.meta(cited.subject.item, self.project, description),
            "json_ld": metadata_tags.json_ld(
                cited.subject.item,
                self.project,
                based,
                _kind(cited.subject.item, path),
                description,
                data_page.downloads(self.corpus, self.project.address)
                if path == addresses.DATA
                else (),
            ),
        }

    def coins(self) -> dict[str, str]:
        """Every work as an OpenURL context object, by key; a script puts them into the page (docs/assets/coins.js)."""
        return {key: citation_formats.coins(item) for key, item in self.works.items()}

    def files(self, path: str, cited_works) -> dict[str, str]:
        """Texts of the files that stand beside a page, by name."""
        texts = self._formats("cite", self.pages[path].items) if path in self.pages else {}
        if path == addresses.BIBLIOGRAPHY:
            texts["coins.json"] = json.dumps(
                self.coins(), ensure_ascii=False, separators=(",", ":")
            )
        keys = [key for key in self.works if key in cited_works]
        return texts | (self._formats("works", [self.works[key] for key in keys]) if keys else {})

    def _formats(self, name: str, chosen: list[dict]) -> dict[str, str]:
        return {
            f"{name}.bib": self.bibtex.of([item["id"] for item in chosen]),
            f"{name}.ris": citation_formats.ris(chosen),
            f"{name}.json": citation_formats.csl_json(chosen),
        }


def read_history(root: Path, corpus) -> git_history.History:
    """The project's history, and what is new since the newest edition that is written down."""
    return git_history.read(root, corpus.editions[-1].tag if corpus.editions else "")


def gather(
    corpus,
    site_project,
    past: git_history.History,
    generated: dict,
    filled: dict[str, str],
    cache: Path,
    edition: str = "",
) -> Citing:
    """Make the items of all pages and start formatting them; `edition` is the one that is built, if any."""
    newest = corpus.editions[-1] if corpus.editions and not edition else None
    works = {key: csl_items.work(entry) for key, entry in corpus.works.items()}
    written = {page.path.removeprefix("docs/"): page for page in corpus.pages}
    texts = filled | {path: page.body for path, page in generated.items()}
    found = {}
    for path, text in texts.items():
        made = generated.get(path)
        claims = [
            corpus.claim[name]
            for name in dict.fromkeys(ids.CLAIM_REFERENCE.findall(text))
            if name in corpus.claim
        ]
        if made and made.about:
            beside = (_whole(corpus.brief[made.about], works),)
        elif path == addresses.DATA:
            beside = tuple(_whole(brief, works) for brief in corpus.briefs)
        else:
            beside = tuple(_beside(corpus, works, claims))
        sources = [
            *_files(made or written[path]),
            *(data_page.sources(corpus) if path == addresses.DATA else ()),
            *(
                brief.at.path
                for brief in corpus.briefs
                if any(corpus.brief_of[claim.id] is brief for claim in claims)
            ),
        ]
        date = past.latest(sources, site_project.released)
        title = (made or written[path]).title
        if path == addresses.HOME:
            item = csl_items.site(
                site_project, past.version, past.latest(past.dates, site_project.released)
            )
        elif path == addresses.DATA:
            item = csl_items.data(site_project, past.version, addresses.web(path), date)
        else:
            item = csl_items.page(
                site_project,
                f"page-{path.removesuffix('.md').replace('/', '-')}",
                title,
                addresses.web(path),
                date,
            )
        found[path] = PageCitation(
            cite_box.Subject(item),
            beside,
            date,
            tuple(sources),
            _edition(site_project, newest, past, path, sources),
        )
    subjects = [
        subject
        for cited in found.values()
        for subject in (cited.subject, *(brief.subject for brief in cited.beside))
    ]
    every = {
        item["id"]: item
        for item in [*(cited.subject.item for cited in found.values()), *works.values()]
    }
    return Citing(
        site_project,
        past.version or site_project.version,
        works,
        found,
        cite_box.Boxes(subjects, cache),
        citation_formats.Bibtex(list(every.values()), cache),
        corpus,
    )


def _files(page) -> list[str]:
    """The files that a page is made from, its own first, the briefs' left out."""
    if isinstance(page, Page):
        return [page.source, *page.also]
    made = {use.name for use in page.markers}
    return [
        page.path,
        *(
            path
            for name, path in (
                ("comparison", "data/comparisons.yml"),
                ("timeline", "data/events.yml"),
            )
            if name in made
        ),
    ]


def _edition(site_project, newest, past, path: str, sources: list[str]) -> dict | None:
    """The newest edition for a page's cite box: its address there, and what changed since."""
    if newest is None:
        return None
    since = [source for source in sources if source in past.changed]
    there = sources[0] in past.tagged
    if not past.tagged:
        said = ""
    elif not there:
        said = "It does not have this page yet."
    else:
        said = (
            f"Changed since: {', '.join(since)}."
            if since
            else "What makes this page has not changed since."
        )
    return {
        "name": newest.name,
        "address": f"{site_project.address}e/{newest.name}/{addresses.web(path) if there else ''}",
        "since": said,
    }


def _whole(brief, works) -> Beside:
    return Beside(brief.label, "", cite_box.Subject(works[brief.key]))


def _beside(corpus, works, claims):
    for brief in corpus.briefs:
        numbers = tuple(
            sorted({claim.paragraph for claim in claims if corpus.brief_of[claim.id] is brief})
        )
        if numbers:
            locator = (
                f"{'¶' if len(numbers) == 1 else '¶¶'} {cite_box.ranges(numbers).replace('-', '–')}"
            )
            yield Beside(brief.label, locator, cite_box.Subject(works[brief.key], numbers))


def _kind(item: dict, path: str) -> str:
    if item["type"] == "dataset":
        return "Dataset"
    if path == addresses.HOME:
        return "WebSite"
    return "Article" if addresses.topic_of(path) else "WebPage"
