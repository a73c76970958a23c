"""The glossary: terms and abbreviations, each with whose it is."""

from collections.abc import Iterator

from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import Page
from briefsite.pages.rendering import render


def pages(corpus: Corpus) -> Iterator[Page]:
    """One page with every term."""
    terms = sorted(corpus.terms, key=lambda term: term.term.casefold())
    yield Page(
        addresses.GLOSSARY,
        "Glossary",
        render("glossary_page.md.jinja", addresses.GLOSSARY, corpus=corpus, terms=terms),
        data_paths.GLOSSARY,
        "Terms and abbreviations, and whose they are.",
    )
