"""Files of citations: CSL-JSON and RIS from items, COinS for page readers. BibTeX is in
`bibtex_files`."""

import json
from collections.abc import Iterable
from urllib.parse import urlencode

from briefsite.citations.csl_items import (
    Item,
    comma_name,
    date_parts,
    full_name,
    named_authors,
    people,
    text,
)

RIS_TYPES = {
    "webpage": "ELEC",
    "report": "RPRT",
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "dataset": "DATA",
    "book": "BOOK",
    "chapter": "CHAP",
    "paper-conference": "CPAPER",
    "thesis": "THES",
}
RIS_FIELDS = {
    "title": "TI",
    "container-title": "T2",
    "collection-title": "T3",
    "publisher": "PB",
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "genre": "M3",
    "ISBN": "SN",
    "DOI": "DO",
    "URL": "UR",
    "version": "ET",
    "language": "LA",
    "abstract": "AB",
    "note": "N1",
    "ISSN": "SN",
    "publisher-place": "CY",
    "edition": "ET",
    "title-short": "ST",
    "number-of-volumes": "NV",
    "chapter-number": "SE",
    "original-title": "OP",
    "status": "C1",
    "part-number": "C2",
    "collection-number": "M1",
    "event-title": "C3",
    "event-place": "C4",
    "annote": "RN",
}
RIS_REPORT = {"number": "SN", "collection-title": "T2"}
"""Readers take a report's number from SN and its series from T2."""
RIS_ROLES = {"author": "AU", "editor": "ED", "container-author": "A2", "translator": "A4"}
RIS_NOTED = {"event-date": "Held", "original-date": "First published"}
"""Dates for which RIS has no tag, and how a note calls them."""


def csl_json(items: Iterable[Item]) -> str:
    """CSL-JSON 1.0.2."""
    return csl_list(map(csl_element, items))


def csl_element(item: Item) -> str:
    """An item as an element of a list in CSL-JSON."""
    listed = [item | {"author": named_authors(item)}]
    return json.dumps(listed, ensure_ascii=False, indent=1)[1:-2]


def csl_list(elements: Iterable[str]) -> str:
    """A file of elements."""
    return f"[{','.join(elements)}\n]\n"


def ris(items: Iterable[Item]) -> str:
    """RIS, as reference managers read it: UTF-8, CRLF, one `ER` after each record."""
    return "".join(map(ris_record, items))


def ris_record(item: Item) -> str:
    """One record. What has no tag, or one that is taken, is told in a note."""
    lines = [("TY", RIS_TYPES.get(item["type"], "GEN")), ("ID", item["id"])]
    for role, tag in RIS_ROLES.items():
        named = named_authors(item) if role == "author" else people(item, role)
        lines += [(tag, comma_name(person)) for person in named]
    if parts := date_parts(item):
        lines += [("PY", parts[0]), ("DA", _ris_date(parts))]
    if parts := date_parts(item, "accessed"):
        lines.append(("Y2", _ris_date(parts)))
    lines += zip(("SP", "EP"), text(item, "page").split("-", 1), strict=False)
    report = RIS_REPORT if item["type"] == "report" else {}
    for variable, tag in (report | RIS_FIELDS | report | {"number-of-pages": "SP"}).items():
        if variable in item and (value := " ".join(text(item, variable).split())):
            taken = tag in dict(lines) and tag not in ("N1", "RN")
            lines.append(("N1", f"{variable}: {value}") if taken else (tag, value))
    for variable, words in RIS_NOTED.items():
        if parts := date_parts(item, variable):
            lines.append(("N1", f"{words}: {'-'.join(parts)}"))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n\r\n"


def _ris_date(parts: list[str]) -> str:
    return "/".join(parts) + "/" * (3 - len(parts))


COINS_GENRES = {
    "report": "report",
    "book": "book",
    "chapter": "bookitem",
    "paper-conference": "proceeding",
    "document": "document",
}
"""The genres of OpenURL's format for books, by CSL's types."""


def coins(item: Item) -> str:
    """A work as an OpenURL context object (Z39.88-2004), the `title` of a COinS span.

    `rft.aucorp` keeps an organisation whole; a person is in `rft.au`.
    """
    kind, doi = item["type"], text(item, "DOI")
    article, book = kind.startswith("article"), COINS_GENRES.get(kind, "")
    container = text(item, "container-title")
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        (
            "rft_val_fmt",
            f"info:ofi/fmt:kev:mtx:{'journal' if article else 'book' if book else 'dc'}",
        ),
        ("rft.genre" if article or book else "rft.type", "article" if article else book or kind),
        (
            "rft.atitle"
            if article or (container and book)
            else "rft.btitle"
            if book
            else "rft.title",
            item["title"],
        ),
        ("rft.jtitle", container if article else ""),
        ("rft.btitle" if book else "rft.source", "" if article else container),
        ("rft.date", "-".join(date_parts(item))),
        ("rft.series", text(item, "collection-title")),
        *((f"rft.{name}", text(item, name)) for name in ("volume", "issue", "edition")),
        *((f"rft.{name.lower()}", text(item, name)) for name in ("ISSN", "ISBN")),
        ("rft.pages", text(item, "page")),
        ("rft.tpages", text(item, "number-of-pages")),
        ("rft.place", text(item, "publisher-place")),
        ("rft.pub" if book else "rft.publisher", text(item, "publisher")),
        ("rft.language", text(item, "language")),
        ("rft_id", f"info:doi/{doi}" if doi else ""),
        ("rft_id", text(item, "URL")),
        *(
            ("rft.aucorp", person["literal"])
            if "literal" in person
            else ("rft.au", comma_name(person))
            for person in named_authors(item)
        ),
        *(("rft.contributor", full_name(person)) for person in people(item, "editor")),
    ]
    return urlencode([(name, value) for name, value in fields if value])
