"""Taking over works that other programs exported: into our keys and fields, all or none."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from briefsite.load import bibtex, csl_works, foreign_works, name_lists, ris_works, tex_text
from briefsite.load.foreign_works import Draft
from briefsite.load.text_files import decode
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.works import Work
from briefsite.rules import bibliography_rules
from briefsite.scaffold import safe_write
from briefsite.scaffold.refusal import Added, RefusedError

TYPES = {
    **dict.fromkeys(("electronic", "www", "webpage"), "online"),
    **dict.fromkeys(("phdthesis", "mastersthesis"), "thesis"),
    **dict.fromkeys(("conference", "proceedings"), "inproceedings"),
    **dict.fromkeys(("inbook", "bookinbook"), "incollection"),
    **dict.fromkeys(("collection", "mvbook"), "book"),
    **dict.fromkeys(("booklet", "manual", "unpublished", "software"), "misc"),
}
"""Types of BibTeX and biblatex that are another here."""
RENAMED = {
    "collection": "series",
    "hyphenation": "langid",
    "numpages": "pagetotal",
    **dict.fromkeys(("urlaccessdate", "lastchecked", "accessed"), "urldate"),
}
SHORT_FORMS = ("shortjournal", "journalabbr", "shortauthor")
"""Left out where the whole name stands beside it."""
SUBTITLES = {"journalsubtitle": "journaltitle", "booksubtitle": "booktitle"}


def add_works(root: Path, corpus: Corpus, source: str) -> tuple[list[Added], list[str]]:
    """Append the works of a file, or of standard input for "-"; returns them, and what was changed.

    Raises RefusedError, and has then added nothing.
    """
    name = "standard input" if source == "-" else source
    drafts, problems = _read(source, name)
    taken = set(corpus.works)
    entries: list[tuple[Draft, str, str]] = []
    for draft in drafts if not problems else ():
        adjusted = _adjusted(draft)
        key = _key(adjusted, taken)
        taken.add(key)
        entries.append((adjusted, key, _entry(key, adjusted)))
        problems += _faults(corpus, adjusted, key, entries[-1][2], name)
    if problems or not entries:
        raise RefusedError(*problems or [Problem(name, 1, "this holds no works")])
    raw = (root / bibtex.NAME).read_bytes().decode("utf-8")
    ending = "\r\n" if "\r\n" in raw else "\n"
    grown = raw + ("" if raw.endswith("\n") else ending)
    grown += "".join(f"\n{entry}\n" for *_, entry in entries).replace("\n", ending)
    works, faults = bibtex.parse(grown.removeprefix("\ufeff").replace("\r\n", "\n"))
    if faults:
        raise RefusedError(*faults)
    safe_write.replace(root / bibtex.NAME, grown)
    added = [Added(bibtex.NAME, works[key].at.line, key, ()) for _, key, _ in entries]
    return added, [f"{key}: {change}" for draft, key, _ in entries for change in _told(draft, key)]


def _read(source: str, name: str) -> tuple[list[Draft], list[Problem]]:
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        return [], [Problem(name, 1, f"this file can't be read: {error.strerror}")]
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        try:
            text = unicodedata.normalize("NFC", raw.decode("utf-8-sig"))
        except UnicodeDecodeError:
            return [], [Problem(name, 1, "this file is not UTF-8 text")]
        return csl_works.parse(text, name)
    text, problems = decode(raw, name)
    if problems:
        return [], problems
    if re.search(r"^TY {1,2}- ", text, re.M):
        return ris_works.parse(text, name)
    if not re.search(r"^\s*@\w+\s*[{(]", text, re.M):
        hint = "BibTeX, RIS and CSL-JSON are read"
        return [], [Problem(name, 1, "this is not a known file of works", hint)]
    works, problems = bibtex.parse(text, name)
    return [
        Draft(work.at.line, work.type, dict(work.written), work.dropped, work.key, _aliases(work))
        for work in works.values()
    ], problems


def _aliases(work: Work) -> list[str]:
    """The fields that are known here by biblatex's name."""
    given = dict(work.at.keys)
    return [f"'{old}' is '{new}'" for old, new in bibtex.ALIASES.items() if old in given]


def _adjusted(draft: Draft) -> Draft:
    """The draft with our types and fields; what is done is in its `changes`."""
    fields, changes = draft.fields.copy(), draft.changes.copy()
    kind = TYPES.get(draft.kind, draft.kind)
    if kind != draft.kind:
        changes.append(f"@{draft.kind} is @{kind}")
    if draft.kind in ("phdthesis", "mastersthesis") and "type" not in fields:
        fields["type"] = {"p": "PhD thesis", "m": "Master's thesis"}[draft.kind[0]]
    for old, new in RENAMED.items():
        if old in fields and new not in fields:
            fields[new] = fields.pop(old)
            changes.append(f"'{old}' is '{new}'")
    for short in SHORT_FORMS:
        if short in fields and fields.get("journaltitle" if "j" in short else "author"):
            del fields[short]
            changes.append(f"'{short}' left out")
    for part, whole in SUBTITLES.items():
        if part in fields and whole in fields:
            fields[whole] += f": {fields.pop(part)}"
            changes.append(f"'{part}' stands in '{whole}'")
    changes += _addresses(fields)
    changes += _dates(fields)
    return Draft(draft.line, kind, fields, draft.dropped, draft.key, changes)


