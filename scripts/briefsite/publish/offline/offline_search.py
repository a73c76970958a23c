"""What the theme's search finds in the offline copy: what Pagefind finds on the site.

By itself the theme knows pages and their headings. Of hand-written pages that is right; what stands
on generated ones (a claim, an event, a work) has records of its own, of exports/search_records.py.
"""

from collections.abc import Collection, Iterable
from html import escape
from typing import TypedDict

from briefsite.exports.search_record import SearchEntry


class ThemeEntry(TypedDict):
    """An entry of the theme's search index; `title` and `text` are HTML."""

    location: str
    title: str
    text: str


def entries(
    from_theme: Iterable[ThemeEntry], hand_written: Collection[str], records: Iterable[SearchEntry]
) -> list[ThemeEntry]:
    """The entries of the copy's index, pages before what stands on them.

    Of those that the theme made, the entries of pages with an address in `hand_written` stay; every
    other page, and what stands on it, is among the `records`.
    """
    kept = [entry for entry in from_theme if entry["location"].partition("#")[0] in hand_written]
    return sorted([*kept, *map(_entry, records)], key=lambda entry: "#" in entry["location"])


def _entry(record: SearchEntry) -> ThemeEntry:
    lines = [*record.text.split("\n"), record.also if record.also not in record.text else ""]
    return {
        "location": record.address,
        "title": escape(" · ".join(filter(None, (record.title, record.place)))),
        "text": "".join(f"<p>{escape(line)}</p>" for line in lines if line),
    }
