"""How forecasts were judged: data/judgings.yml."""

from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.data_paths import JUDGING_FIGURES
from briefsite.model.outcomes import Forecast
from briefsite.model.problems import Problem
from briefsite.model.vocabulary import EITHER_WAY
from briefsite.rules import double_coding
from briefsite.rules.double_coding import Coded


def _items(corpus: Corpus) -> list[Coded]:
    judgings = corpus.judgings.judgings if corpus.judgings else ()
    return [Coded(judging.forecast, judging, judging.codes) for judging in judgings]


def _stood(corpus: Corpus, forecast: Forecast) -> str:
    """The verdict that stood on the day on which the last judge handed in; "" if there was none."""
    judges = corpus.judgings.judges if corpus.judgings else ()
    day = max((judge.day for judge in judges), default="")
    known = [verdict.verdict for verdict in forecast.verdicts if verdict.judged <= day]
    return known[-1] if known else ""


def judges_are_named(corpus: Corpus) -> Iterator[Problem]:
    """A judgment in data/judgings.yml is by a judge that stands under `judges`, once."""
    if corpus.judgings:
        yield from double_coding.coders_are_named(
            corpus.judgings.judges, _items(corpus), "judge", "judges"
        )


def judging_figures_are_there(corpus: Corpus) -> Iterator[Problem]:
    """Where there are judgings, data/judgings-figures.json holds how far they agree."""
    if corpus.judgings and not corpus.judging_figures:
        message = f"{JUDGING_FIGURES} is missing, or cannot be read"
        yield corpus.judgings.at.problem(message, "run: make codings")


def forecasts_are_judged_twice(corpus: Corpus) -> Iterator[Problem]:
    """A forecast that had a verdict when the judges of data/judgings.yml handed in is judged
    there, once, by two judges or more. A later forecast waits for the next judging."""
    if not corpus.judgings:
        return
    items = _items(corpus)
    yield from double_coding.coded_once(
        items, "judged", "put all judgments of a forecast together", "forecast"
    )
    judged = {item.id for item in items}
    for forecast in corpus.forecasts:
        if forecast.claim not in judged and _stood(corpus, forecast):
            yield forecast.at.problem(
                f"{forecast.claim}: nobody judged it in data/judgings.yml",
                "two readers judge it, each alone: docs/about/judging.md",
                "claim",
            )


def forecasts_have_what_was_settled(corpus: Corpus) -> Iterator[Problem]:
    """A forecast has the verdict, and whether it could have gone either way, that are settled in
    data/judgings.yml. A verdict of a later day may differ."""
    for judging in corpus.judgings.judgings if corpus.judgings else ():
        settled, forecast = judging.settled, corpus.forecast.get(judging.forecast)
        if not forecast:
            continue
        stood = _stood(corpus, forecast)
        if stood != settled.verdict:
            yield settled.at.problem(
                f"{judging.forecast}: the settled verdict is {settled.verdict}, the ledger's "
                f"{stood or 'none'}",
                "settle it by rereading, and write the same in data/forecasts.yml",
                "verdict",
            )
        if forecast.risk and forecast.risk.either_way != settled.either_way:
            yield settled.at.problem(
                f"{judging.forecast}: it is settled that it {EITHER_WAY[settled.either_way]}, and "
                f"the ledger says that it {EITHER_WAY[forecast.risk.either_way]}",
                "settle it by rereading, and write the same in data/forecasts.yml",
                "either_way",
            )


def differing_judgments_are_settled_with_a_reason(corpus: Corpus) -> Iterator[Problem]:
    """Where judgments differ from each other, or from what is settled, `settled` gives the
    reason."""
    for judging in corpus.judgings.judgings if corpus.judgings else ():
        settled = judging.settled
        yield from double_coding.reasons_are_given(
            Coded(judging.forecast, judging, judging.codes),
            settled,
            any(
                (code.verdict, code.either_way) != (settled.verdict, settled.either_way)
                for code in judging.codes.values()
            ),
            settled.reason,
            "judgments",
            "by the sources, in one sentence",
        )


RULES = (
    judges_are_named,
    judging_figures_are_there,
    forecasts_are_judged_twice,
    forecasts_have_what_was_settled,
    differing_judgments_are_settled_with_a_reason,
)
