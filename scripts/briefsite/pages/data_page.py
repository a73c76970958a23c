"""The data files of the site, and the page that describes them."""

from datetime import UTC, datetime
from pathlib import Path

from briefsite.exports import all_tables, data_package
from briefsite.load.bibtex import NAME as BIBLIOGRAPHY
from briefsite.load.project import LISTS
from briefsite.model import addresses
from briefsite.pages.rendering import render


def codebook(corpus, path: str) -> str:
    """Every table: its rows, its files and its fields."""
    return render("data.md.jinja", path, tables=all_tables.tables(corpus))


def sources(corpus) -> list[str]:
    """The files of the project that the data are made from."""
    return [
        *sorted(path for path, _ in LISTS.values()),
        *(brief.at.path for brief in corpus.briefs),
        BIBLIOGRAPHY,
    ]


def downloads(corpus, address: str) -> list[tuple[str, str, str]]:
    """(name, media type, address) of the data files; `address` is the site's."""
    forms = (("csv", "text/csv"), ("json", "application/json"))
    return [
        (
            data_package.NAME,
            "application/json",
            f"{address}{addresses.DATA_FILES}/{data_package.NAME}",
        ),
        *(
            (f"{table.name}.{form}", media, f"{address}{addresses.DATA_FILES}/{table.name}.{form}")
            for table in all_tables.tables(corpus)
            for form, media in forms
        ),
    ]


def write(corpus, cite, site: Path, build_time: int) -> None:
    """Write the data files below the built site; `build_time` is in seconds since 1970, UTC."""
    (site / addresses.DATA_FILES).mkdir(exist_ok=True)
    for name, text in data_package.files(corpus, _about(cite, build_time)).items():
        (site / addresses.DATA_FILES / name).write_text(text, "utf-8", newline="")


def _about(cite, build_time: int) -> data_package.About:
    """What the package says of itself; `created` is the time of the commit, so that it builds alike again."""
    project = cite.project
    created = datetime.fromtimestamp(build_time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return data_package.About(
        project.title,
        project.abstract,
        f"{project.address}{addresses.DATA_FILES}/",
        cite.version,
        created,
        project.licence,
        project.licence_address,
        project.authors,
    )
