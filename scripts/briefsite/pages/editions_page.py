"""The list of editions, /e/."""

from collections.abc import Iterator

from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import Page
from briefsite.pages.rendering import render


def pages(corpus: Corpus) -> Iterator[Page]:
    """One page with every edition, newest first."""
    yield Page(
        addresses.EDITIONS,
        "Editions",
        render("editions_page.md.jinja", addresses.EDITIONS, corpus=corpus, built=corpus.edition),
        data_paths.EDITIONS,
        "Fixed editions of this site, to cite.",
    )
