"""One CSL-JSON item per citable thing, made here and nowhere else.

Citable are the whole site, its data, a page or a part of one, a brief, and every work of the
bibliography. The format is CSL-JSON 1.0.2 (citeproc); every style and file is made from these.
"""

import re
from collections.abc import Mapping
from typing import NotRequired, TypedDict, cast

from briefsite.model.citation_file import Project
from briefsite.model.works import OTHERS, Work
from briefsite.model.works import Name as PersonName

Name = Mapping[str, str]
"""{"family": …, "given": …} for people, with `non-dropping-particle` and `suffix`;
{"literal": …} for organisations."""
Date = TypedDict("Date", {"date-parts": list[list[int]], "circa": NotRequired[bool]})
# what is set here; `text` reads whatever else an item of a work has
Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": str,
        "title": str,
        "author": list[Name],
        "issued": NotRequired[Date],
        "version": NotRequired[str],
        "abstract": NotRequired[str],
        "language": NotRequired[str],
        "container-title": NotRequired[str],
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
    "volumes": "number-of-volumes",
    "number": "number",
    "issue": "issue",
    "part": "part-number",
    "chapter": "chapter-number",
    "edition": "edition",
    "version": "version",
    "pagetotal": "number-of-pages",
    "doi": "DOI",
    "url": "URL",
    "isbn": "ISBN",
    "issn": "ISSN",
    "series": "collection-title",
    "type": "genre",
    "shorttitle": "title-short",
    "origtitle": "original-title",
    "location": "publisher-place",
    "eventtitle": "event-title",
    "venue": "event-place",
    "pubstate": "status",
}
"""biblatex's fields, and CSL's variables, where each is the other."""
ROLE_VARIABLES = {"editor": "editor", "translator": "translator", "bookauthor": "container-author"}
DATES = {"urldate": "accessed", "eventdate": "event-date", "origdate": "original-date"}
EDITORIAL = {
    "correction": "Correction",
    "native-author": "Author in the original script",
    "checked": "Record seen",
    "seen": "Seen at",
    "urlstatus": "Address",
    "origin": "Origin",
    "sourcenote": "Source",
    "description": "Described as",
    "archiveurl": "Archived copy",
    "archivedate": "Archived copy seen",
}
"""Fields of our own, for which no format has a place but a reader's own notes, and their words."""
LANGUAGES: dict[str, str] = dict(
    cast("tuple[str, str]", pair.split("="))
    for pair in """english=en american=en-US british=en-GB korean=ko chinese=zh japanese=ja
    russian=ru german=de ngerman=de french=fr spanish=es portuguese=pt italian=it dutch=nl polish=pl
    persian=fa arabic=ar vietnamese=vi ukrainian=uk turkish=tr""".split()
)
"""Languages by biblatex's name, in BCP 47."""


def site(project: Project, key: str, version: str, date: str) -> Item:
    """The whole site: a web page that is part of no other website."""
    item = _own(project, key, project.title, "", date)
    item["version"] = version or project.version
    if project.abstract:
        item["abstract"] = project.abstract
    return item


def data(project: Project, key: str, version: str, address: str, date: str) -> Item:
    """The site's data, a dataset."""
    title = f"{project.title}: data"
    own = {"type": "dataset", "title": title, "URL": project.address + address}
    return cast(Item, site(project, key, version, date) | own)


def page(project: Project, key: str, title: str, address: str, date: str) -> Item:
    """A page of the site: a web page whose website is the site. `address` is below the site's
    root."""
    item = _own(project, key, title, address, date)
    item["container-title"] = project.title
    return item


def work(entry: Work) -> Item:
    """A work of the bibliography, with every field that the rules let it have."""
    kind = PERIODICALS.get(entry["entrysubtype"]) or TYPES.get(entry.type, "document")
    fields: dict[str, object] = {target: entry[source] for source, target in FIELDS.items()}
    if kind == "article-journal":
        numbers = (entry["number"], entry["issue"])
        fields |= {"number": "", "issue": ", ".join(filter(None, numbers))}
    elif entry["series"] and kind in ("book", "chapter", "paper-conference"):
        fields |= {"number": "", "collection-number": entry["number"]}
    website = entry["organization"] if kind == "webpage" else ""
    containers = dict.fromkeys(filter(None, (entry["journaltitle"], entry["booktitle"], website)))
    container = "; ".join(containers)
    houses = ("institution", "organization", "howpublished", "publisher")
    publisher = dict.fromkeys(entry[name] for name in houses if entry[name] not in containers)
    language = entry["language"] or entry["langid"]
    own = (f"{label}: {entry[name]}" for name, label in EDITORIAL.items() if entry.beside(name))
    fields |= {
        "page": entry["pages"].replace("–", "-"),
        "container-title": container,
        "publisher": "; ".join(filter(None, publisher)),
        "note": ". ".join(filter(None, (entry["note"], entry["addendum"]))),
        "annote": " ".join(text if text[-1] in ".?!" else f"{text}." for text in own),
        "language": LANGUAGES.get(language.lower(), language),
    }
    for role, variable in ROLE_VARIABLES.items():
        fields[variable] = [name(person) for person in entry.people.get(role, ())]
    for field, variable in DATES.items():
        fields[variable] = issued(entry[field]) if entry[field] else None
    item: Item = {
        "id": entry.key,
        "type": kind,
        "title": entry.full_title,
        "author": [name(person) for person in entry.people.get("author", ())],
    }
    item = cast(Item, item | {field: value for field, value in fields.items() if value})
    if entry.date:
        item["issued"] = issued(entry.date)
    return item


def name(person: PersonName) -> Name:
    """A CSL name: one with its parts, or an organisation as it stands."""
    if person.whole:
        return {"literal": person.family}
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.particle,
        "suffix": person.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def full_name(person: Name) -> str:
    """A name as it is said, given name first."""
    parts = ("literal", "given", "non-dropping-particle", "family", "suffix")
    return " ".join(person[part] for part in parts if part in person)


def comma_name(person: Name) -> str:
    """A name for RIS and for tags, whose readers part it at commas, or else at blanks.

    A person is `van der Test, Otto, Jr.`. An organisation ends with a comma, after which no given
    name follows; a comma of its own is U+201A there, which looks like one and parts nothing.
    """
    if organisation := person.get("literal"):
        return organisation.replace(",", "\u201a") + ","
    family = " ".join(filter(None, map(person.get, ("non-dropping-particle", "family"))))
    rest = (person.get(part) for part in ("given", "suffix"))
    return ", ".join(filter(None, (family or person.get("given"), *rest)))


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


def date_parts(item: Item, variable: str = "issued") -> list[str]:
    """Year, month and day of a date of an item, as far as they are known, with leading zeros."""
    date = cast("Mapping[str, Date]", item).get(variable)
    parts = date["date-parts"][0] if date else []
    return [f"{part:02}" for part in parts]


def date_ends(item: Item, variable: str = "issued") -> tuple[list[list[str]], bool]:
    """The parts of both ends of an interval, or of the one date, and whether it is about then."""
    date = cast("Mapping[str, Date]", item).get(variable)
    if not date:
        return [], False
    return [[f"{part:02}" for part in end] for end in date["date-parts"]], bool(date.get("circa"))


def people(item: Item, variable: str) -> list[Name]:
    """The names in a variable of an item: author, editor, translator, container-author."""
    return cast("Mapping[str, list[Name]]", item).get(variable, [])


def named_authors(item: Item) -> list[Name]:
    """The authors of an item but for BibTeX's "and others", for which other formats have no
    sign."""
    return [person for person in item["author"] if person != {"literal": OTHERS}]


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
