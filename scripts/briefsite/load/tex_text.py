r"""TeX, as reference managers write it into a field, as the plain text that it stands for.

Decoded are escapes (`\&`), accents and letters (`{\"o}`, `\L`), ties, TeX's quotation marks and
dashes, and protecting braces. Signs that only TeX gives a meaning stay as they stand: `38%`, `US$`,
`R&D #3`. What can't be decoded stays too, and `faults` names it.
"""

import codecs
import html
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module

COMMAND = re.compile(
    r"\\(?:[uvHcdbkrt](?:\s*\{\s*\\?[A-Za-z]\s*\}|\s+\\?[A-Za-z](?![A-Za-z]))"
    r"|[A-Za-z]+\*?(?:\{\}|\s*)"
    r"|[`'^\"~=.]\s*(?:\{\s*\\?[A-Za-z]?\s*\}|\\?[A-Za-z]?)"
    r"|.)"
)
"""A command with what it takes; an accent takes one letter, in braces or not."""
TEXT_SIGNS = """quoteright=’ quoteleft=‘ quotedblleft=“ quotedblright=” quotesingle=' quotedbl="
    dollar=$ percent=% underscore=_ degree=° celsius=°C less=< greater=> bar=| euro=€ asciicircum=^
    asciitilde=\ue000 braceleft=\ue001 braceright=\ue002"""
SIGNS = {
    **{rf"\{sign}": sign for sign in "&%$#_^"},
    **{rf"\{sign}": " " for sign in " ,;:\\"},
    **{rf"\text{name}": sign for name, sign in (pair.split("=") for pair in TEXT_SIGNS.split())},
    **dict(zip((r"\~", r"\{", r"\}"), "\ue000\ue001\ue002", strict=True)),
    r"\/": "",
    r"\-": "",
    r"\dots": "…",
    r"\slash": "/",
}
"""Commands that latexcodec leaves, or decodes to something else than text. A sign that the later
steps would take for TeX's own is one of private use until they are done."""
KEPT = str.maketrans("\ue000\ue001\ue002", "~{}")
DOTLESS = re.compile(r"(?<=.)\\([ij])(?![A-Za-z])")
MATH = re.compile(r"(?<!\\)\$(?=\S)[^$]*[\\^_{][^$]*(?<![\s\\])\$(?![0-9])")
TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")


def plain(tex: str) -> str:
    """The text that a field holds, in one line."""
    return " ".join(re.sub(r"[{}]", "", _with_braces(tex)).translate(KEPT).split())


@lru_cache(maxsize=4096)
def protected(tex: str) -> tuple[tuple[str, bool], ...]:
    """The same text in pieces, and whether braces protect a piece's case: `{North Korea}'s`.

    A letter in braces protects nothing: `{\\"o}`.
    """
    text = re.sub(r"\{([^{}])\}", r"\1", _with_braces(tex))
    pieces: list[tuple[str, bool]] = []
    depth = start = 0
    for match in (*re.finditer(r"[{}]", text), None):
        piece = text[start : match.start() if match else None].translate(KEPT)
        if piece:
            pieces.append((piece, depth > 0))
        if match:
            depth, start = depth + (1 if match.group() == "{" else -1), match.end()
    return tuple(pieces)


def _with_braces(tex: str) -> str:
    text = " ".join(tex.split())
    if "\\" in text:
        text = COMMAND.sub(_decoded, text)
    if "`" in text or "''" in text:
        text = text.replace("``", "“").replace("''", "”")
        text = re.sub(r"(?<!\w)`([^`]*?)'(?!\w)", r"‘\1’", text)
    text = re.sub(r"(?<=\S)~(?=\S)", " ", text)
    return text.replace("---", "—").replace("--", "–")


def verbatim(tex: str) -> str:
    r"""An address: nothing in it is TeX but the escapes that reference managers add, `\_`."""
    text = tex.strip()
    if "\\" not in text:
        return text
    text = re.sub(r"\\(?:textasciitilde|~)\s*(?:\{\})?", "~", text)
    return re.sub(r"\{?\\([&%_#$~{}])\}?", r"\1", text)


def faults(tex: str) -> Iterator[tuple[str, str]]:
    """What is not text in a field and can't be decoded, with what to write instead."""
    if match := MATH.search(tex):
        yield f"'{match.group()}' is TeX's mathematics", "write the characters: CO₂, 10³"
        return
    text, hint = plain(tex), "write the character itself, in Unicode, or the words alone"
    for match in COMMAND.finditer(tex):
        if "\\" in _decoded(match):
            words = re.match(r"\{([^{}\\]+)\}(?!\{)", tex[match.end() :])
            command = match.group().strip()
            yield (
                f"the TeX command '{command}' is not known",
                f"write {words[1]}" if words else hint,
            )
    if match := re.search(r"(?:^|\s)~|~(?:\s|$)", " ".join(tex.split()).replace(r"\~", "")):
        yield (
            "'~' is TeX's no-break space, here beside another blank",
            r"about, or \~{} for the sign",
        )
    if match := TAG.search(text):
        without = html.unescape(TAG.sub("", text))
        yield f"'{match.group()}' is HTML, and would be printed as it stands", f"write {without}"
    for match in ENTITY.finditer(text):
        if (char := html.unescape(match.group())) != match.group():
            yield f"'{match.group()}' is HTML, and would be printed as it stands", f"write {char}"


def _decoded(match: re.Match[str]) -> str:
    command = match.group()
    name = re.sub(r"(?:\{\}|\s+)$", "", command) or command
    if name in SIGNS:
        return SIGNS[name]
    if name[:2] in (r"\~", r"\^") and not re.search("[A-Za-z]", name):
        return SIGNS[name[:2]] + name[2:]
    import_module("latexcodec")  # adds the codec; few files need it
    text = str(codecs.lookup("ulatex").decode(DOTLESS.sub(r"\1", command))[0])  # pyright: ignore
    return re.sub(r"[{}]", "", text) if "\\" not in text else command
