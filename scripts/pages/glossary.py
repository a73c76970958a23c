"""The glossary: terms and abbreviations, each with whose it is."""

from pages import links
from pages.markdown import render
from pages.page import Page

PATH = "glossary.md"


def pages(corpus):
    """One page with every term."""
    terms = sorted(corpus.terms, key=lambda term: term.term.casefold())
    yield Page(PATH, "Glossary", render("glossary.md.jinja", PATH, corpus=corpus, terms=terms, label=links.label),
               "data/glossary.yml", "Terms and abbreviations, and whose they are.", (("index.md", "Home"),))
