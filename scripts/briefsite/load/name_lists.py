r"""The names in a field of BibTeX: `Kim, Yang Gyu and {World Bank} and others`.

A person is `Family, Given`, `von Family, Jr., Given`, or biblatex's `family=…, given=…`; an
organisation, or a name that is all of one piece, stands in braces. Other forms can't be told apart
(`European Probe Council`, `Petra Maria Probe`), and are faults.
"""

import re
from collections.abc import Callable, Iterator
from typing import cast

from pybtex.bibtex.utils import (  # pyright: ignore[reportMissingTypeStubs]
    split_name_list,  # pyright: ignore[reportUnknownVariableType]
    split_tex_string,  # pyright: ignore[reportUnknownVariableType]
)

from briefsite.load.tex_text import plain
from briefsite.model.works import OTHERS, Name

_split = cast("Callable[[str], list[str]]", split_name_list)
_at_commas = cast(
    "Callable[[str], list[str]]",
    lambda text: split_tex_string(text, ",", strip=True, filter_empty=False),  # pyright: ignore
)

EXTENDED = {"family": "family", "given": "given", "prefix": "particle", "suffix": "suffix"}
"""biblatex's parts of a name, and ours."""
IGNORED = frozenset({"useprefix", "family-i", "given-i", "prefix-i", "suffix-i", "nametemplates"})
SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|I?V|VI{0,3})$", re.I)
PARTICLES = frozenset(
    "von van der den de del della di da do dos du la le las los zu zur zum af av el al bin ibn ten "
    "ter und y e d' st".split()
)
ORGANISATION = re.compile(
    r"\b(?:agency|assembly|association|bureau|cent(?:er|re)|commission|committee|company|corporation|"
    r"council|department|embassy|foundation|government|institute|ministry|organi[sz]ation|office|"
    r"university|inc|ltd|llc)\b",
    re.I,
)
SEVERAL = re.compile(r";|&|/|\s(?:with|et)\s|\bet al\b")


def parse(field: str) -> tuple[Name, ...]:
    """The names of a field; what is ambiguous is kept whole, as an organisation."""
    return tuple(_name(name) for name in _names(field))


def faults(field: str) -> Iterator[tuple[str, str]]:
    """What is ambiguous or malformed in a field of names, with what to write."""
    if re.search(
        r"(?:^|\band)\s+and\b|\band$|^and\b", " ".join(_outside_braces(field, "x").split())
    ):
        yield "a name is missing beside 'and'", "names are joined by one ' and '"
        return
    names = _names(field)
    unclear = [name for name in names if not _braced(name) and name != OTHERS]
    if len(names) > 1 and any(map(_is_part, unclear)):
        hint = f"write {{{{{plain(field)}}}}} for one; of several, each in braces or Family, Given"
        yield f"'{plain(field)}' can be one organisation or several names", hint
        return
    for name in unclear:
        if fault := _fault(name, len(names) == 1):
            yield f"'{plain(name)}' {fault[0]}", fault[1]


def _names(field: str) -> list[str]:
    return [name for name in _split(" ".join(field.split())) if name]


def _braced(name: str) -> bool:
    """Whether a name stands in one pair of braces as a whole."""
    return name.startswith("{") and name.endswith("}") and not _outside_braces(name).strip()


def _outside_braces(text: str, sign: str = "") -> str:
    """The text with `sign` for each pair of braces and what stands in it."""
    depth, kept = 0, ""
    for char in re.sub(r"\\[{}]", "", text):
        kept += (char if char != "{" else sign) if not depth else ""
        depth += char == "{"
        depth -= char == "}"
    return kept


def _name(text: str) -> Name:
    if _braced(text) or text == OTHERS:
        return Name(plain(text))
    parts = _at_commas(text)
    if (fields := _extended(parts)) is not None:
        known = {EXTENDED[key]: plain(value) for key, value in fields.items() if key in EXTENDED}
        return Name(**{"family": ""} | known)
    if len(parts) == 2 or (len(parts) == 3 and SUFFIX.match(plain(parts[1]))):
        particle, family = _particle(parts[0])
        suffix = plain(parts[1]) if len(parts) == 3 else ""
        return Name(family, plain(parts[-1]), particle, suffix)
    return Name(plain(text))


