"""All generated pages, in the order of the site."""

from collections.abc import Iterator

from pages import actors, bibliography, briefs, compare, editions, forecasts, glossary, timeline
from pages.page import Page

KINDS = (briefs, compare, timeline, forecasts, actors, glossary, bibliography, editions)


def generate(corpus) -> Iterator[Page]:
    """Every generated page of the site, from the data alone."""
    for kind in KINDS:
        yield from kind.pages(corpus)
