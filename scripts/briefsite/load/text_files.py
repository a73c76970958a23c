"""Reading a text file that anybody may have written: its text, or why it can't be read.

Line ends of all kinds become `\\n`; a byte-order mark is dropped. What is not plain text is refused
with its line, so that later readers need not guard against it.
"""

import codecs
import re
import stat
import unicodedata
from pathlib import Path

from briefsite.load import hidden_characters
from briefsite.model.problems import Problem

CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.M)
MAX_BYTES = 4_000_000
"""Ten times the largest file that a site of fifty briefs has."""
MAX_LINE = 20_000
"""Characters; a paragraph of a brief has 2,000."""
NOT_UTF8 = ("this file is not UTF-8 text", "save it with the encoding UTF-8")


def read_text(path: Path, name: str, foreign: bool = False) -> tuple[str, list[Problem]]:
    """The text of the UTF-8 file at `path`, or why it can't be read; messages call the file `name`.

    `foreign` is a text that is not the project's own and may hold hidden characters.
    """
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            return "", [Problem(name, 1, "this is a folder; a file is expected")]
        if not stat.S_ISREG(state.st_mode):
            return "", [Problem(name, 1, "this is not a regular file")]
        if state.st_size > MAX_BYTES:
            size = f"{state.st_size // 1_000_000} MB; the limit is {MAX_BYTES // 1_000_000} MB"
            return "", [Problem(name, 1, f"this file is {size}", "is it the right file?")]
        raw = path.read_bytes()
    except FileNotFoundError:
        return "", [Problem(name, 1, "this file is missing")]
    except OSError as error:
        reason = error.strerror or "the system refuses"
        return "", [Problem(name, 1, f"this file can't be read: {reason}")]
    return decode(raw, name, foreign)


def decode(raw: bytes, name: str, foreign: bool = False) -> tuple[str, list[Problem]]:
    """The text of a file's bytes, or the problem in them."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or raw.count(0) > len(raw) // 4:
        return "", [Problem(name, 1, *NOT_UTF8)]
    try:
        text = unicodedata.normalize("NFC", _unix_lines(raw.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        before = _unix_lines(raw[: error.start].decode("utf-8", "replace"))
        return "", [Problem(name, before.count("\n") + 1, *NOT_UTF8)]
    if not foreign and (hidden := hidden_characters.problems(text, name)):
        return "", hidden
    if len(longest := max(text.split("\n"), key=len)) > MAX_LINE:
        length = f"a line of {len(longest)} characters; the limit is {MAX_LINE}"
        line = _line(text, text.index(longest))
        return "", [Problem(name, line, length, "was something pasted here by mistake?")]
    if match := CONFLICT.search(text):
        hint = "keep one of the two sides and delete the conflict markers"
        return "", [Problem(name, _line(text, match.start()), "unresolved Git conflict", hint)]
    return text, []


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
