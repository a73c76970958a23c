"""The bibliography: every work, with where it is used on the site and in the briefs."""

from collections.abc import Iterator, Mapping

from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import Link, Page
from briefsite.pages.rendering import render

MARKER = "<!-- references -->"


def pages(corpus: Corpus) -> Iterator[Page]:
    """The page, with a marker where the formatted references go once they are known."""
    yield Page(
        addresses.BIBLIOGRAPHY,
        "Bibliography",
        render("bibliography_page.md.jinja", addresses.BIBLIOGRAPHY, corpus=corpus),
        data_paths.BIBLIOGRAPHY,
        "Every work cited on this site, and where.",
    )


def entries(corpus: Corpus, references: Mapping[str, str]) -> str:
    """The Markdown of all entries, in the order of `references` (key to formatted HTML)."""
    return render(
        "bibliography_entries.md.jinja",
        addresses.BIBLIOGRAPHY,
        items=[(corpus.works[key], html, _uses(corpus, key)) for key, html in references.items()],
        corpus=corpus,
    )


def _uses(corpus: Corpus, key: str) -> dict[str, object]:
    return {
        "claims": corpus.claims_citing.get(key, []),
        "pages": [
            Link(page.path.removeprefix("docs/"), page.title)
            for page in corpus.pages_citing.get(key, ())
        ],
        "events": corpus.events_sourced_by.get(key, []),
        "developments": corpus.developments_citing.get(key, []),
        "brief": corpus.brief.get(key),
        "original_of": [brief for brief in corpus.briefs if brief.original == key],
    }
