"""Works in RIS, by the tags of its specification and of Zotero, EndNote and Mendeley."""

import re

from briefsite.load.foreign_works import Draft, edtf, placed, plain_tex
from briefsite.model.problems import Problem

RIS_LINE = re.compile(r"^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$")
RIS_TYPES = {
    **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "MGZN", "NEWS"), "article"),
    **dict.fromkeys(("ELEC", "WEB", "BLOG", "ICOMM"), "online"),
    **dict.fromkeys(("RPRT", "GOVDOC"), "report"),
    **dict.fromkeys(("BOOK", "EDBOOK", "EBOOK"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP"), "incollection"),
    **dict.fromkeys(("CONF", "CPAPER"), "inproceedings"),
    "THES": "thesis",
    "DATA": "dataset",
    "GEN": "misc",
    "UNPB": "misc",
}
RIS_FIELDS = {
    **dict.fromkeys(("TI", "T1", "CT"), "title"),
    **dict.fromkeys(("AU", "A1"), "author"),
    **dict.fromkeys(("ED", "A2"), "editor"),
    "A4": "translator",
    **dict.fromkeys(("T2", "JF", "JO", "BT"), "container"),
    "T3": "series",
    "PB": "publisher",
    "CY": "location",
    "VL": "volume",
    "IS": "number",
    "M1": "number",
    "M3": "type",
    "ET": "edition",
    "SN": "isbn",
    "DO": "doi",
    **dict.fromkeys(("UR", "L2", "LK"), "url"),
    "Y2": "urldate",
    **dict.fromkeys(("DA", "PY", "Y1"), "date"),
    "LA": "language",
    "ST": "shorttitle",
    "NV": "volumes",
    "OP": "origtitle",
    "N1": "note",
    "SP": "pages",
    "EP": "pages",
}
RIS_DROPPED = frozenset("AB AD AN C1 C2 CN DB DP ID J1 J2 JA KW L1 L3 L4 N2 RN SE TY U1 U2".split())


def parse(text: str, name: str) -> tuple[list[Draft], list[Problem]]:
    """The records of a RIS file; one that is not ended, or of an unknown type, is a Problem."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    record: list[tuple[str, str]] = []
    start = 1
    for line, written in enumerate(text.split("\n"), 1):
        match = RIS_LINE.match(written.rstrip())
        if not match and record and written.strip():
            record[-1] = (record[-1][0], f"{record[-1][1]} {written.strip()}".strip())
        if not match:
            continue
        tag, value = match[1], (match[2] or "").strip()
        if tag == "TY":
            if record:
                problems.append(Problem(name, start, "this record has no end", "ER  - closes it"))
            record, start = [], line
        if tag == "ER":
            drafts, problems = _ended(record, start, name, drafts, problems)
            record = []
        elif value or tag == "TY":
            record.append((tag, value))
    if record:
        problems.append(Problem(name, start, "this record has no end", "ER  - closes it"))
    return drafts, problems


def _ended(
    record: list[tuple[str, str]], line: int, name: str, drafts: list[Draft], faults: list[Problem]
) -> tuple[list[Draft], list[Problem]]:
    tags = dict(reversed(record))
    if (kind := tags.get("TY", "")) not in RIS_TYPES:
        hint = "known are " + ", ".join(RIS_TYPES)
        return drafts, [*faults, Problem(name, line, f"unknown type 'TY  - {kind}'", hint)]
    fields: dict[str, list[str]] = {}
    for tag, value in record:
        if target := RIS_FIELDS.get(tag):
            if tag in ("PY", "Y1") and "DA" in tags:
                continue
            text = edtf(value) if target in ("date", "urldate") else value
            text = _person(value) if target in ("author", "editor", "translator") else text
            fields.setdefault(target, []).append(text)
    unknown = [tag for tag, _ in record if tag not in RIS_FIELDS and tag not in RIS_DROPPED]
    lost = tuple(dict.fromkeys(tag for tag, _ in record if tag in RIS_DROPPED - {"TY", "ID"}))
    if unknown:
        message = f"unknown tag '{unknown[0]}'"
        faults = [*faults, Problem(name, line, message, "delete it, or say it in N1")]
    joined = {target: _joined(target, values) for target, values in fields.items()}
    draft = Draft(line, RIS_TYPES[kind], placed(RIS_TYPES[kind], kind, joined), lost)
    return [*drafts, draft], faults


def _person(name: str) -> str:
    """A name of RIS as BibTeX has it: one that ends with a comma is an organisation."""
    text = plain_tex(name.replace("\u201a", ",")) if not name.startswith("{") else name
    if name.endswith(",") and name.count(",") == 1:
        return f"{{{text.rstrip(', ')}}}"
    family, *rest = (part.strip() for part in text.split(","))
    return ", ".join((family, rest[1], rest[0])) if len(rest) == 2 else text


def _joined(target: str, values: list[str]) -> str:
    unique = list(dict.fromkeys(values))
    if target in ("author", "editor", "translator"):
        return " and ".join(unique)
    if target == "pages":
        return "--".join(unique)
    if target in ("date", "urldate", "title", "container", "url"):
        return unique[0] if target in ("date", "urldate") else plain_tex(unique[0])
    return ", ".join(map(plain_tex, unique))
