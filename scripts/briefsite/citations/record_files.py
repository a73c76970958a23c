"""The citations of a page's records, and of views and passages of it, as one file that a browser
asks for when a reader wants to cite one."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from briefsite.citations import cite_box, csl_items, record_subjects
from briefsite.citations.cite_box import PLACE, Boxes, Subject
from briefsite.citations.cited_editions import NOW, Places
from briefsite.citations.csl_items import Item
from briefsite.citations.item_files import ItemFiles
from briefsite.citations.record_subjects import Cited
from briefsite.model import addresses
from briefsite.model.citation_file import Project
from briefsite.model.corpus import Corpus
from briefsite.model.packed import MANY, Packed
from briefsite.model.records import Claim

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
class PageRecords:
    """What is cited of one page.

    `records` are (record, what is cited with it); `box` is what the page's box cites; `view` what
    is cited of a part of the page, with PLACE where a browser writes which; `briefs` are those of
    the page by their labels, with PARAGRAPH for its paragraphs; `claims` the places of those that
    the page links."""

    records: list[tuple[Cited, Parts]]
    box: Parts
    view: Parts
    briefs: dict[str, Subject]
    claims: dict[str, str]


@dataclass(frozen=True)
class RecordCitations:
    """What is cited by the page on which it is."""

    pages: Mapping[str, PageRecords]

    def anchors(self, path: str) -> frozenset[str]:
        """The ids on the page at `path` that can be cited."""
        return frozenset(cited.anchor for cited, _ in self._records(path))

    def items(self, path: str) -> list[Item]:
        """The items of a page's records, each record's own alone, for its collection."""
        return [parts[0][1].item for _, parts in self._records(path)]

    def _records(self, path: str) -> list[tuple[Cited, Parts]]:
        return self.pages[path].records if path in self.pages else []

    def file(self, path: str, boxes: Boxes, written: ItemFiles) -> str:
        """The file of the page at `path`; `boxes` has formatted all subjects, `written` are the
        page's files."""
        page, parts = self.pages[path], dict[str, Any]()
        files: dict[str, Any] = {}

        def told(subjects: Parts) -> list[tuple[str, str, bool]]:
            """Each by its heading, its key, and whether files of all leave it out."""
            for _, subject in subjects:
                name = subject.item["id"]
                if subject.key not in parts:
                    forms = boxes.of(subject)
                    parts[subject.key] = [
                        name,
                        {form.style: [form.full, form.short] for form in forms},
                    ]
                if name not in files:
                    files[name] = written.texts([_with_access(subject)])
            return [(heading, subject.key, heading == NOW) for heading, subject in subjects]

        records = {
            cited.anchor: {"title": cited.title, "parts": told(_shown(cited, listed))}
            for cited, listed in page.records
        }
        view = told(page.view)
        briefs = {label: told([("", subject)])[0][1] for label, subject in page.briefs.items()}
        value = {
            "records": records,
            "page": told(page.box),
            "view": view,
            "briefs": briefs,
            "claims": page.claims,
            "parts": parts,
            "files": files,
        }
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def gather(
    corpus: Corpus,
    works: Mapping[str, Item],
    pages: Mapping[str, PageParts],
    places: Places,
    held: Collection[str],
) -> tuple[RecordCitations, list[Subject]]:
    """What is cited with each record, and all that is cited; `held` are the ids of the records that
    the newest edition has."""
    listed: dict[str, list[tuple[Cited, str]]] = {}
    keys: set[str] = {page.own[0][1].item["id"] for page in pages.values()}
    pictures = (picture for page in pages.values() for picture in page.pictures)
    for record in (*record_subjects.of(corpus, works), *pictures):
        if record.path in pages:
            name = f"{addresses.web(record.path).strip('/').replace('/', '-')}-{record.anchor}"
            short = places.key(record.anchor)
            key = places.key(name) if short in keys else short
            keys.add(key)
            listed.setdefault(record.path, []).append((record, key))

    records = {
        path: [
            (record, _parts(record, places, key, page.date, kept))
            for record, key in there
            for kept in (page.kept if record.id == record.path else record.id in held,)
        ]
        for path, there in listed.items()
        for page in (pages[path],)
    }
    made = {
        path: PageRecords(
            records.get(path, []),
            list(page.box),
            [(heading, _view(subject)) for heading, subject in page.own],
            {label: Subject(subject.item, (PARAGRAPH,)) for label, subject in page.briefs.items()},
            {
                claim.id: f"{corpus.brief_of[claim.id].label}, ¶ {claim.paragraph}"
                for claim in page.claims
            },
        )
        for path, page in pages.items()
    }
    parts = [parts for there in records.values() for _, parts in there]
    parts += [*(page.box for page in made.values()), *(page.view for page in made.values())]
    subjects = [subject for each in parts for _, subject in each]
    subjects += [subject for page in made.values() for subject in page.briefs.values()]
    return RecordCitations(Packed(made.items(), len(made) >= MANY)), subjects


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
