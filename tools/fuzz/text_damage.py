"""Kinds of damage of what is no YAML: the bibliography, pages, fingerprints."""

from tools.fuzz.damage_kinds import DATES, _line, _pick, _put


def bib_brace(dice, text):
    span = _pick(dice, r"[{}]", text)
    return _put(text, *span, dice.choice(["", "{{", "}}"]))


def bib_comma(dice, text):
    return _put(text, *_pick(dice, r",(?=\n)", text), "")


def bib_equals(dice, text):
    return _put(text, *_pick(dice, r" = ", text), dice.choice([" ", " == ", ": "]))


def bib_type(dice, text):
    return _put(
        text,
        *_pick(dice, r"(?<=@)[a-z]+(?=\{)", text),
        dice.choice(["artcle", "", "comment", "string", "preamble", "1", "x" * 500]),
    )


def bib_key(dice, text):
    return _put(
        text,
        *_pick(dice, r"(?<=\{)[a-z]+-\d{4}(?=,)", text),
        dice.choice(["", "a b", "Birch2018", "é", "a,b", "a:b", "alder_2020", "1" * 3000]),
    )


def bib_field(dice, text):
    return _put(
        text,
        *_pick(dice, r"^  [a-z]+(?= =)", text),
        dice.choice(["  tilte", "  ", "  authr", "  date.x", "  1"]),
    )


def bib_date(dice, text):
    return _put(
        text,
        *_pick(dice, r"(?<=date = \{)[^}]+", text),
        dice.choice([item for item in DATES if "{" not in item]),
    )


def bib_value(dice, text):
    return _put(
        text,
        *_pick(dice, r"(?<== )\{[^\n]*\}", text),
        dice.choice(
            [
                "{}",
                "undefined_macro",
                "{\\input{/etc/passwd}}",
                "{\\write18{x}}",
                "{" * 5000,
                '"a" # "b"',
                "{" + "and " * 5000 + "}",
                "{, , , ,}",
                "{javascript:x}",
                "12",
                "",
            ]
        ),
    )


def bib_twice(dice, text):
    start, end = _pick(dice, r"^@(?:.*\n)+?\}\n", text)
    line = _line(text, end)
    return text[:end] + text[start:end] + text[end:], range(_line(text, start), line + 40)


def page_link(dice, text):
    place = text.index("\n", 5) + 1
    return _put(
        text,
        place,
        place,
        dice.choice(
            [
                "[a](gone.md)",
                "[a](topics/water.md#nowhere)",
                "[a](../../../etc/passwd)",
                "[a](briefs/nobody.md)",
                "[a](/topics/water/)",
                "[a][Z9]",
                "[a][nothing]",
                "[^nothing]",
                "[@nobody-1999]",
                "[a](<b c.md>)",
                "![a](gone.png)",
                "[a][a1]",
                "[a](https://[bad)",
                "[a][A1",
                "[a](briefs/alder-2020.md#A99)",
                "[a]: gone.md",
            ]
        )
        + "\n",
    )


def page_marker(dice, text):
    start = text.index("\n") + 1
    return _put(
        text,
        start,
        start,
        dice.choice(
            [
                "\n<!-- comparson -->\n",
                "\n<!-- comparison topics -->\n",
                "<!--",
                "\n<!-- -->\n\n<!-- A1 -->\n",
                "\n<!-- claim -->\n",
            ]
        ),
    )


def page_front(dice, text):
    front = dice.choice(
        [
            "title: [",
            "title: x\ntitle: y",
            "template: gone.html",
            "a: " + "[" * 5000,
            "- 1",
            "title: {a: b}",
            "hide: 7",
            "tags: &a [*a]",
            "search: 3",
            "search: {boost: x}",
            "description: [1]",
        ]
    )
    return f"---\n{front}\n---\n" + text, range(1, 4)


def page_block(dice, text):
    return text + dice.choice(
        [
            "\n```\nnever closed [@nobody]\n",
            "\n    [@nobody] in code\n",
            "\n<div markdown>\n\n",
            "\n| a | b\n|--\n| c\n",
            "\n: : :\n",
            "\n!!! note\nx\n",
            "\n" + "> " * 3000 + "x\n",
            "\n" + "* " * 500 + "x\n",
            "\n" + "  " * 500 + "- x\n",
            "\n<script>alert(1)</script>\n",
        ]
    ), range(_line(text, len(text)), 10**6)


def prints(dice, text):
    found = _pick(dice, r"\"[^\"\n]*\"|[\[\]{},]", text)
    return _put(
        text,
        *found,
        dice.choice(["", "null", "[[[[", "1", '"\\ud800"', "9" * 5000, "[" * 100_000, "NaN", "{}"]),
    )[0], range(1, 10**6)


BIB = (
    bib_brace,
    bib_comma,
    bib_equals,
    bib_type,
    bib_key,
    bib_field,
    bib_date,
    bib_value,
    bib_twice,
)
PAGE = (page_link, page_marker, page_front, page_block)
PRINTS = (prints,)
