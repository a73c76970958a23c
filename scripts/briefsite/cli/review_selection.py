"""Which records the command line names: by id, by list, by page, by kind."""

from collections.abc import Iterable

from briefsite.changes.affected_pages import pages
from briefsite.changes.flat_records import FlatRecord
from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.problems import nearest
from briefsite.model.reviewed_records import Reviewed, reviewed_records
from briefsite.model.reviews import Key

FLAT_KINDS = {"relation": "question", "left-out": "left out"}
"""The kinds that the difference in words calls otherwise."""


class UnknownRecordError(ValueError):
    """What was named is no record; the message says what may have been meant."""


def named(corpus: Corpus, names: Iterable[str]) -> list[Key]:
    """The records of these names: `E31` is the claim, `forecast/E31` the forecast. Raises
    UnknownRecordError for all that are none."""
    records = reviewed_records(corpus)
    by_id: dict[str, list[Key]] = {}
    for key in records:
        by_id.setdefault(key[1], []).append(key)
    full = {record.name: key for key, record in records.items()}
    keys: list[Key] = []
    faults: list[str] = []
    for name in names:
        candidates = [full[name]] if name in full else by_id.get(name.strip("/"), [])
        if len(candidates) > 1 and candidates[0][0] != "claim":
            forms = " or ".join("/".join(key) for key in candidates)
            faults.append(f"'{name}' names more than one record; write {forms}")
        elif candidates:
            keys.append(candidates[0])
        else:
            hint = nearest(name, [*full, *by_id])
            faults.append(f"there is no record '{name}'{'; ' if hint else ''}{hint}")
    if faults:
        raise UnknownRecordError("\n".join(faults))
    return list(dict.fromkeys(keys))


def listed(text: str) -> list[str]:
    """The names in a list, one a line; what follows # and a blank before it is a remark."""
    lines = (line.split(" #")[0].strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def of_page(corpus: Corpus, page: str) -> list[Key]:
    """The records that a page shows: its own sections, the claims it names, and whatever the data
    put there. `page` is a file of docs/ or an address below the site's root. Raises
    UnknownRecordError."""
    path = page.removeprefix("docs/").strip("/")
    address = addresses.web(path) if path.endswith(".md") else f"{path}/" if path else ""
    written = {addresses.web(item.path.removeprefix("docs/")): item for item in corpus.pages}
    own = written.get(address)
    marked = {reference.name for reference in own.claims} if own else set[str]()
    cited = {reference.name for reference in own.works} if own else set[str]()
    keys = [
        key
        for key, record in reviewed_records(corpus).items()
        if (own and record.path == own.path)
        or (record.kind == "claim" and record.id in marked)
        or (record.kind == "work" and record.id in cited)
        or (record.kind != "claim" and record.kind != "work" and address in _places(corpus, record))
        or (record.kind == "claim" and address == _of_brief(corpus, record))
    ]
    if not keys:
        known = [*written, *map(addresses.web, map(addresses.brief, corpus.brief))]
        hint = nearest(address, known)
        raise UnknownRecordError(f"no page '{page}' shows a record{'; ' if hint else ''}{hint}")
    return keys


def _places(corpus: Corpus, record: Reviewed) -> set[str]:
    kind = FLAT_KINDS.get(record.kind, record.kind)
    name = record.id.replace("/", " ") if kind in ("answer", "mention") else record.id
    return set() if kind == "block" else pages(corpus, FlatRecord(kind, name, name, {}))


def _of_brief(corpus: Corpus, record: Reviewed) -> str:
    return addresses.web(addresses.brief(corpus.brief_of[record.id].key))
