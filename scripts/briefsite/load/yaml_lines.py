"""YAML that knows its lines and has no opinions: every scalar is the text that stands there.

YAML's own guesses (`no` is false, `2024-05-01` is a date, `1_0` is ten) would change what a
contributor wrote, so none is made: numbers and truth values are read by the models instead.
An empty value or `null` is None.
"""

import re
from pathlib import Path

import yaml

from briefsite.load import hidden_characters
from briefsite.load.text_files import read_text
from briefsite.model.problems import Mark, Problem

__all__ = ["Located", "parse", "read", "read_text"]

LONGEST = 20_000
"""Characters of one value: a page of text has 3,000."""
DEEPEST = 40
"""Levels of lists and mappings; the data use seven."""
DEEP = re.compile(r"^ {80}|(?:[-?:]\s+){20}", re.M)
BRACKET = re.compile(r"[\[\]{}]")
ANCHOR = re.compile(r"(?:^|[\s\[{,])&\S")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Located(dict):
    """A YAML mapping with the place it stands at."""

    mark: Mark


class Listed(list):
    """A YAML sequence with the line of each of its items."""

    lines: list[int]


def parse(text: str, name: str) -> tuple[object, list[Problem]]:
    """The value of a YAML document (None when there is none) and what is wrong with it."""
    try:
        if DEEP.search(text) or _brackets(text) > DEEPEST or ("&" in text and ANCHOR.search(text)):
            if fault := _refused(text, name):
                return None, [fault]
        loader = Loader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        return None, [_broken(error, text, name)]
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 if isinstance(error.position, int) else 1
        return None, [Problem(name, line, "broken YAML: a character that is not allowed")]
    if node is None:
        return None, [Problem(name, 1, "this file is empty")]
    problems: list[Problem] = []
    return _value(node, name, problems), problems


def _brackets(text: str) -> int:
    """How deep brackets are nested at most, taking those in texts for real."""
    deepest = depth = 0
    for found in BRACKET.findall(text):
        depth = depth + 1 if found in "[{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _refused(text: str, name: str) -> Problem | None:
    """What must not reach the composer: it recurses in C, and copies what an alias repeats."""
    depth = 0
    for event in yaml.parse(text, Loader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            return Problem(
                name,
                line,
                f"broken YAML: an alias, *{event.anchor}",
                "write out what it stands for; a text that begins with * must stand in quotes",
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        if depth > DEEPEST:
            return Problem(
                name, line, "broken YAML: it is nested too deeply", f"{DEEPEST} levels at most"
            )
    return None


def read(path: Path, name: str) -> tuple[object, list[Problem]]:
    """`parse` of the file at `path`, which messages call `name`."""
    text, problems = read_text(path, name)
    return (None, problems) if problems else parse(text, name)


def _broken(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """The fault at the line where it begins: YAML's own is often the one where it came to light."""
    what, around = (
        str(error.problem or error.context or "it does not parse"),
        str(error.context or ""),
    )
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    lines = text.split("\n")
    if "document start" in what:
        first = next(
            (
                number
                for number, each in enumerate(lines, 1)
                if each.strip() and not each.startswith(("#", "%", "---"))
            ),
            1,
        )
        if lines[first - 1].startswith((" ", "\t")):
            return Problem(
                name, first, "broken YAML: the first key is indented", "let it begin at the margin"
            )
    if "quoted scalar" in around:
        return Problem(
            name,
            error.context_mark.line + 1,
            "broken YAML: a text in quotes begins here and never ends",
            "close it with the same sign; a ' in it is written twice",
        )
    if ("flow sequence" in around or "flow mapping" in around) and error.context_mark:
        return Problem(
            name,
            error.context_mark.line + 1,
            f"broken YAML: the brackets that open here are not closed as they should be, {what}",
            "look for a bracket, comma or quote that is missing",
        )
    while line > len(lines) or (line > 1 and not lines[line - 1].strip()):
        line -= 1
    if (
        what == "did not find expected key"
        and line > 1
        and re.match(r" *", lines[line - 2]).end() > re.match(r" *", lines[line - 1]).end()
    ):
        return Problem(
            name,
            line - 1,
            "broken YAML: this line, or the next, is indented otherwise than those around it",
            _tip("block mapping"),
        )
    return Problem(name, line, f"broken YAML: {what}", _tip(what))


def _tip(what: str) -> str:
    if "mapping values are not allowed" in what or "could not find expected ':'" in what:
        return "a text that holds ': ' must stand in quotes"
    if "found character '\\t'" in what or "tab" in what:
        return "indent with spaces, not tabs"
    if "block end" in what or "block mapping" in what:
        return "look at the indentation, and at quotes that are not closed"
    return ""


def _value(node, name: str, problems: list[Problem]):
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, name, problems)
    if isinstance(node, yaml.SequenceNode):
        found = Listed(_value(child, name, problems) for child in node.value)
        found.lines = [child.start_mark.line + 1 for child in node.value]
        return found
    line = node.start_mark.line + 1
    if len(node.value) > LONGEST:
        problems.append(
            Problem(name, line, f"a text of {len(node.value)} characters", "is a quote not closed?")
        )
        return None
    if node.style == '"' and (
        hidden := hidden_characters.problems(node.value.replace("\n", " "), name, line)
    ):  # as an escape: "\u202e"
        problems += hidden
        return None
    quoted = node.style in ("'", '"', "|", ">")
    return node.value if quoted or node.value not in ("", "null") else None


def _mapping(node, name: str, problems: list[Problem]) -> Located:
    result, lines = Located(), {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(name, line, "broken YAML: a key must be plain text"))
            continue
        key = key_node.value
        if key in lines:
            problems.append(
                Problem(
                    name, line, f"'{key}' stands twice here", f"the first is on line {lines[key]}"
                )
            )
            continue
        lines[key] = line
        result[key] = _value(value_node, name, problems)
    result.mark = Mark(name, node.start_mark.line + 1, tuple(lines.items()))
    return result
