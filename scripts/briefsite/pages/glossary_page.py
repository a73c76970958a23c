"""The glossary: terms and abbreviations, each with whose it is."""

from briefsite.model import addresses
from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render


def pages(corpus):
    """One page with every term."""
    terms = sorted(corpus.terms, key=lambda term: term.term.casefold())
    yield Page(
        addresses.GLOSSARY,
        "Glossary",
        render("glossary.md.jinja", addresses.GLOSSARY, corpus=corpus, terms=terms),
        "data/glossary.yml",
        "Terms and abbreviations, and whose they are.",
        ((addresses.HOME, "Home"),),
    )