def _particle(text: str) -> tuple[str, str]:
    """`van der Test` as its small words and the rest; what stands in braces is one piece."""
    match = re.match(r"((?:[^\W\d_A-Z{}\\][\w'’.-]*\s+)+)(?=\S)", text)
    small = match and match.group(1).islower()
    return (
        (plain(match.group(1)), plain(text[match.end() :]))
        if match and small
        else ("", plain(text))
    )


def _extended(parts: list[str]) -> dict[str, str] | None:
    """The parts of `family=Probe, given=Petra`; None for a name of another form."""
    pairs = [re.match(r'"?\s*([a-z-]+)\s*=\s*(.*?)"?$', part, re.S) for part in parts]
    return {pair[1]: pair[2] for pair in pairs if pair} if pairs[0] else None


def _is_part(name: str) -> bool:
    """Whether a name in a list can be a piece of an organisation's name that holds an 'and'."""
    parts = list(map(plain, _at_commas(name)))
    return " " not in name if len(parts) == 1 else _is_organisation(parts[0], parts[-1])


def _fault(text: str, alone: bool) -> tuple[str, str] | None:
    """What is wrong with one name that does not stand in braces, and what to write.

    `alone` says that the field holds no other; its own braces are then shown in hints.
    """
    name, parts = plain(text), _at_commas(text)
    braces = f"{{{{{name}}}}}" if alone else f"{{{name}}}"
    braces += " for an organisation"
    outside = _outside_braces(text)
    if (fields := _extended(parts)) is not None:
        unknown = [key for key in fields if key not in EXTENDED.keys() | IGNORED]
        if unknown or "family" not in fields or len(fields) < len(parts):
            return "is not a name of biblatex's form", "family=Probe, given=Petra, prefix=van der"
        return None
    if SEVERAL.search(outside):
        people = re.split(r"\s*(?:;|&|/|\bet al\b\.?|\bet\b|\bwith\b)\s*", name)
        joined = " and ".join(person or OTHERS for person in people)
        return "can be several people", f"write {joined}, or {braces}"
    if re.search(r"[()\[\]<>@|\d]", outside):
        return "holds a sign that is in no name", f"write the name alone, or {braces}"
    if len(parts) == 1:
        words = name.split() or [""]
        first = len(words) - 1
        while first > 1 and words[first - 1] in PARTICLES:
            first -= 1
        person = f"{' '.join(words[first:])}, {' '.join(words[:first])}" if first else ""
        return "can be a person or an organisation", (
            f"write {person} for a person, {braces}"
            if person
            else f"write {braces} or a single name"
        )
    if not all(map(plain, parts)):
        return "has a comma with nothing beside it", "a person is Family, Given"
    if SUFFIX.match(plain(parts[-1])):
        family, given = (
            (plain(parts[0]), plain(parts[1])) if len(parts) > 2 else _last_word(parts[0])
        )
        return "has its parts in another order", f"write {family}, {plain(parts[-1])}, {given}"
    if len(parts) > 2 and not (len(parts) == 3 and SUFFIX.match(plain(parts[1]))):
        people = [", ".join(map(plain, parts[i : i + 2])) for i in range(0, len(parts), 2)]
        return "can be several people", f"write {' and '.join(people)}, or {braces}"
    if _is_organisation(plain(parts[0]), plain(parts[-1])):
        return "reads like an organisation", f"write {braces}"
    return None


def _last_word(text: str) -> tuple[str, str]:
    *given, family = plain(text).split()
    return family, " ".join(given)


def _is_organisation(family: str, given: str) -> bool:
    words = family.split()
    small = {word for word in (*words[1:], *given.split()) if word.islower()} - PARTICLES
    return bool(small & {"of", "for", "and", "the", "on", "in"}) or bool(
        ORGANISATION.search(family if len(words) > 1 else "")
        or re.fullmatch(r"(?:inc|ltd|llc|the)\.?", given, re.I)
    )
