"""The ledger: what each brief expected, on which condition, by when, and what then happened."""

from briefsite.model import addresses, dates, vocabulary
from briefsite.pages import publication_gap
from briefsite.pages.charts import forecast_chart
from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render

OWN = {"canonical": 0, "primary": 1, "": 2, "republication": 3}
"""How near an address is to the report itself, by its `urlstatus`."""


def pages(corpus):
    """The overview, where there is anything to show, and each brief's ledger."""
    ledgers = [(brief, of_brief(corpus, brief)) for brief in corpus.briefs]
    ledgers = [(brief, forecasts) for brief, forecasts in ledgers if forecasts]
    if not ledgers:
        return
    home = (addresses.HOME, "Home")
    yield Page(
        addresses.FORECASTS,
        "Forecasts",
        _overview(corpus, ledgers),
        "data/forecasts.yml",
        "What each brief expected, by when, and what then happened.",
        (home,),
        also=("data/developments.yml",),
    )
    for place, (brief, forecasts) in enumerate(ledgers):
        path = addresses.ledger(brief.key)
        near = [
            (addresses.ledger(other.key), other.label) if other else None
            for other in (
                ledgers[place - 1][0] if place else None,
                ledgers[place + 1][0] if place + 1 < len(ledgers) else None,
            )
        ]
        yield Page(
            path,
            f"{brief.label}: expectations and outcomes",
            render(
                "ledger.md.jinja",
                path,
                corpus=corpus,
                brief=brief,
                forecasts=forecasts,
                before_print=before_print,
            ),
            "data/forecasts.yml",
            f"What {brief.name} expected, on which condition, by when, and what then happened.",
            (home, (addresses.FORECASTS, "Forecasts")),
            *near,
            also=("data/developments.yml",),
        )


def of_brief(corpus, brief) -> list:
    """A brief's forecasts, in the order of the ledger."""
    return [forecast for forecast in corpus.forecasts if corpus.brief_of[forecast.claim] is brief]


def by_verdict(forecasts) -> list[tuple[str, list]]:
    """Forecasts by the verdict that stands, those without one last, each group by the end of its horizon."""
    ordered = sorted(forecasts, key=lambda forecast: dates.parse(forecast.horizon.edtf).latest)
    groups = [
        (
            name,
            [
                forecast
                for forecast in ordered
                if (forecast.verdict.verdict if forecast.verdict else "") == name
            ],
        )
        for name in (*vocabulary.VERDICTS, "")
    ]
    return [(name, group) for name, group in groups if group]


def before_print(brief, development) -> bool:
    """Whether a development fell after the time a brief speaks from and before the date printed on it."""
    return publication_gap.between(brief, development) is not None


def reports(corpus, forecast) -> list:
    """The works to check a verdict with: of each development that decides anything, one with an address,
    a publisher's own page rather than a copy."""
    deciding = [
        development
        for development, bearing in corpus.bearing_on.get(forecast.claim, ())
        if bearing.bearing != "unclear"
    ]
    found = {}
    for development in deciding:
        works = [corpus.works[key] for key in development.works if corpus.works[key]["url"]]
        best = min(
            works, key=lambda work: (OWN.get(work["urlstatus"], len(OWN)), work.key), default=None
        )
        if best:
            found[best.key] = best
    return list(found.values())


def _overview(corpus, ledgers) -> str:
    grouped = [(brief, forecasts, by_verdict(forecasts)) for brief, forecasts in ledgers]
    left_out = [entry for entry in corpus.left_out if entry.claim in corpus.claim]
    return render(
        "forecasts.md.jinja",
        addresses.FORECASTS,
        corpus=corpus,
        ledgers=grouped,
        left_out=left_out,
        reports=lambda forecast: reports(corpus, forecast),
        picture=forecast_chart.svg(
            [(brief.label, groups) for brief, _, groups in grouped], _known(corpus)
        ),
        newest=corpus.chronicle[-1] if corpus.chronicle else None,
    )


def _known(corpus) -> list:
    """The days up to which something is known: of developments and verdicts."""
    return [
        dates.parse(text).latest
        for text in (
            *(item.edtf for item in corpus.developments),
            *(verdict.judged for forecast in corpus.forecasts for verdict in forecast.verdicts),
        )
    ]
