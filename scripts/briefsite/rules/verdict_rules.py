"""Verdicts on forecasts, and how much a forecast risked."""

from collections.abc import Iterator

from briefsite.model import dates, known_days
from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Forecast, Verdict
from briefsite.model.problems import Problem
from briefsite.model.vocabulary import DECIDED
from briefsite.rules.required_phrases import parts_of_date
from briefsite.rules.wording import figures


def verdicts_have_grounds(corpus: Corpus) -> Iterator[Problem]:
    """`borne out` rests on a development that supports it: that no source was found bears nothing
    out. Another verdict that decides rests on a development, or names under `sought` the source
    that was looked for. `undecidable` names what was `sought`, unless the forecast has a
    condition."""
    for forecast in corpus.forecasts:
        grounds = _bearings(corpus, forecast)
        for verdict in forecast.verdicts:
            supported = bool(grounds & {"supports", "partly"})
            if verdict.sought and (verdict.verdict != "borne out" or supported):
                continue
            if verdict.verdict == "undecidable" and not forecast.condition:
                yield _fault(
                    forecast,
                    verdict,
                    " needs the source that was looked for",
                    "name it under 'sought'",
                )
            elif verdict.verdict in DECIDED and not grounds:
                yield _fault(
                    forecast,
                    verdict,
                    ", and no development bears on it",
                    "add the development to data/developments.yml",
                )
            elif verdict.verdict == "borne out" and not supported:
                yield _fault(
                    forecast,
                    verdict,
                    ", and no development supports it; 'no source found' bears nothing out "
                    "by itself",
                    "add a development that supports it, or write undecidable",
                )


def verdicts_fit_the_window(corpus: Corpus) -> Iterator[Problem]:
    """`open` needs a window that is not over, or has no end. `undecidable` needs a window that is
    over, unless the forecast has a condition that never came. A window is over when it ends
    before the newest day in the data."""
    today = known_days.newest(corpus)
    for forecast in corpus.forecasts:
        end = forecast.horizon.window.latest
        for verdict in forecast.verdicts:
            standing = verdict is forecast.verdict
            known = today if standing else dates.parse(verdict.judged).latest
            if verdict.verdict == "open" and end < known:
                yield _fault(
                    forecast,
                    verdict,
                    f", and its window ended on {dates.spoken(end.isoformat())}",
                    "judge it: borne out, partly or not borne out; or undecidable, where no "
                    "source decides",
                )
            if verdict.verdict == "undecidable" and end >= known and not forecast.condition:
                yield _fault(
                    forecast,
                    verdict,
                    ", and its window is not over",
                    "write open, since a source may still decide it",
                )


def verdicts_follow_the_developments(corpus: Corpus) -> Iterator[Problem]:
    """A verdict does not contradict what bears on it: where every development contradicts, it is
    not `borne out`; where every one supports, it is not `not borne out`. Where some support and
    some contradict, it is `partly`, or says under `weighed` why one side decides."""
    for forecast in corpus.forecasts:
        verdict, bearings = forecast.verdict, _bearings(corpus, forecast)
        if not verdict:
            continue
        if verdict.verdict == "borne out" and bearings == {"contradicts"}:
            hint = "write not borne out, or correct the bearings"
            yield _fault(forecast, verdict, ", and every development contradicts it", hint)
        if verdict.verdict == "not borne out" and bearings == {"supports"}:
            hint = "write borne out or partly, or correct the bearings"
            yield _fault(forecast, verdict, ", and every development supports it", hint)
        mixed = {"supports", "contradicts"} <= bearings
        one_sided = verdict.verdict in ("borne out", "not borne out")
        if mixed and one_sided and not verdict.weighed:
            hint = "write partly, or say under 'weighed' why one side decides"
            yield _fault(forecast, verdict, ", and developments pull both ways", hint)
        if verdict.weighed and not (mixed and one_sided):
            yield verdict.at.problem(
                f"{forecast.claim}: 'weighed' has no place here",
                "it says why one side decides where developments pull both ways",
                "weighed",
            )


