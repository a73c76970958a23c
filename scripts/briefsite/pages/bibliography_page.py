"""The bibliography: every work, with where it is used on the site and in the briefs."""

import unicodedata
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from briefsite.model import addresses, data_paths, dates
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import Link, Page
from briefsite.model.works import Work
from briefsite.pages.rendering import render

LABELS = {
    "location": "Place",
    "volume": "Volume",
    "issue": "Issue",
    "part": "Part",
    "chapter": "Chapter",
    "version": "Version",
    "volumes": "Volumes",
    "pagetotal": "Pages",
    "pubstate": "State",
    "eventtitle": "Event",
    "venue": "Venue",
    "origtitle": "Original title",
    "addendum": "Note",
    "issn": "ISSN",
}
"""Fields that some style leaves out, and what the page calls them."""
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
        items=[
            (
                corpus.works[key],
                html,
                _uses(corpus, key),
                _unsaid(corpus.works[key], html),
                _origin(corpus.works[key], html),
            )
            for key, html in references.items()
        ],
        letters=letters(references),
        corpus=corpus,
    )


def letters(references: Mapping[str, str]) -> dict[str, str]:
    """The letters that references begin with, without accents, each with the key of its first work;
    of Korean the first consonant, of figures "0–9"."""
    first: dict[str, str] = {}
    for key, reference in references.items():
        said = unicodedata.normalize("NFD", Markup(reference).striptags())
        sign = next((sign for sign in said if sign.isalnum()), "")
        first.setdefault("0–9" if sign.isdigit() else sign.upper(), key)
    first.pop("", None)
    return first


def _unsaid(work: Work, reference: str) -> list[tuple[str, str]]:
    """(label, value) of what the entry says and the citation style leaves out of the reference."""
    said = Markup(reference).striptags()
    values = [(label, work[field]) for field, label in LABELS.items()]
    if work.date[4:5] == "-" and dates.MONTHS[int(work.date[5:7])] not in said:
        values.append(("Published", dates.spoken(work.date)))
    return [(label, value) for label, value in values if value and value not in said]


def _origin(work: Work, reference: str) -> str:
    """Where the report is from, "" where the reference names that already."""
    return work["origin"] if work["origin"] not in Markup(reference).striptags() else ""


def _uses(corpus: Corpus, key: str) -> dict[str, object]:
    return {
        "claims": [
            Link(addresses.claim(corpus, claim.id), claim.id)
            for claim in corpus.claims_citing.get(key, ())
        ],
        "pages": [
            Link(page.path.removeprefix("docs/"), page.title)
            for page in corpus.pages_citing.get(key, ())
        ],
        "events": [
            Link(addresses.event_entry(corpus, event), event.title)
            for event in corpus.events_sourced_by.get(key, ())
        ],
        "developments": [
            Link(addresses.development_entry(corpus, development), development.title)
            for development in corpus.developments_citing.get(key, ())
        ],
        "brief": corpus.brief.get(key),
        "original_of": [brief for brief in corpus.briefs if brief.original == key],
    }
