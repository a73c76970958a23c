"""The list of editions, /e/."""

from briefsite.model import addresses
from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render


def pages(corpus):
    """One page with every edition, newest first."""
    yield Page(
        addresses.EDITIONS,
        "Editions",
        render(
            "editions.md.jinja", addresses.EDITIONS, editions=corpus.editions[::-1], corpus=corpus
        ),
        "data/editions.yml",
        "Fixed editions of this site, to cite.",
        ((addresses.HOME, "Home"),),
    )
