"""YAML that knows its lines and has no opinions: every scalar is the text that stands there.

YAML's own guesses (`no` is false, `2024-05-01` is a date, `1_0` is ten) would change what a
contributor wrote, so none is made: numbers and truth values are read by the models instead.
An empty value or `null` is None.
"""

import re
from pathlib import Path

import yaml

from corpus import invisible
from corpus.problems import Mark, Problem

MERGE = re.compile(r"^(?:<{7} |>{7} |={7}$)", re.M)
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Located(dict):
    """A YAML mapping with the place it stands at."""

    mark: Mark


def read_text(path: Path, name: str, foreign: bool = False) -> tuple[str, list[Problem]]:
    """The text of a UTF-8 file, or what keeps it from being used.

    `foreign` is a text that is not the project's own and may hold characters that can't be seen.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return "", [Problem(name, 1, "this file is missing")]
    except OSError as error:
        return "", [Problem(name, 1, f"this file can't be read: {error.strerror}")]
    try:
        text = raw.decode("utf-8-sig")
        if not foreign and (hidden := invisible.problems(text, name)):
            return "", hidden
        mark = MERGE.search(text)
        return ("", [Problem(name, text.count("\n", 0, mark.start()) + 1, "this is left from a merge of Git's", "keep one of the two sides, and take the marks out")]
                ) if mark else (text, [])
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [Problem(name, line, "this file is not UTF-8 text", "save it with the encoding UTF-8")]


def parse(text: str, name: str) -> tuple[object, list[Problem]]:
    """The value of a YAML document (None when there is none) and what is wrong with it."""
    try:
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
        return None, [Problem(name, line, f"broken YAML: the character {error.character!r} is not allowed")]
    except RecursionError:
        return None, [Problem(name, 1, "broken YAML: it is nested too deeply")]
    if node is None:
        return None, [Problem(name, 1, "this file is empty")]
    problems: list[Problem] = []
    try:
        return _value(node, name, problems, ()), problems
    except RecursionError:
        return None, [Problem(name, 1, "broken YAML: it is nested too deeply")]


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


def _value(node, name: str, problems: list[Problem], above: tuple):
    line = node.start_mark.line + 1
    if id(node) in above:
        problems.append(Problem(name, line, "broken YAML: an alias that holds itself"))
        return None
    above = (*above, id(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, name, problems, above)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, name, problems, above) for child in node.value]
    if node.style == '"':  # where it could stand as an escape: "\u202e"
        problems += invisible.problems(node.value.replace("\n", " "), name, line)
    quoted = node.style in ("'", '"', "|", ">")
    return node.value if quoted or node.value not in ("", "null") else None


def _mapping(node, name: str, problems: list[Problem], above: tuple) -> Located:
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
        result[key] = _value(value_node, name, problems, above)
    result.mark = Mark(name, node.start_mark.line + 1, tuple(lines.items()))
    return result
