"""Up to which day the data know anything: what a build takes for today, and the newest news."""

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


@derived
def news(corpus: Corpus) -> str:
    """The date, in EDTF, of the newest thing that a development tells of; "" for none. What goes on
    counts by its beginning."""

    def end(edtf: str) -> str:
        start, _, last = edtf.partition("/")
        return start if last in ("", "..") else last

    ends = [end(item.edtf) for item in corpus.developments]
    return max(ends, key=lambda edtf: dates.parse(edtf).latest, default="")
