"""Files of citations: CSL-JSON and RIS from items, BibTeX through pandoc, COinS for page
readers."""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import cast
from urllib.parse import urlencode

from briefsite.citations import pandoc_process
from briefsite.citations.csl_items import (
    DATES,
    LANGUAGES,
    Item,
    Name,
    date_parts,
    full_name,
    named_authors,
    people,
    sorted_name,
    text,
    with_fixed_case,
)
from briefsite.model.works import OTHERS

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
}
RIS_ROLES = {"author": "AU", "editor": "ED", "container-author": "A2", "translator": "A4"}
"""rispy would take the same table, and write LF at the end of lines: it saves one line of
`_record`."""
MORE = {
    "isbn": "ISBN",
    "issn": "ISSN",
    "issue": "issue",
    "pages": "page",
    "chapter": "chapter-number",
    "part": "part-number",
    "volumes": "number-of-volumes",
    "pagetotal": "number-of-pages",
    "shorttitle": "title-short",
    "version": "version",
    "type": "genre",
    "number": "collection-number",
    "eventtitle": "event-title",
    "venue": "event-place",
    "pubstate": "status",
    "origtitle": "original-title",
}
"""Fields, and CSL's variables, that pandoc's BibTeX has no place for."""
LANGIDS: dict[str, str] = {code: name for name, code in reversed(LANGUAGES.items())}
BIBTEX_ROLES = {role: role for role in ("author", "editor", "translator")} | {
    "container-author": "bookauthor"
}
ENTRY = re.compile(r"^@\w+\{([^,]+),.*?^\}$", re.M | re.S)


def csl_json(items: Iterable[Item]) -> str:
    """CSL-JSON 1.0.2."""
    listed = [item | {"author": named_authors(item)} for item in items]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def ris(items: Iterable[Item]) -> str:
    """RIS, as reference managers read it: UTF-8, CRLF, one `ER` after each record."""
    return "".join(_record(item) for item in items)


def _record(item: Item) -> str:
    if item["type"] == "report":  # readers take a report's number from SN and its series from T2
        item = cast(
            Item,
            item
            | {
                "ISBN": text(item, "number") or text(item, "ISBN"),
                "number": "",
                "container-title": text(item, "collection-title"),
                "collection-title": "",
            },
        )
    lines = [("TY", RIS_TYPES.get(item["type"], "GEN")), ("ID", item["id"])]
    for variable, tag in RIS_ROLES.items():
        named = named_authors(item) if variable == "author" else people(item, variable)
        lines += [(tag, _ris_name(person)) for person in named]
    if parts := date_parts(item):
        lines += [("PY", parts[0]), ("DA", "/".join(parts) + "/" * (3 - len(parts)))]
    if looked := date_parts(item, "accessed"):
        lines.append(("Y2", "/".join(looked) + "/" * (3 - len(looked))))
    lines += zip(("SP", "EP"), text(item, "page").split("-", 1), strict=False)
    if not text(item, "page"):
        lines.append(("SP", text(item, "number-of-pages")))
    lines += [(tag, " ".join(text(item, field).split())) for field, tag in RIS_FIELDS.items()]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n\r\n"


def _ris_name(person: Name) -> str:
    """`Family, Given`; an organisation ends with a comma, without which readers split it at its
    blanks."""
    if organisation := person.get("literal"):
        return organisation + ("" if "," in organisation else ",")
    return sorted_name(person)


class Bibtex:
    """BibTeX of many items from one run of pandoc; `of(keys)` is the text for some of them."""

    def __init__(self, items: Sequence[Item], cache: Path | None = None):
        self._items = {item["id"]: item for item in items}
        self._run = pandoc_process.start(
            ("-f", "csljson", "-t", "bibtex", "--wrap=none"),
            {"in": json.dumps([with_fixed_case(item) for item in items], ensure_ascii=False)},
            cache=cache,
        )

    @cached_property
    def _entries(self) -> dict[str, str]:
        return {
            match[1]: _completed(match[0], self._items[match[1]])
            for match in ENTRY.finditer(self._run.result())
        }

    def of(self, keys: Iterable[str]) -> str:
        """The entries with these keys, in this order. Raises KeyError for an unknown one."""
        return "\n\n".join(self._entries[key] for key in keys) + "\n"


def _completed(entry: str, item: Item) -> str:
    """An entry with what pandoc leaves out of BibTeX, or has under another name."""
    entry = re.sub(r"\n  (?:author|editor|translator) = .*", "", entry)
    head, newline, rest = entry.partition("\n")
    for variable, field in BIBTEX_ROLES.items():
        if names := " and ".join(map(_bibtex_name, people(item, variable))):
            head += f"\n  {field} = {{{names}}},"
    entry = head + newline + rest
    if item["type"] == "report":
        entry = entry.replace("\n  publisher = ", "\n  institution = ", 1)
    website = text(item, "container-title") if item["type"] == "webpage" else ""
    more: dict[str, str] = {
        "doi": text(item, "DOI"),
        "howpublished": website,
        **{name: text(item, variable) for name, variable in MORE.items()},
        **{name: "-".join(date_parts(item, variable)) for name, variable in DATES.items()},
        "langid": LANGIDS.get(text(item, "language"), ""),
    }
    if not text(item, "number"):  # pandoc calls an issue so
        more["issue"] = ""
    lines = "".join(
        f",\n  {name} = {{{value if name == 'doi' else _tex(value)}}}"
        for name, value in more.items()
        if value and f"\n  {name} = " not in entry
    )
    return f"{entry.removesuffix(chr(10) + '}')}{lines}\n}}"


def _bibtex_name(person: Name) -> str:
    """A name in BibTeX; braces keep an organisation, or small words of a family name, together."""
    if organisation := person.get("literal"):
        return organisation if organisation == OTHERS else f"{{{_tex(organisation)}}}"
    family = person["family"]
    first = f"{{{family}}}" if family[0].islower() and " " in family else family
    first = " ".join(filter(None, (person.get("non-dropping-particle"), first)))
    rest = (person.get("suffix"), person.get("given"))
    return _tex(", ".join(filter(None, (first, *rest))))


def _tex(value: str) -> str:
    return re.sub(r"([&%$#_])", r"\\\1", value)


def coins(item: Item) -> str:
    """A work as an OpenURL context object (Z39.88-2004), the `title` of a COinS span."""
    journal = item["type"].startswith("article")
    doi = text(item, "DOI")
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:" + ("journal" if journal else "dc")),
        ("rft.genre" if journal else "rft.type", "article" if journal else item["type"]),
        ("rft.atitle" if journal else "rft.title", item["title"]),
        ("rft.jtitle", text(item, "container-title") if journal else ""),
        ("rft.date", "-".join(date_parts(item))),
        *((f"rft.{name}", text(item, name)) for name in ("volume", "issue")),
        ("rft.pages", text(item, "page")),
        ("rft.publisher", text(item, "publisher")),
        ("rft_id", f"info:doi/{doi}" if doi else text(item, "URL")),
        *(("rft.au", full_name(person)) for person in named_authors(item)),
        *(("rft.contributor", full_name(person)) for person in people(item, "editor")),
    ]
    return urlencode([(name, value) for name, value in fields if value])
