"""Citation files, read by programs that are not ours, as records that can be compared.

Each reader takes {file name: text} and gives {file name: [Record, …]}.
"""

import json
import re
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

import pypandoc
import rispy
from pybtex import database as pybtex
from pybtex.richtext import Text

from briefsite.citations import bibtex_files

HERE = Path(__file__).resolve().parent
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SIGNS = {
    rf"\text{name}{{}}": sign
    for name, sign in (
        ("less", "<"),
        ("greater", ">"),
        ("bar", "|"),
        ("backslash", "\\"),
        ("asciitilde", "~"),
        ("asciicircum", "^"),
        ("asciigrave", "`"),
    )
} | {f"\\{sign}": sign for sign in "&%$#_{}"}
PRIVATE = {command: chr(0xE000 + number) for number, command in enumerate(SIGNS)}
BACK = str.maketrans({PRIVATE[command]: sign for command, sign in SIGNS.items()})
# What a reader may call an item of each CSL type: BibTeX has one word for many, pandoc none for a web page.
CALLED = {
    "webpage": ("webpage", "ELEC", "misc", "online", "document", "book", ""),
    "dataset": ("dataset", "DATA", "misc", "document", "book", ""),
    "report": ("report", "RPRT", "techreport"),
    "article-journal": ("article-journal", "JOUR", "article"),
    "article-newspaper": ("article-newspaper", "NEWS", "article", "article-journal"),
}


@dataclass(frozen=True)
class Record:
    """An item as a reader sees it. Authors are (family, given), an organisation (name, "")."""

    key: str
    kind: str
    title: str
    authors: tuple[tuple[str, str], ...]
    year: int
    month: int
    day: int
    url: str
    doi: str


def fold(text: str) -> str:
    """Text modulo case, markup and the shape of quotation marks and blanks."""
    text = unicodedata.normalize("NFC", re.sub(r"</?(?:span|i|b|sup|sub)\b[^>]*>", "", text))
    return " ".join(re.sub(r"[\"'‘’“”]", "'", text).casefold().split())


def of_csl(item: dict) -> Record:
    """A CSL-JSON item; citation-js calls the author of a newspaper's article its reporter, as the RIS standard does."""
    people = item.get("author", ())
    authors = [
        (
            person.get("literal") or person.get("family", ""),
            _joined(person, "given", "dropping-particle", "non-dropping-particle"),
        )
        for person in people
    ]
    if not people and item.get("reporter"):
        authors = [_parted(item["reporter"])]
    parts = map(int, item.get("issued", {}).get("date-parts", [[]])[0])
    year, month, day, *_ = [*parts, 0, 0, 0]
    return Record(
        item["id"],
        item["type"],
        fold(item["title"]),
        tuple(authors),
        year,
        month,
        day,
        # citation-js takes two hyphens of an address for a dash
        (item.get("URL") or _published_at(item.get("publisher", ""))).replace("–", "--"),
        item.get("DOI", ""),
    )


def _published_at(publisher: str) -> str:
    """The address in classic BibTeX's `howpublished`, which readers take for the publisher."""
    address = re.search(r"https?://\S+$", publisher)
    return re.sub(r"\\([%#])", r"\1", address[0]) if address else ""


def _joined(person: dict, *parts: str) -> str:
    return " ".join(person[part] for part in parts if person.get(part))


def _parted(name: str) -> tuple[str, str]:
    family, _, given = name.partition(",")
    return family.strip().replace("\u201a", ","), given.strip()


def with_json(files: dict[str, str]) -> dict[str, list[Record]]:
    """CSL-JSON, by Python's json."""
    return {name: [of_csl(item) for item in json.loads(text)] for name, text in files.items()}


def with_pybtex(files: dict[str, str]) -> dict[str, list[Record]]:
    """BibTeX of both dialects; nothing may fail to parse, and no key may stand twice."""
    return {
        name: [_of_entry(entry) for entry in pybtex.parse_string(text, "bibtex").entries.values()]
        for name, text in files.items()
    }


