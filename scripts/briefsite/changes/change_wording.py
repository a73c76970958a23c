"""What became of a value, in words: `figure 43 → 44`, `topics: + economy`, `date 2024-05 →
2024-05-28`."""

import re
from difflib import SequenceMatcher
from typing import TypeAlias

from briefsite.changes.flat_records import Value

Fields: TypeAlias = dict[str, Value]
Tokens: TypeAlias = list[re.Match[str]]
Part: TypeAlias = tuple[int, int, int, int]
"""A part that differs: from token i to j of the old text, from k to m of the new one."""

TOKEN = re.compile(r"\w+(?:[.,'’-]\w+)*|\S")
FIGURE = re.compile(r"\d[\d.,]*")
CALLED = {
    "edtf": "date",
    "attributed_to": "attributed to",
    "coined_by": "coined by",
    "speaks_from": "speaks from",
    "reading_note": "reading note",
    "single_source": "one origin",
}
NEAR = 3
"""So many words stand on either side of what changed."""


def became(name: str, old: Value, new: Value) -> str:
    """What became of the field `name`, or "" when nothing did."""
    called = CALLED.get(name, name)
    if old == new or (not old and not new and not isinstance(new, bool)):
        return ""
    if isinstance(old, tuple) or isinstance(new, tuple):
        return _lists(called, _items(old), _items(new))
    if old in (None, ""):
        return f"{called} added: {_shown(new)}"
    if new in (None, ""):
        return f"{called} taken out: {_shown(old)}"
    if not (re.search(r"\s", str(old)) or re.search(r"\s", str(new))):
        return f"{called} {_value(old)} → {_value(new)}"
    return _texts(called, str(old), str(new))


def amount(words: int, word: str) -> str:
    """`1 sentence`, `2 sentences`."""
    return f"{words} {word}{'' if words == 1 else 's'}"


def _items(value: Value) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _value(value: Value) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _shown(value: Value) -> str:
    text = _value(value)
    return f"“{text}”" if re.search(r"\s", text) else text


def _lists(called: str, old: tuple[str, ...], new: tuple[str, ...]) -> str:
    differences = [f"+ {_shown(item)}" for item in new if item not in old]
    differences += [f"− {_shown(item)}" for item in old if item not in new]
    if differences:
        return f"{called}: {', '.join(differences)}"
    if sorted(old) == sorted(new):
        return f"{called} in another order: {', '.join(new)}"
    return f"{called}: {', '.join(old)} → {', '.join(new)}"


def _texts(called: str, old: str, new: str) -> str:
    before, after = list(TOKEN.finditer(old)), list(TOKEN.finditer(new))
    matcher = SequenceMatcher(
        None, [token[0] for token in before], [token[0] for token in after], autojunk=False
    )
    parts = [part[1:] for part in matcher.get_opcodes() if part[0] != "equal"]
    pairs = [(_slice(old, before, i, j), _slice(new, after, k, m)) for i, j, k, m in parts]
    if pairs and all(FIGURE.fullmatch(a) and FIGURE.fullmatch(b) for a, b in pairs):
        wording = ", ".join(f"figure {a} → {b}" for a, b in pairs)
        return wording if called == "says" else f"{called}: {wording}"
    if not pairs:
        return f"{called}: blanks changed"
    parts = _joined(parts)
    if len(parts) > 2 or matcher.ratio() < 0.6:
        return f"{called}: “{old}” → “{new}”"
    return f"{called}: " + "; ".join(
        f"{_around(old, before, i, j)} → {_around(new, after, k, m)}" for i, j, k, m in parts
    )


def _joined(parts: list[Part]) -> list[Part]:
    """Changes that stand so close together that the words around them would overlap, as one."""
    joined = parts[:1]
    for i, j, k, m in parts[1:]:
        first = joined[-1]
        if i - first[1] <= 2 * NEAR:
            joined[-1] = (first[0], j, first[2], m)
        else:
            joined.append((i, j, k, m))
    return joined


def _slice(text: str, tokens: Tokens, start: int, end: int) -> str:
    return text[tokens[start].start() : tokens[end - 1].end()] if end > start else ""


def _around(text: str, tokens: Tokens, start: int, end: int) -> str:
    """The words from start to end with a few on either side."""
    first = start - NEAR if start - NEAR > 2 else 0
    last = end + NEAR if len(tokens) - end - NEAR > 2 else len(tokens)
    before, after = "… " if first else "", " …" if last < len(tokens) else ""
    return f"“{before}{_slice(text, tokens, first, last)}{after}”"
