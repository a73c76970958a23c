"""What happened since publication, as a section of its own: never part of what a brief says."""

from collections.abc import Iterable, Sequence
from functools import partial

from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Development, Forecast
from briefsite.model.records import Brief, Claim
from briefsite.pages import forecast_ledger, publication_gap
from briefsite.pages.rendering import render


def of_brief(corpus: Corpus, path: str, brief: Brief) -> str:
    """A brief's forecasts with the verdicts that stand; developments are named with each in the
    ledger."""
    return _section(corpus, path, [], forecast_ledger.forecasts_of(corpus, brief))


def overview(corpus: Corpus, path: str) -> str:
    """By topic, how much happened since: for the page that compares everything."""
    if not corpus.developments:
        return ""
    counts = [
        (
            topic,
            len(corpus.developments_of_topic.get(topic.key, ())),
            len(forecasts_made(corpus, corpus.claims_of_topic.get(topic.key, ()))),
        )
        for topic in corpus.topics
    ]
    return render(
        "since_publication_overview.md.jinja",
        path,
        counts=[count for count in counts if any(count[1:])],
    )


def _section(
    corpus: Corpus, path: str, developments: Sequence[Development], forecasts: Sequence[Forecast]
) -> str:
    """The section's Markdown; "" when nothing is known."""
    if not developments and not forecasts:
        return ""
    return render(
        "since_publication.md.jinja",
        path,
        corpus=corpus,
        developments=developments,
        forecasts=forecasts,
        gaps=partial(publication_gap.gaps, corpus),
        before_all=partial(publication_gap.before_all, corpus),
    )


def forecasts_made(corpus: Corpus, claims: Iterable[Claim]) -> list[Forecast]:
    """Forecasts that claims make themselves, in the order of the ledger; setting a condition is not
    making one."""
    ids = {claim.id for claim in claims}
    return [forecast for forecast in corpus.forecasts if forecast.claim in ids]
