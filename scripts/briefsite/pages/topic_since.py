"""What happened since publication in a topic, in sentences: the verdicts on its forecasts, and the
developments that matter most; the rest folded. Never part of what a brief says."""

from datetime import date
from functools import partial

from briefsite.model import dates, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Forecast
from briefsite.model.sentences import first
from briefsite.pages import publication_gap, since_publication
from briefsite.pages.rendering import render

SHOWN = 4
"""So many forecasts are shown, those with an outcome first; the others are folded, with their
titles alone."""


def of_topic(corpus: Corpus, path: str, key: str) -> str:
    """The section's Markdown; "" when nothing is known."""
    claims = corpus.claims_of_topic.get(key, ())
    forecasts = sorted(since_publication.forecasts_made(corpus, claims), key=_rank)
    developments = corpus.developments_of_topic.get(key, [])
    if not developments and not forecasts:
        return ""
    return render(
        "topic_since.md.jinja",
        path,
        corpus=corpus,
        shown=forecasts[:SHOWN],
        further=forecasts[SHOWN:],
        leads=[item for item in developments if key in item.leads],
        rest=[item for item in developments if key not in item.leads],
        first=first,
        gaps=partial(publication_gap.gaps, corpus),
        before_all=partial(publication_gap.before_all, corpus),
    )


def _rank(forecast: Forecast) -> tuple[int, date]:
    """By the verdict that stands, in the order of VERDICTS, then by the end of its horizon."""
    order = [*vocabulary.VERDICTS]
    verdict = forecast.verdict
    place = order.index(verdict.verdict) if verdict else len(order)
    return place, dates.parse(forecast.horizon.edtf).latest
