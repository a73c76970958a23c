"""What the theme's search finds in the offline copy: the same things that Pagefind finds on the site.

By itself the theme knows pages and their headings. Of hand-written pages that is right; what stands
on generated ones, a claim, an event, a work, has records of its own (finding/), which take their place.
"""

from collections.abc import Iterable
from html import escape


def entries(themes: Iterable[dict], written: set[str], records: Iterable) -> list[dict]:
    """Entries of the theme's index: `location`, `title` and `text` as HTML, pages before what stands on them.

    `themes` are those that the theme made, of which the pages with an address in `written` stay;
    every other page, and what stands on it, is among the `records`.
    """
    kept = [entry for entry in themes if entry["location"].partition("#")[0] in written]
    return sorted([*kept, *map(_entry, records)], key=lambda entry: "#" in entry["location"])


def _entry(record) -> dict:
    lines = [*record.text.split("\n"), record.also if record.also not in record.text else ""]
    return {
        "location": record.address,
        "title": escape(" · ".join(filter(None, (record.title, record.place)))),
        "text": "".join(f"<p>{escape(line)}</p>" for line in lines if line),
    }
