"""The page that describes the data files of the site, and writing them."""

from datetime import UTC, datetime
from pathlib import Path

from briefsite.citations.page_citations import SiteCitations
from briefsite.exports import all_tables, data_package
from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.pages.rendering import render


def codebook(corpus: Corpus, path: str) -> str:
    """Every table: its rows, its files and its fields."""
    return render("data_page.md.jinja", path, tables=all_tables.tables(corpus))


def write(corpus: Corpus, citations: SiteCitations, site: Path, build_time: int) -> None:
    """Write the data files below the built site; `build_time` is in seconds since 1970, UTC."""
    created = datetime.fromtimestamp(build_time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    about = data_package.About(citations.project, citations.version, created)
    folder = site / addresses.DATA_FILES
    folder.mkdir(exist_ok=True)
    for name, text in data_package.files(corpus, about).items():
        (folder / name).write_text(text, "utf-8", newline="")
