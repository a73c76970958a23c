"""Reading a text file that anybody may have written: its text, or the one line on why not.

Line ends of all kinds become `\\n`, a byte-order mark goes. What is no plain text is refused with the
line it stands on, so that whatever reads the text later need not be afraid of it.
"""

import codecs
import re
import stat
from pathlib import Path

from briefsite.load import hidden_characters
from briefsite.model.problems import Problem

MERGE = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.M)
LARGEST = 4_000_000
"""Bytes: ten times the largest file that a site of fifty briefs has."""
WIDEST = 20_000
"""Characters of a line: a paragraph of a brief has 2,000."""


def read_text(path: Path, name: str, foreign: bool = False) -> tuple[str, list[Problem]]:
    """The text of the UTF-8 file at `path`, or the problems that kept it from being read; messages call it `name`.

    `foreign` is a text that is not the project's own and may hold characters that can't be seen.
    """
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            return "", [Problem(name, 1, "this is a folder, where a file belongs")]
        if not stat.S_ISREG(state.st_mode):
            return "", [Problem(name, 1, "this is no ordinary file, and is not read")]
        if state.st_size > LARGEST:
            return "", [
                Problem(
                    name,
                    1,
                    f"this file has {state.st_size // 1_000_000} MB, {LARGEST // 1_000_000} at most",
                    "is it the right one?",
                )
            ]
        raw = path.read_bytes()
    except FileNotFoundError:
        return "", [Problem(name, 1, "this file is missing")]
    except OSError as error:
        return "", [
            Problem(name, 1, f"this file can't be read: {error.strerror or 'the system refuses'}")
        ]
    return decode(raw, name, foreign)


def decode(raw: bytes, name: str, foreign: bool = False) -> tuple[str, list[Problem]]:
    """The text of a file's bytes, or the problem in them."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or raw.count(0) > len(raw) // 4:
        return "", [
            Problem(name, 1, "this file is not UTF-8 text", "save it with the encoding UTF-8")
        ]
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return "", [
            Problem(
                name,
                before.count(b"\n") + 1,
                "this file is not UTF-8 text",
                "save it with the encoding UTF-8",
            )
        ]
    if not foreign and (hidden := hidden_characters.problems(text, name)):
        return "", hidden
    if (long := max(text.split("\n"), key=len)) and len(long) > WIDEST:
        return "", [
            Problem(
                name,
                _line(text, text.index(long)),
                f"a line of {len(long)} characters, {WIDEST} at most",
                "was something pasted that does not belong here?",
            )
        ]
    if found := MERGE.search(text):
        return "", [
            Problem(
                name,
                _line(text, found.start()),
                "this is left from a merge of Git's",
                "keep one of the two sides, and take the marks out",
            )
        ]
    return text, []


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
