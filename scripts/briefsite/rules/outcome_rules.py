"""Forecasts, what happened since, and what the one does to the other."""

from collections.abc import Iterator

from briefsite.model import dates
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem


def every_forecast_is_in_the_ledger(corpus: Corpus) -> Iterator[Problem]:
    """Every claim of kind `forecast` stands in data/forecasts.yml: as an entry, under `also`, or
    under `left_out` with the reason."""
    left_out = {entry.claim for entry in corpus.left_out}
    known = left_out | corpus.forecasts_with.keys() | corpus.malformed
    for claim in corpus.claim.values():
        if claim.kind == "forecast" and claim.id not in known:
            yield claim.at.problem(
                f"{claim.id} is a forecast, and data/forecasts.yml does not list it",
                "add it there as 'claim', under 'also' of another entry, or under 'left_out' "
                "with the reason",
                "kind",
            )
    for entry in corpus.left_out:
        if entry.claim in corpus.forecasts_with:
            yield entry.at.problem(
                f"{entry.claim} is in the ledger and under 'left_out'",
                "take it out of one of the two",
                "claim",
            )


def forecasts_rest_on_one_brief(corpus: Corpus) -> Iterator[Problem]:
    """All claims of a forecast belong to one brief, and its horizon does not end before that brief
    speaks."""
    for forecast in corpus.forecasts:
        brief = corpus.brief_of.get(forecast.claim)
        if not brief:
            continue
        for claim in forecast.also:
            if claim in corpus.brief_of and corpus.brief_of[claim] is not brief:
                yield forecast.at.problem(
                    f"{forecast.claim}: {claim} is a claim of another brief",
                    f"it belongs to {corpus.brief_of[claim].key}",
                    "also",
                )
        if dates.parse(forecast.horizon.edtf).latest < dates.parse(brief.speaks_from).earliest:
            yield forecast.horizon.at.problem(
                f"{forecast.claim}: the horizon ends before {brief.key} speaks "
                f"({dates.spoken(brief.speaks_from)})",
                "a brief expects what lies ahead of it",
                "edtf",
            )


def bearings_look_ahead(corpus: Corpus) -> Iterator[Problem]:
    """A development bears on a forecast once, and only if it did not end before the time the brief
    speaks from."""
    for development in corpus.developments:
        seen = set[str]()
        for bearing in development.bearings:
            brief = corpus.brief_of.get(bearing.forecast)
            if (
                brief
                and dates.parse(development.edtf).latest < dates.parse(brief.speaks_from).earliest
            ):
                yield bearing.at.problem(
                    f"{development.id}: it happened before {brief.key} speaks "
                    f"({dates.spoken(brief.speaks_from)}); it cannot bear on {bearing.forecast}",
                    "remove the bearing, or correct the date",
                    "forecast",
                )
            if bearing.forecast in seen:
                yield bearing.at.problem(
                    f"{development.id}: it bears on {bearing.forecast} twice",
                    "join the two",
                    "forecast",
                )
            seen.add(bearing.forecast)


def developments_have_two_witnesses(corpus: Corpus) -> Iterator[Problem]:
    """A development rests on two independent origins, or says under `single_source` why one is
    shown; a work stands with one origin."""
    for development in corpus.developments:
        origins = [witness.origin.casefold() for witness in development.witnesses]
        works = [work for witness in development.witnesses for work in witness.works]
        for name in sorted({name for name in origins if origins.count(name) > 1}):
            yield development.at.problem(
                f"{development.id}: the origin '{name}' is listed twice",
                "join the two, they are one witness",
                "witnesses",
            )
        for work in sorted({work for work in works if works.count(work) > 1}):
            yield development.at.problem(
                f"{development.id}: the work '{work}' has two origins",
                "keep it under the one it rests on",
                "witnesses",
            )
        if len(set(origins)) == 1 and not development.single_source:
            yield development.at.problem(
                f"{development.id}: one origin only, '{development.witnesses[0].origin}'",
                "add an independent one, or say under 'single_source' why it is shown all the same",
                "witnesses",
            )
        if len(set(origins)) > 1 and development.single_source:
            yield development.at.problem(
                f"{development.id}: there is more than one origin",
                "take 'single_source' out",
                "single_source",
            )


RULES = (
    every_forecast_is_in_the_ledger,
    forecasts_rest_on_one_brief,
    bearings_look_ahead,
    developments_have_two_witnesses,
)
