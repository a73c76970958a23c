"""The glossary: terms and abbreviations, each with whose it is."""

from briefsite.pages import claim_links
from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render

PATH = "glossary.md"


def pages(corpus):
    """One page with every term."""
    terms = sorted(corpus.terms, key=lambda term: term.term.casefold())
    yield Page(
        PATH,
        "Glossary",
        render("glossary.md.jinja", PATH, corpus=corpus, terms=terms, label=claim_links.label),
        "data/glossary.yml",
        "Terms and abbreviations, and whose they are.",
        (("index.md", "Home"),),
    )
