"""Style rules made from the data: each brief's claims are underlined in its colour, wherever they
are linked."""

from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.pages.rendering import render


def css(corpus: Corpus) -> str:
    """CSS, one rule for each brief."""
    return render("brief_stylesheet.css.jinja", addresses.HOME, corpus=corpus)
