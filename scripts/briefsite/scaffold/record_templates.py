"""The templates, which are files, and values as they stand in them."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from briefsite.load import placeholders, validation
from briefsite.model import events, outcomes, records
from briefsite.model.problems import Problem
from briefsite.model.vocabulary import CHOICES
from briefsite.scaffold.record_kinds import RecordKind
from briefsite.scaffold.refusal import COMMAND, Given, RefusedError

FOLDER = Path(__file__).parent / "templates"
FIELDS = {
    name: model.model_fields
    for name, model in (
        ("claim", records.Claim),
        ("event", events.Event),
        ("development", outcomes.Development),
        ("forecast", outcomes.Forecast),
        ("brief", records.Brief),
    )
}
"""The fields of a kind of record, by its name."""


def fill(template: str, **values: Any) -> str:
    """A template of templates/ with values that are YAML or BibTeX already."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    return environment.get_template(template).render(
        CHOICES | dict.fromkeys(("attributed_to", "hedge", "quote", "actors", "cites"), "") | values
    )


def scalar(value: str | list[str]) -> str:
    """A text, or a list of texts, as YAML on one line, quoted only where it must be."""
    items = [" ".join(item.split()) for item in ([value] if isinstance(value, str) else value)]
    text: str = cast(Any, yaml).safe_dump(
        items[0] if isinstance(value, str) else items,
        default_flow_style=True,
        allow_unicode=True,
        width=float("inf"),
    )
    return text.removesuffix("\n").removesuffix("\n...")


def option_values(kind: RecordKind, given: Given) -> dict[str, str]:
    """Every value as YAML: what was given, the template's placeholder for what is needed, "" for
    what is not."""
    values: dict[str, str] = {}
    for option in kind.options:
        placeholder = [placeholders.TEXT] if option.many else placeholders.TEXT
        field = FIELDS.get(kind.name, {}).get(option.name)
        needed = field.is_required() if field else option.needed
        value = given.get(option.name) or (placeholder if needed else None)
        values[option.name] = scalar(value) if value else ""
    if kind.name == "development" and not given.get("added"):
        values["added"] = scalar(date.today().isoformat())
    return values


def left_to_fill_in(
    old: str, new: str, path: str, model: type[records.Record]
) -> tuple[Problem, ...]:
    """The problems of a file's new text that its old text has not: placeholders to fill in.

    Raises RefusedError where what was given has not the right shape.
    """
    before = validation.parse_records(old, path, model).problems
    after = validation.parse_records(new, path, model).problems
    known = {problem.message for problem in before}
    fresh = [problem for problem in after if problem.message not in known]
    wrong = [problem for problem in fresh if "still the template's text" not in problem.message]
    if wrong:
        raise RefusedError(*(Problem(COMMAND, 1, each.message, each.hint) for each in wrong))
    return tuple(sorted(fresh))
