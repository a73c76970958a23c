"""The ledger: what each brief expected, on which condition, by when, and what then happened."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from briefsite.model import addresses, data_paths, dates, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import HOME, Link, Page, with_neighbours
from briefsite.model.outcomes import Forecast
from briefsite.model.records import Brief
from briefsite.model.works import Work
from briefsite.pages import publication_gap
from briefsite.pages.charts import forecast_chart
from briefsite.pages.rendering import render

OVERVIEW = Link(addresses.FORECASTS, "Forecasts")
URL_STATUS_RANK = {"canonical": 0, "primary": 1, "": 2, "republication": 3}
"""How near an address is to the report itself, by its `urlstatus`."""


def pages(corpus: Corpus) -> Iterator[Page]:
    """The overview, where there is anything to show, and each brief's ledger."""
    briefs = [brief for brief in corpus.briefs if forecasts_of(corpus, brief)]
    if not briefs:
        return
    yield Page(
        *OVERVIEW,
        _overview(corpus, briefs),
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
            before_print=partial(publication_gap.gap, brief),
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


def by_verdict(forecasts: Iterable[Forecast]) -> list[tuple[str, list[Forecast]]]:
    """Forecasts by the verdict that stands, those without one ("") last, each group by the end of
    its horizon."""
    groups: dict[str, list[Forecast]] = {name: [] for name in (*vocabulary.VERDICTS, "")}
    for forecast in sorted(forecasts, key=lambda item: dates.parse(item.horizon.edtf).latest):
        groups[forecast.verdict.verdict if forecast.verdict else ""].append(forecast)
    return [(name, group) for name, group in groups.items() if group]


def deciding_works(corpus: Corpus, forecast: Forecast) -> list[Work]:
    """The works to check a verdict with: of each development that decides anything, one with an
    address, a publisher's own page rather than a copy."""

    def rank(work: Work) -> tuple[int, str]:
        return URL_STATUS_RANK.get(work["urlstatus"], len(URL_STATUS_RANK)), work.key

    best: dict[str, Work] = {}
    for development, bearing in corpus.bearing_on.get(forecast.claim, ()):
        works = [corpus.works[key] for key in development.works if corpus.works[key]["url"]]
        if bearing.bearing != "unclear" and works:
            work = min(works, key=rank)
            best[work.key] = work
    return list(best.values())


def _overview(corpus: Corpus, briefs: Sequence[Brief]) -> str:
    ledgers = [(brief, by_verdict(forecasts_of(corpus, brief))) for brief in briefs]
    return render(
        "forecast_overview.md.jinja",
        OVERVIEW.target,
        corpus=corpus,
        ledgers=ledgers,
        left_out=[entry for entry in corpus.left_out if entry.claim in corpus.claim],
        reports=partial(deciding_works, corpus),
        chart=forecast_chart.svg(
            [(brief.label, groups) for brief, groups in ledgers], _days_known(corpus)
        ),
        newest=corpus.chronicle[-1] if corpus.chronicle else None,
    )


def _days_known(corpus: Corpus) -> list[date]:
    """The days up to which something is known: of developments and verdicts."""
    developments = [item.edtf for item in corpus.developments]
    verdicts = [verdict.judged for item in corpus.forecasts for verdict in item.verdicts]
    return [dates.parse(text).latest for text in developments + verdicts]
