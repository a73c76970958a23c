"""What the theme's search finds in the offline copy: the same things that Pagefind finds on the site.

By itself the theme knows pages and their headings. Of hand-written pages that is right; what stands
on generated ones, a claim, an event, a work, has records of its own (finding/), which take their place.
"""

from collections.abc import Iterable, Iterator
from html import escape


def entries(themes: Iterable[dict], written: set[str], records: Iterable) -> Iterator[dict]:
    """Entries of the theme's index: `location`, `title` and `text` as HTML, pages before what stands on them.

    `themes` are those that the theme made, of which the pages with an address in `written` stay; a
    page without a record, such as an actor's place among `records`, is known by them too.
    """
    kept = [entry for entry in themes if entry["location"].partition("#")[0] in written]
    made = [_entry(record) for record in records]
    known = {entry["location"] for entry in kept}
    made = [entry for entry in made if entry["location"] not in known]
    whole = {entry["location"] for entry in (*kept, *made)}
    yield from sorted((*kept, *made), key=lambda entry: "#" in entry["location"])
    missing = {entry["location"].partition("#")[0] for entry in made} - whole
    if missing:
        raise ValueError(f"records without a page: {sorted(missing)}")


def _entry(record) -> dict:
    lines = [*record.text.split("\n"), record.also]
    return {"location": record.address, "title": escape(" · ".join(filter(None, (record.title, record.place)))),
            "text": "".join(f"<p>{escape(line)}</p>" for line in lines if line)}
