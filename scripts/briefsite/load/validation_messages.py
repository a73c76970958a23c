"""What pydantic reports about a value of the wrong shape, in words for contributors."""

from dataclasses import replace
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefsite.load import date_suggestions
from briefsite.load.yaml_lines import Listed, Located, YamlValue
from briefsite.model import ids
from briefsite.model.problems import Place, Problem, nearest, shown

WORDS = {
    "string_type": "must be text",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must hold keys and values",
    "model_type": "must hold keys and values",
    "model_attributes_type": "must hold keys and values",
    "int_parsing": "must be a whole number, in digits without a leading zero",
    "int_parsing_size": "must be a whole number, of a few digits",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "string_too_short": "is empty",
}


def problems(
    error: ValidationError, value: Located, name: str, model: type[BaseModel]
) -> list[tuple[Place, Problem]]:
    """One (place, Problem) for each error of pydantic, at its line in the file `name`.

    `value` is what was validated. A list that is too short is left out where the only reason is
    that one of its items is wrong.
    """
    items = error.errors(include_url=False)
    deeper = {item["loc"][:depth] for item in items for depth in range(len(item["loc"]))}
    return [
        (item["loc"], _problem(item, value, name, model))
        for item in items
        if not (item["type"] == "too_short" and item["loc"] in deeper)
    ]


def field_names(model: type[BaseModel]) -> list[str]:
    """The fields of a model as its file names them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _problem(item: ErrorDetails, value: Located, name: str, model: type[BaseModel]) -> Problem:
    line, label = _locate(value, item["loc"])
    message, hint = _message(item, model)
    problem = Problem(name, line, f"{label[:60]}: {message}" if label else message, hint)
    if item["type"] == "string_pattern_mismatch":
        return replace(problem, given=(_field(item["loc"]), item["input"]))
    return problem


def _locate(value: YamlValue, place: Place) -> tuple[int, str]:
    """The line of a place in a file's value, and the label of the record around it."""
    line, label = 1, ""
    for step in (*place, None):
        if isinstance(value, Located):
            label = value.label or label
            line = value.lines.get(str(step), value.mark.line)
            value = value.get(str(step))
        elif isinstance(value, Listed) and isinstance(step, int) and step < len(value):
            line, value = value.lines[step], value[step]
        else:
            break
    return line, label


def _field(place: Place) -> str:
    return next((step for step in reversed(place) if isinstance(step, str)), "")


def _message(item: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """The message and hint for one error."""
    kind, place, context, value = item["type"], item["loc"], item.get("ctx", {}), item["input"]
    field = _field(place)
    quoted = f"'{shown(str(value))}'" if isinstance(value, str | int) else "this"
    match kind:
        case "missing":
            hint = date_suggestions.OPEN if field == "published" else ""
            return f"the field '{field}' is missing", hint
        case "extra_forbidden":
            return f"unknown key '{shown(field)}'", nearest(field, _fields_at(model, place[:-1]))
        case "literal_error":
            choices = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            one_of = "one of " if len(choices) > 1 else ""
            message = f"'{field}' is {quoted}, not {one_of}{', '.join(choices)}"
            return message, nearest(str(value), choices)
        case "string_pattern_mismatch":
            form = ids.FORMS.get(context["pattern"][1:-1], "is not of the right form")
            return f"'{field}': {quoted} {form}", ""
        case "value_error":
            hint = date_suggestions.hint(value) if isinstance(value, str) else ""
            of = f"'{field}': " if place and place[-1] == field else ""
            return f"{of}{context['error']}", hint
        case "too_short":
            return f"'{field}' must hold at least {context['min_length']}", ""
        case "too_long":
            return f"'{field}' must hold at most {context['max_length']}", ""
        case "greater_than_equal":
            return f"'{field}' must be at least {context['ge']}", ""
        case _:
            form = WORDS.get(kind, item["msg"][:1].lower() + item["msg"][1:])
            return f"'{field}' {form}{' (it is empty)' if value is None else ''}", ""


def _fields_at(model: type[BaseModel], place: Place) -> list[str]:
    """The names of the fields at a place in a model, for the nearest right answer."""
    part: type[BaseModel] | None = model
    for step in place:
        if part and isinstance(step, str) and step in part.model_fields:
            part = _model_in(part.model_fields[step].annotation)
    return field_names(part) if part else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as tuple[Claim, ...] or Text | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    arguments = get_args(annotation) if get_origin(annotation) else ()
    return next(filter(None, map(_model_in, arguments)), None)
