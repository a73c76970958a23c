"""What the site is, for citing: from CITATION.cff alone, and the address from SITE_URL."""

import re
from dataclasses import dataclass

from briefsite.load import yaml_lines
from briefsite.model import dates
from briefsite.model.problems import Problem, nearest, shown

NAME = "CITATION.cff"
WEB = re.compile(r"https?://[^\s<>\"'?#]+")
LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}
KEYS = (
    "abstract",
    "authors",
    "cff-version",
    "commit",
    "contact",
    "date-released",
    "doi",
    "identifiers",
    "keywords",
    "license",
    "license-url",
    "message",
    "preferred-citation",
    "references",
    "repository",
    "repository-artifact",
    "repository-code",
    "title",
    "type",
    "url",
    "version",
)
PREVIEW = "http://127.0.0.1:8000/"
PREVIEW_HOSTS = ("http://127.0.0.1", "http://localhost")


@dataclass(frozen=True)
class Project:
    """`authors` are CSL names: {"literal": …} for organisations, {"family": …, "given": …} for people.

    `address` ends with a slash; `preview` says that it is not one to cite. `forge` is where the
    project is worked on, or "".
    """

    title: str
    authors: tuple[dict, ...]
    licence: str
    licence_address: str
    version: str
    released: str
    abstract: str
    address: str
    preview: bool
    forge: str = ""


def read(
    text: str, site_url: str = "", forge_url: str = ""
) -> tuple[Project | None, list[Problem]]:
    """The project of a CITATION.cff (Citation File Format 1.2) and what is wrong with the file.

    `site_url` is the site's address, `forge_url` the repository's, which else is `repository-code`.
    """
    value, problems = yaml_lines.parse(text, NAME)
    if not isinstance(value, dict):
        return None, problems or [Problem(NAME, 1, "this file must hold keys and values")]
    lines = dict(value.mark.keys)
    for key, item in value.items():
        if (
            key != "authors"
            and key
            in ("title", "license", "version", "date-released", "abstract", "repository-code")
            and item is not None
            and not isinstance(item, str)
        ):
            problems.append(Problem(NAME, lines[key], f"'{key}' must be text"))
            value[key] = None
    problems += [
        Problem(NAME, lines[key], f"unknown key '{shown(key)}'", nearest(key, KEYS))
        for key in value
        if key not in KEYS
    ]
    for key in ("title", "authors", "license", "version", "date-released"):
        if not value.get(key):
            problems.append(Problem(NAME, lines.get(key, 1), f"the field '{key}' is missing"))
    listed = value.get("authors") if isinstance(value.get("authors"), list) else []
    authors = tuple(_author(item) for item in listed if isinstance(item, dict))
    try:
        dates.parse(value.get("date-released") or "2000")
    except ValueError as error:
        problems.append(
            Problem(
                NAME, lines["date-released"], f"'date-released': {error}", "write it 2026-11-22"
            )
        )
    if value.get("authors") and (
        not authors or not all(authors) or len(authors) != len(value["authors"])
    ):
        problems.append(
            Problem(
                NAME,
                lines["authors"],
                "an author needs 'name', or 'family-names' and 'given-names'",
            )
        )
    licence = value.get("license") or ""
    if licence and licence not in LICENCES:
        problems.append(
            Problem(
                NAME,
                lines["license"],
                f"unknown licence '{shown(licence)}'",
                nearest(licence, LICENCES) or "known: " + ", ".join(LICENCES),
            )
        )
    forge = (forge_url or value.get("repository-code") or "").rstrip("/")
    if forge and not WEB.fullmatch(forge):
        problems.append(
            Problem(
                NAME,
                1,
                f"FORGE_URL is '{shown(forge)}'",
                "it is the repository's address, beginning with https://",
            )
            if forge_url
            else Problem(
                NAME,
                lines["repository-code"],
                f"'repository-code' is '{shown(forge)}'",
                "write the repository's address, beginning with https://",
            )
        )
    if problems:
        return None, problems
    return Project(
        value["title"],
        authors,
        licence,
        LICENCES[licence],
        value["version"],
        value["date-released"],
        value.get("abstract") or "",
        (site_url or PREVIEW).rstrip("/") + "/",
        not site_url or site_url.startswith(PREVIEW_HOSTS),
        forge,
    ), []


def _author(item: dict) -> dict:
    texts = {key: text for key, text in item.items() if isinstance(text, str)}
    if texts.get("name"):
        return {"literal": texts["name"]}
    if texts.get("family-names") and texts.get("given-names"):
        return {"family": texts["family-names"], "given": texts["given-names"]}
    return {}
