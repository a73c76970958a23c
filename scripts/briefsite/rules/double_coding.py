"""What holds wherever two or more readers code the same things, each alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefsite.model.codings import Coder
from briefsite.model.problems import Problem, nearest
from briefsite.model.records import Record


class Coded(NamedTuple):
    """What was coded: its id, the record that holds the codes, and these by the coder's name."""

    id: str
    record: Record
    codes: Mapping[str, Record]


def coders_are_named(
    coders: Sequence[Coder], items: Iterable[Coded], word: str, field: str
) -> Iterator[Problem]:
    """Coders that stand twice, and codes by nobody known; `field` lists the coders, `word` is
    what one is called."""
    count = Counter(coder.name for coder in coders)
    for coder in coders:
        if count[coder.name] > 1:
            yield coder.at.problem(f"the {word} '{coder.name}' is listed twice", key="name")
    for item in items:
        for name in item.codes:
            if name not in count:
                yield item.record.at.problem(
                    f"{item.id}: unknown {word} '{name}'",
                    nearest(name, count) or f"add the {word} under '{field}'",
                    "codes",
                )


def coded_once(items: Sequence[Coded], done: str, hint: str, field: str) -> Iterator[Problem]:
    """What stands in two places of the file."""
    count = Counter(item.id for item in items)
    for item in items:
        if count[item.id] > 1:
            yield item.record.at.problem(f"'{item.id}' is {done} in two places", hint, field)


def reasons_are_given(
    item: Coded, settled: Record, differ: bool, reason: str | None, codes: str, hint: str
) -> Iterator[Problem]:
    """Where codes differ, what was settled has a reason."""
    if differ and not reason:
        message = f"{item.id}: the {codes} differ, and 'settled' gives no reason"
        yield settled.at.problem(message, hint)
