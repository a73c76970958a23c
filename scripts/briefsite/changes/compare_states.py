"""Two states of the project set side by side: what was added, changed, retired, taken out."""

from dataclasses import dataclass

from briefsite.changes import affected_pages, change_wording, page_changes
from briefsite.changes.flat_records import Record, records
from briefsite.model import addresses
from briefsite.model.corpus import Corpus

ADDRESSED = {
    "brief": addresses.brief,
    "question": addresses.question,
    "topic": addresses.topic,
    "actor": addresses.actor,
    "term": addresses.term,
    "work": addresses.work,
}
TOMBSTONED = ("claim", "event", "development", "forecast")


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


def compare(old, new) -> list[Change]:
    """Everything that differs between two Corpus values, in the order of the new one; pages come last."""
    was, now = records(old), records(new)
    found = [
        change for key, record in now.items() for change in _one(old, new, was.get(key), record)
    ]
    gone = {key for key in was if key not in now}
    found += [
        _gone(old, new, record)
        for key, record in was.items()
        if key in gone and record.part_of not in gone
    ]
    found += list(_stones(old, new))
    for name in ("lexicon", "fingerprints"):
        if getattr(old, name) != getattr(new, name):
            found.append(Change(name, "changed", ("what the checks go by; not told in words",)))
    return found + list(_pages(old, new))


def _one(old, new, before: Record | None, after: Record):
    if before is None:
        back = _stone(old, after)
        yield Change(
            after.label,
            "came back" if back else "added",
            (after.says,) if after.says else (),
            _sorted(affected_pages.pages(new, after)),
            f"its id was retired ({back.retired}); an id is never used again" if back else "",
        )
    elif before.fields != after.fields:
        names = [*after.fields, *(name for name in before.fields if name not in after.fields)]
        said = tuple(
            filter(
                None,
                (
                    change_wording.became(name, before.fields.get(name), after.fields.get(name))
                    for name in names
                ),
            )
        )
        if said:
            yield Change(
                after.label,
                "changed",
                said,
                _sorted(affected_pages.pages(old, before) | affected_pages.pages(new, after)),
                _forbidden(old, before, after),
            )
    if after.kind == "forecast":
        yield from _verdicts(
            old.forecast.get(after.id),
            new.forecast[after.id],
            _sorted(affected_pages.pages(new, after)),
        )


def _gone(old, new, record: Record) -> Change:
    stone, pages = _stone(new, record), _sorted(affected_pages.pages(old, record))
    if stone:
        return Change(record.label, "retired", (stone.retired,), pages)
    warning = ""
    if record.kind in TOMBSTONED:
        warning = "it is gone without a line under 'retired'; its address would die"
    elif record.kind in ADDRESSED:
        warning = f"its address, /{addresses.web(ADDRESSED[record.kind](record.id))}, dies"
    elif record.kind == "edition":
        warning = "an edition is never taken back"
    return Change(record.label, "taken out", (record.says,) if record.says else (), pages, warning)


def _forbidden(old, before: Record, after: Record) -> str:
    """What may not be changed once it stands."""
    if before.kind == "edition":
        return "an edition is never changed"
    if (
        before.kind == "forecast"
        and old.forecast[before.id].verdicts
        and any(before.fields[name] != after.fields[name] for name in ("confirms", "refutes"))
    ):
        return "what would confirm or refute it was changed after a verdict"
    return ""


def _verdicts(before, after, pages: tuple[str, ...]):
    """A verdict is added below the others; one that was changed or taken out is told as such."""
    was, now = before.verdicts if before else (), after.verdicts
    for number in range(max(len(was), len(now))):
        one, other = (
            was[number] if number < len(was) else None,
            now[number] if number < len(now) else None,
        )
        if one is None:
            last = now[number - 1].verdict if number else "none"
            yield Change(
                f"verdict of forecast {after.claim}",
                "changed",
                (f"{last} → {other.verdict} (added, judged {other.judged})", other.reason),
                pages,
            )
        elif one != other:
            said = (
                tuple(
                    filter(
                        None,
                        (
                            change_wording.became(name, getattr(one, name), getattr(other, name))
                            for name in type(one).model_fields
                        ),
                    )
                )
                if other
                else (one.verdict, one.reason)
            )
            yield Change(
                f"verdict of forecast {after.claim} of {one.judged}",
                "changed" if other else "taken out",
                said,
                pages,
                "a verdict is never overwritten; add the new one below it",
            )


def _stones(old, new):
    """Tombstones whose record was gone before, and those that are gone themselves."""
    was, now = _retired(old), _retired(new)
    living = {(record.kind, record.id) for record in records(new).values()}
    for key, stone in was.items():
        if key not in now and key not in living:
            yield Change(
                f"{key[0]} {key[1]} (retired)",
                "taken out",
                (stone.retired,),
                (),
                "its line under 'retired' is gone; its address would die",
            )
        elif key in now and now[key].retired != stone.retired:
            yield Change(
                f"{key[0]} {key[1]} (retired)",
                "changed",
                (change_wording.became("retired", stone.retired, now[key].retired),),
            )


def _retired(corpus: Corpus) -> dict:
    """Tombstones by (kind, id)."""
    claims = [stone for brief in corpus.briefs for stone in brief.retired]
    kinds = (
        ("claim", claims),
        ("event", corpus.retired_events),
        ("development", corpus.retired_developments),
        ("forecast", corpus.retired_forecasts),
    )
    return {(kind, stone.id): stone for kind, stones in kinds for stone in stones}


def _stone(corpus: Corpus, record: Record):
    return _retired(corpus).get(record.key) if record.kind in TOMBSTONED else None


def _pages(old, new):
    was, now = {page.path: page for page in old.pages}, {page.path: page for page in new.pages}
    for path in dict.fromkeys([*now, *was]):
        label, place = f"page {path}", (addresses.web(path.removeprefix("docs/")),)
        if path not in was:
            yield Change(
                label,
                "added",
                (
                    f"{change_wording.amount(len(now[path].text.split()), 'word')}: {now[path].title}",
                ),
                place,
            )
        elif path not in now:
            yield Change(
                label, "taken out", (was[path].title,), place, f"its address, /{place[0]}, dies"
            )
        elif said := page_changes.became(was[path], now[path]):
            yield Change(label, "changed", said, place)


def _sorted(addresses_found) -> tuple[str, ...]:
    return tuple(sorted(addresses_found))
