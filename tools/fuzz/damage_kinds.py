"""Kinds of damage.

Each is a function of (dice, text) that gives (the damaged text, the lines damaged), or None where a
text offers nothing to damage. Texts are str, or bytes for what is no text.

`lines` are what a message may name to be counted as naming the damaged line: the line itself, or a
line that shares the fault with it, such as the first of two equal keys. Damage that no line can be
named for, an emptied file, has line 1.
"""

import re

from tools.fuzz.odd_values import DATES, DOCUMENTS, IDS, ODD, PIECES, VALUES


def _line(text, position):
    return text.count("\n", 0, position) + 1


def _put(text, start, end, new):
    line = _line(text, start)
    return text[:start] + new + text[end:], range(
        line, line + max(new.count("\n"), text.count("\n", start, end)) + 1
    )


def _pick(dice, pattern, text, group=0):
    found = list(re.finditer(pattern, text, re.M))
    return dice.choice(found).span(group) if found else None


def byte_flipped(dice, text):
    raw = bytearray(text.encode())
    place = dice.randrange(len(raw))
    raw[place] = dice.choice([0xFF, 0xC0, 0x80, 0xED, 0x00, 0xFE])
    return bytes(raw), [raw[:place].count(b"\n") + 1]


def surrogate_encoded(dice, text):
    place = dice.randrange(len(text))
    return text[:place].encode() + b"\xed\xa0\x80" + text[place:].encode(), [_line(text, place)]


def cut_short(dice, text):
    place = dice.randrange(1, len(text))
    return text[:place], range(_line(text, place), _line(text, len(text)) + 1)


def emptied(dice, text):
    return dice.choice(["", "\n", " ", "#", "---\n", "\ufeff"]), [1, 2]


def utf16(dice, text):
    return text.encode(dice.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32"])), [1]


def latin1(dice, text):
    place = dice.randrange(len(text))
    return text[:place].encode() + "é".encode("latin-1") + text[place:].encode(), [
        _line(text, place)
    ]


def odd_character(dice, text):
    place = dice.randrange(1, len(text))
    return _put(text, place, place, dice.choice(ODD[:4] + ODD[6:]))


def merge_mark(dice, text):
    start = dice.choice([found.start() for found in re.finditer("^", text, re.M)])
    return _put(text, start, start, dice.choice(["<<<<<<< HEAD\n", "=======\n", ">>>>>>> other\n"]))


def noise(dice, text):
    place = dice.randrange(len(text))
    return _put(
        text,
        place,
        place,
        "".join(dice.choice("[]{}:,#&*!|>'\"%@`\\\n\t -?") for _ in range(dice.randrange(1, 12))),
    )


def repeated(dice, text):
    """One short piece ten thousand times: what makes a careless pattern crawl."""
    piece = dice.choice(PIECES)
    place = dice.randrange(len(text))
    return _put(text, place, place, piece * 10_000)


def line_lost(dice, text):
    start, end = _pick(dice, r"^.+\n", text)
    return _put(text, start, end, "")[0], range(1, 10**6)


def line_twice(dice, text):
    start, end = _pick(dice, r"^ *[a-z_]+:.*\n", text) or _pick(dice, r"^.+\n", text)
    line = _line(text, start)
    return text[:end] + text[start:end] + text[end:], [line, line + 1]


def tab(dice, text):
    span = _pick(dice, r"^ +(?=\S)", text)
    return span and _put(text, *span, "\t")


def indented(dice, text):
    span = _pick(dice, r"^ *(?=[a-z-])", text)
    return span and _put(text, *span, text[slice(*span)] + " " * dice.choice([1, 3, 200]))


def quote_opened(dice, text):
    span = _pick(dice, r"(?<=: )(?=[a-zA-Z])", text)
    return span and _put(text, *span, dice.choice("\"'"))


def colon_in_value(dice, text):
    span = _pick(dice, r"^ *(?:- )?[a-z_]+: [A-Za-z][^\n,{\[]*$", text)
    return span and _put(text, span[1], span[1], ": and more")


def bracket_lost(dice, text):
    span = _pick(dice, r"[\[\]{}]", text)
    return span and _put(text, *span, "")


def deep(dice, text):
    span = _pick(dice, r"(?<=: )[^\n]+", text)
    depth = dice.choice([30, 1_000, 100_000])
    return span and _put(
        text,
        *span,
        dice.choice(["[" * depth, "[" * depth + "]" * depth, "{a: " * depth, "- " * depth]),
    )


def laughs(dice, text):
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}]\n"
        for old, new in zip("abcdefghij", "bcdefghijk", strict=False)
    )
    return bomb + text, range(1, 13)


def alias(dice, text):
    span = _pick(dice, r"(?<=: )[^\n]+", text)
    return span and _put(text, *span, dice.choice(["*nothing", "&a [*a]", "&a x"]))


def second_document(dice, text):
    start = dice.choice([found.start() for found in re.finditer("^", text, re.M)])
    return _put(text, start, start, dice.choice(["---\n", "...\n", "%YAML 3.0\n", "--- !!map\n"]))


def key_misspelt(dice, text):
    span = _pick(dice, r"^ *(?:- )?\{?([a-z_]{3,})(?=:)|, ([a-z_]{3,})(?=:)", text)
    if not span:
        return None
    at = dice.randrange(*span)
    return _put(text, at, at, dice.choice("xqz"))


def key_lost(dice, text):
    span = _pick(dice, r"^ *(?:- )?([a-z_]{3,}):(?= )", text, 1)
    return span and _put(text, *span, "")


def value(dice, text):
    span = _pick(dice, r"(?<=: )[^\n,{}]+", text)
    return span and _put(text, *span, dice.choice(VALUES))


def number(dice, text):
    span = _pick(dice, r"(?<=[ \[])\d+(?=[,\]}\n])", text)
    return span and _put(
        text,
        *span,
        dice.choice(
            ["0", "-3", "1.5", "one", "99999", "9" * 5000, "1e9", "NaN", "true", "[1]", "²", "1 2"]
        ),
    )


def date(dice, text):
    span = _pick(dice, r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=[\s,}\"'])", text)
    return span and _put(text, *span, dice.choice(DATES))


def id_misspelt(dice, text):
    span = _pick(
        dice,
        r"(?<=[ \[])[A-Z]\d+(?=[\],\s])|(?<=[ \[])[a-z]+-\d{4}(?=[\],\s:])|(?<=: )q-[a-z]+",
        text,
    )
    return span and _put(
        text,
        *span,
        dice.choice(IDS),
    )


def list_item_lost(dice, text):
    span = _pick(dice, r"\[[^\[\]\n]+\]", text)
    return span and _put(text, *span, dice.choice(["[]", "", "[,]", "[[], {}]", "x", "[null]"]))


def wholly_other(dice, text):
    return dice.choice(DOCUMENTS), range(1, 10**6)


ANY = (
    byte_flipped,
    surrogate_encoded,
    cut_short,
    emptied,
    utf16,
    latin1,
    odd_character,
    merge_mark,
    noise,
    repeated,
    line_lost,
)
YAML = (
    line_twice,
    tab,
    indented,
    quote_opened,
    colon_in_value,
    bracket_lost,
    deep,
    laughs,
    alias,
    second_document,
    key_misspelt,
    key_lost,
    value,
    number,
    date,
    id_misspelt,
    list_item_lost,
    wholly_other,
)
