"""What MkDocs and its plugins warn of, as problems with a path and a line."""

import re
from pathlib import Path

from briefsite.engine.build_context import BuildContext
from briefsite.model.problems import Problem

LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains .*?'(?P<link>[^']+)'(?P<rest>.*)", re.S)


def problem(message: str, context: BuildContext, config_file: Path) -> Problem:
    """A message as a Problem, at the dead link it is about, else at a line of the configuration."""
    match = LINK.match(message)
    if not match:
        name = config_file.name
        return Problem(name, _line_of_setting(message, config_file), " ".join(message.split()))
    path, target, line = match["file"], match["link"], 1
    if page := context.hand_written.get(path):
        source = page.path
        line = page.text.count("\n", 0, max(page.text.find(f"]({target}"), 0)) + 1
    else:
        source = context.generated[path].source if path in context.generated else f"docs/{path}"
    reason = " ".join(match["rest"].split()).lstrip(", ").rstrip(".")
    return Problem(source, line, f"dead link '{target}'" + (f": {reason}" if reason else ""))


def _line_of_setting(message: str, config_file: Path) -> int:
    """The line of a setting or entry that the message names in quotation marks, else the first."""
    try:
        lines = config_file.read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return 1
    for name in re.findall(r"'([^'\n]+)'", message):
        pattern = re.compile(rf"(?:^|[\s\[{{,:-]){re.escape(name)}(?:$|[\s\]}},:])")
        for number, line in enumerate(lines, 1):
            if pattern.search(line):
                return number
    return 1
