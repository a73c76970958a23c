"""What travels to a fresh project and speaks of this one's subject, and what takes its place.

The list is fresh_site/edits.yml. A project may have changed since it was written, so a passage that
is not there any more is a refusal, never a page that still speaks of another subject.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import yaml
from jinja2 import Environment, StrictUndefined
from pydantic import BaseModel, ConfigDict

from briefsite.model.problems import Problem
from briefsite.scaffold.refusal import RefusedError

Values = Mapping[str, str | list[str]]
TEMPLATES = Environment(keep_trailing_newline=True, undefined=StrictUndefined)


class Passage(BaseModel):
    """The text `old`, with all up to `until`, becomes `put`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    old: str
    until: str = ""
    put: str


class SiteEdits(BaseModel):
    """edits.yml: `passages` by file; `words` become others in each file that `in_words` matches."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    passages: dict[str, tuple[Passage, ...]]
    in_words: tuple[str, ...]
    words: dict[str, str]


def read(path: Path) -> SiteEdits:
    """The list as a file has it."""
    return SiteEdits.model_validate(yaml.safe_load(path.read_text("utf-8")))


def apply(folder: Path, edits: SiteEdits, values: Values) -> None:
    """Change the files of a fresh project in place. Raises RefusedError."""
    for name, passages in edits.passages.items():
        text = (folder / name).read_text("utf-8")
        for passage in passages:
            text = _replaced(name, text, passage, values)
        (folder / name).write_text(text, "utf-8")
    words = {old: rendered(new, values) for old, new in edits.words.items()}
    longest = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    for path in sorted({path for glob in edits.in_words for path in folder.glob(glob)}):
        text = path.read_text("utf-8")
        path.write_text(pattern.sub(lambda match: words[match[0]], text), "utf-8")


def rendered(template: str, values: Values) -> str:
    """A text with the values of the new project."""
    return TEMPLATES.from_string(template).render(values)


def _replaced(name: str, text: str, passage: Passage, values: Values) -> str:
    start = text.find(passage.old)
    end = start + len(passage.old)
    if start >= 0 and passage.until:
        end = text.find(passage.until, end)
    if min(start, end) < 0:
        message = f"this file no longer says '{passage.old.strip()[:60]}'"
        hint = "scripts/briefsite/scaffold/fresh_site/edits.yml says what becomes of it"
        raise RefusedError(Problem(name, 1, message, hint))
    return text[:start] + rendered(passage.put, values) + text[end:]