def _of_entry(entry: pybtex.Entry) -> Record:
    fields = entry.fields
    date = fields.get("date", "").partition("/")[0].rstrip("~")
    year, month, day = [*map(int, filter(None, date.split("-"))), 0, 0, 0][:3]
    if not date:
        named = fields.get("month", "")[:3].lower()
        year, day = int(fields.get("year", 0)), int(fields.get("day", 0))
        month = MONTHS.index(named) + 1 if named else 0
    address = re.search(r"\\url\{(.*?)\}", fields.get("howpublished", ""))
    url = re.sub(r"\\([%#])", r"\1", address[1]) if address else fields.get("url", "")
    return Record(
        entry.key,
        entry.original_type,
        fold(plain(fields["title"])),
        tuple(map(_of_person, entry.persons.get("author", ()))),
        year,
        month,
        day,
        url,
        fields.get("doi", ""),
    )


def _of_person(person: pybtex.Person) -> tuple[str, str]:
    given = (*person.first_names, *person.middle_names, *person.prelast_names)
    return plain(" ".join(person.last_names)), plain(" ".join(given))


def plain(tex: str) -> str:
    """TeX as text, by pybtex and latexcodec; its escapes, which those leave, by a table."""
    for command, sign in PRIVATE.items():
        tex = tex.replace(command, sign)
    return str(Text.from_latex(tex)).translate(BACK)


def with_rispy(files: dict[str, str]) -> dict[str, list[Record]]:
    """RIS, by rispy."""
    return {name: [_of_ris(record) for record in rispy.loads(text)] for name, text in files.items()}


def _of_ris(record: dict) -> Record:
    _, month, day, *_ = [*record.get("date", "").split("/"), "", "", ""]
    return Record(
        record["id"],
        record["type_of_reference"],
        fold(record["title"]),
        tuple(map(_parted, record.get("authors", ()))),
        int(record.get("year", 0)),
        int(month or 0),
        int(day or 0),
        ";".join(record.get("urls", [""])),  # rispy parts them there
        record.get("doi", ""),
    )


def with_pandoc(
    files: dict[str, str], form: str, counts: dict[str, int]
) -> dict[str, list[Record]]:
    """Files of one form, all in one run; `counts` says how many records each file holds.

    Pandoc puts letters behind a RIS record's key that it has seen before; they are taken off again.
    """
    names = list(files)
    text = (
        json.dumps([item for name in names for item in json.loads(files[name])])
        if form == "csljson"
        else "\n".join(files.values())
    )
    answer = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", form, "-t", "csljson"],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    found = [of_csl(item) for item in json.loads(answer.stdout)]
    if form == "ris":
        found = [replace(record, key=re.sub(r"(?<=\d)\D+$", "", record.key)) for record in found]
    assert len(found) == sum(counts[name] for name in names)
    return {name: [found.pop(0) for _ in range(counts[name])] for name in names}


def citation_js_missing() -> str:
    """Why citation-js can't be run here, or ""."""
    if not shutil.which("node"):
        return "node is not installed"
    return (
        ""
        if (HERE / "node_modules/@citation-js/core").is_dir()
        else "the npm packages of tests/readers are not installed: make test installs them"
    )


def with_citation_js(files: dict[str, str]) -> dict[str, list[Record]]:
    """Files of every form, in one run of node."""
    answer = subprocess.run(
        ["node", HERE / "citation.cjs"],
        input=json.dumps(files),
        capture_output=True,
        text=True,
        check=True,
    )
    return {
        name: [of_csl(item) for item in items] for name, items in json.loads(answer.stdout).items()
    }


def bibtex(items: list[dict], dialect: str = "", works: dict | None = None) -> str:
    """The file of some items in a dialect: "" for the classic one, or "-biblatex"."""
    return bibtex_files.Writer(bibtex_files.DIALECTS[dialect], works or {}).file(items)
