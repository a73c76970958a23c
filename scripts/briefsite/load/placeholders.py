"""Placeholders that `build.py new` writes and that nobody has replaced yet."""

from collections.abc import Iterator

from briefsite.load.yaml_lines import Listed, Located, YamlValue
from briefsite.model.problems import Place, Problem

TEXT = "FILL IN"


def places(value: YamlValue, text: str, name: str) -> dict[Place, Problem]:
    """The Problem for each value of a data file that is still a placeholder, by its place.

    `text` is the file's. The hint is the comment that the template gives on the same line.
    """
    return dict(_within(value, (), "", 1, text.split("\n"), name)) if TEXT in text else {}


def _within(
    value: YamlValue, place: Place, label: str, line: int, lines: list[str], name: str
) -> Iterator[tuple[Place, Problem]]:
    if isinstance(value, Located):
        label = value.label or label
        for key, item in value.items():
            yield from _within(item, (*place, key), label, value.lines[key], lines, name)
    elif isinstance(value, Listed):
        for index, item in enumerate(value):
            yield from _within(item, (*place, index), label, value.lines[index], lines, name)
    elif value is not None and value.startswith(TEXT):
        field = next((step for step in reversed(place) if isinstance(step, str)), "")
        of = f"{label}: " if label and not label.startswith(TEXT) else ""
        comment = lines[line - 1].partition(" # ")[2].strip() if line <= len(lines) else ""
        yield place, Problem(name, line, f"{of}'{field}' is still the template's text", comment)
