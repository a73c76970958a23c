"""Sentences that count the briefs: what is true of two may not be true of three.

Generated text counts from the data. What people wrote is theirs to look at when a brief joins.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from briefsite.model import data_paths
from briefsite.model.problems import Problem

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
OF_TWO = "both|neither|either"
PLACES = ("mkdocs.yml", "CITATION.cff", "docs/*.md", "docs/topics/*.md", "docs/about/*.md")
"""Where sentences are about the project's own briefs, besides the lists of records."""


def sentences(root: Path, before: int) -> Iterator[Problem]:
    """What counts the briefs as `before` did, when one more has joined: a line for each place."""
    if not 0 < before < len(NUMBERS):
        return
    words = NUMBERS[before] + (f"|{OF_TWO}" if before == 2 else "")
    counting = re.compile(rf"\b({words})\s+(?:of\s+the\s+)?(?:policy\s+)?briefs?\b", re.I)
    for path in _files(root):
        for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1):
            if found := counting.search(line):
                yield Problem(
                    path.relative_to(root).as_posix(),
                    number,
                    f"'{found[0]}' counts {before}, and there are {before + 1} now",
                    "see whether it still holds, or name the briefs that are meant",
                )


def _files(root: Path) -> Iterator[Path]:
    for place in (*PLACES, *data_paths.LISTS):
        yield from sorted(root.glob(place))
