"""How each page of the site is cited, as templates and files have it."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from briefsite.citations import (
    citation_formats,
    cite_box,
    csl_items,
    item_files,
    metadata_tags,
    record_files,
    restated_briefs,
)
from briefsite.citations.csl_items import Item
from briefsite.model import addresses
from briefsite.model.citation_file import Project
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
    since: str = ""
    """What is to be said of the newest edition."""
    said: str = ""
    """The hash of what it says."""

    @property
    def subject(self) -> cite_box.Subject:
        """The page as it is to be cited first."""
        return self.own[0][1]

    @property
    def items(self) -> list[Item]:
        """The page as it is to be cited first, and the briefs."""
        return [self.subject.item, *(brief.subject.item for brief in self.briefs)]

    @property
    def parts(self) -> list[tuple[str, cite_box.Subject]]:
        """All that the page's box cites, by headings."""
        return [*self.own, *((brief.heading, brief.subject) for brief in self.briefs)]


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

    def context(
        self, path: str, description: str, cited_works: Collection[str] = ()
    ) -> dict[str, Any] | None:
        """What templates show of a page, as plain data, or None for one that is not to be cited.
        `cited_works` are the keys of the works that it cites."""
        page = self.pages.get(path)
        if page is None:
            return None
        item = page.subject.item
        return {
            "own": [[heading, self._forms(subject)] for heading, subject in page.own],
            "beside": [
                [
                    {"heading": brief.heading, "address": brief.address},
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
            "since": page.since,
            "records": len(self.records.items(path)) > 1 and path != addresses.BIBLIOGRAPHY,
            "meta": metadata_tags.meta(item, self.project, description),
            "json_ld": metadata_tags.json_ld(
                item,
                self.project,
                [brief.subject.item for brief in page.briefs],
                metadata_tags.schema_type(path),
                description if path == addresses.DATA else "",
                self.downloads if path == addresses.DATA else (),
                len(cited_works) if path in metadata_tags.LISTS_OF_WORKS else 0,
            ),
        }

    def files(self, path: str, cited_works: Collection[str]) -> dict[str, str]:
        """Texts of the files that stand beside a page, by name."""
        written = item_files.ItemFiles(self.entries)

        def formats(name: str, items: list[Item]) -> dict[str, str]:
            texts = written.texts(items)
            return {f"{name}{item_files.ENDINGS[kind]}": text for kind, text in texts.items()}

        texts = formats("cite", self.pages[path].items) if path in self.pages else {}
        if path == addresses.BIBLIOGRAPHY:  # docs/assets/coins.js puts them into the page
            coins = {key: citation_formats.coins(item) for key, item in self.works.items()}
            texts["coins.json"] = json.dumps(coins, ensure_ascii=False, separators=(",", ":"))
        named = frozenset(cited_works)
        works = [item for key, item in self.works.items() if key in named]
        if path in self.pages:
            texts[record_files.NAME] = self.records.file(path, self.boxes, written)
        if works and path in metadata_tags.LISTS_OF_WORKS:
            page = self.pages[path].subject.item
            texts[metadata_tags.WORKS] = metadata_tags.works_json_ld(page, works, self.project)
        if path != addresses.BIBLIOGRAPHY and len(records := self.records.items(path)) > 1:
            texts |= formats("records", records)
        return texts | (formats("works", works) if works else {})

    def _forms(self, subject: cite_box.Subject) -> list[dict[str, str]]:
        return [asdict(form) for form in self.boxes.of(subject)]
