"""bibliography.bib as works: read by pybtex's scanner, each with the line where it stands."""

import re
from collections.abc import Callable, Iterator
from typing import Protocol, cast

from pybtex.database.input import bibtex as pybtex  # pyright: ignore[reportMissingTypeStubs]

from briefsite.load import name_lists, tex_text
from briefsite.load.markdown_pages import lines
from briefsite.model.problems import Mark, Problem, nearest
from briefsite.model.works import ROLES, Work

NAME = "bibliography.bib"
VERBATIM = frozenset(
    "url doi seen archiveurl date year urldate archivedate eventdate origdate".split()
)
"""Fields in which nothing is TeX: addresses, and dates in EDTF."""
ALIASES = {"journal": "journaltitle", "address": "location", "school": "institution"}
"""BibTeX's names of fields, and biblatex's, by which they are known from here on."""
DROPPED = frozenset(
    """
    abstract annotation annote bdsk-file-1 bdsk-url-1 citationkey creationdate date-added
    date-modified file groups ids internal-note keywords mendeley-groups mendeley-tags
    modificationdate owner pdf priority ranking readstatus timestamp
    """.split()
)
"""What reference managers keep for themselves, or have copied: `make check` says that it is left
out."""
COMMENT = re.compile(r"@comment\s*(?=\{)", re.I)


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


def parse(text: str, name: str = NAME) -> tuple[dict[str, Work], list[Problem]]:
    """Works by key, in the order of the file, and what is wrong with its syntax."""
    works: dict[str, Work] = {}
    problems: list[Problem] = []

    text = _without_comments(text)
    macros = re.findall(r"@string\s*[{(]\s*([^\s=]+)\s*=", text, re.I)

    def add_error(error: _SyntaxError) -> None:
        line = error.lineno or 1
        what = str(error).split(": ", 1)[-1]
        hint = "look above for an unclosed brace or a missing comma"
        if isinstance(error, pybtex.UndefinedMacro):
            near = nearest(what, (*macros, *pybtex.month_names))
            hint = near or f"put the text in braces, or define it: @string{{{what} = {{…}}}}"
            what = f"undefined macro '{what}'"
        problems.append(Problem(name, line, f"broken BibTeX: {what}", hint))

    scanner = _scanner(text, add_error)
    line_at = lines(text)
    end = 0
    for command, body in scanner:
        problems += _outside(text, end, scanner.command_start, name)
        end = scanner.pos
        if command.lower() in ("string", "preamble") or not body[0]:
            continue
        key, fields = body
        mark = _mark(text, scanner.command_start, end, name, line_at(scanner.command_start))
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


def _without_comments(text: str) -> str:
    """The text with each `@Comment{…}`, which reference managers write, overwritten by blanks."""
    for match in reversed(list(COMMENT.finditer(text))):
        depth = 0
        for brace in re.finditer(r"[{}]", text[match.end() :]):
            depth += 1 if brace.group() == "{" else -1
            if not depth:
                end = match.end() + brace.end()
                blank = re.sub(r"[^\n]", " ", text[match.start() : end])
                text = text[: match.start()] + blank + text[end:]
                break
    return text


def _outside(text: str, start: int, end: int, name: str) -> list[Problem]:
    """Text between entries, which BibTeX skips silently: a comment is allowed, nothing else."""
    for match in re.finditer(r"[^\n]+", text[start:end]):
        if match.group().strip(" \t@") and not match.group().lstrip().startswith("%"):
            line = text.count("\n", 0, start + match.start()) + 1
            hint = "look for a missing comma or brace here or on the line above"
            hint += "; a comment begins with %"
            return [Problem(name, line, "text outside of any entry", hint)]
    return []


def _mark(text: str, start: int, end: int, name: str, line: int) -> Mark:
    fields = {
        match.group(1).lower(): line + text.count("\n", start, start + match.start(1))
        for match in re.finditer(r"^\s*([A-Za-z-]+)\s*=", text[start:end], re.M)
    }
    fields |= {ALIASES[field]: at for field, at in fields.items() if field in ALIASES}
    return Mark.of(name, line, fields)


def _work(
    key: str, kind: str, pairs: list[tuple[str, list[str]]], mark: Mark
) -> tuple[Work, list[Problem]]:
    written: dict[str, str] = {}
    problems: list[Problem] = []
    dropped: list[str] = []
    for given, parts in ((field.lower(), parts) for field, parts in pairs):
        field = ALIASES.get(given, given)
        if field in DROPPED:
            dropped.append(field)
            continue
        if field in written:
            same = f", the same as '{field}'" if field != given else ""
            problems.append(mark.problem(f"{key}: duplicate field '{given}'{same}", key=given))
        written[field] = "".join(parts).strip()
    return Work(
        key,
        kind,
        {
            field: tex_text.verbatim(text) if field in VERBATIM else tex_text.plain(text)
            for field, text in written.items()
        },
        {role: name_lists.parse(written[role]) for role in ROLES if role in written},
        written,
        tuple(dropped),
        mark,
    ), problems
