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
from briefsite.citations.csl_items import Item, Name, date_parts, full_name, named_authors, text

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
}
"""rispy would take the same table, and write LF at the end of lines: it saves one line of
`_record`."""
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
    lines += [("AU", _ris_name(person)) for person in named_authors(item)]
    if parts := date_parts(item):
        lines += [("PY", parts[0]), ("DA", "/".join(parts) + "/" * (3 - len(parts)))]
    lines += zip(("SP", "EP"), text(item, "page").split("-", 1), strict=False)
    lines += [(tag, " ".join(text(item, field).split())) for field, tag in RIS_FIELDS.items()]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n\r\n"


def _ris_name(person: Name) -> str:
    """`Family, Given`; an organisation ends with a comma, without which readers split it at its
    blanks."""
    if organisation := person.get("literal"):
        return organisation + ("" if "," in organisation else ",")
    return f"{person['family']}, {person['given']}"


class Bibtex:
    """BibTeX of many items from one run of pandoc; `of(keys)` is the text for some of them."""

    def __init__(self, items: Sequence[Item], cache: Path | None = None):
        self._items = {item["id"]: item for item in items}
        self._run = pandoc_process.start(
            ("-f", "csljson", "-t", "bibtex", "--wrap=none"),
            {"in": json.dumps([_with_fixed_case(item) for item in items], ensure_ascii=False)},
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


def _with_fixed_case(item: Item) -> Item:
    """The title marked to be kept as it is: pandoc would set it in title case."""
    return cast(Item, item | {"title": f'<span class="nocase">{item["title"]}</span>'})


def _completed(entry: str, item: Item) -> str:
    """An entry with what pandoc leaves out of BibTeX, or has under another name."""
    entry = entry.replace("{{others}}", "others").replace("and {others}", "and others")
    if item["type"] == "report":
        entry = entry.replace("\n  publisher = ", "\n  institution = ", 1)
    website = text(item, "container-title") if item["type"] == "webpage" else ""
    more = {"doi": text(item, "DOI"), "howpublished": re.sub(r"([&%$#_])", r"\\\1", website)}
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in more.items() if value)
    return f"{entry.removesuffix(chr(10) + '}')}{lines}\n}}"


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
    ]
    return urlencode([(name, value) for name, value in fields if value])
