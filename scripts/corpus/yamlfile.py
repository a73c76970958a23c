"""YAML that knows its lines and has no opinions: every scalar is the text that stands there.

YAML's own guesses (`no` is false, `2024-05-01` is a date, `1_0` is ten) would change what a
contributor wrote, so none is made: numbers and truth values are read by the models instead.
An empty value or `null` is None.
"""

import re
from pathlib import Path

import yaml

from corpus.problems import Mark, Problem
from corpus.textfile import read_text

__all__ = ["Located", "parse", "read", "read_text"]

LONGEST = 20_000
"""Characters of one value: a page of text has 3,000."""
DEEPEST = 40
"""Levels of lists and mappings; the data use seven."""
DEEP = re.compile(r"^ {80}|(?:[-?:]\s+){20}", re.M)
BRACKET = re.compile(r"[\[\]{}]")
ANCHOR = re.compile(r"(?:^|[\s\[{,])&\S")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What escapes in double quotes can bring in: control characters and halves of pairs."""
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Located(dict):
    """A YAML mapping with the place it stands at."""

    mark: Mark


def parse(text: str, name: str) -> tuple[object, list[Problem]]:
    """The value of a YAML document (None when there is none) and what is wrong with it."""
    try:
        if DEEP.search(text) or _brackets(text) > DEEPEST or "&" in text and ANCHOR.search(text):
            if fault := _refused(text, name):
                return None, [fault]
        loader = Loader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or "it does not parse"
        return None, [Problem(name, mark.line + 1 if mark else 1, f"broken YAML: {what}", _tip(str(what)))]
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
            return Problem(name, line, f"broken YAML: an alias, *{event.anchor}", "write out what it stands for; a text that begins with * must stand in quotes")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return Problem(name, line, "broken YAML: it is nested too deeply", f"{DEEPEST} levels at most")
    return None


def read(path: Path, name: str) -> tuple[object, list[Problem]]:
    """`parse` of the file at `path`, which messages call `name`."""
    text, problems = read_text(path, name)
    return (None, problems) if problems else parse(text, name)


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
        return [_value(child, name, problems) for child in node.value]
    if len(node.value) > LONGEST:
        problems.append(Problem(name, node.start_mark.line + 1, f"a text of {len(node.value)} characters", "is a quote not closed?"))
        return None
    if CONTROL.search(node.value):
        problems.append(Problem(name, node.start_mark.line + 1, "a text that holds an invisible character", "write the character itself, or leave it out"))
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
            problems.append(Problem(name, line, f"'{key}' stands twice here", f"the first is on line {lines[key]}"))
            continue
        lines[key] = line
        result[key] = _value(value_node, name, problems)
    result.mark = Mark(name, node.start_mark.line + 1, tuple(lines.items()))
    return result
