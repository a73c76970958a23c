"""Files that nothing reads, and briefs that are missing while their fingerprints are there."""

import re
from collections.abc import Iterator
from pathlib import Path

from briefsite.model.problems import Problem, nearest

MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtxt")
LEFTOVER = re.compile(r"^\.|~$|\.(?:swp|tmp|bak|orig)$|^#.*#$|^Thumbs\.db$")
"""What editors and systems leave beside a file."""


def problems(root: Path, expected: tuple[str, ...]) -> Iterator[Problem]:
    """One Problem for each unexpected file; `expected` are the paths below data/ that are read."""
    for path in _files(root / "data"):
        name, folder = path.relative_to(root).as_posix(), path.parent.relative_to(root).as_posix()
        if folder == "data" and name not in expected:
            hint = nearest(name, expected) or "data files are " + ", ".join(sorted(expected))
            yield Problem(name, 1, "this file is not read", hint)
        elif folder == "data/briefs" and path.suffix != ".yml":
            hint = f"a brief is a file data/briefs/<key>.yml: rename it to {path.stem}.yml"
            yield Problem(name, 1, "this file is not read", hint)
        elif folder == "data/fingerprints" and path.suffix != ".json":
            yield Problem(name, 1, "this file is not read", f"rename it to {path.stem}.json")
    for path in _files(root / "docs"):
        suffix = path.suffix.lower()
        if suffix in MARKDOWN or (suffix == ".md" and path.suffix != ".md"):
            name = path.relative_to(root).as_posix()
            yield Problem(name, 1, "this page is not read", f"rename it to {path.stem}.md")


def missing_briefs(root: Path) -> Iterator[Problem]:
    """One Problem for each brief of which only the fingerprints are left."""
    for prints in _files(root / "data/fingerprints"):
        name = f"data/briefs/{prints.stem}.yml"
        brief = root / name
        if prints.suffix == ".json" and not (
            brief.is_symlink() or brief.exists() or brief.with_suffix(".yaml").exists()
        ):
            hint = f"restore it: git checkout HEAD -- {name}; to remove the brief, also delete"
            yield Problem(
                name,
                1,
                f"this file is missing, and with it every claim of {prints.stem}",
                f"{hint} {prints.relative_to(root).as_posix()}",
            )


def _files(folder: Path) -> list[Path]:
    """The files below a folder, in order, without what editors leave."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if not LEFTOVER.search(path.name) and not path.is_dir()
    ]
