"""Cite boxes: a page and the briefs it restates, in every style and two lengths each.

One run of pandoc per style formats everything of the whole site. Each thing to cite is an item of
its own there, so that notes come out in full; the styles are variants for our own items, without
year suffixes and without dashes for a repeated author.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import cast

from briefsite.citations import citation_styles, citeproc, descriptions, title_case
from briefsite.citations.citation_styles import Style
from briefsite.citations.csl_items import Date, Item

NOTE = re.compile(r'<li id="fn(\d+)"[^>]*>\s*<p>(.*?)</p>\s*</li>', re.S)
BACK_LINK = re.compile(r'\s*<a href="#fnref\d+".*?</a>', re.S)


ACCESSED: Date = {"date-parts": [[9999, 12, 31]]}
"""Stands for the day of a reader's access, which only a browser knows."""


@dataclass(frozen=True)
class Subject:
    """Something to cite: an item, and the paragraphs of it that are meant, if any.

    A `place` in words stands before the address of the full form. What is `live` may change; its
    full form has a day of access, which is ACCESSED until a reader's browser fills it in.
    """

    item: Item
    paragraphs: tuple[int, ...] = ()
    place: str = ""
    live: bool = False

    @property
    def key(self) -> str:
        return "|".join((self.item["id"], ranges(self.paragraphs), self.place, "+" * self.live))


@dataclass(frozen=True)
class Form:
    """A subject in one style, as HTML: the full form, and the short one for the running text."""

    style: str
    label: str
    full: str
    short: str


def ranges(paragraphs: Iterable[int]) -> str:
    """Paragraph numbers as a locator: (1, 3, 4, 5) is `1, 3-5`."""
    numbers = enumerate(sorted(set(paragraphs)))
    runs = [
        [number for _, number in run] for _, run in groupby(numbers, lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _for_styles(subject: Subject, number: int) -> Item:
    """The item of a subject as styles are given it: alone, its place in `annote`, and the names of
    websites in their own case."""
    item = descriptions.with_own_case(subject.item) | {"id": f"s{number}", "annote": subject.place}
    if subject.live:
        item["accessed"] = ACCESSED
    if "container-title" in item:
        item["container-title"] = title_case.NOCASE.format(item["container-title"])
    for variable in ("annote", "accessed"):
        if not item.get(variable) or (variable == "accessed" and not subject.live):
            item.pop(variable, None)
    return cast(Item, item)


class Boxes:
    """Every subject of the site in every style; `of(subject)` gives the forms of one."""

    def __init__(self, subjects: Iterable[Subject], cache: Path | None = None):
        unique = {subject.key: subject for subject in subjects}
        self._numbers = {key: number for number, key in enumerate(unique)}
        items = [_for_styles(subject, n) for n, subject in enumerate(unique.values())]
        citations = [
            f"@s{n}{', ¶ ' + ranges(subject.paragraphs) if subject.paragraphs else ''}"
            for n, subject in enumerate(unique.values())
        ]
        self._runs = {
            key: citeproc.start(
                citations * 2 if style.in_notes else citations,
                ("items.json", json.dumps(items, ensure_ascii=False)),
                style.file,
                "link-citations: false",
                cache,
            )
            for key, style in citation_styles.STYLES.items()
        }

    def of(self, subject: Subject) -> tuple[Form, ...]:
        """The forms of a subject, one for each style, in their order."""
        number = self._numbers[subject.key]
        return tuple(
            Form(key, style.label, *self._forms[key][number])
            for key, style in citation_styles.STYLES.items()
        )

    @cached_property
    def _forms(self) -> dict[str, list[tuple[str, str]]]:
        """(full, short) of every subject by style."""
        return {
            key: self._read(citation_styles.STYLES[key], run.result())
            for key, run in self._runs.items()
        }

    def _read(self, style: Style, output: str) -> list[tuple[str, str]]:
        count = range(len(self._numbers))
        if style.in_notes:
            notes = [_tidy(BACK_LINK.sub("", note)) for _, note in NOTE.findall(output)]
            return [(notes[number], notes[number + len(count)]) for number in count]
        full, short = citeproc.entries(output), citeproc.citations(output)
        return [(_tidy(full[f"s{number}"]), _tidy(short[number])) for number in count]


def _tidy(markup: str) -> str:
    return citeproc.tidy(re.sub(r"\s+", " ", markup), without="span|div")
