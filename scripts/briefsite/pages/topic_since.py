"""What happened since publication in a topic, in sentences: the verdicts on its forecasts, and the
developments that matter most; the rest folded. Never part of what a brief says."""

from functools import partial

from briefsite.model.corpus import Corpus
from briefsite.model.sentences import first
from briefsite.pages import forecast_ledger, publication_gap, since_publication
from briefsite.pages.rendering import render

SHOWN = 4
"""So many forecasts are shown, those with an outcome first; the others are folded, with their
titles alone."""


def of_topic(corpus: Corpus, path: str, key: str) -> str:
    """The section's Markdown; "" when nothing is known."""
    claims = corpus.claims_of_topic.get(key, ())
    groups = forecast_ledger.by_verdict(since_publication.forecasts_made(corpus, claims))
    forecasts = [forecast for _, group in groups for forecast in group]
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
    )
