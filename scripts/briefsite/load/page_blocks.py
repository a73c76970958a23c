"""The sections of a hand-written page, each under an id that edits elsewhere on the page leave
alone.

A section reaches from a heading to the next of any level. Its id is the page's path with the
headings above it: `docs/topics/walls.md#built/by-whom`; what stands before the second heading is
the page itself.
"""

import re
from collections.abc import Iterable, Iterator

from briefsite.model import ids
from briefsite.model.handwritten_pages import Block, Reference

HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*(?:\{[^{}]*?(?:#([\w-]+))?[^{}]*\})?[ \t]*$", re.M)
MARKERS = re.compile(r"^<!--.*?-->[ \t]*$", re.M | re.S)


def blocks(
    path: str,
    text: str,
    visible: str,
    claims: tuple[Reference, ...],
    works: tuple[Reference, ...],
) -> Iterator[Block]:
    """The sections of a page that have words of their own; `visible` is its text with code and
    comments overwritten by spaces."""
    headings = list(HEADING.finditer(visible))
    # the title and what follows it belong to the page itself
    cuts = headings[1:] if headings and len(headings[0][1]) == 1 else headings
    above: list[tuple[int, str]] = []
    seen: dict[str, int] = {}
    starts = [0, *(match.start() for match in cuts)]
    for start, end, heading in zip(starts, [*starts[1:], len(text)], [None, *cuts], strict=True):
        name = path
        if heading:
            level = len(heading[1])
            above = [item for item in above if item[0] < level]
            above.append((level, heading[3] or _slug(heading[2])))
            name = f"{path}#{'/'.join(item for _, item in above)}"
        seen[name] = seen.get(name, 0) + 1
        name = name if seen[name] == 1 else f"{name}-{seen[name]}"
        if not start and not end:
            continue
        first = text.count("\n", 0, start) + 1
        last = first + text.count("\n", start, end)
        part = text[start:end].strip()
        if heading and not MARKERS.sub("", text[heading.end() : end]).strip():
            part = heading[0].strip()  # the part that a marker takes in is made from the data
        yield Block(
            re.sub(r"[\s:{},]", "_", name),
            part,
            first,
            _within(claims, first, last, end == len(text)),
            _within(works, first, last, end == len(text)),
            tuple(dict.fromkeys(ids.question_ids(part))),
        )


def _within(references: Iterable[Reference], first: int, last: int, final: bool) -> tuple[str, ...]:
    """The names referred to from the line `first` to the one before `last`."""
    return tuple(
        dict.fromkeys(
            item.name for item in references if first <= item.line < last + (1 if final else 0)
        )
    )


def _slug(heading: str) -> str:
    return "-".join(re.findall(r"\w+", ids.without_claims(heading).casefold())) or "section"
