"""The bibliography: every work, with where it is used on the site and in the briefs."""

from briefsite.model import addresses
from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render

MARKER = "<!-- references -->"


def pages(corpus):
    """The page, with a marker where the formatted references go once they are known."""
    yield Page(
        addresses.BIBLIOGRAPHY,
        "Bibliography",
        render("bibliography.md.jinja", addresses.BIBLIOGRAPHY, corpus=corpus),
        "bibliography.bib",
        "Every work cited on this site, and where.",
        ((addresses.HOME, "Home"),),
    )


def entries(corpus, references: dict[str, str]) -> str:
    """The Markdown of all entries, in the order of `references` (key to formatted HTML)."""
    items = [(corpus.works[key], html, _uses(corpus, key)) for key, html in references.items()]
    return render(
        "references.md.jinja",
        addresses.BIBLIOGRAPHY,
        items=items,
        corpus=corpus,
    )


def _uses(corpus, key: str) -> dict:
    return {
        "claims": corpus.claims_citing.get(key, []),
        "pages": [
            (page.path.removeprefix("docs/"), page.title)
            for page in corpus.pages_citing.get(key, ())
        ],
        "events": corpus.events_sourced_by.get(key, []),
        "developments": corpus.developments_citing.get(key, []),
        "brief": corpus.brief.get(key),
        "original_of": [brief for brief in corpus.briefs if brief.original == key],
    }
