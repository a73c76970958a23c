"""A new entry at the end of bibliography.bib."""

import re
from pathlib import Path

from briefsite.load import bibtex, placeholders
from briefsite.load.text_files import read_text
from briefsite.model import ids
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem, nearest
from briefsite.rules.bibliography_rules import NEEDED, unfilled
from briefsite.scaffold import safe_write
from briefsite.scaffold.record_templates import fill
from briefsite.scaffold.refusal import COMMAND, Added, Given, RefusedError, text_of

NAME = bibtex.NAME
FORMS = {
    "author": "Family, Given and Family, Given; an organisation in a second pair of braces",
    "title": "the title, names in a second pair of braces",
    "date": "2024-06-11, 2024-05 or 2024",
    "url": "https://…",
}
"""What the template asks for, by field."""


def append_work(root: Path, corpus: Corpus, key: str, given: Given) -> Added:
    """Append the entry; returns what was added. Raises RefusedError."""
    kind = text_of(given, "type") or "online"
    _check_key(corpus, key)
    if kind not in NEEDED:
        hint = nearest(kind, NEEDED) or "known are " + ", ".join(NEEDED)
        raise RefusedError.because(f"--type: unknown type '{kind}'", hint)
    text, faults = read_text(root / NAME, NAME)
    if text.strip() and not faults:
        faults = bibtex.parse(text)[1]
    if faults:
        raise RefusedError(*faults)
    raw = (root / NAME).read_bytes().decode("utf-8")
    ending = "\r\n" if "\r\n" in raw else "\n"
    entry = _entry(key, kind, given).replace("\n", ending)
    grown = raw + ("" if raw.endswith("\n") else ending) + entry
    works, faults = bibtex.parse(grown.removeprefix("\ufeff").replace("\r\n", "\n"))
    if faults or len(works) != len(corpus.works) + 1 or key not in works:
        messages = [fault.message for fault in faults] or ["the entry would not parse"]
        hint = "close every brace in a value"
        raise RefusedError(*(Problem(COMMAND, 1, message, hint) for message in messages))
    safe_write.replace(root / NAME, grown)
    work = works[key]
    left = (unfilled(work, name) for name in work.fields if placeholders.TEXT in work[name])
    return Added(NAME, work.at.line, key, tuple(left))


def _check_key(corpus: Corpus, key: str) -> None:
    if not re.fullmatch(ids.KEY, key):
        plain = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
        raise RefusedError.because(
            f"'{key}' is not a key for a work" if key else "which work?",
            f"write it {plain}" if plain else "author-year, small letters: chun-2024",
        )
    if key in corpus.works:
        hint = f"a second work of that author and year: {key}b"
        raise RefusedError(corpus.works[key].at.problem(f"the key '{key}' is taken", hint))


def _entry(key: str, kind: str, given: Given) -> str:
    needed = [name for name, *_ in NEEDED[kind] if name not in FORMS]
    forms = {name: f"its {name}" for name in needed} | FORMS
    values = {
        name: f"{{{text_of(given, name) or f'{placeholders.TEXT}: {form}'}}}"
        for name, form in forms.items()
    }
    known = {name: values[name] for name in ("author", "title", "date")}
    url = given.get("url")
    return fill("work.bib.jinja", id=key, type=kind, needed=needed, values=values, url=url, **known)
