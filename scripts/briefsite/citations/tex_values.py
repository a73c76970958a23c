"""Values of an item as TeX, for fields of BibTeX and biblatex.

biblatex's own program reads UTF-8; classic BibTeX cuts names to initials byte by byte, so accented
letters are written for it as TeX writes them: `{\\'E}`. What pdflatex can't set stays as it is.
"""

import codecs
import re
import unicodedata
from functools import cache, lru_cache
from importlib import import_module

from briefsite.citations import descriptions
from briefsite.citations.csl_items import Item, Name, date_ends, text
from briefsite.load import tex_text
from briefsite.model.works import OTHERS, Work

SIGNS = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    "\u2011": "-",
    "\u00a0": " ",
    "\u202f": " ",
}
"""Signs that TeX gives a meaning, that its oldest fonts print as others, or that no font has: a
no-break hyphen is a hyphen there."""
ESCAPED = re.compile("|".join(map(re.escape, SIGNS)))
QUOTED = re.compile(r'"([^"]*)"')
LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')")
"""Between two signs of which TeX makes one."""
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
BEYOND_PDFLATEX = re.compile(r"[^\x00-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac]")
"""What pdflatex has no letter for."""
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@lru_cache(maxsize=2048)
def tex(value: str, ascii_letters: bool = False) -> str:
    """A text as TeX; with accents as TeX's commands where only ASCII letters will do."""
    value = QUOTED.sub(r"“\1”", value)  # TeX closes with it, and German uses it for more
    escaped = LIGATURE.sub("{}", ESCAPED.sub(lambda match: SIGNS[match[0]], value))
    return BEYOND_ASCII.sub(_letter, escaped) if ascii_letters else escaped


def title(item: Item, work: Work | None, ascii_letters: bool = False) -> str:
    """A title with braces where a style must keep the case: those of the bibliography's entry; all
    of it for a page of the site, a description in place of a title, and another language than
    English."""
    whole = item["title"]
    foreign = text(item, "language")[:2] not in ("", "en")
    if not work or foreign or descriptions.WHOLE.fullmatch(whole):
        return f"{{{tex(whole, ascii_letters)}}}"
    pieces = tex_text.protected(work.written.get("title", ""))
    written = "".join(
        f"{{{tex(piece, ascii_letters)}}}" if kept else tex(piece, ascii_letters)
        for piece, kept in pieces
    )
    return written + tex(whole.removeprefix(work.title), ascii_letters)


def names(people: list[Name], ascii_letters: bool = False) -> str:
    """Names joined by `and`; braces keep an organisation, or a family name's words, together."""
    return " and ".join(_name(person, ascii_letters) for person in people)


def _name(person: Name, ascii_letters: bool) -> str:
    if organisation := person.get("literal"):
        return OTHERS if organisation == OTHERS else f"{{{tex(organisation, ascii_letters)}}}"
    parts = {part: tex(value, ascii_letters) for part, value in person.items()}
    for part, value in person.items():
        loose = part == "family" and re.search(r"(?:^|\s)[^\W\d_A-Z]", value) and " " in value
        if loose or re.search(r",|\band\b", value):
            parts[part] = f"{{{parts[part]}}}"
    first = " ".join(filter(None, (parts.get("non-dropping-particle"), parts["family"])))
    return ", ".join(filter(None, (first, parts.get("suffix"), parts.get("given"))))


def month(number: str) -> str:
    """BibTeX's macro of a month: `nov`."""
    return MONTHS[int(number) - 1] if number else ""


def edtf(item: Item, variable: str = "issued") -> str:
    """A date in EDTF, as biblatex reads it: `2024-10-18`, `2024~`, `2025-10/2026-01`."""
    ends, circa = date_ends(item, variable)
    return "/".join("-".join(end) + ("~" if circa else "") for end in ends)


@cache
def _ascii(letter: str) -> str:
    import_module("latexcodec")  # adds the codec
    if not unicodedata.category(letter).startswith("L"):
        return letter
    try:
        return f"{{{codecs.encode(letter, 'ulatex')}}}"  # pyright: ignore
    except UnicodeEncodeError:
        return letter


def _letter(match: re.Match[str]) -> str:
    return _ascii(match[0])
