"""A fresh project for another subject: the machinery, with a sample in place of the data."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

from briefsite.model import ids
from briefsite.scaffold import site_edits
from briefsite.scaffold.refusal import RefusedError

SAMPLE = Path(__file__).parent / "fresh_site"
"""What a fresh project has of its own: a tree of files; those named .jinja are templates."""
EDITS = SAMPLE / "edits.yml"
BRIEF, TEXT = "sample-2024", "sample-2024.txt"
"""The sample's brief, and the file of its text."""
TRAVELS = (
    *("scripts", "tools", "tests", "overrides", "typings", ".ci", ".github", ".vscode"),
    *("Makefile", "pyproject.toml", "requirements*.in", "requirements*.txt", "mkdocs*.yml"),
    *(".editorconfig", ".gitattributes", ".gitignore", ".pre-commit-config.yaml"),
    *("HACKING.md", "README.md", "LICENSE", "LICENSE-CONTENT", "data/lexicon.yml"),
    *("docs/assets", "docs/about", "docs/data.md", "docs/summary.md", "docs/topics/index.md"),
)
"""What is copied, below the root of this project."""
STAYS = shutil.ignore_patterns(
    *("__pycache__", ".pytest_cache", "node_modules", "site.png"),
    *(SAMPLE.name, "test_new_site.py", "one_brief.py"),
)
"""What is not, wherever it stands: what is made or installed, the picture of this site, and what is
for beginning others."""


class FreshSite(NamedTuple):
    """The name of a new site, and one sentence on what it is about."""

    name: str
    about: str


def write(root: Path, folder: Path, site: FreshSite) -> None:
    """Write a project to `folder`, which must not exist or be empty.

    Raises RefusedError, and has then written nothing.
    """
    if not EDITS.is_file():
        message = "this project was begun by `new site` itself"
        raise RefusedError.because(message, "begin another from the one that it came from")
    for option, value in (("--name", site.name), ("--about", site.about)):
        if not re.fullmatch(ids.PLAIN_LABEL, value):
            message = f"{option}: '{value}' {ids.FORMS[ids.PLAIN_LABEL]}"
            raise RefusedError.because(message, "one line of plain words")
    folder = folder.absolute()
    if folder.is_relative_to(root):
        raise RefusedError.because(f"{folder} is inside this project", "choose a folder beside it")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RefusedError.because(f"{folder} is there and not empty", "choose a new folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _fill(root, fresh, site)
        if folder.exists():
            folder.rmdir()
        fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _fill(root: Path, fresh: Path, site: FreshSite) -> None:
    for glob in TRAVELS:
        for source in sorted(root.glob(glob)):
            place = fresh / source.relative_to(root)
            place.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, place, ignore=STAYS)
            else:
                shutil.copy(source, place)
    topics = sorted(path.stem for path in (SAMPLE / "docs/topics").glob("*.md"))
    values = {
        "name": site.name,
        "about": site.about,
        "topics": topics,
        "today": date.today().isoformat(),
    }
    site_edits.apply(fresh, site_edits.read(EDITS), values)
    for source in sorted(path for path in SAMPLE.rglob("*") if path.is_file() and path != EDITS):
        place = fresh / source.relative_to(SAMPLE)
        place.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".jinja":
            text = site_edits.rendered(source.read_text("utf-8"), values)
            place.with_suffix("").write_text(text, "utf-8", newline="")
        else:
            shutil.copy(source, place)
