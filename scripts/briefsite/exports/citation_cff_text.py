"""CITATION.cff of an edition: its version, day and address, and the briefs as references, in the
Citation File Format 1.2.0; and .zenodo.json beside it."""

import json
import re
from typing import Any

import yaml

from briefsite.model import dates
from briefsite.model.corpus import Corpus
from briefsite.model.works import Name, Work

TYPES = {
    "report": "report",
    "techreport": "report",
    "article": "article",
    "book": "book",
    "online": "website",
    "thesis": "thesis",
    "dataset": "data",
}
"""BibTeX's types of entries, and the format's; any other is `generic`."""
FIELDS = {"series": "collection-title", "number": "number", "url": "url", "doi": "doi"}
REFERENCES = re.compile(r"^references:.*\n(?:(?:[ -].*)?\n)*", re.M)


def of_edition(text: str, corpus: Corpus, name: str, day: str, address: str = "") -> str:
    """The text of CITATION.cff for an edition `name` of `day`, at `address` where that is known.

    What else stands there stays as it is.
    """
    text = _with(_with(text, "version", name), "date-released", day)
    return with_references(_with(text, "url", address) if address else text, corpus)


def with_references(text: str, corpus: Corpus) -> str:
    """The text of CITATION.cff with the briefs as its references."""
    listed = [reference(corpus.works[brief.key]) for brief in corpus.briefs]
    block = yaml.safe_dump(  # pyright: ignore[reportUnknownMemberType]
        {"references": listed}, sort_keys=False, allow_unicode=True, width=1000
    )
    return REFERENCES.sub("", text).rstrip("\n") + "\n" + block


def zenodo_of_edition(text: str, name: str) -> str:
    """The text of .zenodo.json for an edition."""
    told = json.loads(text) | {"version": name}
    lines = (f"  {json.dumps(key)}: {json.dumps(told[key], ensure_ascii=False)}" for key in told)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _with(text: str, key: str, value: str) -> str:
    line = f'{key}: "{value}"'
    replaced, count = re.subn(rf"^{key}:.*$", line, text, count=1, flags=re.M)
    if count:
        return replaced
    found = REFERENCES.search(text)
    place = found.start() if found else len(text)
    return f"{text[:place].rstrip(chr(10))}\n{line}\n{text[place:]}"


def reference(work: Work) -> dict[str, Any]:
    """A work as a reference of the format."""
    made: dict[str, Any] = {
        "type": TYPES.get(work.type, "generic"),
        "title": work.full_title,
        "authors": [_author(name) for name in work.people.get("author", ())]
        or [{"name": work.publisher}],
    }
    if work["institution"]:
        made["institution"] = {"name": work["institution"]}
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", work.date):
        made["date-published"] = work.date
    elif work.date:
        made["year"] = dates.parse(work.date).earliest.year
    return made | {key: work[field] for field, key in FIELDS.items() if work[field]}


def _author(name: Name) -> dict[str, str]:
    if name.whole:
        return {"name": name.family}
    parts = {
        "family-names": name.family,
        "given-names": name.given,
        "name-particle": name.particle,
        "name-suffix": name.suffix,
    }
    return {key: value for key, value in parts.items() if value}
