"""What the site is, for citing: from CITATION.cff, and its address from the environment.

cffconvert would add seven packages, among them a jsonschema of 2019, and names no lines.
"""

import re

from briefsite.load import validation
from briefsite.model import ids
from briefsite.model.citation_file import LICENCES, CitationFile, Project
from briefsite.model.problems import Problem, shown

NAME = "CITATION.cff"
PREVIEW = "http://127.0.0.1:8000/"
PREVIEW_HOSTS = ("http://127.0.0.1", "http://localhost")


def read(
    text: str, site_url: str = "", forge_url: str = ""
) -> tuple[Project | None, list[Problem]]:
    """The project of a CITATION.cff and what is wrong with the file.

    `site_url` is the site's address; `forge_url` the repository's, by default `repository-code`.
    """
    records = validation.parse_records(text, NAME, CitationFile)
    file, problems = records.content, records.problems
    for variable, given, form in (
        ("SITE_URL", site_url, ids.SITE_ADDRESS),
        ("FORGE_URL", forge_url, ids.REPOSITORY_ADDRESS),
    ):
        if given and not re.fullmatch(form, given):
            what = f"{variable} is '{shown(given)}'"
            problems.append(Problem(NAME, 1, what, f"it {ids.FORMS[form]}"))
    if problems or not file:
        return None, problems
    return Project(
        file.title,
        tuple(author.csl for author in file.authors),
        file.license,
        LICENCES[file.license],
        file.version,
        file.date_released,
        file.abstract or "",
        (site_url or PREVIEW).rstrip("/") + "/",
        not site_url or site_url.startswith(PREVIEW_HOSTS),
        (forge_url or file.repository_code or "").rstrip("/"),
    ), []
