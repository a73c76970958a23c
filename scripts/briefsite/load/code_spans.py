"""Where a page's Markdown is code, comment or front matter: found in one pass, however it is damaged."""

import re
from bisect import bisect_right

FRONT = re.compile(r"\A-{3}[ \t]*\n.*?\n(?:\.{3}|-{3})[ \t]*\n", re.S)
FENCE = re.compile(r"^(`{3,}|~{3,})(.*)$")
MARKS = re.compile(r"`+|<!--|\n[ \t]*(?=\n)")
ITEM = re.compile(r"(?:[-+*]|\d+\.|\[\^[^\]]+\]:|!!!|\?\?\?\+?|={3}|:)[ \t]")
"""What begins a block whose further paragraphs are indented and are no code."""


def spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of every fenced and indented block, code span and comment, in order, none in another."""
    blocks = _blocks(text)
    found, position = [], 0
    for start, end in [*blocks, (len(text), len(text))]:
        if start >= position:
            found += _inline(text, position, start)
            found.append((start, end))
            position = end
    return [span for span in found if span[0] < span[1]]


def _blocks(text: str) -> list[tuple[int, int]]:
    """Fenced blocks, and indented ones that belong to no list, note or box. A fence that never ends is none."""
    lines, found = text.splitlines(keepends=True), []
    closing = _closings(lines)
    start, number, blank, inside = 0, 0, True, False
    while number < len(lines):
        line, end = lines[number], start + len(lines[number])
        if number in closing:
            last = closing[number]
            end = start + sum(map(len, lines[number : last + 1]))
            found.append((start, end))
            number, blank = last, False
        elif not line.strip():
            blank = True
        elif line.startswith(("    ", "\t")):
            if blank and not inside:
                found.append((start, end))
            else:
                blank = False
        else:
            inside = bool(ITEM.match(line.lstrip(" "))) or (inside and not blank)
            blank = line.startswith("#")
        start, number = end, number + 1
    return found


def _closings(lines: list[str]) -> dict[int, int]:
    """The line on which each fenced block ends, by the line on which it begins."""
    ends: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        found = FENCE.match(line.rstrip("\n"))
        if found and not found[2].strip():
            ends.setdefault(found[1], []).append(number)
    closing, past = {}, -1
    for number, line in enumerate(lines):
        found = FENCE.match(line.rstrip("\n")) if number > past else None
        if found and not (found[1][0] == "`" and "`" in found[2]):
            later = ends.get(found[1], [])
            place = bisect_right(later, number)
            if place < len(later):
                closing[number] = past = later[place]
    return closing


def _inline(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Code spans, which end in their own paragraph, and comments between two places."""
    marks = [found for found in MARKS.finditer(text, start, end)]
    paragraph, closers, count = [], {}, 0
    for place, found in enumerate(marks):
        count += found.group()[0] == "\n"
        paragraph.append(count)
        if found.group()[0] == "`":
            closers.setdefault((count, found.group()), []).append(place)
    spans, place, past = [], 0, start
    no_comment = False
    while place < len(marks):
        found = marks[place]
        if found.start() < past:
            pass
        elif found.group()[0] == "`":
            later = closers[paragraph[place], found.group()]
            at = bisect_right(later, place)
            if at < len(later):
                past = marks[later[at]].end()
                spans.append((found.start(), past))
        elif found.group() == "<!--" and not no_comment:
            close = text.find("-->", found.end(), end)
            no_comment = close < 0
            if close >= 0:
                past = close + 3
                spans.append((found.start(), past))
        place += 1
    return spans


def replaced(text: str, change) -> str:
    """The text with `change` made to each piece of code and each comment."""
    pieces, position = [], 0
    for start, end in (
        spans(text)
        if "`" in text or "~~~" in text or "<!--" in text or "    " in text or "\t" in text
        else ()
    ):
        pieces += [text[position:start], change(text[start:end])]
        position = end
    return "".join((*pieces, text[position:]))
