"""All generated pages, in the order of the site. model/addresses lists the same pages from the data
alone."""

from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import Page
from briefsite.pages import (
    account_pages,
    actor_pages,
    bibliography_page,
    brief_pages,
    comparison_page,
    editions_page,
    forecast_ledger,
    glossary_page,
    timeline_pages,
)

PAGE_MODULES = (
    brief_pages,
    account_pages,
    comparison_page,
    timeline_pages,
    forecast_ledger,
    actor_pages,
    glossary_page,
    bibliography_page,
    editions_page,
)


def generate(corpus: Corpus) -> Iterator[Page]:
    """Every generated page of the site, from the data alone."""
    for kind in PAGE_MODULES:
        yield from kind.pages(corpus)
