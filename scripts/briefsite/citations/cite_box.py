"""Cite boxes: a page and the briefs it restates, in every style and two lengths each.

One run of pandoc per style formats everything of the whole site. Each thing to cite is an item of
its own there, so that notes come out in full; the styles are variants for our own items, without
year suffixes and without dashes for a repeated author.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby, pairwise
from pathlib import Path
from typing import cast

from briefsite.citations import (
    citation_styles,
    citeproc,
    csl_items,
    descriptions,
    pandoc_process,
    title_case,
)
from briefsite.citations.citation_styles import Style
from briefsite.citations.csl_items import Date, Item
from briefsite.citations.pandoc_series import Series
from briefsite.model.packed import Packed
from briefsite.model.works import Work

NOTE = re.compile(r'<li id="fn(\d+)"[^>]*>\s*<p>(.*?)</p>\s*</li>', re.S)
BOXES = re.compile(r"</?(?:span|div)[^>]*>")
BACK_LINK = re.compile(r'\s*<a href="#fnref\d+".*?</a>', re.S)


ACCESSED: Date = {"date-parts": [[9999, 12, 31]]}
"""Stands for the day of a reader's access, which only a browser knows."""

DAY = '<span class="cite-day" data-day="{}">[day of access]</span>'
DAYS = {"December 31, 9999": DAY.format("long"), "31 Dec. 9999": DAY.format("short")}
"""How styles write it, and what is shown in its place."""
AT_ONCE = 4000
"""So many subjects pandoc is given at most: each is formatted by itself, whatever the others."""
PLACE = "citeplace"
"""Stands for which part of a page is meant, which a browser writes."""


OWN_CASE = rf", edition [\d.]+$|{PLACE}| \([^()]*\)$"
"""What headline style leaves as it stands in a title of ours: an edition, a place, a remark."""


@dataclass(frozen=True)
class Subject:
    """Something to cite: an item, and the paragraphs of it that are meant, if any.

    Paragraphs stand in notes and in the running text: an entry of a list of references names the
    work alone, in Chicago's author-date, APA and MLA alike. A `place` in words, such as where else
    the work is cited, stands before the address of the full form. What is `live` may change;
    its full form has a day of access, which is ACCESSED until a reader's browser fills it in.
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
    """Paragraph numbers as a locator: (1, 3, 4, 5) is `1, 3–5`. Styles leave a hyphen in a list."""
    numbers = enumerate(sorted(set(paragraphs)))
    runs = [
        [number for _, number in run] for _, run in groupby(numbers, lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def locator(paragraphs: Iterable[int]) -> str:
    """Paragraph numbers as they are read: `¶ 7`, `¶¶ 1, 3–5`; "" for none."""
    numbers = set(paragraphs)
    sign = "¶¶ " if len(numbers) > 1 else "¶ " if numbers else ""
    return sign + ranges(numbers)


def _for_style(subject: Subject, number: int, style: Style, entry: Work | None) -> Item:
    """The item of a subject as a style is given it: alone, its title in the case that the style
    wants, its place in `annote`, and the names of websites in their own case. `entry` is that of a
    work."""
    container = csl_items.text(subject.item, "container-title")
    if style.sentence_case:
        item = title_case.in_sentence_case(subject.item, entry)
    elif entry:
        item = title_case.with_protected_case(subject.item, entry)
    else:
        title = re.sub(OWN_CASE, _as_it_stands, subject.item["title"])
        item = cast(Item, subject.item | {"title": title})
    item = dict(descriptions.with_own_case(item)) | {
        "id": f"s{number}",
        "annote": subject.place,
        "accessed": ACCESSED if subject.live else None,
        "container-title": container and title_case.NOCASE.format(container),
    }
    return cast(Item, {variable: value for variable, value in item.items() if value})


class Boxes:
    """Every subject of the site in every style; `of(subject)` gives the forms of one. `entries` are
    those of the bibliography, where titles are marked."""

    def __init__(
        self,
        subjects: Iterable[Subject],
        cache: Path | None = None,
        entries: Mapping[str, Work] | None = None,
    ):
        unique = {subject.key: subject for subject in subjects}
        self._numbers = {key: number for number, key in enumerate(unique)}
        parts = -(-len(unique) // AT_ONCE) or 1
        ends = [len(unique) * part // parts for part in range(parts + 1)]
        self._parts = [range(*pair) for pair in pairwise(ends)]
        listed = list(unique.values())
        waiting = Packed(
            ((str(part), [(n, listed[n]) for n in part]) for part in self._parts), parts > 1
        )

        def started(style: Style, part: range) -> pandoc_process.Run:
            some = waiting[str(part)]
            items = [
                _for_style(each, n, style, (entries or {}).get(each.item["id"])) for n, each in some
            ]
            citations = [
                f"@s{n}{', ¶ ' + ranges(subject.paragraphs) if subject.paragraphs else ''}"
                for n, subject in some
            ]
            return citeproc.start(
                citations * 2 if style.in_notes else citations,
                ("items.json", json.dumps(items, ensure_ascii=False)),
                style.file,
                "link-citations: false",
                cache,
            )

        self._runs = {
            key: Series([partial(started, style, part) for part in self._parts])
            for key, style in citation_styles.STYLES.items()
        }

    def of(self, subject: Subject) -> tuple[Form, ...]:
        """The forms of a subject, one for each style, in their order."""
        lines = iter(self._forms[self._numbers[subject.key]].decode().split("\n"))
        return tuple(
            Form(key, style.label, next(lines), next(lines))
            for key, style in citation_styles.STYLES.items()
        )

    @cached_property
    def _forms(self) -> list[bytes]:
        """The forms of every subject, two lines for each style, as bytes, which take half the room
        of a text with curly quotes. What pandoc wrote is not kept: of a large site it takes more
        memory than all else."""
        forms = [b""] * len(self._numbers)
        for key, style in citation_styles.STYLES.items():
            outputs = zip(self._parts, self._runs.pop(key).results(), strict=True)
            for part, output in outputs:
                for number, both in zip(part, _read(style, output, part), strict=True):
                    forms[number] += "".join(f"{form}\n" for form in both).encode()
        return forms


def _read(style: Style, output: str, part: range) -> Iterator[tuple[str, str]]:
    """(full, short) of the subjects of a part in a style."""
    if style.in_notes:
        notes = [BACK_LINK.sub("", note) for _, note in NOTE.findall(output)]
        halves = zip(notes[: len(part)], notes[len(part) :], strict=True)
        yield from ((_tidy(full), _tidy(short)) for full, short in halves)
    else:
        entries, short = citeproc.entries(output), citeproc.citations(output)
        yield from ((_tidy(entries[f"s{n}"]), _tidy(short[n - part.start])) for n in part)


def _as_it_stands(match: re.Match[str]) -> str:
    return title_case.NOCASE.format(match[0])


def _tidy(markup: str) -> str:
    tidy = citeproc.tidy(" ".join(markup.split()), without=BOXES)
    for day, shown in DAYS.items():
        tidy = tidy.replace(day, shown)
    return tidy