def reasons_have_their_figures(corpus: Corpus) -> Iterator[Problem]:
    """A figure, month or year in the reason of the standing verdict stands in a development that
    bears on the forecast, in its date, or in the forecast."""
    for forecast in corpus.forecasts:
        bearing = corpus.bearing_on.get(forecast.claim, ())
        if not forecast.verdict or not bearing:
            continue
        texts, spans = list[str](), [forecast.horizon.edtf]
        for development, _ in bearing:
            texts += [development.title, development.says, development.note or ""]
            texts += [each.reason for each in development.bearings]
            spans.append(development.edtf)
        texts += [forecast.title, forecast.condition or "", forecast.confirms, forecast.refutes]
        texts += [forecast.horizon.note or "", *_says(corpus, forecast)]
        there = {figure for text in texts for figure in figures(text)}
        there |= {part for span in spans for part in parts_of_date(span)}
        for figure in dict.fromkeys(figures(forecast.verdict.reason)):
            if figure not in there:
                yield forecast.verdict.at.problem(
                    f"{forecast.claim}: '{figure}' stands in no development that bears on it",
                    "correct it here, or add the development that has it",
                    "reason",
                )


def verdicts_are_kept_and_fresh(corpus: Corpus) -> Iterator[Problem]:
    """Verdicts stand in the order of their days, one a day, and the last is no older than any
    development that bears on its forecast. A second verdict of one day is a correction: one of
    the two is kept."""
    for forecast in corpus.forecasts:
        days = [verdict.judged for verdict in forecast.verdicts]
        if days != sorted(days):
            yield forecast.at.problem(
                f"{forecast.claim}: the verdicts are not in the order of their days",
                "add the newest at the end",
                "verdicts",
            )
        for before, verdict in zip(forecast.verdicts, forecast.verdicts[1:], strict=False):
            if before.judged == verdict.judged:
                yield verdict.at.problem(
                    f"{forecast.claim}: two verdicts of {verdict.judged}",
                    "the second corrects the first: keep one of them",
                    "judged",
                )
        newest = max(
            (development for development, _ in corpus.bearing_on.get(forecast.claim, ())),
            key=lambda item: item.added,
            default=None,
        )
        if days and newest and newest.added > max(days):
            yield forecast.at.problem(
                f"{forecast.claim}: last judged on {max(days)}, and '{newest.id}' was entered "
                f"on {newest.added}",
                "judge it again: add a verdict below the others, the same one if nothing changes",
                "verdicts",
            )


def risk_has_its_calendar(corpus: Corpus) -> Iterator[Problem]:
    """A forecast with a verdict says how much it risked. One whose risk is `scheduled` names under
    `calendar` the works that show the calendar; no other has any."""
    for forecast in corpus.forecasts:
        risk = forecast.risk
        if forecast.verdicts and not risk:
            yield forecast.at.problem(
                f"{forecast.claim}: a verdict, and nothing on what the forecast risked",
                "add 'risk', by docs/about/judging.md",
                "verdicts",
            )
        if risk and risk.kind == "scheduled" and not risk.calendar:
            yield risk.at.problem(
                f"{forecast.claim}: 'scheduled', and no source for the calendar",
                "name the work under 'calendar', or write not scheduled",
                "kind",
            )
        if risk and risk.kind == "not scheduled" and risk.calendar:
            yield risk.at.problem(
                f"{forecast.claim}: 'not scheduled', and a calendar is named",
                "take 'calendar' out, or write scheduled",
                "calendar",
            )


def _says(corpus: Corpus, forecast: Forecast) -> list[str]:
    names = (forecast.claim, *forecast.also)
    return [corpus.claim[name].says for name in names if name in corpus.claim]


def _bearings(corpus: Corpus, forecast: Forecast) -> set[str]:
    """What developments do to a forecast, but for those that leave it unclear."""
    return {on.bearing for _, on in corpus.bearing_on.get(forecast.claim, ())} - {"unclear"}


def _fault(forecast: Forecast, verdict: Verdict, what: str, hint: str) -> Problem:
    message = f"{forecast.claim}: '{verdict.verdict}'{what}"
    return verdict.at.problem(message, hint, "verdict")


RULES = (
    verdicts_have_grounds,
    verdicts_fit_the_window,
    verdicts_follow_the_developments,
    reasons_have_their_figures,
    verdicts_are_kept_and_fresh,
    risk_has_its_calendar,
)
