"""bibliography.bib as works: read by pybtex's scanner, each with the line where it stands."""

import re
from collections.abc import Callable, Iterator
from typing import Protocol, cast

from pybtex.bibtex import utils  # pyright: ignore[reportMissingTypeStubs]
from pybtex.database.input import bibtex as pybtex  # pyright: ignore[reportMissingTypeStubs]

from briefsite.model.problems import Mark, Problem
from briefsite.model.works import Work

NAME = "bibliography.bib"
ADDRESSES = ("url", "doi", "seen")


class _SyntaxError(Protocol):
    lineno: int | None


class _Scanner(Protocol):
    """pybtex's LowLevelParser, as far as it is used: it yields (command, (key, fields))."""

    command_start: int
    pos: int

    def __iter__(self) -> Iterator[tuple[str, tuple[str, list[tuple[str, list[str]]]]]]: ...


def _scanner(text: str, handle_error: Callable[[_SyntaxError], None]) -> _Scanner:
    macros = dict(pybtex.month_names)
    scanner = pybtex.LowLevelParser(text, macros=macros, handle_error=handle_error)
    return cast(_Scanner, scanner)


_split_names = cast(Callable[[str], list[str]], utils.split_name_list)  # pyright: ignore[reportUnknownMemberType]


def _names(text: str) -> list[str]:
    """The names in a text such as `Kim, A and {World Bank}`."""
    names = _split_names(re.sub(r"\s+", " ", text))
    return [name for name in names if name]


def plain(text: str) -> str:
    """TeX text as plain text: protecting braces and the escapes of & % _ # $ resolved."""
    text = re.sub(r"\\([&%_#$])", r"\1", text)
    return re.sub(r"\s+", " ", text.replace("{", "").replace("}", "").replace("--", "–")).strip()


def parse(text: str, name: str = NAME) -> tuple[dict[str, Work], list[Problem]]:
    """Works by key, in the order of the file, and what is wrong with its syntax."""
    works: dict[str, Work] = {}
    problems: list[Problem] = []

    def add_error(error: _SyntaxError) -> None:
        what = str(error).split(": ", 1)[-1]
        hint = "look above for an unclosed brace or a missing comma"
        problems.append(Problem(name, error.lineno or 1, f"broken BibTeX: {what}", hint))

    scanner = _scanner(text, add_error)
    end = 0
    for command, body in scanner:
        problems += _outside(text, end, scanner.command_start, name)
        end = scanner.pos
        if command.lower() in ("string", "preamble") or not body[0]:
            continue
        key, fields = body
        mark = _mark(text, scanner.command_start, end, name)
        if key in works:
            first = f"the first is on line {works[key].at.line}"
            problems.append(mark.problem(f"duplicate key '{key}'", first))
            continue
        works[key], duplicates = _work(key, command.lower(), fields, mark)
        problems += duplicates
    problems += _outside(text, end, len(text), name)
    if not works and not problems:
        hint = "an entry begins @article{author-year,"
        problems.append(Problem(name, 1, "this file has no entries", hint))
    return works, problems


def _outside(text: str, start: int, end: int, name: str) -> list[Problem]:
    """Text between entries, which BibTeX skips silently: a comment is allowed, nothing else."""
    for match in re.finditer(r"[^\n]+", text[start:end]):
        if match.group().strip(" \t@") and not match.group().lstrip().startswith("%"):
            line = text.count("\n", 0, start + match.start()) + 1
            hint = "look for a missing comma or brace here or on the line above"
            hint += "; a comment begins with %"
            return [Problem(name, line, "text outside of any entry", hint)]
    return []


def _mark(text: str, start: int, end: int, name: str) -> Mark:
    line = text.count("\n", 0, start) + 1
    fields = {
        match.group(1).lower(): line + text.count("\n", start, start + match.start(1))
        for match in re.finditer(r"^\s*([A-Za-z-]+)\s*=", text[start:end], re.M)
    }
    return Mark(name, line, tuple(fields.items()))


def _work(
    key: str, kind: str, pairs: list[tuple[str, list[str]]], mark: Mark
) -> tuple[Work, list[Problem]]:
    fields: dict[str, str] = {}
    problems: list[Problem] = []
    for field, parts in ((field.lower(), parts) for field, parts in pairs):
        if field in fields:
            problems.append(mark.problem(f"{key}: duplicate field '{field}'", key=field))
        fields[field] = "".join(parts).strip()
    names = _names(fields.get("author", ""))
    organisations = [name for name in names if name.startswith("{") and name.endswith("}")]
    return Work(
        key,
        kind,
        {field: text if field in ADDRESSES else plain(text) for field, text in fields.items()},
        tuple(map(plain, names)),
        frozenset(map(plain, organisations)),
        mark,
    ), problems
