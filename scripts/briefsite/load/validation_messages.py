"""What pydantic says of a value that has not the right shape, in words for contributors."""

from typing import get_args, get_origin

from pydantic import BaseModel, ValidationError

from briefsite.load import date_suggestions
from briefsite.load.yaml_lines import Listed, Located
from briefsite.model.problems import Problem, nearest
from briefsite.model.problems import shown as short

WORDS = {
    "string_type": "must be text",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must hold keys and values",
    "model_type": "must hold keys and values",
    "model_attributes_type": "must hold keys and values",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a whole number, of a few digits",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "string_too_short": "is empty",
}
PATTERNS = {
    r"^[^<>&\n]+$": "may not hold < > & or a line break",
    r"^[0-9]{4}\.[0-9]{2}(\.[0-9]+)?$": "must be a year and month: 2026.12",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "must be a day: 2026-11-22",
    r"^[0-9a-f]{64}$": "must be a SHA-256 sum, as `make edition` writes it",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "may hold small letters, digits and single hyphens only: kim-jong-un",
    r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$": "may hold letters, digits and single hyphens only, as an id does",
    r"^[A-Z]+[1-9][0-9]*$": "must be a claim's id, capital letters and a number: E30",
    r"^[A-Z]+$": "must be capital letters",
    r"^q-[a-z0-9]+(-[a-z0-9]+)*$": "must begin with q- and hold small letters, digits and hyphens: q-arms-for-food",
}


def problems(
    error: ValidationError, value: object, name: str, model: type[BaseModel]
) -> list[tuple[tuple, Problem]]:
    """One (place, Problem) for each thing pydantic found, at the line where it stands.

    That a list is too short is left out where that is only because an item of it is wrong.
    """
    items = error.errors(include_url=False)
    deeper = {item["loc"][:depth] for item in items for depth in range(len(item["loc"]))}
    return [
        (item["loc"], _problem(item, value, name, model))
        for item in items
        if not (item["type"] == "too_short" and item["loc"] in deeper)
    ]


def _problem(item: dict, value: object, name: str, model: type[BaseModel]) -> Problem:
    where, line, label = list(item["loc"]), 1, ""
    for step in where:
        if isinstance(value, Located):
            lines = dict(value.mark.keys)
            line = lines.get(step, value.mark.line)
            label = str(value.get("id") or value.get("key") or value.get("claim") or label)
        if isinstance(value, Listed) and isinstance(step, int) and step < len(value.lines):
            line = value.lines[step]
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, Located):
            line = value.mark.line
            label = str(value.get("id") or value.get("key") or value.get("claim") or label)
    field = next((str(step) for step in reversed(where) if isinstance(step, str)), "")
    message, hint = _words(item, field, where, model)
    given = (field, item["input"]) if item["type"] == "string_pattern_mismatch" else ()
    return Problem(name, line, f"{label[:60]}: {message}" if label else message, hint, given)


def _words(item: dict, field: str, where: list, model: type[BaseModel]) -> tuple[str, str]:
    kind, context = item["type"], item.get("ctx", {})
    given = item.get("input")
    shown = f"'{short(str(given))}'" if isinstance(given, (str, int)) else "this"
    if kind == "missing":
        return f"the field '{field}' is missing", ""
    if kind == "extra_forbidden":
        return f"unknown key '{field}'", nearest(field, _fields(model, where[:-1]))
    if kind == "literal_error":
        choices = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return (
            f"'{field}' is {shown}, which is none of {', '.join(choices)}",
            nearest(str(given), choices),
        )
    if kind == "string_pattern_mismatch":
        return (
            f"'{field}': {shown} {PATTERNS.get(context['pattern'], 'is not of the right form')}",
            "",
        )
    if kind == "value_error":
        said = str(context["error"])
        hint = date_suggestions.meant(given) if isinstance(given, str) else ""
        return (f"'{field}': {said}" if where and where[-1] == field else said), hint
    if kind in ("too_short", "too_long"):
        bound = context.get("min_length", context.get("max_length"))
        return f"'{field}' must hold at {'least' if kind == 'too_short' else 'most'} {bound}", ""
    if kind == "greater_than_equal":
        return f"'{field}' must be at least {context['ge']}", ""
    given_empty = " (it is empty)" if given is None else ""
    return (
        f"'{field}' {WORDS.get(kind, item['msg'][:1].lower() + item['msg'][1:])}{given_empty}",
        "",
    )


def _fields(model, where: list) -> list[str]:
    """The names of the fields at a place in a model, for the nearest right answer."""
    found = model
    for step in where:
        if (
            isinstance(step, str)
            and isinstance(found, type)
            and issubclass(found, BaseModel)
            and step in found.model_fields
        ):
            found = _record(found.model_fields[step].annotation)
        elif isinstance(step, str):
            found = _record(found)
    return (
        list(found.model_fields) if isinstance(found, type) and issubclass(found, BaseModel) else []
    )


def _record(annotation):
    """The Record inside an annotation such as tuple[Claim, ...] or Text | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation) if get_origin(annotation) else ():
        if (found := _record(inner)) is not None:
            return found
    return None
