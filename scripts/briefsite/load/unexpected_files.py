"""Files that are missing where others speak of them, and files that nobody would read."""

import re
from collections.abc import Iterator
from pathlib import Path

from briefsite.model.problems import Problem, nearest

GONE = "this file is missing, and with it"
MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtxt")
LEFTOVER = re.compile(r"^\.|~$|\.(?:swp|tmp|bak|orig)$|^#.*#$|^Thumbs\.db$")
"""What editors and systems leave beside a file."""


def problems(root: Path, read: tuple[str, ...]) -> Iterator[Problem]:
    """One Problem for each stray; `read` are the paths that have a reader, besides the briefs'."""
    yield from _gone(root)
    for path in _files(root / "data"):
        name = path.relative_to(root).as_posix()
        if (path.parent == root / "data" and name not in read) or (
            path.parent == root / "data/briefs" and path.suffix != ".yml"
        ):
            yield _unread(name, read)
        elif path.parent == root / "data/fingerprints" and path.suffix != ".json":
            yield Problem(name, 1, "this file is not read", f"rename it to {path.stem}.json")
    for path in _files(root / "docs"):
        if path.suffix.lower() in MARKDOWN or (
            path.suffix.lower() == ".md" and path.suffix != ".md"
        ):
            yield Problem(
                path.relative_to(root).as_posix(),
                1,
                "this page is not read",
                f"rename it to {path.with_suffix('.md').name}",
            )


def _gone(root: Path) -> Iterator[Problem]:
    """Briefs of which only the fingerprints are left."""
    for prints in _files(root / "data/fingerprints"):
        name = f"data/briefs/{prints.stem}.yml"
        if (
            prints.suffix == ".json"
            and not (root / name).is_symlink()
            and not (root / name).exists()
            and not (root / name).with_suffix(".yaml").exists()
        ):
            yield Problem(
                name,
                1,
                f"{GONE} every claim of {prints.stem}",
                f"bring it back, git checkout HEAD -- {name}; a brief that goes for good takes its fingerprints, {prints.name}, with it",
            )


def _unread(name: str, read: tuple[str, ...]) -> Problem:
    if name.startswith("data/briefs/"):
        right = str(Path(name).with_suffix(".yml"))
        return Problem(
            name,
            1,
            "this file is not read",
            f"a brief is a file data/briefs/<key>.yml: rename it to {Path(right).name}",
        )
    return Problem(
        name,
        1,
        "this file is not read",
        nearest(name, read) or "data files are " + ", ".join(sorted(read)),
    )


def _files(folder: Path) -> list[Path]:
    """The files below a folder, in order, without what editors leave."""
    return (
        [
            path
            for path in sorted(folder.rglob("*"))
            if not LEFTOVER.search(path.name) and not path.is_dir()
        ]
        if folder.is_dir()
        else []
    )
