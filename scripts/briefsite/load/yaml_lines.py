"""YAML that knows its lines and guesses no types: every scalar is the text that stands there.

YAML's own guesses (`no` is false, `2024-05-01` is a date, `1_0` is ten) would change what a
contributor wrote, so none is made: the models read numbers and truth values instead.
An empty value, `null` and `~` are None; what reads otherwise than it looks is a problem
(yaml_surprises).
"""

import re
from pathlib import Path
from typing import TypeAlias

import yaml

from briefsite.load import hidden_characters, yaml_surprises, yaml_syntax_errors
from briefsite.load.text_files import read_text
from briefsite.model.problems import Mark, Problem

MAX_LENGTH = 20_000
"""Characters of one value: a page of text has 3,000."""
MAX_DEPTH = 40
"""Levels of lists and mappings; the data use seven."""
DEEP = re.compile(r"^ {80}|(?:[-?:]\s+){20}", re.M)
EMPTY = ("", "~", "null", "Null", "NULL")
BRACKET = re.compile(r"[\[\]{}]")
ANCHOR = re.compile(r"(?:^|[\s\[{,])&\S")
Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
YamlValue: TypeAlias = "str | Located | Listed | None"


class Located(dict[str, YamlValue]):
    """A YAML mapping with the place where it stands."""

    mark: Mark

    @property
    def lines(self) -> dict[str, int]:
        """The line of each key."""
        return dict(self.mark.keys)

    @property
    def label(self) -> str:
        """The id or key by which messages name this record, or ""."""
        return str(self.get("id") or self.get("key") or self.get("claim") or "")


class Listed(list[YamlValue]):
    """A YAML sequence with the line of each of its items."""

    lines: list[int]


def parse(text: str, name: str) -> tuple[YamlValue, list[Problem]]:
    """The value of a YAML document (None when there is none) and what is wrong with it."""
    try:
        if _is_suspect(text) and (problem := _unsafe(text, name)):
            return None, [problem]
        problems = list(yaml_surprises.problems(text, name, Loader))
        node = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        return None, [yaml_syntax_errors.problem(error, text, name)]
    except yaml.reader.ReaderError as error:
        return None, [
            Problem(name, text.count("\n", 0, error.position) + 1, "broken YAML: invalid character")
        ]
    if node is None:
        return None, [Problem(name, 1, "this file is empty")]
    return _value(node, name, problems), problems


def read(path: Path, name: str) -> tuple[YamlValue, list[Problem]]:
    """`parse` of the file at `path`, which messages call `name`."""
    text, problems = read_text(path, name)
    return (None, problems) if problems else parse(text, name)


def _is_suspect(text: str) -> bool:
    """Whether a text may be nested too deeply or hold an alias; `_unsafe` decides."""
    deepest = depth = 0
    for bracket in BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return bool(deepest > MAX_DEPTH or DEEP.search(text) or ("&" in text and ANCHOR.search(text)))


def _unsafe(text: str, name: str) -> Problem | None:
    """What must not reach the composer: it recurses in C, and copies what an alias repeats."""
    depth = 0
    for event in yaml.parse(text, Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            return Problem(
                name,
                line,
                f"broken YAML: an alias, *{event.anchor}",
                "write out the value; put a text that begins with * in quotes",
            )
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return Problem(
                name, line, "broken YAML: nested too deeply", f"the limit is {MAX_DEPTH} levels"
            )
    return None


def _value(node: yaml.Node, name: str, problems: list[Problem]) -> YamlValue:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, name, problems)
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        items = Listed(_value(child, name, problems) for child in node.value)
        items.lines = [child.start_mark.line + 1 for child in node.value]
        return items
    text = str(node.value)
    if len(text) > MAX_LENGTH:
        problems.append(
            Problem(
                name,
                line,
                f"a value of {len(text)} characters; the limit is {MAX_LENGTH}",
                "is a quotation mark missing?",
            )
        )
        return None
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    if style == '"':  # in which escapes stand for characters: "\u202e"
        problems += hidden_characters.problems(text.replace("\n", " "), name, line)
    return None if not style and text in EMPTY else text


def _mapping(node: yaml.MappingNode, name: str, problems: list[Problem]) -> Located:
    result, lines = Located(), dict[str, int]()
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = str(key_node.value)
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(name, line, "broken YAML: a key must be plain text"))
        elif key in lines:
            problems.append(
                Problem(name, line, f"duplicate key '{key}'", f"the first is on line {lines[key]}")
            )
        else:
            lines[key] = line
            result[key] = _value(value_node, name, problems)
    result.mark = Mark.of(name, node.start_mark.line + 1, lines)
    return result
