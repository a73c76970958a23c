"""Style rules that the data make: each brief's claims are underlined in its colour, wherever they are linked."""

from briefsite.pages.rendering import render


def made(corpus) -> str:
    """CSS, one rule for each brief."""
    return render("briefs.css.jinja", "index.md", corpus=corpus)
