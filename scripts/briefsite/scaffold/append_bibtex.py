"""A new entry at the end of bibliography.bib."""

import re
from pathlib import Path

from briefsite.load import bibtex, placeholders
from briefsite.load.text_files import read_text
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem, nearest
from briefsite.rules.bibliography_rules import NEEDED
from briefsite.scaffold import safe_write
from briefsite.scaffold.record_templates import fill

NAME = bibtex.NAME
TOLD = {
    "author": "Family, Given and Family, Given; an organisation in a second pair of braces",
    "title": "the title, names in a second pair of braces",
    "date": "2024-06-11, 2024-05 or 2024",
    "url": "https://…",
}


def add(root: Path, corpus: Corpus, key: str, given: dict):
    """Append the entry; returns Added. Raises Refused."""
    from briefsite.scaffold.new_record import Added, Refused

    kind = given.get("type") or "online"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key or ""):
        plain = re.sub(r"[^a-z0-9]+", "-", (key or "").lower()).strip("-")
        raise Refused(
            Problem(
                "build.py new",
                1,
                f"'{key}' is no key for a work" if key else "which work?",
                f"write it {plain}" if plain else "author-year, small letters: chun-2024",
            )
        )
    if key in corpus.works:
        raise Refused(
            Problem(
                NAME,
                corpus.works[key].at.line,
                f"the key '{key}' is taken",
                f"a second work of that author and year: {key}b",
            )
        )
    if kind not in NEEDED:
        raise Refused(
            Problem(
                "build.py new",
                1,
                f"--type: unknown type '{kind}'",
                nearest(kind, NEEDED) or "known are " + ", ".join(NEEDED),
            )
        )
    text, faults = read_text(root / NAME, NAME)
    if text.strip() and not faults:
        faults = bibtex.parse(text)[1]
    if faults:
        raise Refused(*faults)
    needed = [names[0] for names in NEEDED[kind] if names[0] not in TOLD]
    values = {
        name: f"{{{given[name]}}}"
        if given.get(name)
        else f"{{{placeholders.TEXT}: {TOLD.get(name, 'its ' + name)}}}"
        for name in (*TOLD, *needed)
    }
    entry = fill(
        "work.bib.jinja",
        id=key,
        type=kind,
        needed=needed,
        values=values,
        url=given.get("url"),
        **{name: values[name] for name in ("author", "title", "date")},
    )
    raw = (root / NAME).read_bytes().decode("utf-8")
    ending = "\r\n" if "\r\n" in raw else "\n"
    made = raw + ("" if raw.endswith("\n") else ending) + entry.replace("\n", ending)
    works, faults = bibtex.parse(made.removeprefix("\ufeff").replace("\r\n", "\n"))
    if faults or len(works) != len(corpus.works) + 1 or key not in works:
        raise Refused(
            *(
                Problem("build.py new", 1, fault.message, "a brace in a value stands with its pair")
                for fault in faults or [Problem("", 1, "the entry would not parse")]
            )
        )
    safe_write.replace(root / NAME, made)
    work = works[key]
    left = tuple(
        work.at.problem(
            f"{key}: '{name}' is still the template's text", value.partition(": ")[2], name
        )
        for name, value in work.fields.items()
        if placeholders.TEXT in value
    )
    return Added(NAME, work.at.line, key, left)
