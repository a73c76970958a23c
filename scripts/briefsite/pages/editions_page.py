"""The list of editions, /e/."""

from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render

PATH = "e/index.md"


def pages(corpus):
    """One page with every edition, newest first."""
    yield Page(
        PATH,
        "Editions",
        render("editions.md.jinja", PATH, editions=corpus.editions[::-1], corpus=corpus),
        "data/editions.yml",
        "Fixed editions of this site, to cite.",
        (("index.md", "Home"),),
    )
