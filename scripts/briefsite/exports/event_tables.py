"""What the briefs date or mention."""

from briefsite.exports.table import (
    ADDRESS,
    Row,
    Table,
    addressed,
    model_columns,
    optional,
    own_column,
    rows,
)
from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.events import Event, Mention, SourcedDate


def events(corpus: Corpus) -> Table:
    """A row for each event."""
    sourced = model_columns(
        SourcedDate, sourced_edtf="edtf", sourced_works="works", sourced_note="note"
    )
    columns = (
        *model_columns(Event, "id", "title", "topics", "actors", "reworded"),
        *optional(sourced),
        ADDRESS,
    )
    records = [
        (event, _sourced(event.sourced) | addressed(addresses.event(event)))
        for event in corpus.events
    ]
    return Table(
        "events",
        "Events",
        "What the briefs date or mention. When each brief says it was stands in the table"
        " of mentions; "
        "a date from outside the briefs stands here, with the works that give it.",
        data_paths.EVENTS,
        columns,
        rows(columns, records),
        ("id",),
    )


def _sourced(date: SourcedDate | None) -> Row:
    return {
        "sourced_edtf": date.edtf if date else None,
        "sourced_works": date.works if date else (),
        "sourced_note": date.note if date else None,
    }


def mentions(corpus: Corpus) -> Table:
    """A row for each brief that mentions an event."""
    columns = (
        own_column("event", "The id of the event."),
        *model_columns(Mention, "brief", "claims", "edtf", "basis", "expected", "horizon", "note"),
    )
    records = [(item, {"event": event.id}) for event in corpus.events for item in event.mentions]
    return Table(
        "mentions",
        "Mentions of events",
        "What each brief says of an event, with the brief's own date and no other.",
        data_paths.EVENTS,
        columns,
        rows(columns, records),
        ("event", "brief"),
        {"event": "events.id", "brief": "briefs.key"},
    )
