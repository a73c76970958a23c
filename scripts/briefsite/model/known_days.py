"""Up to which day the data know anything: what a build takes for today."""

from datetime import date

from briefsite.model import dates
from briefsite.model.corpus import Corpus, derived


@derived
def newest(corpus: Corpus) -> date:
    """The newest day on which a verdict was given or a development entered. The same data so give
    the same site on any day. The first day of the calendar where nothing was."""
    days = [verdict.judged for item in corpus.forecasts for verdict in item.verdicts]
    days += [item.added for item in corpus.developments]
    return max((dates.parse(day).latest for day in days), default=date.min)
