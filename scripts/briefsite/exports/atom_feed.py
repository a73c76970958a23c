"""Developments, verdicts and what is to be watched as an Atom feed (RFC 4287), from a template:
feedgen would need lxml and more lines."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from briefsite.model import addresses, dates, known_days, origins, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Development, Forecast
from briefsite.pages import watch_list

NAME = "feed.xml"
NAMESPACE = uuid.UUID("5d0f5c1c-4c5b-5a0e-9d6e-2f5e0a3a7c11")
"""Ids are made from what an entry is, below this one: they stay when the site moves to another
address."""
NOON = "T12:00:00Z"
"""Data know days, Atom wants instants."""


@dataclass(frozen=True)
class Entry:
    """One item: its permanent id, the address below the site's root, and its texts in plain
    words."""

    id: str
    day: str
    title: str
    address: str
    summary: str
    kind: str


def entries(corpus: Corpus) -> list[Entry]:
    """Every development and every verdict, and what would decide the open ones, newest first."""
    items = [_development(corpus, item) for item in corpus.developments]
    items += [
        _verdict(corpus, forecast, number)
        for forecast in corpus.forecasts
        for number in range(len(forecast.verdicts))
    ]
    items += _watch(corpus)
    return sorted(items, key=lambda entry: (entry.day, entry.id), reverse=True)


def feed_xml(corpus: Corpus, title: str, authors: list[str], address: str, licence: str) -> str:
    """The feed's XML for the site at `address` (with its slash); `authors` are names, `licence` its
    text's."""
    listed = entries(corpus)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("atom_feed.xml.jinja").render(
        id=_urn("feed"),
        title=title,
        authors=authors,
        address=address,
        page=address + addresses.web(addresses.SINCE),
        licence=licence,
        name=NAME,
        noon=NOON,
        entries=listed,
        updated=max((entry.day for entry in listed), default="1970-01-01"),
    )


def _development(corpus: Corpus, item: Development) -> Entry:
    origin = origins.mark(corpus, item).capitalize()
    return Entry(
        _urn(f"development/{item.id}"),
        item.added,
        f"{item.title} ({dates.spoken(item.edtf)})",
        addresses.web(addresses.development(item.id)),
        " ".join(filter(None, [item.says, origin and f"{origin}.", item.note])),
        "development",
    )


def _verdict(corpus: Corpus, forecast: Forecast, number: int) -> Entry:
    brief, verdict = corpus.brief_of[forecast.claim], forecast.verdicts[number]
    words = [vocabulary.VERDICTS[item.verdict] for item in forecast.verdicts]
    before = f" Before: {words[number - 1]}." if number else ""
    horizon = dates.spoken(forecast.horizon.edtf)
    return Entry(
        _urn(f"verdict/{forecast.claim}/{number + 1}"),
        verdict.judged,
        f"{forecast.title}: {words[number]}",
        addresses.web(addresses.forecast(forecast.claim)),
        f"This site's judgment of what {brief.name} expected by {horizon}: "
        f"{words[number]}. {verdict.reason}{before}",
        "verdict",
    )


def _watch(corpus: Corpus) -> list[Entry]:
    """One entry, renewed with every verdict, that says by when the open forecasts are decided."""
    watched = watch_list.watch(corpus)
    if not watched:
        return []
    dated = [item for item in watched if item.until]
    lines = [
        f"By {dates.spoken(item.end)}: {item.forecast.title} ({item.brief.label}). "
        f"For: {item.forecast.confirms} Against: {item.forecast.refutes}"
        for item in dated
    ]
    if endless := len(watched) - len(dated):
        lines.append(f"Without an end: {endless} more.")
    return [
        Entry(
            _urn("watch"),
            known_days.newest(corpus).isoformat(),
            "Watch: what would decide the open forecasts",
            f"{addresses.web(addresses.FORECASTS)}#watch",
            " ".join(lines),
            "watch",
        )
    ]


def _urn(name: str) -> str:
    return uuid.uuid5(NAMESPACE, name).urn
