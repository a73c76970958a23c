"""Signing: stamps made of records as they stand, and written to data/reviews, a line for each."""

import re
from collections.abc import Iterable
from pathlib import Path

from briefsite.load.review_files import name_of
from briefsite.model.corpus import Corpus
from briefsite.model.reviewed_records import Reviewed
from briefsite.model.reviews import USUAL_SOURCE, Key, Stamp
from briefsite.rules.review_rules import criteria_are_frozen
from briefsite.rules.review_states import basis_of, fields_of, stamps_without_record
from briefsite.scaffold import safe_write

HEAD = """\
# Who compared each record with its source, a line for each. Written by scripts/build.py review;
# docs/about/contributing/review.md. Of two lines for one record after a merge, keep the newer.
"""


def stamp(record: Reviewed, by: str, day: str, against: str = "") -> Stamp:
    """The stamp of a record as it stands; `against` is a key of SOURCES, or "" for the usual."""
    return Stamp(
        record.key,
        by,
        day,
        against or USUAL_SOURCE.get(record.kind, "paragraph"),
        record.record,
        record.basis,
        fields_of(record),
        basis_of(record),
        record.frozen,
    )


def unsignable(corpus: Corpus) -> dict[str, str]:
    """What is wrong with forecasts whose criteria changed after a verdict, by the claim: to sign
    them would hide it."""
    return {
        problem.message.partition(":")[0]: str(problem) for problem in criteria_are_frozen(corpus)
    }


def write(root: Path, stamps: dict[Key, Stamp], kinds: Iterable[str]) -> None:
    """Write the files of these kinds anew, sorted by id; a file without a stamp goes."""
    for kind in sorted(set(kinds)):
        path = root / name_of(kind)
        lines = [str(stamps[key]) for key in sorted(stamps, key=_natural) if key[0] == kind]
        if not lines:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        text = HEAD + "\n".join(lines) + "\n"
        if path.exists():
            safe_write.replace(path, text)
        else:
            safe_write.create(path, text)


def tidy(root: Path, corpus: Corpus) -> list[Stamp]:
    """Take out the stamps of records that are gone; returns them."""
    gone = list(stamps_without_record(corpus))
    keys = {item.key for item in gone}
    kept = {key: item for key, item in corpus.stamps.items() if key not in keys}
    write(root, kept, {kind for kind, _ in keys})
    return gone


def _natural(key: Key) -> tuple[str, list[tuple[int, str]]]:
    """E9 before E10."""
    parts = re.findall(r"\d+|\D+", key[1])
    return key[0], [(int(part), "") if part.isdigit() else (-1, part) for part in parts]
