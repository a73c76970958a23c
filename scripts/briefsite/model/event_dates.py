"""The date that orders an event, and where that date is from."""

from briefsite.model import dates
from briefsite.model.events import Event


def ordering(event: Event) -> tuple[str, str]:
    """(EDTF, basis). The brief's own date comes first, the narrowest of several; an outside date
    counts only where no brief dates the event.

    The basis is `stated` or `inferred` (by a brief), `source` (an outside work), `horizon` (no
    date, but by when it is expected), or "" where there is no date at all, and then the date is "".
    """
    stated = [(item.edtf, item.basis) for item in event.mentions if item.edtf and item.basis]
    if stated:
        return min(stated, key=lambda date: _days(date[0]))
    if event.sourced:
        return event.sourced.edtf, "source"
    horizon = next((mention.horizon for mention in event.mentions if mention.horizon), "")
    return horizon, "horizon" if horizon else ""


def year(edtf: str) -> str:
    """The year in which a date begins; "" for no date."""
    return dates.machine(edtf)[:4]


def _days(edtf: str) -> int:
    span = dates.parse(edtf)
    return (span.latest - span.earliest).days
