"""The sections of a topic's page: the answer in short, an account of each brief, and the rest.

An account stands under a heading that is its brief's name alone, or its label where two briefs have
one name: `## Easley`, `## Easley 2024`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefsite.load.markdown_pages import CITATION, blank
from briefsite.model.corpus import Corpus, derived
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.ids import without_claims
from briefsite.model.records import Brief

HEADING = re.compile(r"^(?P<level>#{1,2}) +(?P<name>[^\n]*?)[ \t]*(?:\{[^{}\n]*\})?[ \t]*$", re.M)
WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True)
class Section:
    """What stands under a heading, from `line` of the page on, code and comments blanked.

    `brief` is the one whose account it is. What stands below the title is `in_short`.
    """

    heading: str
    line: int
    text: str
    brief: Brief | None = None
    in_short: bool = False

    @property
    def words(self) -> list[tuple[int, str]]:
        """The words that a reader reads, each with its line."""
        found: list[tuple[int, str]] = []
        for number, line in enumerate(self.text.split("\n"), self.line):
            shown = without_claims(CITATION.sub("", line))
            found += [(number, word) for word in WORD.findall(shown)]
        return found


def sections(corpus: Corpus, page: HandwrittenPage) -> Iterator[Section]:
    """The sections of a page in its order."""
    text = blank(page.text)
    found = list(HEADING.finditer(text))
    ends = [*(match.start() for match in found[1:]), *([len(text)] if found else [])]
    for match, end in zip(found, ends, strict=True):
        title = match["level"] == "#"
        yield Section(
            match["name"],
            text.count("\n", 0, match.end()) + 1,
            text[match.end() : end],
            None if title else named(corpus, match["name"]),
            title,
        )


def named(corpus: Corpus, heading: str) -> Brief | None:
    """The brief that a heading names by its label, or by a name that no other brief has."""
    return _by_heading(corpus).get(heading)


@derived
def _by_heading(corpus: Corpus) -> dict[str, Brief]:
    return {
        heading: brief
        for brief in reversed(corpus.briefs)
        for heading in (name_of(corpus, brief), brief.label)
    }


@derived
def _times_named(corpus: Corpus) -> Counter[str]:
    """How many briefs have a name."""
    return Counter(brief.name for brief in corpus.briefs)


def name_of(corpus: Corpus, brief: Brief) -> str:
    """What a page calls a brief: its name, or its label where another brief has that name."""
    return brief.name if _times_named(corpus)[brief.name] == 1 else brief.label


def accounts(corpus: Corpus, page: HandwrittenPage) -> set[str]:
    """The keys of the briefs of which the page gives an account."""
    return {section.brief.key for section in sections(corpus, page) if section.brief}
