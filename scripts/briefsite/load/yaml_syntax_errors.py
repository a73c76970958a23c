"""A YAML syntax error as a Problem, at the line where it begins: YAML reports where it surfaces."""

import re

import yaml

from briefsite.model.problems import Problem

HINTS = (
    (
        r"mapping values are not allowed|could not find expected ':'",
        "put a text that holds ': ' in quotes",
    ),
    (r"found character '\\t'|tab", "indent with spaces, not tabs"),
    (
        r"block end|block mapping|expected key|indented",
        "check the indentation and the quotes",
    ),
)
CURLY = re.compile(r"^[ \t]*(?:- |[^“‘„«]*: )+[ \t]*[“‘„«]")
"""A value that begins with a quotation mark that is none to YAML."""


def problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """The Problem for an error of PyYAML in the `text` of the file `name`."""
    what = str(error.problem or error.context or "it does not parse")
    context = str(error.context or "")
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    lines = text.split("\n")
    if "document start" in what:
        first = _first_content_line(lines)
        if lines[first - 1].startswith((" ", "\t")):
            return Problem(
                name, first, "broken YAML: the first key is indented", "start it at the margin"
            )
    if error.context_mark and "quoted scalar" in context:
        return Problem(
            name,
            error.context_mark.line + 1,
            "broken YAML: unclosed quotation mark",
            "close the quotation; inside '…', write ' twice",
        )
    if error.context_mark and re.search("flow (sequence|mapping)", context):
        return Problem(
            name,
            error.context_mark.line + 1,
            f"broken YAML: unbalanced brackets, {what}",
            "look for a missing bracket, comma or quotation mark",
        )
    while line > len(lines) or (line > 1 and not lines[line - 1].strip()):
        line -= 1
    if (
        what == "did not find expected key"
        and line > 1
        and _indent(lines[line - 2]) > _indent(lines[line - 1])
    ):
        line, what = line - 1, "this line or the next is indented differently from its neighbors"
    if CURLY.search(lines[line - 1]):
        hint = "to quote a text write \" or ' at both ends; “ and ‘ do not quote in YAML"
        return Problem(name, line, f"broken YAML: {what}", hint)
    hint = next((hint for pattern, hint in HINTS if re.search(pattern, what)), "")
    return Problem(name, line, f"broken YAML: {what}", hint)


def _first_content_line(lines: list[str]) -> int:
    """The number of the first line that is neither empty, a comment nor a directive."""
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith(("#", "%", "---")):
            return number
    return 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
