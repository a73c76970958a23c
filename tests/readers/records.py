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

import bibtexparser
import pypandoc
import rispy

HERE = Path(__file__).resolve().parent
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
TEX = {
    "textless": "<",
    "textgreater": ">",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "^": "^",
    "emph": "",
}
# What a reader may call an item of each CSL type: BibTeX has one word for many, pandoc none for a web page.
CALLED = {
    "webpage": ("webpage", "ELEC", "misc", "document", ""),
    "dataset": ("dataset", "DATA", "misc", "document", ""),
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
    year, month, *_ = [*map(int, item.get("issued", {}).get("date-parts", [[]])[0]), 0, 0]
    return Record(
        item["id"],
        item["type"],
        fold(item["title"]),
        tuple(authors),
        year,
        month,
        item.get("URL", ""),
        item.get("DOI", ""),
    )


def _joined(person: dict, *parts: str) -> str:
    return " ".join(person[part] for part in parts if person.get(part))


def _parted(name: str) -> tuple[str, str]:
    family, _, given = name.partition(",")
    return family.strip(), given.strip()


def with_json(files: dict[str, str]) -> dict[str, list[Record]]:
    """CSL-JSON, by Python's json."""
    return {name: [of_csl(item) for item in json.loads(text)] for name, text in files.items()}


def with_bibtexparser(files: dict[str, str]) -> dict[str, list[Record]]:
    """BibTeX; nothing may fail to parse, and no key may stand twice."""
    return {name: _of_bibtex(text) for name, text in files.items()}


def _of_bibtex(text: str) -> list[Record]:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks, library.failed_blocks
    return [
        _of_entry(entry.entry_type, entry.key, {field.key: field.value for field in entry.fields})
        for entry in library.entries
    ]


def _of_entry(kind: str, key: str, fields: dict[str, str]) -> Record:
    names = re.split(r"\s+and\s+(?![^{]*})", fields["author"]) if "author" in fields else []
    authors = tuple(
        (_plain(name), "") if name.startswith("{") else _parted(_plain(name)) for name in names
    )
    month = fields.get("month", "")
    return Record(
        key,
        kind,
        fold(_plain(fields["title"])),
        authors,
        int(fields.get("year", "0").partition("-")[0]),
        MONTHS.index(month[:3]) + 1 if month else 0,
        fields.get("url", ""),
        fields.get("doi", ""),
    )


def _plain(tex: str) -> str:
    tex = re.sub(
        r"\\(textless|textgreater|textbackslash|textasciitilde|textasciicircum|emph|\^)(?:\{\}| |(?=\W|\d|$))",
        lambda found: TEX[found[1]],
        tex,
    )
    tex = re.sub(r"\\([&%$#_{}])", r"\1", tex)
    return (
        tex.replace("---", "—")
        .replace("--", "–")
        .replace("``", '"')
        .replace("''", '"')
        .replace("{", "")
        .replace("}", "")
    )


def with_rispy(files: dict[str, str]) -> dict[str, list[Record]]:
    """RIS, by rispy."""
    return {name: [_of_ris(record) for record in rispy.loads(text)] for name, text in files.items()}


def _of_ris(record: dict) -> Record:
    _, month, *_ = [*record.get("date", "").split("/"), "", ""]
    return Record(
        record["id"],
        record["type_of_reference"],
        fold(record["title"]),
        tuple(map(_parted, record.get("authors", ()))),
        int(record.get("year", 0)),
        int(month or 0),
        *record.get("urls", [""]),
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
