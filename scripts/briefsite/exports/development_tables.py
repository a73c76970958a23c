"""What happened after the briefs, on whose word, and what it does to forecasts."""

from briefsite.exports.table import ADDRESS, Table, addressed, model_columns, own_column, rows
from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Bearing, Development, Unsourced, Witness

DEVELOPMENT = own_column("development", "The id of the development.")


def developments(corpus: Corpus) -> Table:
    """A row for each development."""
    columns = (
        *model_columns(Development, "id", "title", "edtf", "says", "topics", "leads", "actors"),
        *model_columns(
            Development, "follows", "single_source", "weak", "note", "reworded", "added"
        ),
        ADDRESS,
    )
    records = [(item, addressed(addresses.development(item.id))) for item in corpus.developments]
    return Table(
        "developments",
        "Developments",
        "What happened after the briefs, from outside sources; never part of what a brief says.",
        data_paths.DEVELOPMENTS,
        columns,
        rows(columns, records),
        ("id",),
    )


def witnesses(corpus: Corpus) -> Table:
    """A row for each independent origin of a development."""
    columns = (DEVELOPMENT, *model_columns(Witness, "origin", "works"))
    records = [
        (witness, {"development": item.id})
        for item in corpus.developments
        for witness in item.witnesses
    ]
    return Table(
        "witnesses",
        "Witnesses of developments",
        "On whose word each development rests, one independent origin a row.",
        data_paths.DEVELOPMENTS,
        columns,
        rows(columns, records),
        ("development", "origin"),
        {"development": "developments.id"},
    )


def bearings(corpus: Corpus) -> Table:
    """A row for each forecast that a development bears on."""
    columns = (DEVELOPMENT, *model_columns(Bearing, "forecast", "bearing", "reason"))
    records = [
        (bearing, {"development": item.id})
        for item in corpus.developments
        for bearing in item.bearings
    ]
    return Table(
        "bearings",
        "Bearings on forecasts",
        "What a development does to a forecast.",
        data_paths.DEVELOPMENTS,
        columns,
        rows(columns, records),
        ("development", "forecast"),
        {"development": "developments.id", "forecast": "forecasts.claim"},
    )


def unsourced(corpus: Corpus) -> Table:
    """A row for each thing that was looked for and not found."""
    columns = model_columns(Unsourced, "edtf", "matter", "state")
    return Table(
        "unsourced",
        "Looked for and not found",
        "What was looked for and not found, or not in a source that can be shown.",
        data_paths.DEVELOPMENTS,
        columns,
        rows(columns, [(item, {}) for item in corpus.unsourced]),
    )
