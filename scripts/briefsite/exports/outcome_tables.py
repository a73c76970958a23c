"""What looks past the briefs: their forecasts, and what happened since."""

from briefsite.exports.table import ADDRESS, Table, of, own, rows
from briefsite.model import addresses
from briefsite.model.outcomes import (
    Bearing,
    Development,
    Forecast,
    Horizon,
    LeftOut,
    Unsourced,
    Verdict,
    Witness,
)

FORECASTS, DEVELOPMENTS = "data/forecasts.yml", "data/developments.yml"
HAPPENED = own("development", "The id of the development.", required=True)


def forecasts(corpus) -> Table:
    """A row for each forecast."""
    columns = (
        *of(Forecast, "claim"),
        own("brief", "The key of the brief that makes it.", required=True),
        *of(Forecast, "also", "sort", "title", "condition"),
        *of(Horizon, horizon="edtf", horizon_basis="basis", horizon_note="note"),
        *of(Forecast, "confirms", "refutes"),
        own(
            "verdict",
            "The verdict that stands, the last of those in the table of verdicts; empty where none was given.",
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
                "horizon_note": item.horizon.note,
                "verdict": item.verdict.verdict if item.verdict else None,
                "address": addresses.web(addresses.forecast(item.claim)),
            },
        )
        for item in corpus.forecasts
    ]
    return Table(
        "forecasts",
        "Forecasts",
        "What the briefs expect, by when, and what would confirm or refute it.",
        FORECASTS,
        columns,
        rows(columns, records),
        ("claim",),
        (("claim", "claims.id"), ("brief", "briefs.key")),
    )


def verdicts(corpus) -> Table:
    """A row for each verdict on a forecast."""
    columns = (
        own("forecast", "The claim that the forecast is known by.", required=True),
        own(
            "number",
            "1 for the first verdict on this forecast; the highest stands.",
            type="integer",
            required=True,
        ),
        *of(Verdict, "judged", "verdict", "reason", "sought", "unneeded"),
    )
    records = [
        (verdict, {"forecast": item.claim, "number": number})
        for item in corpus.forecasts
        for number, verdict in enumerate(item.verdicts, 1)
    ]
    return Table(
        "verdicts",
        "Verdicts on forecasts",
        "How each forecast was judged, and when. The judgement is this site's, never a brief's.",
        FORECASTS,
        columns,
        rows(columns, records),
        ("forecast", "number"),
        (("forecast", "forecasts.claim"),),
    )


def left_out(corpus) -> Table:
    """A row for each claim that looks ahead and is no entry of the ledger."""
    columns = of(LeftOut, "claim", "reason")
    return Table(
        "forecasts-left-out",
        "Forecasts left out",
        "Claims that look ahead and are not among the forecasts, each with the reason.",
        FORECASTS,
        columns,
        rows(columns, [(item, {}) for item in corpus.left_out]),
        (),
        (("claim", "claims.id"),),
    )


def developments(corpus) -> Table:
    """A row for each development."""
    columns = (
        *of(
            Development,
            "id",
            "title",
            "edtf",
            "says",
            "topics",
            "actors",
            "follows",
            "single_source",
            "weak",
            "note",
            "added",
        ),
        ADDRESS,
    )
    records = [
        (item, {"address": addresses.web(addresses.development(item.id))})
        for item in corpus.developments
    ]
    return Table(
        "developments",
        "Developments",
        "What happened after the briefs, from outside sources; never part of what a brief says.",
        DEVELOPMENTS,
        columns,
        rows(columns, records),
        ("id",),
    )


def witnesses(corpus) -> Table:
    """A row for each independent origin of a development."""
    columns = (HAPPENED, *of(Witness, "origin", "works"))
    records = [
        (witness, {"development": item.id})
        for item in corpus.developments
        for witness in item.witnesses
    ]
    return Table(
        "witnesses",
        "Witnesses of developments",
        "On whose word each development rests, one independent origin a row.",
        DEVELOPMENTS,
        columns,
        rows(columns, records),
        ("development", "origin"),
        (("development", "developments.id"),),
    )


def bearings(corpus) -> Table:
    """A row for each forecast that a development bears on."""
    columns = (HAPPENED, *of(Bearing, "forecast", "bearing", "reason"))
    records = [
        (bearing, {"development": item.id})
        for item in corpus.developments
        for bearing in item.bearings
    ]
    return Table(
        "bearings",
        "Bearings on forecasts",
        "What a development does to a forecast.",
        DEVELOPMENTS,
        columns,
        rows(columns, records),
        ("development", "forecast"),
        (("development", "developments.id"), ("forecast", "forecasts.claim")),
    )


def unsourced(corpus) -> Table:
    """A row for each thing that was looked for and not found."""
    columns = of(Unsourced, "edtf", "matter", "state")
    return Table(
        "unsourced",
        "Looked for and not found",
        "What was looked for and not found, or not in a source that can be shown.",
        DEVELOPMENTS,
        columns,
        rows(columns, [(item, {}) for item in corpus.unsourced]),
    )
