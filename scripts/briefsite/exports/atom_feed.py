"""Developments and verdicts as an Atom feed (RFC 4287)."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from briefsite.model import addresses, dates

NAME = "feed.xml"
SPACE = uuid.UUID("5d0f5c1c-4c5b-5a0e-9d6e-2f5e0a3a7c11")
"""Ids are made from what an entry is, below this one: they stay when the site moves to another address."""
NOON = "T12:00:00Z"
"""Data know days, Atom wants instants."""


@dataclass(frozen=True)
class Entry:
    """One item: its permanent id, the address below the site's root, and its texts in plain words."""

    id: str
    day: str
    title: str
    address: str
    summary: str
    kind: str


def entries(corpus) -> list[Entry]:
    """Every development and every verdict, newest first."""
    found = [_development(item) for item in corpus.developments]
    found += [
        _verdict(corpus, forecast, number, verdict)
        for forecast in corpus.forecasts
        for number, verdict in enumerate(forecast.verdicts)
    ]
    return sorted(found, key=lambda entry: (entry.day, entry.id), reverse=True)


def text(corpus, title: str, authors: list[str], address: str, licence: str) -> str:
    """The feed's XML for the site at `address` (with its slash); `authors` are names, `licence` its text's."""
    listed = entries(corpus)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("feed.xml.jinja").render(
        id=_urn("feed"),
        title=title,
        authors=authors,
        address=address,
        licence=licence,
        name=NAME,
        noon=NOON,
        entries=listed,
        updated=max((entry.day for entry in listed), default="1970-01-01"),
    )


def _development(item) -> Entry:
    sources = "One source." if item.single_source else ""
    return Entry(
        _urn(f"development/{item.id}"),
        item.added,
        f"{item.title} ({dates.spoken(item.edtf)})",
        addresses.web(addresses.development(item.id)),
        " ".join(filter(None, [item.says, sources, item.note])),
        "development",
    )


def _verdict(corpus, forecast, number: int, verdict) -> Entry:
    brief = corpus.brief_of[forecast.claim]
    before = f" Before: {forecast.verdicts[number - 1].verdict}." if number else ""
    return Entry(
        _urn(f"verdict/{forecast.claim}/{number + 1}"),
        verdict.judged,
        f"{forecast.title}: {verdict.verdict}",
        addresses.web(addresses.forecast(forecast.claim)),
        f"This site's judgement of what {brief.name} expected by {dates.spoken(forecast.horizon.edtf)}: {verdict.verdict}. {verdict.reason}{before}",
        "verdict",
    )


def _urn(name: str) -> str:
    return uuid.uuid5(SPACE, name).urn
