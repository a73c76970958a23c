"""Two states of the project set side by side: what was added, changed, retired, taken out.

What differs is found by comparing the fields of flat records, a line of code; a library for that
(DeepDiff) would leave its wording, the rest of this room, as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from briefsite.changes import change_wording, page_changes
from briefsite.changes.affected_pages import pages
from briefsite.changes.flat_records import FlatRecord, Key, flat_records
from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Forecast
from briefsite.model.records import Tombstone

ADDRESSES = {
    "brief": addresses.brief,
    "topic": addresses.topic,
    "actor": addresses.actor,
    "term": addresses.term,
    "work": addresses.work,
}
JUDGED_BY = ("condition", "horizon", "confirms", "refutes")
TOMBSTONED = ("claim", "question", "event", "development", "forecast")


@dataclass(frozen=True)
class Change:
    """One thing that is not as it was. `label` is what, `what` is `added`, `changed`, `retired`,
    `taken out` or `came back`, `said` how, `pages` the addresses of pages to look at, below the
    site's root; `warning` what must not happen, if it did."""

    label: str
    what: str
    said: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    warning: str = ""


def compare(old: Corpus, new: Corpus) -> list[Change]:
    """Everything that differs between two states, in the order of the new one; pages come last."""
    before, after = flat_records(old), flat_records(new)
    changes: list[Change] = []
    for key, record in after.items():
        changes += _of_record(old, new, before.get(key), record)
    gone = before.keys() - after.keys()
    changes += [
        _removal(old, new, record)
        for key, record in before.items()
        if key in gone and record.part_of not in gone
    ]
    changes += _of_tombstones(old, new, after.keys())
    for name, differs in (
        ("lexicon", old.lexicon != new.lexicon),
        ("fingerprints", old.fingerprints != new.fingerprints),
    ):
        if differs:
            said = ("what the checks go by; not told in words",)
            changes.append(Change(name, "changed", said))
    return [*changes, *_of_handwritten_pages(old, new)]


def _of_record(
    old: Corpus, new: Corpus, before: FlatRecord | None, after: FlatRecord
) -> Iterator[Change]:
    affected = pages(new, after)
    if before is None:
        tombstone = _tombstones(old).get(after.key)
        warning = (
            f"its id was retired ({tombstone.retired}); an id is never used again"
            if tombstone
            else ""
        )
        what = "came back" if tombstone else "added"
        yield Change(after.label, what, _summary(after), _sorted(affected), warning)
    else:
        said = _wording(before.fields, after.fields)
        if said:
            affected |= pages(old, before)
            warning = _forbidden(old, before, after)
            yield Change(after.label, "changed", said, _sorted(affected), warning)
    if after.kind == "forecast":
        places = _sorted(pages(new, after))
        yield from _of_verdicts(old.forecast.get(after.id), new.forecast[after.id], places)


def _wording(before: change_wording.Fields, after: change_wording.Fields) -> tuple[str, ...]:
    """What became of each field, in words, in the order of the newer record."""
    wording = (
        change_wording.became(name, before.get(name), after.get(name)) for name in after | before
    )
    return tuple(filter(None, wording))


def _removal(old: Corpus, new: Corpus, record: FlatRecord) -> Change:
    affected = _sorted(pages(old, record))
    if tombstone := _tombstones(new).get(record.key):
        return Change(record.label, "retired", (tombstone.retired,), affected)
    warning = ""
    if record.kind in TOMBSTONED:
        warning = "it is gone without a line under 'retired'; its address would die"
    elif record.kind in ADDRESSES:
        warning = f"its address, /{addresses.web(ADDRESSES[record.kind](record.id))}, dies"
    elif record.kind == "edition":
        warning = "an edition is never taken back"
    return Change(record.label, "taken out", _summary(record), affected, warning)


def _forbidden(old: Corpus, before: FlatRecord, after: FlatRecord) -> str:
    """What may not be changed once it stands."""
    if before.kind == "edition":
        return "an edition is never changed"
    if (
        before.kind == "forecast"
        and old.forecast[before.id].verdicts
        and any(before.fields[name] != after.fields[name] for name in JUDGED_BY)
    ):
        return "what it is judged by was changed after a verdict"
    return ""


def _of_verdicts(
    before: Forecast | None, after: Forecast, affected: tuple[str, ...]
) -> Iterator[Change]:
    """A verdict is added below the others; one that was changed or taken out is told as such."""
    label, last = f"verdict of forecast {after.claim}", "none"
    for old, new in zip_longest(before.verdicts if before else (), after.verdicts):
        if old is None:
            said = (f"{last} → {new.verdict} (added, judged {new.judged})", new.reason)
            yield Change(label, "changed", said, affected)
        elif old != new:
            said = _wording(dict(old), dict(new)) if new else (old.verdict, old.reason)
            yield Change(
                f"{label} of {old.judged}",
                "changed" if new else "taken out",
                said,
                affected,
                "a verdict is never overwritten; add the new one below it",
            )
        last = new.verdict if new else last


def _of_tombstones(old: Corpus, new: Corpus, living: Iterable[Key]) -> Iterator[Change]:
    """Tombstones whose record was gone before, and those that are gone themselves."""
    after = _tombstones(new)
    for key, tombstone in _tombstones(old).items():
        label = f"{key[0]} {key[1]} (retired)"
        if key in after:
            reason = change_wording.became("retired", tombstone.retired, after[key].retired)
            if reason:
                yield Change(label, "changed", (reason,))
        elif key not in living:
            warning = "its line under 'retired' is gone; its address would die"
            yield Change(label, "taken out", (tombstone.retired,), (), warning)


def _tombstones(corpus: Corpus) -> dict[Key, Tombstone]:
    """Tombstones by (kind, id)."""
    kinds = {
        "claim": [tombstone for brief in corpus.briefs for tombstone in brief.retired],
        "question": corpus.retired_questions,
        "event": corpus.retired_events,
        "development": corpus.retired_developments,
        "forecast": corpus.retired_forecasts,
    }
    return {(kind, item.id): item for kind, items in kinds.items() for item in items}


def _of_handwritten_pages(old: Corpus, new: Corpus) -> Iterator[Change]:
    before, after = ({page.path: page for page in corpus.pages} for corpus in (old, new))
    for path in after | before:
        label, place = f"page {path}", (addresses.web(path.removeprefix("docs/")),)
        if path not in before:
            words = change_wording.amount(len(after[path].text.split()), "word")
            yield Change(label, "added", (f"{words}: {after[path].title}",), place)
        elif path not in after:
            warning = f"its address, /{place[0]}, dies"
            yield Change(label, "taken out", (before[path].title,), place, warning)
        elif said := page_changes.became(before[path], after[path]):
            yield Change(label, "changed", said, place)


def _summary(record: FlatRecord) -> tuple[str, ...]:
    return (record.summary,) if record.summary else ()


def _sorted(affected: set[str]) -> tuple[str, ...]:
    return tuple(sorted(affected))
