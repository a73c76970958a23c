"""datapackage.json: what the files are, for programs (Data Package and Table Schema, version 1)."""

import hashlib
import json
from dataclasses import dataclass

from briefsite.exports.all_tables import tables
from briefsite.exports.table_formats import SEPARATOR, as_csv, as_json

NAME = "datapackage.json"
QUOTED = (
    "Text is this site's own, but for the hedges and quotations of claims and for what stands in quotation marks: these are "
    "single terms and short phrases of the briefs, quoted; they belong to the briefs' authors and are not under this licence."
)
IN_JSON = "The same rows and columns as JSON: lists are arrays, nothing is null, and no cell has an apostrophe put before it."
JOINED = f"A list; its items stand with '{SEPARATOR}' between them, and a bar within an item is written \\|, a backslash \\\\."


@dataclass(frozen=True)
class About:
    """What the package says of itself. `created` is RFC 3339, `homepage` where the files are shown,
    `authors` CSL names."""

    title: str
    abstract: str
    homepage: str
    version: str
    created: str
    licence: str
    licence_address: str
    authors: tuple[dict, ...]


def files(corpus, about: About) -> dict[str, str]:
    """The text of every data file by its name."""
    texts, resources = {}, []
    for table in tables(corpus):
        for form, write, describe in (("csv", as_csv, _csv), ("json", as_json, _json)):
            name = f"{table.name}.{form}"
            texts[name] = write(table)
            resources.append(describe(table, name) | _measured(texts[name]))
    texts[NAME] = (
        json.dumps(_package(corpus, about, resources), ensure_ascii=False, indent=1) + "\n"
    )
    return texts


def _package(corpus, about: About, resources: list[dict]) -> dict:
    return {
        "profile": "data-package",
        "name": "-".join(
            "".join(
                char if char.isascii() and char.isalnum() else " " for char in about.title.lower()
            ).split()
        )
        or "data",
        "title": about.title,
        "description": f"{about.abstract} {QUOTED}".strip(),
        "homepage": about.homepage,
        "version": about.version,
        "created": about.created,
        "licenses": [
            {
                "name": about.licence,
                "path": about.licence_address,
                "title": f"{about.licence}, for what is this site's own",
            }
        ],
        "contributors": [
            {
                "title": person.get("literal") or f"{person['given']} {person['family']}",
                "role": "author",
            }
            for person in about.authors
        ],
        "sources": [_source(corpus.works[brief.key]) for brief in corpus.briefs],
        "resources": resources,
    }


def _source(work) -> dict:
    return {"title": f"{'; '.join(work.authors)}: {work.title} ({work.date[:4]})"} | (
        {"path": work["url"]} if work["url"] else {}
    )


def _csv(table, path: str) -> dict:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path,
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": _schema(table),
    }


def _json(table, path: str) -> dict:
    return {
        "profile": "data-resource",
        "name": f"{table.name}-json",
        "path": path,
        "title": table.title,
        "description": f"{table.description} {IN_JSON}",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }


def _schema(table) -> dict:
    keys = [
        {
            "fields": field,
            "reference": {"resource": target.partition(".")[0], "fields": target.partition(".")[2]},
        }
        for field, target in table.foreign
    ]
    return (
        {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
        | ({"primaryKey": list(table.key)} if table.key else {})
        | ({"foreignKeys": keys} if keys else {})
    )


def _field(column) -> dict:
    rules = ({"required": True} if column.required else {}) | (
        {"enum": list(column.enum)} if column.enum else {}
    )
    return {
        "name": column.name,
        "type": "string" if column.many else column.type,
        "description": f"{column.description}{' ' + JOINED if column.many else ''}",
    } | ({"constraints": rules} if rules else {})


def _measured(text: str) -> dict:
    content = text.encode()
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
