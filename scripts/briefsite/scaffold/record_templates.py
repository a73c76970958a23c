"""The templates, which are files, and values as they stand in them."""

from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).parent / "templates"


def fill(template: str, **values) -> str:
    """A template of templates/ with values that are YAML or BibTeX already."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    return environment.get_template(template).render(
        dict.fromkeys(("attributed_to", "hedge", "quote", "actors", "cites"), "") | values
    )


def scalar(value) -> str:
    """A text, or a list of texts, as YAML on one line, quoted only where it must be."""
    value = (
        [" ".join(item.split()) for item in value]
        if isinstance(value, list)
        else " ".join(value.split())
    )
    return (
        yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=float("inf"))
        .removesuffix("\n")
        .removesuffix("\n...")
    )
