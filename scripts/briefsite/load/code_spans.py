"""Where a page's Markdown is code or comment, found in one pass, however damaged the page is.

`make check` reads every page: markdown-it needs five times as long for that, 0.14 s for this site,
and gives no positions within a line. Many rules ask of one page: what was found last is kept.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

Span = tuple[int, int]
"""Start and end of a piece of text."""
FRONT = re.compile(r"\A-{3}[ \t]*\n.*?\n(?:\.{3}|-{3})[ \t]*\n", re.S)
FENCE = re.compile(r"^(`{3,}|~{3,})(.*)$")
TOKEN = re.compile(r"`+|<!--|\n[ \t]*(?=\n)")
"""A run of backticks, the start of a comment, the end of a paragraph."""
CONTAINER = re.compile(r"(?:[-+*]|\d+\.|\[\^[^\]]+\]:|!!!|\?\?\?\+?|={3}|:)[ \t]")
"""What begins a block whose further paragraphs are indented and are no code."""


@lru_cache(maxsize=256)
def spans(text: str) -> tuple[Span, ...]:
    """Every fenced and indented block, code span and comment, in order; none lies in another."""
    result: list[Span] = []
    position = 0
    for start, end in [*_blocks(text), (len(text), len(text))]:
        if start >= position:
            result += _inline(text, position, start)
            result.append((start, end))
            position = end
    return tuple((start, end) for start, end in result if start < end)


def _blocks(text: str) -> list[Span]:
    """Closed fenced blocks, and indented ones outside of lists, notes and boxes."""
    lines = text.splitlines(keepends=True)
    fences = _fences(lines)
    result: list[Span] = []
    start, number, after_blank, in_container = 0, 0, True, False
    while number < len(lines):
        line, end = lines[number], start + len(lines[number])
        if number in fences:
            last = fences[number]
            end = start + sum(map(len, lines[number : last + 1]))
            result.append((start, end))
            number, after_blank = last, False
        elif not line.strip():
            after_blank = True
        elif line.startswith(("    ", "\t")):
            if after_blank and not in_container:
                result.append((start, end))
            else:
                after_blank = False
        else:
            in_container = bool(CONTAINER.match(line.lstrip(" "))) or (
                in_container and not after_blank
            )
            after_blank = line.startswith("#")
        start, number = end, number + 1
    return result


def _fences(lines: list[str]) -> dict[int, int]:
    """The line on which each fenced block ends, by the line on which it begins."""
    matches = [FENCE.match(line.rstrip("\n")) for line in lines]
    closing: dict[str, list[int]] = {}
    for number, match in enumerate(matches):
        if match and not match[2].strip():
            closing.setdefault(match[1], []).append(number)
    result: dict[int, int] = {}
    last = -1
    for number, match in enumerate(matches):
        if number > last and match and not (match[1][0] == "`" and "`" in match[2]):
            later = closing.get(match[1], [])
            index = bisect_right(later, number)
            if index < len(later):
                result[number] = last = later[index]
    return result


def _inline(text: str, start: int, end: int) -> list[Span]:
    """Code spans, which end in their own paragraph, and comments between two positions."""
    tokens = list(TOKEN.finditer(text, start, end))
    paragraphs: list[int] = []
    closing: dict[tuple[int, str], list[int]] = {}
    for index, token in enumerate(tokens):
        paragraphs.append((paragraphs[-1] if paragraphs else 0) + token.group().startswith("\n"))
        if token.group().startswith("`"):
            closing.setdefault((paragraphs[index], token.group()), []).append(index)
    result: list[Span] = []
    position, comments_close = start, True
    for index, token in enumerate(tokens):
        if token.start() < position:
            continue
        if token.group().startswith("`"):
            later = closing[paragraphs[index], token.group()]
            other = bisect_right(later, index)
            if other < len(later):
                position = tokens[later[other]].end()
                result.append((token.start(), position))
        elif token.group() == "<!--" and comments_close:
            close = text.find("-->", token.end(), end)
            comments_close = close >= 0
            if comments_close:
                position = close + 3
                result.append((token.start(), position))
    return result


def replaced(text: str, change: Callable[[str], str]) -> str:
    """The text with `change` made to each piece of code and each comment."""
    if not any(sign in text for sign in ("`", "~~~", "<!--", "    ", "\t")):
        return text
    pieces: list[str] = []
    position = 0
    for start, end in spans(text):
        pieces += [text[position:start], change(text[start:end])]
        position = end
    return "".join((*pieces, text[position:]))
