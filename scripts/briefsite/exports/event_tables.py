"""What the briefs date or mention."""

from briefsite.exports.table import ADDRESS, Table, of, own, rows
from briefsite.model import addresses
from briefsite.model.records import Event, Mention, SourcedDate

SOURCE = "data/events.yml"


def events(corpus) -> Table:
    """A row for each event."""
    sourced = of(SourcedDate, sourced_edtf="edtf", sourced_works="works", sourced_note="note")
    columns = (
        *of(Event, "id", "title", "topics", "actors"),
        *(_optional(column) for column in sourced),
        ADDRESS,
    )
    records = [
        (
            event,
            {
                column.name: getattr(event.sourced, column.name.removeprefix("sourced_"))
                if event.sourced
                else ()
                if column.many
                else None
                for column in sourced
            }
            | {"address": addresses.web(addresses.event(event))},
        )
        for event in corpus.events
    ]
    return Table(
        "events",
        "Events",
        "What the briefs date or mention. When each brief says it was stands in the table of mentions; "
        "a date from outside the briefs stands here, with the works that give it.",
        SOURCE,
        columns,
        rows(columns, records),
        ("id",),
    )


def mentions(corpus) -> Table:
    """A row for each brief that mentions an event."""
    columns = (
        own("event", "The id of the event.", required=True),
        *of(Mention, "brief", "claims", "edtf", "basis", "expected", "horizon", "note"),
    )
    records = [
        (mention, {"event": event.id}) for event in corpus.events for mention in event.mentions
    ]
    return Table(
        "mentions",
        "Mentions of events",
        "What each brief says of an event, with the brief's own date and no other.",
        SOURCE,
        columns,
        rows(columns, records),
        ("event", "brief"),
        (("event", "events.id"), ("brief", "briefs.key")),
    )


def _optional(column):
    return type(column)(column.name, column.description, column.type, column.many)
