"""Values that YAML reads otherwise than they look to whoever typed them.

`rhetoric #1` ends at the sign, “quoted” is not quoted, a no-break space separates nothing. Only a
text that may hold such a value is read a second time for it.
"""

import re
import unicodedata
from collections.abc import Iterator

import yaml

from briefsite.model.problems import Problem

BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Blanks that are none to YAML."""
SUSPECT = re.compile(r"[ \t]#(?:\S|$)|[:\-\[,][ \t]+[!&“”„‘’«]|^[ \t]*[“”„‘’«]", re.M)
COMMENT = re.compile(r"[ \t]+#(?!\s)(.*)$|[ \t]+(#)[ \t]*$")
WRAPPED = re.compile(r"[ \t]+#\d")
"""A line that begins with a number sign, in the midst of a sentence."""
CURLY = re.compile(r"[“”„«][^“”„«»]*[“”»]|[‘’][^‘’]*[‘’]")
KNOWN_TAGS = ("tag:yaml.org,2002:", "!ENV", "!relative")


def problems(text: str, name: str, loader: type[yaml.SafeLoader]) -> Iterator[Problem]:
    """One Problem for each such value of a YAML text. Raises yaml.YAMLError as the parser does."""
    for number, line in enumerate(text.split("\n"), 1) if BLANK.search(text) else ():
        if (match := BLANK.search(line)) and not line.lstrip().startswith("#"):
            char = unicodedata.name(match.group()).lower()
            what = f"U+{ord(match.group()):04X} {char}, which is not a space to YAML"
            yield Problem(name, number, what, "write a normal space")
    if not SUSPECT.search(text):
        return
    lines = text.split("\n")
    for event in yaml.parse(text, loader):
        if not isinstance(event, yaml.NodeEvent) or isinstance(event, yaml.AliasEvent):
            continue
        assert event.start_mark, "the parser marks every event"
        first = event.start_mark.line + 1
        if event.anchor:
            hint = "put a text that begins with & in quotes"
            yield Problem(
                name, first, f"'&{event.anchor}' is an anchor to YAML, and left out", hint
            )
        if isinstance(event, yaml.ScalarEvent):
            for line, what, hint in _surprises(event, lines):
                yield Problem(name, line, what, hint)


def _surprises(event: yaml.ScalarEvent, lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """What is surprising in one scalar: its line, what, and what to write."""
    assert event.start_mark and event.end_mark, "the parser marks every event"
    value, first, last = event.value, event.start_mark.line + 1, event.end_mark.line + 1
    if event.tag and not event.tag.startswith(KNOWN_TAGS):
        hint = "put a text that begins with ! in quotes"
        yield first, f"'{event.tag}' is a tag to YAML, and left out", hint
    if event.style not in (None, ""):
        return
    rest = lines[last - 1][event.end_mark.column :] if last <= len(lines) else ""
    following = lines[last] if last < len(lines) else ""
    if match := COMMENT.match(rest):
        cut = f"'#{match[1] or ''}' is a comment to YAML, and left out"
        yield last, cut, "put the whole text in quotes; a comment has a blank after its #"
    elif value and not rest.strip() and WRAPPED.match(following):
        cut = f"'{following.strip()}' is a comment to YAML, and left out"
        yield last + 1, cut, "put the whole text in quotes"
    if len(value) > 1 and CURLY.fullmatch(value):
        hint = f"write \"{value[1:-1]}\"; to show the quotation marks, '{value}'"
        yield first, f"{value[0]} {value[-1]} do not quote in YAML", hint