def _addresses(fields: dict[str, str]) -> Iterator[str]:
    """Put addresses and DOIs into the form they have here; says what was done."""
    for name in ("howpublished", "note", "url"):
        match = re.fullmatch(r"(?:\\url)?\s*\{?(https?://[^\s{}]+)\}?", fields.get(name, ""))
        if match and (name == "url" or "url" not in fields):
            if fields[name] != match[1] or name != "url":
                yield f"the address in '{name}' is 'url'"
            del fields[name]
            fields["url"] = match[1]
    doi = re.search(r"10\.\d{4,9}/\S+", tex_text.verbatim(fields.get("doi", "")))
    if doi and doi[0] != fields["doi"]:
        fields["doi"] = doi[0]
        yield "'doi' is the DOI alone"
    if fields.get("eprint") and fields.get(
        "eprinttype", fields.get("archiveprefix", "")
    ).lower() == ("arxiv"):
        number = fields.pop("eprint")
        for name in ("eprinttype", "archiveprefix", "eprintclass", "primaryclass"):
            fields.pop(name, None)
        fields.setdefault("url", f"https://arxiv.org/abs/{number}")
        yield "'eprint' is 'url'"
    if re.search(r"doi\.org/", fields.get("url", "")) and fields.get("doi"):
        del fields["url"]
        yield "'url' is the DOI's, and left out"


def _dates(fields: dict[str, str]) -> Iterator[str]:
    """Join year, month and day, and write dates in EDTF where there is one reading only."""
    parts = [name for name in ("year", "month", "day") if fields.get(name)]
    if "date" not in fields and parts[:1] == ["year"]:
        entry = _entry("x", Draft(1, "misc", fields))
        works = bibtex.parse(entry)[0]
        # what is no month stays, for the rules to name
        if len(parts) == 1 or not any(bibliography_rules.dates_are_edtf(Corpus(works=works))):
            fields["date"] = works["x"].date
            yield f"{' and '.join(repr(name) for name in parts)} is 'date'"
            for name in parts:
                del fields[name]
    for name in ("date", "urldate", "eventdate", "origdate"):
        meant = foreign_works.edtf(fields.get(name, ""))
        if meant != fields.get(name, ""):
            yield f"'{name}' {fields[name]} is {meant}"
            fields[name] = meant


def _key(draft: Draft, taken: set[str]) -> str:
    """Author and year, small letters; a letter behind it where that is taken."""
    names = name_lists.parse(draft.fields.get("author") or draft.fields.get("editor") or "")
    first = names[0].family if names else tex_text.plain(draft.fields.get("title", ""))
    year = re.match(r"\d{4}", draft.fields.get("date", ""))
    ascii_only = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", ascii_only.replace("'", ""))[:3] or ["work"]
    base = "-".join([*words, *([year[0]] if year else [])])
    letters = ("", *"bcdefghijklmnopqrstuvwxyz")
    return next((base + letter for letter in letters if base + letter not in taken), base)


def _entry(key: str, draft: Draft) -> str:
    named = [name for name in ("author", "title") if name in draft.fields]
    width = max(map(len, draft.fields), default=0)
    lines = "".join(
        f"  {name.ljust(width)} = {{{draft.fields[name]}}},\n"
        for name in dict.fromkeys([*named, *draft.fields])
    )
    return f"@{draft.kind}{{{key},\n{lines}}}"


def _faults(corpus: Corpus, draft: Draft, key: str, entry: str, name: str) -> Iterator[Problem]:
    """What the rules of the bibliography find in the entry, at its line in the file it comes
    from; and whether it is here already."""
    works, problems = bibtex.parse(entry)
    for work in corpus.works.values():
        same = next(
            (
                each
                for each in ("doi", "url")
                if draft.fields.get(each) and work[each] == tex_text.verbatim(draft.fields[each])
            ),
            "",
        )
        if same:
            message = f"this work is here already, as {work.key}: its {same} is the same"
            yield Problem(name, draft.line, message, f"delete it from {name}")
            return
    found = [
        *problems,
        *(p for rule in bibliography_rules.RULES for p in rule(Corpus(works=works))),
    ]
    for problem in found:
        yield Problem(name, draft.line, problem.message.replace(f"{key}: ", "", 1), problem.hint)


def _told(draft: Draft, key: str) -> Iterator[str]:
    if draft.key and draft.key != key:
        yield f"the key was '{draft.key}'"
    yield from draft.changes
    if draft.dropped:
        yield f"left out: {', '.join(draft.dropped)}"
