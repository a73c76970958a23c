"""The citations of a page's records, and of views and passages of it, as one file that a browser
asks for when a reader wants to cite one."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from briefsite.citations import bibtex_files, citation_formats, cite_box, csl_items, record_subjects
from briefsite.citations.cite_box import PLACE, Boxes, Subject
from briefsite.citations.cited_editions import NOW, Places
from briefsite.citations.csl_items import Item
from briefsite.citations.record_subjects import Cited
from briefsite.model import addresses
from briefsite.model.citation_file import Project
from briefsite.model.corpus import Corpus
from briefsite.model.records import Claim
from briefsite.model.works import Work

NAME = "citations.json"
PARAGRAPH = 99999
"""Stands for the paragraphs that are meant, which a browser writes."""
Parts = list[tuple[str, Subject]]
"""What is cited together, each under its heading."""


@dataclass(frozen=True)
class PageParts:
    """What a page is cited by: its date, itself by headings, its briefs by label, the claims that
    it links, its pictures, and all that its box cites."""

    date: str
    own: tuple[tuple[str, Subject], ...]
    briefs: Mapping[str, Subject]
    claims: Iterable[Claim]
    pictures: Iterable[Cited] = ()
    box: Iterable[tuple[str, Subject]] = ()

    @property
    def kept(self) -> bool:
        """Whether the newest edition has the page."""
        return len(self.own) > 1


@dataclass(frozen=True)
class RecordCitations:
    """What is cited by the page on which it is.

    `records` are (record, what is cited with it); `pages` what the page's box cites; `views` what
    is cited of a part of a page, with PLACE where a browser writes which; `briefs` those of a page
    by their labels, with PARAGRAPH for its paragraphs; `claims` the places of those that a page
    links."""

    records: Mapping[str, list[tuple[Cited, Parts]]]
    pages: Mapping[str, Parts]
    views: Mapping[str, Parts]
    briefs: Mapping[str, dict[str, Subject]]
    claims: Mapping[str, dict[str, str]]
    entries: Mapping[str, Work]

    def anchors(self, path: str) -> frozenset[str]:
        """The ids on the page at `path` that can be cited."""
        return frozenset(cited.anchor for cited, _ in self.records.get(path, ()))

    def items(self, path: str) -> list[Item]:
        """The items of a page's records, each record's own alone, for its collection."""
        return [parts[0][1].item for _, parts in self.records.get(path, ())]

    def subjects(self) -> Iterator[Subject]:
        """Everything that is cited here."""
        parts = [parts for listed in self.records.values() for _, parts in listed]
        parts += [*self.pages.values(), *self.views.values()]
        yield from (subject for each in parts for _, subject in each)
        yield from (subject for beside in self.briefs.values() for subject in beside.values())

    def file(self, path: str, boxes: Boxes) -> str:
        """The file of the page at `path`; `boxes` has formatted all subjects."""
        parts: dict[str, Any] = {}
        files: dict[str, Any] = {}

        def told(subjects: Parts) -> list[tuple[str, str, bool]]:
            """Each by its heading, its key, and whether files of all leave it out."""
            for _, subject in subjects:
                forms = boxes.of(subject)
                item = _with_access(subject)
                parts[subject.key] = [
                    item["id"],
                    {form.style: [form.full, form.short] for form in forms},
                ]
                files[item["id"]] = self._formats(item)
            return [(heading, subject.key, heading == NOW) for heading, subject in subjects]

        records = {
            cited.anchor: {"title": cited.title, "parts": told(_shown(cited, listed))}
            for cited, listed in self.records.get(path, ())
        }
        view = told(self.views[path])
        briefs = {
            label: told([("", subject)])[0][1] for label, subject in self.briefs[path].items()
        }
        value = {
            "records": records,
            "page": told(self.pages[path]),
            "view": view,
            "briefs": briefs,
            "claims": self.claims[path],
            "parts": parts,
            "files": files,
        }
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def _formats(self, item: Item) -> dict[str, str]:
        return {
            **{
                f"{'BibLaTeX' if ending else 'BibTeX'}": bibtex_files.Writer(
                    dialect, self.entries
                ).file([item])
                for ending, dialect in bibtex_files.DIALECTS.items()
            },
            "RIS": citation_formats.ris([item]),
            "CSL-JSON": citation_formats.csl_json([item]),
        }


def gather(
    corpus: Corpus,
    works: Mapping[str, Item],
    pages: Mapping[str, PageParts],
    places: Places,
    held: Collection[str],
) -> RecordCitations:
    """What is cited with each record; `held` are the ids of the records that the newest edition
    has."""
    records: dict[str, list[tuple[Cited, Parts]]] = {}
    keys: set[str] = {page.own[0][1].item["id"] for page in pages.values()}
    pictures = (picture for page in pages.values() for picture in page.pictures)
    for record in (*record_subjects.of(corpus, works), *pictures):
        if page := pages.get(record.path):
            name = f"{addresses.web(record.path).strip('/').replace('/', '-')}-{record.anchor}"
            short = places.key(record.anchor)
            key = places.key(name) if short in keys else short
            keys.add(key)
            kept = page.kept if record.id == record.path else record.id in held
            parts = _parts(record, places, key, page.date, kept)
            records.setdefault(record.path, []).append((record, parts))
    views = {path: [(h, _view(subject)) for h, subject in page.own] for path, page in pages.items()}
    briefs = {
        path: {label: Subject(subject.item, (PARAGRAPH,)) for label, subject in page.briefs.items()}
        for path, page in pages.items()
    }
    claims = {
        path: {
            claim.id: f"{corpus.brief_of[claim.id].label}, ¶ {claim.paragraph}"
            for claim in page.claims
        }
        for path, page in pages.items()
    }
    boxes = {path: list(page.box) for path, page in pages.items()}
    return RecordCitations(records, boxes, views, briefs, claims, corpus.works)


def _parts(
    record: Cited, places: Places, key: str, date: str, held: bool
) -> list[tuple[str, Subject]]:
    if record.item:
        return [("The work", Subject(record.item)), *record.beside]

    def make(project: Project, _version: str, day: str) -> Item:
        return csl_items.page(project, key, record.title, addresses.web(record.target), day)

    return [*places.subjects(make, date, held), *record.beside]


def _shown(record: Cited, parts: Parts) -> Parts:
    """What is cited with a record in the order in which readers are shown it."""
    own = len(parts) - len(record.beside)
    before = own + record.first
    return [*parts[own:before], *parts[:own], *parts[before:]]


def _view(subject: Subject) -> Subject:
    """A part of a page: PLACE says which in its title, and in its address after #."""
    item = dict(subject.item) | {
        "id": f"{subject.item['id']}-part",
        "title": f"{subject.item['title']}, {PLACE}",
        "URL": f"{csl_items.text(subject.item, 'URL')}#{PLACE}",
    }
    return Subject(cast(Item, item), live=subject.live)


def _with_access(subject: Subject) -> Item:
    if not subject.live:
        return subject.item
    return cast(Item, dict(subject.item) | {"accessed": cite_box.ACCESSED})
