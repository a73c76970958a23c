"""bibliography.bib as records: read by pybtex's scanner, each with the line it stands on."""

import re
from dataclasses import dataclass, field

from pybtex.bibtex.utils import split_name_list
from pybtex.database.input.bibtex import LowLevelParser, month_names

from briefsite.model.problems import Mark, Problem

NAME = "bibliography.bib"


@dataclass(frozen=True)
class Work:
    """One entry of the bibliography.

    `type` is the BibTeX entry type in lower case; `fields` the text of every field, by its name
    in lower case, with braces and escapes resolved (addresses stay as they are); `authors` the
    names as written, family name first; `organisations` those of them that stand in braces.
    """

    key: str
    type: str
    fields: dict[str, str] = field(hash=False, compare=False)
    authors: tuple[str, ...] = ()
    organisations: frozenset[str] = frozenset()
    at: Mark = field(compare=False, default=Mark())

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def title(self) -> str:
        return self["title"] or self.key

    @property
    def publisher(self) -> str:
        """Who published it, as a source is named in passing."""
        return (
            self["publisher"]
            or self["institution"]
            or self["organization"]
            or self["journaltitle"]
            or next((name for name in self.authors if name in self.organisations), "")
            or next(iter(self.authors), self.title)
        )

    @property
    def date(self) -> str:
        """The date as EDTF, or "" when there is none."""
        return self["date"] or self["year"]


def plain(text: str) -> str:
    """TeX text as plain text: protecting braces and the escapes of & % _ # $ resolved."""
    text = re.sub(r"\\([&%_#$])", r"\1", text)
    return re.sub(r"\s+", " ", text.replace("{", "").replace("}", "").replace("--", "–")).strip()


def parse(text: str, name: str = NAME) -> tuple[dict[str, Work], list[Problem]]:
    """Works by key, in the order of the file, and what is wrong with its syntax."""
    works: dict[str, Work] = {}
    problems: list[Problem] = []

    def note(error):
        what = str(error).split(": ", 1)[-1]
        problems.append(
            Problem(
                name,
                error.lineno or 1,
                f"broken BibTeX: {what}",
                "look above for a brace that is not closed or a comma that is missing",
            )
        )

    scanner = LowLevelParser(text, macros=dict(month_names), handle_error=note)
    after = 0
    for command, body in scanner:
        problems += _between(text, after, scanner.command_start, name)
        after = scanner.pos
        if command.lower() in ("string", "preamble") or not body[0]:
            continue
        start = scanner.command_start
        line = text.count("\n", 0, start) + 1
        _add(works, problems, command.lower(), body, _mark(text, start, scanner.pos, line, name))
    problems += _between(text, after, len(text), name)
    if not works and not problems:
        problems.append(
            Problem(name, 1, "this file holds no entry", "an entry begins @article{author-year,")
        )
    return works, problems


def _between(text: str, start: int, end: int, name: str) -> list[Problem]:
    """What stands outside of every entry would be skipped without a word: comments may, nothing else."""
    for found in re.finditer(r"[^\n]+", text[start:end]):
        if found.group().strip(" \t@") and not found.group().lstrip().startswith("%"):
            return [
                Problem(
                    name,
                    text.count("\n", 0, start + found.start()) + 1,
                    "this stands outside of any entry",
                    "look for a comma or brace that is missing, here or on the line above; a comment begins with %",
                )
            ]
    return []


def _mark(text: str, start: int, end: int, line: int, name: str) -> Mark:
    keys = {
        found.group(1).lower(): line + text.count("\n", start, start + found.start(1))
        for found in re.finditer(r"^\s*([A-Za-z-]+)\s*=", text[start:end], re.M)
    }
    return Mark(name, line, tuple(keys.items()))


def _add(works, problems, kind, body, mark) -> None:
    key, pairs = body
    if key in works:
        problems.append(
            mark.problem(
                f"the key '{key}' stands twice", f"the first is on line {works[key].at.line}"
            )
        )
        return
    fields: dict[str, str] = {}
    for field_name, parts in pairs:
        field_name, value = field_name.lower(), "".join(parts).strip()
        if field_name in fields:
            problems.append(
                mark.problem(f"{key}: the field '{field_name}' stands twice", key=field_name)
            )
        fields[field_name] = value
    names = split_name_list(re.sub(r"\s+", " ", fields.get("author", "")))
    clean = {
        field_name: value if field_name in ("url", "doi", "seen") else plain(value)
        for field_name, value in fields.items()
    }
    authors = tuple(plain(person) for person in names if person)
    whole = frozenset(
        plain(person) for person in names if person.startswith("{") and person.endswith("}")
    )
    works[key] = Work(key, kind, clean, authors, whole, mark)
