"""What `build.py new` left to be filled in, and nobody has filled in yet."""

from collections.abc import Iterator

from briefsite.load.yaml_lines import Listed, Located
from briefsite.model.problems import Problem

TEXT = "FILL IN"


def places(value, text: str, name: str) -> Iterator[tuple[tuple, Problem]]:
    """Each value of a data file that is still the template's, as (its place, the Problem to report).

    The hint is the comment that the template gives on the same line, if it still stands there.
    """
    if TEXT in text:
        yield from _within(
            value,
            (),
            "",
            value.mark.line if isinstance(value, Located) else 1,
            text.split("\n"),
            name,
        )


def _within(value, place: tuple, label: str, line: int, lines: list[str], name: str):
    if isinstance(value, Located):
        label = str(value.get("id") or value.get("claim") or value.get("key") or label)
        at = dict(value.mark.keys)
        for key, item in value.items():
            yield from _within(
                item, (*place, key), label, at.get(key, value.mark.line), lines, name
            )
    elif isinstance(value, Listed):
        for index, item in enumerate(value):
            yield from _within(item, (*place, index), label, value.lines[index], lines, name)
    elif isinstance(value, str) and value.startswith(TEXT):
        field = next((step for step in reversed(place) if isinstance(step, str)), "")
        comment = lines[line - 1].partition(" # ")[2].strip() if line <= len(lines) else ""
        yield (
            place,
            Problem(
                name,
                line,
                f"{label}: '{field}' is still the template's text"
                if label and not label.startswith(TEXT)
                else f"'{field}' is still the template's text",
                comment,
            ),
        )
