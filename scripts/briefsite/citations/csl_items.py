"""One CSL-JSON item per citable thing, made here and nowhere else.

Citable are the whole site, a page, a claim, a brief, and every work of the bibliography. The format
is CSL-JSON 1.0.2 (citeproc); every style and file format is made from these items.
"""

import re

from briefsite.model.citation_file import Project

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
NEWSPAPER = ("newspaper", "magazine")
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


def site(project: Project, version: str, date: str) -> dict:
    """The whole site: a web page that is part of no other website."""
    return (
        _own(project, "site", "webpage", project.title, "", date)
        | {"version": version or project.version}
        | ({"abstract": project.abstract} if project.abstract else {})
    )


def data(project: Project, version: str, address: str, date: str) -> dict:
    """The site's data, a dataset."""
    return site(project, version, date) | {
        "id": "data",
        "type": "dataset",
        "title": f"{project.title}: data",
        "URL": project.address + address,
    }


def page(project: Project, key: str, title: str, address: str, date: str) -> dict:
    """A page of the site: a web page whose website is the site. `address` is below the site's root."""
    return _own(project, key, "webpage", title, address, date) | {"container-title": project.title}


def claim(
    project: Project, claim_id: str, brief_name: str, brief_address: str, paragraph: int, date: str
) -> dict:
    """A claim of the site, by its permanent link."""
    title = f"Claim {claim_id}: {brief_name}, ¶ {paragraph}"
    return page(project, claim_id, title, f"{brief_address}#{claim_id}", date)


def work(entry) -> dict:
    """A work of the bibliography: a record of corpus.bibliography."""
    kind = TYPES.get(entry.type, "document")
    if entry["entrysubtype"] in NEWSPAPER:
        kind = "article-newspaper" if entry["entrysubtype"] == "newspaper" else "article-magazine"
    item = {
        "id": entry.key,
        "type": kind,
        "title": entry.title,
        "author": [name(person, person in entry.organisations) for person in entry.authors],
    }
    item |= {target: entry[source] for source, target in FIELDS.items() if entry[source]}
    if kind == "article-journal" and "number" in item:
        item["issue"] = item.pop("number")
    if entry["pages"]:
        item["page"] = entry["pages"].replace("–", "-")
    container = entry["journaltitle"] or entry["journal"] or entry["booktitle"]
    publisher = entry["institution"] or entry["publisher"]
    if not container and kind == "webpage":
        container = entry["organization"]
    item |= {
        key: value
        for key, value in (("container-title", container), ("publisher", publisher))
        if value
    }
    if entry.date:
        item["issued"] = issued(entry.date)
    return item


def name(person: str, organisation: bool) -> dict:
    """A CSL name: `Family, Given`, or an organisation as it stands."""
    family, comma, given = person.partition(", ")
    return {"family": family, "given": given} if comma and not organisation else {"literal": person}


def issued(edtf: str) -> dict:
    """A CSL date of an EDTF one; what is uncertain or approximate is `circa`."""
    ends = [end.rstrip("?~%") for end in edtf.split("/") if end.strip(".")]
    date = {"date-parts": [[int(part) for part in end.split("-")] for end in ends]}
    return date | ({"circa": True} if re.search(r"[?~%]", edtf) else {})


def _own(project: Project, key: str, kind: str, title: str, address: str, date: str) -> dict:
    return {
        "id": key,
        "type": kind,
        "title": title,
        "author": list(project.authors),
        "issued": issued(date),
        "URL": project.address + address,
        "language": "en",
    }
