"""How forecasts were judged: what the verdicts mean, how far the judges agree, what was settled."""

from collections.abc import Iterator
from functools import partial

from briefsite.model import vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.judgings import Judging
from briefsite.pages import coding_report
from briefsite.pages.rendering import render

LABELS = {**vocabulary.VERDICTS, "yes": "yes", "no": "no"}


def part(corpus: Corpus, path: str) -> str:
    """The figures and the settled cases as Markdown, for the page at `path`."""
    figures = corpus.judging_figures
    return render(
        "judging_report.md.jinja",
        path,
        pairs=figures.pairs if figures else (),
        matrix=partial(coding_report.matrix, labels=LABELS),
        judges=corpus.judgings.judges if corpus.judgings else (),
        cases=list(_cases(corpus)),
    )


def meanings(corpus: Corpus, path: str) -> str:
    """The verdicts, windows and risks, each with its test."""
    return render("verdict_meanings.md.jinja", path)


def _cases(corpus: Corpus) -> Iterator[tuple[Judging, str]]:
    for judging in corpus.judgings.judgings if corpus.judgings else ():
        forecast = corpus.forecast.get(judging.forecast)
        if judging.settled.reason and forecast:
            yield judging, forecast.title
