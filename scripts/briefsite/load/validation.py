"""One data file as its model: what is of the right shape, and what is wrong with the rest."""

from pathlib import Path

from pydantic import ValidationError

from briefsite.load import placeholders, validation_messages
from briefsite.load.yaml_lines import Listed, Located, parse, read_text
from briefsite.model.problems import Problem


def of_file(root: Path, name: str, model, problems: list[Problem], malformed: set[str]):
    """`of_text` of a file of the project."""
    text, faults = read_text(root / name, name)
    problems += faults
    return None if faults else of_text(text, name, model, problems, malformed)


def of_text(text: str, name: str, model, problems: list[Problem], malformed: set[str]):
    """The text as `model`, without the records whose shape is wrong; None when nothing is left.

    Adds to `problems` what is wrong, and to `malformed` the ids of the records left out.
    """
    value, faults = parse(text, name)
    problems += faults
    if value is None:
        return None
    if not isinstance(value, dict):
        first = next(iter(model.model_fields))
        problems.append(
            Problem(name, 1, f"this file must begin with '{first}:' and hold keys and values")
        )
        return None
    unfilled_at = dict(placeholders.places(value, text, name))
    problems += unfilled_at.values()
    left_out = {place[:2] for place in unfilled_at}
    try:
        parsed = model.model_validate(value)
        if not left_out:
            return parsed
    except ValidationError as error:
        problems += [
            problem
            for place, problem in validation_messages.problems(error, value, name, model)
            if not _covers(place, unfilled_at)
        ]
        left_out |= {tuple(item["loc"][:2]) for item in error.errors(include_url=False)}
    try:
        return model.model_validate(_without(value, left_out, malformed))
    except ValidationError:
        return None


def _covers(place: tuple, unfilled_at) -> bool:
    """Whether a fault lies where something is still to be filled in."""
    return (
        any(place[: len(other)] == other or other[: len(place)] == place for other in unfilled_at)
        if place
        else False
    )


def _without(value: Located, left_out: set[tuple], malformed: set[str]) -> Located:
    """A copy of a file's value without the list items at the places in `left_out`."""
    rest = Located(value)
    rest.mark = value.mark
    for key, items in value.items():
        if isinstance(items, list):
            rest[key] = Listed(
                item for index, item in enumerate(items) if (key, index) not in left_out
            )
            rest[key].lines = [
                line for index, line in enumerate(items.lines) if (key, index) not in left_out
            ]
            malformed |= {
                str(item.get("id") or item.get("key") or item.get("claim"))
                for index, item in enumerate(items)
                if (key, index) in left_out and isinstance(item, dict)
            }
        elif any(place[0] == key for place in left_out):
            del rest[key]
    return rest
