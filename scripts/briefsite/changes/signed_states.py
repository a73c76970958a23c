"""A record as it was when it was signed, from Git's history, and what became of it, in words."""

import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from briefsite.changes import change_wording, project_states
from briefsite.changes.flat_records import Value
from briefsite.load.review_files import name_of
from briefsite.model.reviewed_records import Reviewed, reviewed_records
from briefsite.model.reviews import Key, Stamp

DEEPEST = 3
"""So many levels of what a record rests on are told."""


@lru_cache(maxsize=16)
def at_commit(root: Path, commit: str) -> dict[Key, Reviewed]:
    """The records as a commit has them; none where there is no such state that can be read."""
    try:
        return reviewed_records(project_states.read(root, commit))
    except project_states.UnknownStateError:
        return {}


def when_signed(root: Path, stamp: Stamp) -> dict[Key, Reviewed]:
    """The records of the commit that brought a stamp; none where it brought another wording, or
    where Git does not know it."""
    path = name_of(stamp.key[0])
    found = _git(root, "log", "--format=%H", f"-S{stamp.record}, basis: {stamp.basis}", "--", path)
    for commit in reversed(found.split()):
        records = at_commit(root, commit)
        record = records.get(stamp.key)
        if record and (record.record, record.basis) == (stamp.record, stamp.basis):
            return records
    return {}


def became(
    old: dict[Key, Reviewed], new: dict[Key, Reviewed], key: Key, depth: int = 0
) -> Iterator[str]:
    """What became of a record and of what it rests on, in words."""
    before, after = old.get(key), new.get(key)
    name = f"{key[0]}/{key[1]}"
    if not (before and after):
        if before or after:
            yield f"{name} {'was taken out' if before else 'is new'}"
        return
    for field in after.fields | before.fields:
        words = change_wording.became(
            field, _flat(before.fields.get(field)), _flat(after.fields.get(field))
        )
        if words:
            yield words if not depth else f"{name}: {words}"
    if depth < DEEPEST:
        for below in after.rests_on | before.rests_on:
            if before.rests_on.get(below) != after.rests_on.get(below):
                yield from _below(old, new, below, depth)


def _below(
    old: dict[Key, Reviewed], new: dict[Key, Reviewed], name: str, depth: int
) -> Iterator[str]:
    kind, _, rest = name.partition("/")
    key = (kind, rest)
    if key in old or key in new:
        yield from became(old, new, key, depth + 1)
    else:
        yield f"{name}: changed"


def _flat(value: Any) -> Value:
    """A plain value as change_wording compares it: lists of texts, and texts."""
    if isinstance(value, list):
        return tuple(str(_flat(item)) for item in cast("list[Any]", value))
    if isinstance(value, dict):
        pairs = cast("dict[str, Any]", value).items()
        return "; ".join(f"{name}: {_flat(item)}" for name, item in pairs)
    return value if isinstance(value, int | str) or value is None else str(value)


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return "" if done.returncode else done.stdout
