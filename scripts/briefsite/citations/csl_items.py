"""One CSL-JSON item per citable thing, made here and nowhere else.

Citable are the whole site, a page, a claim, a brief, and every work of the bibliography. The format
is CSL-JSON 1.0.2 (citeproc); every style and file format is made from these items.
"""

import re
from collections.abc import Mapping
from typing import NotRequired, TypedDict, cast

from briefsite.model.citation_file import Project
from briefsite.model.works import Work

Name = Mapping[str, str]
"""{"family": …, "given": …} for people, {"literal": …} for organisations."""
Date = TypedDict("Date", {"date-parts": list[list[int]], "circa": NotRequired[bool]})
Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": str,
        "title": str,
        "author": list[Name],
        "issued": NotRequired[Date],
        "container-title": NotRequired[str],
        "collection-title": NotRequired[str],
        "publisher": NotRequired[str],
        "volume": NotRequired[str],
        "issue": NotRequired[str],
        "number": NotRequired[str],
        "page": NotRequired[str],
        "genre": NotRequired[str],
        "edition": NotRequired[str],
        "version": NotRequired[str],
        "language": NotRequired[str],
        "abstract": NotRequired[str],
        "note": NotRequired[str],
        "ISBN": NotRequired[str],
        "DOI": NotRequired[str],
        "URL": NotRequired[str],
    },
)

TYPES = {
    "article": "article-journal",
    "report": "report",
    "techreport": "report",
    "online": "webpage",
    "book": "book",
    "misc": "document",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "thesis": "thesis",
    "dataset": "dataset",
}
PERIODICALS = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
FIELDS = {
    "volume": "volume",
    "number": "number",
    "doi": "DOI",
    "url": "URL",
    "isbn": "ISBN",
    "series": "collection-title",
    "type": "genre",
    "note": "note",
    "edition": "edition",
}


def site(project: Project, version: str, date: str) -> Item:
    """The whole site: a web page that is part of no other website."""
    item = _own(project, "site", project.title, "", date)
    item["version"] = version or project.version
    if project.abstract:
        item["abstract"] = project.abstract
    return item


def data(project: Project, version: str, address: str, date: str) -> Item:
    """The site's data, a dataset."""
    title = f"{project.title}: data"
    own = {"id": "data", "type": "dataset", "title": title, "URL": project.address + address}
    return cast(Item, site(project, version, date) | own)


def page(project: Project, key: str, title: str, address: str, date: str) -> Item:
    """A page of the site: a web page whose website is the site. `address` is below the site's
    root."""
    item = _own(project, key, title, address, date)
    item["container-title"] = project.title
    return item


def claim(
    project: Project, claim_id: str, brief_name: str, brief_address: str, paragraph: int, date: str
) -> Item:
    """A claim of the site, by its permanent link."""
    title = f"Claim {claim_id}: {brief_name}, ¶ {paragraph}"
    return page(project, claim_id, title, f"{brief_address}#{claim_id}", date)


def work(entry: Work) -> Item:
    """A work of the bibliography."""
    kind = PERIODICALS.get(entry["entrysubtype"]) or TYPES.get(entry.type, "document")
    item: Item = {
        "id": entry.key,
        "type": kind,
        "title": entry.title,
        "author": [name(person, person in entry.organisations) for person in entry.authors],
    }
    fields = {target: entry[source] for source, target in FIELDS.items()}
    if kind == "article-journal":
        fields["issue"] = fields.pop("number")
    fields["page"] = entry["pages"].replace("–", "-")
    website = entry["organization"] if kind == "webpage" else ""
    fields["container-title"] = (
        entry["journaltitle"] or entry["journal"] or entry["booktitle"] or website
    )
    fields["publisher"] = entry["institution"] or entry["publisher"]
    item = cast(Item, item | {field: value for field, value in fields.items() if value})
    if entry.date:
        item["issued"] = issued(entry.date)
    return item


def name(person: str, organisation: bool) -> Name:
    """A CSL name: `Family, Given`, or an organisation as it stands."""
    family, comma, given = person.partition(", ")
    return {"family": family, "given": given} if comma and not organisation else {"literal": person}


def full_name(person: Name) -> str:
    """A name as it is said, given name first."""
    return person.get("literal") or f"{person['given']} {person['family']}"


def issued(edtf: str) -> Date:
    """A CSL date of an EDTF one; what is uncertain or approximate is `circa`."""
    ends = [end.rstrip("?~%") for end in edtf.split("/") if end.strip(".")]
    date: Date = {"date-parts": [[int(part) for part in end.split("-")] for end in ends]}
    if re.search(r"[?~%]", edtf):
        date["circa"] = True
    return date


def text(item: Item, field: str) -> str:
    """A field of an item as text, "" where it has none."""
    return str(cast(Mapping[str, object], item).get(field) or "")


def date_parts(item: Item) -> list[str]:
    """Year, month and day of an item's date, as far as they are known, with leading zeros."""
    parts = item["issued"]["date-parts"][0] if "issued" in item else []
    return [f"{part:02}" for part in parts]


def named_authors(item: Item) -> list[Name]:
    """The authors of an item but for BibTeX's "and others", for which other formats have no
    sign."""
    return [person for person in item["author"] if person != {"literal": "others"}]


def _own(project: Project, key: str, title: str, address: str, date: str) -> Item:
    return {
        "id": key,
        "type": "webpage",
        "title": title,
        "author": list(project.authors),
        "issued": issued(date),
        "URL": project.address + address,
        "language": "en",
    }
