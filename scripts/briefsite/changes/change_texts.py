"""Changes as plain text, and as Markdown for pull requests and release notes. Markup is in
templates/."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from briefsite.changes.compare_states import Change

FORMATS = {"text": "changes.txt.jinja", "markdown": "changes.md.jinja"}
ACTIVE = re.compile(r"[\\`*_{}\[\]<>|~$]")


def text(changes: list[Change], form: str = "text", most: int = 8) -> str:
    """The changes in a format of FORMATS; of each one's pages the first `most` are named."""
    return (
        _environment(form)
        .get_template(FORMATS[form])
        .render(
            changes=changes,
            data=[change for change in changes if not change.label.startswith("page ")],
            pages=[change for change in changes if change.label.startswith("page ")],
            warned=[change for change in changes if change.warning],
            most=most,
        )
        .strip()
        + "\n"
    )


@lru_cache(maxsize=2)
def _environment(form: str) -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=form == "markdown",
        finalize=markdown if form == "markdown" else plain,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def plain(value: Any) -> Any:
    """A value on one line, without characters that move a terminal's cursor."""
    return (
        re.sub(r"[\x00-\x1f\x7f-\x9f]", "�", re.sub(r"\s+", " ", value))
        if isinstance(value, str)
        else value
    )


def markdown(value: Any) -> Any:
    """A value that a forge shows as it is: no markup, nobody called by name, no issue linked."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    shown = ACTIVE.sub(lambda found: f"&#{ord(found[0])};", plain(value).replace("&", "&amp;"))
    return Markup(
        re.sub(
            r"(?<!&)([@#])(?=\w)", r"\1<!-- -->", re.sub(r"(https?)(://)", r"\1<!-- -->\2", shown)
        )
    )
