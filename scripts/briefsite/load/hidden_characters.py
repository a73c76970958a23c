"""Hidden characters: they reverse the order of the text around them, or stand in it unseen.

A right-to-left override makes "gnp.exe" read "exe.png"; a zero-width space or a soft hyphen, mostly
copied from a PDF, keeps a quotation from being found. No text here needs any of them. The joiners
U+200C and U+200D are allowed: Persian and Hindi names are spelt with them.
"""

import html
import re
import unicodedata

from briefsite.model.problems import Problem

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff0-\uffff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]+);")


def problems(text: str, name: str, first_line: int = 1) -> list[Problem]:
    """One Problem for each line with a hidden character; the text begins on line `first_line`."""
    if not HIDDEN.search(text):
        return []
    by_line: dict[int, str] = {}
    for match in HIDDEN.finditer(text):
        by_line.setdefault(first_line + text.count("\n", 0, match.start()), match.group())
    return [
        Problem(
            name,
            line,
            f"hidden character {character_name(char)}",
            "delete it; if it came with copied text, retype the words",
        )
        for line, char in by_line.items()
    ]


def entity_problems(text: str, name: str) -> list[Problem]:
    """The same for hidden characters written as HTML entities: `&rlm;`, `&#8238;`."""
    return [
        problem
        for match in ENTITY.finditer(text)
        for problem in problems(
            html.unescape(match.group()), name, 1 + text.count("\n", 0, match.start())
        )
    ]


def character_name(char: str) -> str:
    """A character's number and name: U+202E RIGHT-TO-LEFT OVERRIDE."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
