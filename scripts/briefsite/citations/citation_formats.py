"""Files of citations: CSL-JSON and RIS from items, BibTeX through pandoc, COinS for page readers."""

import json
import re
from pathlib import Path
from urllib.parse import urlencode

from briefsite.citations import pandoc_process

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
RIS_FIELDS = (
    ("title", "TI"),
    ("container-title", "T2"),
    ("collection-title", "T3"),
    ("publisher", "PB"),
    ("volume", "VL"),
    ("issue", "IS"),
    ("number", "M1"),
    ("genre", "M3"),
    ("ISBN", "SN"),
    ("DOI", "DO"),
    ("URL", "UR"),
    ("version", "ET"),
    ("language", "LA"),
    ("abstract", "AB"),
    ("note", "N1"),
)
ENTRY = re.compile(r"^@\w+\{([^,]+),.*?^\}$", re.M | re.S)


def people(item: dict) -> list[dict]:
    """The authors of an item but for BibTeX's "and others", for which other formats have no sign."""
    return [person for person in item.get("author", ()) if person != {"literal": "others"}]


def csl_json(items: list[dict]) -> str:
    """CSL-JSON 1.0.2."""
    return (
        json.dumps(
            [item | {"author": people(item)} for item in items], ensure_ascii=False, indent=1
        )
        + "\n"
    )


def ris(items: list[dict]) -> str:
    """RIS, as reference managers read it: UTF-8, CRLF, one `ER` after each record."""
    return "".join(_record(item) for item in items)


def _record(item: dict) -> str:
    if item["type"] == "report":  # readers take a report's number from SN and its series from T2
        item = item | {
            "ISBN": item.get("number") or item.get("ISBN"),
            "number": "",
            "container-title": item.get("collection-title"),
            "collection-title": "",
        }
    lines = [("TY", RIS_TYPES.get(item["type"], "GEN")), ("ID", item["id"])]
    lines += [("AU", _ris_name(person)) for person in people(item)]
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    if parts:
        padded = [str(parts[0]), *(f"{part:02}" for part in parts[1:])]
        lines += [("PY", padded[0]), ("DA", "/".join(padded) + "/" * (3 - len(padded)))]
    if item.get("page"):
        first, _, last = item["page"].partition("-")
        lines += [("SP", first)] + ([("EP", last)] if last else [])
    lines += [(tag, " ".join(str(item[key]).split())) for key, tag in RIS_FIELDS if item.get(key)]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines) + "ER  - \r\n\r\n"


def _ris_name(person: dict) -> str:
    """`Family, Given`; an organisation ends with a comma, without which readers split it at its blanks."""
    if person.get("literal"):
        return person["literal"] + ("" if "," in person["literal"] else ",")
    return f"{person['family']}, {person['given']}"


class Bibtex:
    """BibTeX of many items from one run of pandoc; `of(keys)` is the text for some of them."""

    def __init__(self, items: list[dict], cache: Path | None = None):
        self._run = pandoc_process.start(
            ("-f", "csljson", "-t", "bibtex", "--wrap=none"),
            {"in": json.dumps([_for_bibtex(item) for item in items], ensure_ascii=False)},
            cache=cache,
        )
        self._items = {item["id"]: item for item in items}
        self._entries: dict[str, str] | None = None

    def of(self, keys) -> str:
        """The entries with these keys, in this order. Raises KeyError for an unknown one."""
        if self._entries is None:
            self._entries = {
                found[1]: _completed(found[0], self._items[found[1]])
                for found in ENTRY.finditer(self._run.result())
            }
        return "\n\n".join(self._entries[key] for key in keys) + "\n"


def _for_bibtex(item: dict) -> dict:
    """The title marked to be kept as it is: pandoc would set it in title case."""
    return item | {"title": f'<span class="nocase">{item["title"]}</span>'}


def _completed(entry: str, item: dict) -> str:
    """An entry with what pandoc leaves out of BibTeX, or has under another name."""
    entry = entry.replace("{{others}}", "others").replace("and {others}", "and others")
    if item["type"] == "report":
        entry = entry.replace("\n  publisher = ", "\n  institution = ", 1)
    added = {
        "doi": item.get("DOI"),
        "howpublished": _tex(item.get("container-title", "")) if item["type"] == "webpage" else "",
    }
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in added.items() if value)
    return f"{entry.removesuffix(chr(10) + '}')}{lines}\n}}"


def _tex(text: str) -> str:
    """Text with the characters escaped that TeX would read as commands."""
    return re.sub(r"([&%$#_])", r"\\\1", text)


def coins(item: dict) -> str:
    """A work as an OpenURL context object (Z39.88-2004), the `title` of a COinS span."""
    journal = item["type"].startswith("article")
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:" + ("journal" if journal else "dc")),
        ("rft.genre" if journal else "rft.type", "article" if journal else item["type"]),
        ("rft.atitle" if journal else "rft.title", item["title"]),
        ("rft.jtitle", item.get("container-title") if journal else ""),
        ("rft.date", "-".join(f"{part:02}" for part in parts)),
        ("rft.volume", item.get("volume")),
        ("rft.issue", item.get("issue")),
        ("rft.pages", item.get("page")),
        ("rft.publisher", item.get("publisher")),
        ("rft_id", f"info:doi/{item['DOI']}" if item.get("DOI") else item.get("URL")),
    ]
    fields += [
        ("rft.au", person.get("literal") or f"{person['given']} {person['family']}")
        for person in people(item)
    ]
    return urlencode([(key, value) for key, value in fields if value])
