"""Reading data/fingerprints/<key>.json."""

import json
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, StringConstraints

from briefsite.load.text_files import read_text
from briefsite.model.fingerprints import Fingerprints
from briefsite.model.problems import Problem

FOLDER = "data/fingerprints"


class _Paragraph(BaseModel):
    holds: frozenset[str]
    sentences: tuple[frozenset[str], ...]
    wording: tuple[str, ...] = ()


class _File(BaseModel):
    salt: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{2}){16,64}$")]
    known: frozenset[str]
    paragraphs: tuple[_Paragraph, ...]


def parse(text: str, key: str, name: str) -> tuple[Fingerprints | None, list[Problem]]:
    """The fingerprints of the brief `key` in a JSON text, or the problem that prevents it."""
    try:
        file = _File.model_validate(json.loads(text))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        return None, [Problem(name, line, "these fingerprints can't be read", command(key))]
    return Fingerprints(
        key,
        file.salt,
        file.known,
        tuple(paragraph.holds for paragraph in file.paragraphs),
        tuple(paragraph.sentences for paragraph in file.paragraphs),
        tuple(paragraph.wording for paragraph in file.paragraphs),
    ), []


def command(key: str) -> str:
    """What whoever has the brief's text runs to make or renew its fingerprints."""
    return f"someone with the text runs: scripts/build.py fingerprint {key} TEXTFILE"


def read(root: Path, key: str) -> tuple[Fingerprints | None, list[Problem]]:
    """The fingerprints of a brief; None, and no problem yet, where there are none."""
    name = f"{FOLDER}/{key}.json"
    if not (root / name).exists():
        return None, []
    text, problems = read_text(root / name, name)
    return (None, problems) if problems else parse(text, key, name)
