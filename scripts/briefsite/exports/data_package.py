"""datapackage.json: what the files are, for programs (Data Package and Table Schema, version 1)."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefsite.exports import table_formats
from briefsite.exports.all_tables import tables
from briefsite.exports.table import Column, Table
from briefsite.exports.table_formats import SEPARATOR, Format
from briefsite.model import addresses
from briefsite.model.citation_file import Project
from briefsite.model.corpus import Corpus
from briefsite.model.works import Work

NAME = "datapackage.json"
MEDIA_TYPE = "application/json"
QUOTED = (
    "Text is this site's own, but for the hedges and quotations of claims and for what "
    "stands in quotation marks: these are "
    "single terms and short phrases of the briefs, quoted; they belong to the briefs' "
    "authors and are not under this licence."
)
JOINED = (
    f"A list; its items stand with '{SEPARATOR}' between them, and a bar within an item is"
    f" written \\|, a backslash \\\\."
)


@dataclass(frozen=True)
class About:
    """What the package says of itself. `version` is that of the data; `build_time` is in seconds
    since 1970, UTC: the time of the commit, so that the same commit gives the same bytes."""

    project: Project
    version: str
    build_time: int

    @property
    def created(self) -> str:
        """The build time in RFC 3339."""
        return datetime.fromtimestamp(self.build_time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def files(corpus: Corpus, about: About) -> dict[str, bytes]:
    """The content of every data file by its name."""
    contents: dict[str, bytes] = {}
    resources: list[dict[str, Any]] = []
    for table in tables(corpus):
        for form in table_formats.FORMATS:
            content = contents[form.name(table)] = form.write(table)
            resources.append(_resource(table, form, content))
    package = json.dumps(_package(corpus, about, resources), ensure_ascii=False, indent=1)
    return contents | {NAME: f"{package}\n".encode()}


def write(corpus: Corpus, about: About, site: Path) -> None:
    """Write the data files into their folder of the built site."""
    folder = site / addresses.DATA_FILES
    folder.mkdir(exist_ok=True)
    for name, content in files(corpus, about).items():
        (folder / name).write_bytes(content)


def downloads(corpus: Corpus, site: str) -> list[tuple[str, str, str]]:
    """(name, media type, address) of the data files; `site` is the site's address."""
    names = [(NAME, MEDIA_TYPE)] + [
        (form.name(table), form.media) for table in tables(corpus) for form in table_formats.FORMATS
    ]
    return [(name, media, f"{site}{addresses.DATA_FILES}/{name}") for name, media in names]


def _package(corpus: Corpus, about: About, resources: list[dict[str, Any]]) -> dict[str, Any]:
    project = about.project
    return {
        "profile": "data-package",
        "name": "-".join(re.findall("[a-z0-9]+", project.title.lower())) or "data",
        "title": project.title,
        "description": f"{project.abstract} {QUOTED}".strip(),
        "homepage": f"{project.address}{addresses.DATA_FILES}/",
        "version": about.version,
        "created": about.created,
        "licenses": [
            {
                "name": project.licence,
                "path": project.licence_address,
                "title": f"{project.licence}, for what is this site's own",
            }
        ],
        "contributors": [
            {"title": author.get("literal") or f"{author['given']} {author['family']}"}
            | {"role": "author"}
            for author in project.authors
        ],
        "sources": [_source(corpus.works[brief.key]) for brief in corpus.briefs],
        "resources": resources,
    }


def _source(work: Work) -> dict[str, str]:
    source = {"title": f"{'; '.join(work.authors)}: {work.title} ({work.date[:4]})"}
    return source | ({"path": work["url"]} if work["url"] else {})


def _resource(table: Table, form: Format, content: bytes) -> dict[str, Any]:
    tabular = form.dialect is not None
    return {
        "profile": "tabular-data-resource" if tabular else "data-resource",
        "name": table.name if tabular else f"{table.name}-{form.extension}",
        "path": form.name(table),
        "title": table.title,
        "description": f"{table.description} {form.note}".strip(),
        "format": form.extension,
        "mediatype": form.media,
        **({"encoding": form.encoding} if form.encoding else {}),
        **({"dialect": form.dialect, "schema": _schema(table)} if tabular else {}),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _schema(table: Table) -> dict[str, Any]:
    references = [(field, *target.split(".")) for field, target in table.foreign.items()]
    keys = [
        {"fields": field, "reference": {"resource": resource, "fields": key}}
        for field, resource, key in references
    ]
    return {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    constraints |= {"enum": list(column.enum)} if column.enum else {}
    return {
        "name": column.name,
        "type": "string" if column.many else column.type,
        "description": f"{column.description}{' ' + JOINED if column.many else ''}",
        **({"constraints": constraints} if constraints else {}),
    }
