"""The briefs' forecasts and the verdicts on them."""

from briefsite.exports.table import (
    ADDRESS,
    Table,
    addressed,
    model_columns,
    optional,
    own_column,
    rows,
)
from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.judgings import Judgment
from briefsite.model.outcomes import Forecast, Horizon, LeftOut, Risk, Verdict
from briefsite.model.vocabulary import HORIZON_MEANINGS


def forecasts(corpus: Corpus) -> Table:
    """A row for each forecast."""
    columns = (
        *model_columns(Forecast, "claim"),
        own_column("brief", "The key of the brief that makes it."),
        *model_columns(Forecast, "also", "sort", "title", "condition"),
        *model_columns(
            Horizon,
            horizon="edtf",
            horizon_basis="basis",
            horizon_read_as="read_as",
            horizon_note="note",
        ),
        own_column(
            "horizon_kind",
            "Whether its window ends, at which it can fail.",
            enum=tuple(HORIZON_MEANINGS),
        ),
        *model_columns(Forecast, "confirms", "refutes", "revised", "counted", "reworded"),
        *optional(
            model_columns(
                Risk,
                risk="kind",
                risk_calendar="calendar",
                risk_either_way="either_way",
                risk_reason="reason",
            )
        ),
        own_column(
            "verdict",
            "The verdict that stands, the last of those in the table of verdicts; empty "
            "where none was given.",
            required=False,
        ),
        ADDRESS,
    )
    records = [
        (
            item,
            {
                "brief": corpus.brief_of[item.claim].key,
                "horizon": item.horizon.edtf,
                "horizon_basis": item.horizon.basis,
                "horizon_read_as": item.horizon.read_as,
                "horizon_note": item.horizon.note,
                "horizon_kind": item.horizon.kind,
                "risk": item.risk.kind if item.risk else None,
                "risk_calendar": item.risk.calendar if item.risk else (),
                "risk_either_way": item.risk.either_way if item.risk else None,
                "risk_reason": item.risk.reason if item.risk else None,
                "verdict": item.verdict.verdict if item.verdict else None,
            }
            | addressed(addresses.forecast(item.claim)),
        )
        for item in corpus.forecasts
    ]
    return Table(
        "forecasts",
        "Forecasts",
        "What the briefs expect, by when, and what would confirm or refute it.",
        data_paths.FORECASTS,
        columns,
        rows(columns, records),
        ("claim",),
        {"claim": "claims.id", "brief": "briefs.key"},
    )


def verdicts(corpus: Corpus) -> Table:
    """A row for each verdict on a forecast."""
    number = "1 for the first verdict on this forecast; the highest stands."
    columns = (
        own_column("forecast", "The claim that the forecast is known by."),
        own_column("number", number, type="integer"),
        *model_columns(Verdict, "judged", "verdict", "reason", "sought", "weighed"),
    )
    records = [
        (verdict, {"forecast": item.claim, "number": number})
        for item in corpus.forecasts
        for number, verdict in enumerate(item.verdicts, 1)
    ]
    return Table(
        "verdicts",
        "Verdicts on forecasts",
        "How each forecast was judged, and when. The judgment is this site's, never a brief's.",
        data_paths.FORECASTS,
        columns,
        rows(columns, records),
        ("forecast", "number"),
        {"forecast": "forecasts.claim"},
    )


def judgings(corpus: Corpus) -> Table:
    """A row for each judgment of each judge."""
    columns = (
        own_column("forecast", "The claim that the forecast is known by."),
        own_column("judge", "The judge's name or role."),
        *model_columns(Judgment, "verdict", "either_way", "reason"),
    )
    records = [
        (code, {"forecast": judging.forecast, "judge": judge})
        for judging in (corpus.judgings.judgings if corpus.judgings else ())
        for judge, code in judging.codes.items()
    ]
    return Table(
        "judgings",
        "Judgings",
        "How each judge judged a forecast alone, one judgment a row; what was settled is the "
        "verdict that stands.",
        data_paths.JUDGINGS,
        columns,
        rows(columns, records),
        ("forecast", "judge"),
        {"forecast": "forecasts.claim"},
    )


def left_out(corpus: Corpus) -> Table:
    """A row for each claim that looks ahead and is no entry of the ledger."""
    columns = model_columns(LeftOut, "claim", "reason")
    return Table(
        "forecasts-left-out",
        "Forecasts left out",
        "Claims that look ahead and are not among the forecasts, each with the reason.",
        data_paths.FORECASTS,
        columns,
        rows(columns, [(item, {}) for item in corpus.left_out]),
        foreign={"claim": "claims.id"},
    )
