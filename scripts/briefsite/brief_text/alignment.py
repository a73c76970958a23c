"""A brief's text, as it was extracted, cut into the paragraphs and sentences that its file counts.

The file gives the number of words of each sentence. Blocks of the text, parted by blank lines, are
matched with these counts; a paragraph that a page break cut in two is put together again, and
headings, colophons and reference lists, which match nothing, fall away.
"""

import re

from briefsite.model.letters import CAPITAL, INITIAL
from briefsite.model.records import Brief

ENDS = re.compile(rf"[.?!][\"')*”’]*\s+(?=[{INITIAL}\"'(“])")
ABBREVIATED = re.compile(
    rf"(?:U\.S|U\.K|N\.K|S\.K|\b[{CAPITAL}]|\bal|\bDr|\bNo|\bvs|\bMr|\bMs|\bSt)\.$"
)


class TextMismatchError(ValueError):
    """The text is not the one that the brief's file counts."""


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph. A full stop after a common abbreviation ends none."""
    result: list[str] = []
    start = 0
    for match in ENDS.finditer(paragraph):
        sentence = paragraph[start : match.end()].rstrip()
        if not ABBREVIATED.search(sentence):
            result.append(sentence)
            start = match.end()
    return [*result, paragraph[start:].strip()]


def align(brief: Brief, text: str) -> list[list[str]]:
    """Sentences by paragraph, as the brief's file counts them. Raises TextMismatchError, naming the
    paragraph."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
    aligned: list[list[str]] = []
    place = 0
    for paragraph in brief.paragraphs:
        match = _next(blocks, place, list(paragraph.sentences))
        if match is None:
            raise TextMismatchError(
                f"{brief.key}: no block of the text has the sentences of ¶ {paragraph.number} "
                f"({', '.join(map(str, paragraph.sentences))} words)"
            )
        paragraph_sentences, place = match
        aligned.append(paragraph_sentences)
    return aligned


def _next(blocks: list[str], start: int, counts: list[int]) -> tuple[list[str], int] | None:
    """The next block, or run of two or three of them, whose sentences have these numbers of
    words."""
    for first in range(start, len(blocks)):
        for length in (1, 2, 3):
            cut = sentences(" ".join(blocks[first : first + length]))
            if [len(sentence.split()) for sentence in cut] == counts:
                return cut, first + length
    return None
