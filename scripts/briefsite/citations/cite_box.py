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

from briefsite.citations import citation_styles, citeproc, csl_items, descriptions, title_case
from briefsite.citations.citation_styles import Style
from briefsite.citations.csl_items import Date, Item

NOTE = re.compile(r'<li id="fn(\d+)"[^>]*>\s*<p>(.*?)</p>\s*</li>', re.S)
BACK_LINK = re.compile(r'\s*<a href="#fnref\d+".*?</a>', re.S)


ACCESSED: Date = {"date-parts": [[9999, 12, 31]]}
"""Stands for the day of a reader's access, which only a browser knows."""

DAYS = {"long": "December 31, 9999", "short": "31 Dec. 9999"}
"""How styles write it."""
DAY = '<span class="cite-day" data-day="{}">[day of access]</span>'
PLACE = "citeplace"
"""Stands for which part of a page is meant, which a browser writes."""


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


def locator(paragraphs: Iterable[int]) -> str:
    """Paragraph numbers as they are read: `¶ 7`, `¶¶ 1, 3–5`; "" for none."""
    numbers = set(paragraphs)
    sign = "¶¶ " if len(numbers) > 1 else "¶ " if numbers else ""
    return sign + ranges(numbers).replace("-", "–")


def _for_styles(subject: Subject, number: int) -> Item:
    """The item of a subject as styles are given it: alone, its place in `annote`, and the names of
    websites in their own case."""
    container = csl_items.text(subject.item, "container-title")
    edition = re.sub(r", edition [\d.]+$|" + PLACE, _as_it_stands, subject.item["title"])
    item = dict(descriptions.with_own_case(cast(Item, subject.item | {"title": edition}))) | {
        "id": f"s{number}",
        "annote": subject.place,
        "accessed": ACCESSED if subject.live else None,
        "container-title": container and title_case.NOCASE.format(container),
    }
    return cast(Item, {variable: value for variable, value in item.items() if value})


def _without_place(item: Item) -> Item:
    """For notes, which have the paragraphs themselves."""
    return cast(Item, {name: value for name, value in item.items() if name != "annote"})


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
        in_notes = [
            item if not subject.paragraphs else _without_place(item)
            for item, subject in zip(items, unique.values(), strict=True)
        ]
        self._runs = {
            key: citeproc.start(
                citations * 2 if style.in_notes else citations,
                (
                    "items.json",
                    json.dumps(in_notes if style.in_notes else items, ensure_ascii=False),
                ),
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
        """(full, short) of every subject by style. What pandoc wrote is not kept: of a large site
        it takes more memory than all else."""
        return {
            key: self._read(style, self._runs.pop(key).result())
            for key, style in citation_styles.STYLES.items()
        }

    def _read(self, style: Style, output: str) -> list[tuple[str, str]]:
        count = range(len(self._numbers))
        if style.in_notes:
            notes = [_tidy(BACK_LINK.sub("", note)) for _, note in NOTE.findall(output)]
            return [(notes[number], notes[number + len(count)]) for number in count]
        full, short = citeproc.entries(output), citeproc.citations(output)
        return [(_tidy(full[f"s{number}"]), _tidy(short[number])) for number in count]


def _as_it_stands(match: re.Match[str]) -> str:
    return title_case.NOCASE.format(match[0])


def _tidy(markup: str) -> str:
    tidy = citeproc.tidy(re.sub(r"\s+", " ", markup), without="span|div")
    for length, day in DAYS.items():
        tidy = tidy.replace(day, DAY.format(length))
    return tidy
