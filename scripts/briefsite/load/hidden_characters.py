"""Characters that nobody sees: they turn the order of what stands around them, or hide in it.

A right-to-left override makes "gnp.exe" read "exe.png", and a claim read as what it does not say;
a zero-width space or a soft hyphen, mostly copied from a PDF, keeps a quotation from being found.
Nothing here needs any. The joiners U+200C and U+200D stay: Persian and Hindi names are spelt with them.
"""

import html
import re
import unicodedata

from briefsite.model.problems import Problem

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff0-\uffff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]+);")


def problems(text: str, name: str, first: int = 1) -> list[Problem]:
    """One Problem for each line of `text` that holds such a character; `first` is the number of its first line."""
    if not HIDDEN.search(text):
        return []
    lines = {}
    for found in HIDDEN.finditer(text):
        lines.setdefault(first + text.count("\n", 0, found.start()), found.group())
    return [
        Problem(
            name,
            line,
            f"the character {called(char)} can't be seen",
            "take it out; if it came with copied text, type the words anew",
        )
        for line, char in lines.items()
    ]


def referred(text: str, name: str) -> list[Problem]:
    """The same for characters that Markdown names: `&rlm;`, `&#8238;`."""
    return [
        problem
        for found in REFERENCE.finditer(text)
        for problem in problems(
            html.unescape(found.group()), name, 1 + text.count("\n", 0, found.start())
        )
    ]


def called(char: str) -> str:
    """A character's number and name: U+202E RIGHT-TO-LEFT OVERRIDE."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
