"""The ledger: what each brief expected, on which condition, by when, and what then happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from briefsite.model import addresses, data_paths, known_days
from briefsite.model.corpus import Corpus, derived
from briefsite.model.generated_page import HOME, Link, Page, with_neighbours
from briefsite.model.outcomes import Development, Forecast
from briefsite.model.records import Brief
from briefsite.model.sentences import first
from briefsite.model.works import Work
from briefsite.pages import forecast_tally, publication_gap, watch_list
from briefsite.pages.charts import outcome_picture, outcome_rows
from briefsite.pages.charts.picture_file import Picture
from briefsite.pages.rendering import render

OVERVIEW = Link(addresses.FORECASTS, "Forecasts")
URL_STATUS_RANK = {"canonical": 0, "primary": 1, "": 2, "republication": 3}
"""How near an address is to the report itself, by its `urlstatus`."""
TITLES = {
    "decided": "Dated and decided",
    "undecidable": "Dated and undecidable",
    "open": "Dated and open",
    "open-ended": "Open-ended",
}
"""The sections of forecast_tally.SECTIONS as headings."""
NAMED = 3
"""So many forecasts that risked something a brief's counts name."""


@dataclass(frozen=True)
class Ledger:
    """What the overview shows of a brief: its forecasts in order, counts, and its picture: the rows
    that are dated, those without an end, and all of them as a file."""

    brief: Brief
    forecasts: Sequence[Forecast]
    tally: forecast_tally.Tally
    dated: str
    endless: str
    file: Picture


def pages(corpus: Corpus) -> Iterator[Page]:
    """The overview, where there is anything to show, and each brief's ledger."""
    briefs = [brief for brief in corpus.briefs if forecasts_of(corpus, brief)]
    if not briefs:
        return
    yield Page(
        *OVERVIEW,
        _overview(corpus),
        data_paths.FORECASTS,
        "What each brief expected, by when, and what then happened.",
        further_sources=(data_paths.DEVELOPMENTS,),
    )
    for brief, before, after in with_neighbours(briefs, _link):
        path = addresses.ledger(brief.key)
        body = render(
            "forecast_ledger.md.jinja",
            path,
            corpus=corpus,
            brief=brief,
            forecasts=forecasts_of(corpus, brief),
            gap=publication_gap.gap,
        )
        yield Page(
            path,
            f"{brief.label}: expectations and outcomes",
            body,
            data_paths.FORECASTS,
            f"What {brief.name} expected, on which condition, by when, and what then happened.",
            (HOME, OVERVIEW),
            before,
            after,
            further_sources=(data_paths.DEVELOPMENTS,),
        )


def _link(brief: Brief) -> Link:
    return Link(addresses.ledger(brief.key), brief.label)


def forecasts_of(corpus: Corpus, brief: Brief) -> list[Forecast]:
    """A brief's forecasts, in the order of the ledger."""
    return [forecast for forecast in corpus.forecasts if corpus.brief_of[forecast.claim] is brief]


def report(corpus: Corpus, development: Development) -> Work:
    """The work to check a development with: one with an address, its publisher's own page rather
    than a copy."""

    def rank(work: Work) -> tuple[bool, int, str]:
        nearness = URL_STATUS_RANK.get(work["urlstatus"], len(URL_STATUS_RANK))
        return not work["url"], nearness, work.key

    return min((corpus.works[key] for key in development.works), key=rank)


def pictures(corpus: Corpus) -> list[Picture]:
    """The picture of each brief's forecasts, as a file."""
    return [ledger.file for ledger in _ledgers(corpus)]


@derived
def _ledgers(corpus: Corpus) -> list[Ledger]:
    found: list[Ledger] = []
    for brief in corpus.briefs:
        if forecasts := forecast_tally.ordered(forecasts_of(corpus, brief)):
            panel = outcome_rows.panel(corpus, brief, forecasts)
            dated = [row for row in panel.rows if row.forecast.horizon.kind == "dated"]
            endless = [row for row in panel.rows if row not in dated]
            found.append(
                Ledger(
                    brief,
                    forecasts,
                    forecast_tally.tally(forecasts),
                    outcome_picture.html(panel, dated, OVERVIEW.target, named=True),
                    outcome_picture.html(panel, endless, OVERVIEW.target, named=not dated),
                    outcome_picture.picture(corpus, brief, forecasts),
                )
            )
    return found


def _overview(corpus: Corpus) -> str:
    ledgers = _ledgers(corpus)
    forecasts = [forecast for ledger in ledgers for forecast in ledger.forecasts]
    grouped = [
        (name, title, [item for item in forecasts if forecast_tally.section(item) == name])
        for name, title in TITLES.items()
    ]
    return render(
        "forecast_overview.md.jinja",
        OVERVIEW.target,
        corpus=corpus,
        ledgers=ledgers,
        total=forecast_tally.tally(forecasts),
        named_risks=NAMED,
        sections=[section for section in grouped if section[2]],
        rules=_rules(corpus),
        tests=_rules(corpus, "tests"),
        report=partial(report, corpus),
        gap=publication_gap.gap,
        first=first,
        watched=watch_list.watch(corpus),
        left_out=[entry for entry in corpus.left_out if entry.claim in corpus.claim],
        news=known_days.news(corpus),
    )


def _rules(corpus: Corpus, part: str = "") -> str:
    """Where a project says how it judges: the page of the rules and its part, or a part of the
    method."""
    written = any(page.path == f"docs/{addresses.JUDGING}" for page in corpus.pages)
    if not written:
        return f"{addresses.METHOD}#forecasts"
    return f"{addresses.JUDGING}#{part}" if part else addresses.JUDGING
