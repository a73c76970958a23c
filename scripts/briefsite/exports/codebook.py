"""The part of a hand-written page that describes the data files, for the marker `<!-- data -->`."""

from briefsite.exports import all_tables
from briefsite.model.corpus import Corpus
from briefsite.pages.rendering import render


def part(corpus: Corpus, path: str) -> str:
    """Every table as Markdown: its rows, its files and its fields."""
    return render("codebook.md.jinja", path, tables=all_tables.tables(corpus))
