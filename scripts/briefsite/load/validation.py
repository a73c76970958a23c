"""One data file as its model: the records of the right shape, and what is wrong with the rest."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from briefsite.load import placeholders, validation_messages
from briefsite.load.text_files import read_text
from briefsite.load.yaml_lines import Listed, Located, parse
from briefsite.model.problems import Place, Problem

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Records(Generic[Model]):
    """The content of a data file without the records of the wrong shape; None when nothing is left.

    `malformed` are the ids of these records.
    """

    content: Model | None
    problems: list[Problem]
    malformed: frozenset[str] = frozenset()


def read_records(root: Path, name: str, model: type[Model]) -> Records[Model]:
    """`parse_records` of a file of the project."""
    text, problems = read_text(root / name, name)
    return Records(None, problems) if problems else parse_records(text, name, model)


def parse_records(text: str, name: str, model: type[Model]) -> Records[Model]:
    """The YAML (or JSON) text of the file `name` as `model`."""
    value, problems = parse(text, name)
    if not isinstance(value, Located):
        if value is not None:
            first = validation_messages.field_names(model)[0]
            message = f"this file must hold keys and values, beginning with '{first}:'"
            problems.append(Problem(name, 1, message))
        return Records(None, problems)
    unfilled = placeholders.places(value, text, name)
    problems += unfilled.values()
    left_out = {place[:2] for place in unfilled}
    try:
        content = model.model_validate(value)
        if not left_out:
            return Records(content, problems)
    except ValidationError as error:
        problems += [
            problem
            for place, problem in validation_messages.problems(error, value, name, model)
            if not any(_overlap(place, other) for other in unfilled)
        ]
        left_out |= {item["loc"][:2] for item in error.errors(include_url=False)}
    rest, malformed = _without(value, left_out)
    try:
        return Records(model.model_validate(rest), problems, malformed)
    except ValidationError:
        return Records(None, problems, malformed)


def _overlap(place: Place, other: Place) -> bool:
    """Whether one place lies within the other."""
    shorter = min(len(place), len(other))
    return shorter > 0 and place[:shorter] == other[:shorter]


def _without(value: Located, left_out: set[Place]) -> tuple[Located, frozenset[str]]:
    """A copy of a file's value without the records at the places in `left_out`, and their ids."""
    rest, malformed = Located(), set[str]()
    rest.mark = value.mark
    for key, items in value.items():
        if isinstance(items, Listed):
            kept = [index for index in range(len(items)) if (key, index) not in left_out]
            rest[key] = part = Listed(items[index] for index in kept)
            part.lines = [items.lines[index] for index in kept]
            malformed |= {
                item.label
                for index, item in enumerate(items)
                if (key, index) in left_out and isinstance(item, Located)
            }
        elif all(place[0] != key for place in left_out):
            rest[key] = items
    return rest, frozenset(malformed - {""})
