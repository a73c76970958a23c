"""Putting lines into a YAML file, all else as it was: comments, order, line ends and all."""

import re
from typing import Any

import yaml

from briefsite.load.yaml_lines import Loader, Located, parse


class NoPlaceError(ValueError):
    """The file has no place for a record that leaves all else as it is."""


def inserted(text: str, key: str, index: int | None, record: str) -> tuple[str, int]:
    """The text with `record` in the list at `key`, before its item `index` or at its end, and the
    line it stands on.

    Raises NoPlaceError. That nothing else changed is checked by reading both texts.
    """
    bom, body = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    ending = "\r\n" if "\r\n" in body else "\n"
    lines = body.replace("\r\n", "\n").split("\n")
    if lines[-1]:
        lines.append("")
    root: Any = yaml.compose("\n".join(lines), Loader)
    nodes = {name.value: (name, node) for name, node in root.value}
    new = record.rstrip("\n").split("\n")
    if key not in nodes:
        at, new = _last(lines, len(lines), 0), [f"{key}:", *new]
    else:
        at, new = _in_list(lines, *nodes[key], index, new)
    made = lines[:at] + new + lines[at:]
    _same_besides("\n".join(lines), "\n".join(made), key)
    return bom + (
        ending.join(made) if body.endswith("\n") else ending.join(made).removesuffix(ending)
    ), at + 1 + (key not in nodes)


def _in_list(
    lines: list[str], name: Any, node: Any, index: int | None, new: list[str]
) -> tuple[int, list[str]]:
    """(the line to insert before, the lines to insert); an empty list in brackets is opened."""
    items: Any = node.value
    below: int = name.start_mark.line + 1
    if not items and node.id == "scalar":
        return below, new
    if node.id != "sequence":
        raise NoPlaceError(f"'{name.value}' is not a list")
    if not items:
        opened = re.sub(r"\[\s*\]", "", lines[below - 1]).rstrip()
        if "[" in opened:
            raise NoPlaceError(f"'{name.value}' is written in a way that only a person can extend")
        lines[below - 1] = opened
        return below, new
    if node.flow_style:
        hint = "write each item on a line of its own, after a hyphen"
        raise NoPlaceError(f"'{name.value}' is in brackets; {hint}")
    first: int = items[0].start_mark.line
    margin = lines[first].index("-")
    new = [" " * margin + line if line else line for line in new]
    if index == 0:
        return first, new
    if index is not None and index < len(items):
        return _last(lines, items[index].start_mark.line, margin), new
    end = min(node.end_mark.line + (node.end_mark.column > 0), len(lines))
    return _last(lines, end, margin), new


def _last(lines: list[str], end: int, margin: int) -> int:
    """The line after the last of a record that ends before `end`: what stands above the next
    belongs to the next."""
    while end > 0 and (
        not lines[end - 1].strip()
        or (
            lines[end - 1].lstrip().startswith("#")
            and len(lines[end - 1]) - len(lines[end - 1].lstrip()) <= margin
        )
    ):
        end -= 1
    return end


def _same_besides(old: str, new: str, key: str) -> None:
    """Raise NoPlaceError unless the new text holds one item more at `key`, and is the old one
    otherwise."""
    before, after = parse(old, "")[0], parse(new, "")[0]
    if not isinstance(before, Located) or not isinstance(after, Located):
        raise NoPlaceError("the file would not parse any more")
    old_items: list[Any] = list(before.get(key) or ())
    new_items: list[Any] = list(after.get(key) or ())
    one_less = (new_items[:at] + new_items[at + 1 :] for at in range(len(new_items)))
    if {**after, key: None} != {**before, key: None} or old_items not in one_less:
        raise NoPlaceError("something else would change")
