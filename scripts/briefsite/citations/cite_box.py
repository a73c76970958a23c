"""Cite boxes: a page and the briefs it restates, in four styles and two lengths each.

One run of pandoc per style formats everything of the whole site. Each thing to cite is an item of
its own there, so that notes come out in full; the styles are variants for our own items, without
year suffixes and without dashes for a repeated author.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from briefsite.citations import pandoc_process
from briefsite.citations.formatted_references import marked

STYLES = (
    ("chicago", "Chicago, author-date", "own-chicago-author-date"),
    ("notes", "Chicago, notes", "own-chicago-notes"),
    ("apa", "APA 7", "own-apa"),
    ("mla", "MLA 9", "own-mla"),
)
NOTES = ("notes",)
INLINE = re.compile(r'<div id="c(\d+)">\s*<p>(.*?)</p>\s*</div>', re.S)
ENTRY = re.compile(r'<div id="ref-s(\d+)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', re.S)
NOTE = re.compile(r'<li id="fn(\d+)"[^>]*>\s*<p>(.*?)</p>\s*</li>', re.S)
BACK = re.compile(r'\s*<a href="#fnref\d+".*?</a>', re.S)


@dataclass(frozen=True)
class Subject:
    """Something to cite: an item, and the paragraphs of it that are meant, if any."""

    item: dict
    paragraphs: tuple[int, ...] = ()

    @property
    def key(self) -> tuple:
        return self.item["id"], self.paragraphs


@dataclass(frozen=True)
class Cited:
    """A subject in one style, as HTML: the full form, and the short one for the running text."""

    style: str
    label: str
    full: str
    short: str


def ranges(paragraphs: tuple[int, ...]) -> str:
    """Paragraph numbers as a locator: (1, 3, 4, 5) is `1, 3-5`."""
    runs: list[list[int]] = []
    for number in sorted(set(paragraphs)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


class Boxes:
    """Every subject of the site in every style; `of(subject)` gives the forms of one."""

    def __init__(self, subjects, cache: Path | None = None):
        self._places = {}
        for subject in subjects:
            self._places.setdefault(subject.key, (len(self._places), subject))
        self._runs = [
            (style, label, self._start(style, csl, cache)) for style, label, csl in STYLES
        ]
        self._made: dict[str, tuple[dict[int, str], dict[int, str]]] = {}

    def _start(self, style: str, csl: str, cache: Path | None) -> pandoc_process.Run:
        items = [subject.item | {"id": f"s{number}"} for number, subject in self._places.values()]
        blocks = [
            f"[@s{number}{', ¶ ' + ranges(subject.paragraphs) if subject.paragraphs else ''}]"
            for number, subject in self._places.values()
        ]
        twice = blocks + (blocks if style in NOTES else [])
        body = "\n\n".join(
            f"::: {{#c{number}}}\n{block}\n:::" for number, block in enumerate(twice)
        )
        text = f"---\nlink-citations: false\nlang: en-US\n---\n\n{body}\n"
        arguments = ("-f", "markdown", "-t", "html", "--wrap=none", "--bibliography", "items.json")
        return pandoc_process.start(
            arguments, {"in": text, "items.json": json.dumps(items, ensure_ascii=False)}, csl, cache
        )

    def of(self, subject: Subject) -> tuple[Cited, ...]:
        """The forms of a subject, one for each style, in their order."""
        number, _ = self._places[subject.key]
        forms = []
        for style, label, run in self._runs:
            if style not in self._made:
                self._made[style] = self._read(style, run.result())
            full, short = self._made[style]
            forms.append(Cited(style, label, full[number], short[number]))
        return tuple(forms)

    def _read(self, style: str, html: str) -> tuple[dict[int, str], dict[int, str]]:
        if style in NOTES:
            notes = {
                int(number) - 1: _tidy(BACK.sub("", note)) for number, note in NOTE.findall(html)
            }
            count = len(self._places)
            return (
                {number: notes[number] for number in range(count)},
                {number: notes[number + count] for number in range(count)},
            )
        return (
            {int(number): _tidy(entry) for number, entry in ENTRY.findall(html)},
            {int(number): _tidy(inline) for number, inline in INLINE.findall(html)},
        )


def _tidy(html: str) -> str:
    html = re.sub(r"</?(?:span|div)[^>]*>", "", html)
    return marked(re.sub(r"\s+", " ", html).strip())
