"""When each file of the project was last changed, and what version this is: from one look at
Git."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefsite.model import addresses, data_paths
from briefsite.model.data_files import Edition

RECORD = re.compile(r"^[^:]*:([^:]*):.*?\b(?:id|claim|key): *([A-Za-z0-9-]+)", re.M)
"""A file, and the id of a record where it names it, in what Git found."""


@dataclass(frozen=True)
class Commit:
    """A commit: its day, the first line of its message, the files that it changed."""

    date: str
    subject: str
    paths: tuple[str, ...]


@dataclass(frozen=True)
class History:
    """Dates (2026-11-22) by path, where they are known; `version` is the tag or the short commit,
    "" without Git.

    `tagged` are the files that the tag asked for holds, `tagged_ids` the ids of its records,
    `changed` those that differ from it now.
    `log` are the commits, newest first, back to that tag; `shallow` says that older ones may be
    missing."""

    dates: dict[str, str]
    version: str
    changed: frozenset[str] = frozenset()
    tagged: frozenset[str] = frozenset()
    log: tuple[Commit, ...] = ()
    tagged_ids: frozenset[str] = frozenset()
    shallow: bool = False

    def latest(self, paths: Iterable[str], otherwise: str) -> str:
        """The newest date of these files; `otherwise` where Git knows none of them."""
        return max((self.dates[path] for path in paths if path in self.dates), default=otherwise)


def read(root: Path, since: str = "") -> History:
    """The history of the project at `root`; empty in a folder that Git does not keep. `since` is a
    tag."""
    facts = _git(root, "rev-parse", "--show-toplevel", "--is-shallow-repository")
    top, _, shallow = facts.rstrip("\n").rpartition("\n")
    if not top or Path(top).resolve() != root.resolve():  # a tarball, or one inside another project
        return History({}, "")
    log = _git(root, "log", "--format=%x00%H %cs %s", "--name-only", "--no-renames")
    # the oldest commits of a shallow clone hold every file, whenever it was changed
    cut = _git(root, "rev-list", "--max-parents=0", "HEAD") if shallow == "true" else ""
    recent = set(_git(root, "rev-list", f"{since}..HEAD").split()) if since else None
    dates: dict[str, str] = {}
    commits: list[Commit] = []
    for entry in log.split("\0")[1:]:
        head, *lines = entry.strip("\n").split("\n")
        name, date, subject = head.split(" ", 2)
        paths = () if name in cut else tuple(filter(None, lines))
        for path in paths:
            dates.setdefault(path, date)
        if recent is None or name in recent:
            commits.append(Commit(date, subject, paths))
    version = _git(root, "describe", "--tags", "--exact-match") or _git(
        root, "rev-parse", "--short=10", "HEAD"
    )
    changed = _git(root, "diff", "--name-only", since) if since else ""
    tagged = _git(root, "ls-tree", "-r", "--name-only", since) if since else ""
    return History(
        dates,
        version.strip(),
        frozenset(changed.split("\n")),
        frozenset(tagged.split("\n")),
        tuple(commits),
        _record_ids(root, since),
        shallow == "true" or bool(since and not tagged),
    )


def revision(root: Path, *names: str | None) -> str:
    """The first of some tags and commits that the repository at `root` holds, or ""."""
    return next(
        (name for name in names if name and _git(root, "cat-file", "-t", f"{name}^{{commit}}")), ""
    )


def newest(root: Path, editions: Sequence[Edition]) -> str:
    """What names the state of the newest edition: its tag, or its commit where the tag is not at
    hand; "" where there is no edition."""
    last = editions[-1] if editions else None
    return revision(root, last.tag, last.commit) or last.tag if last else ""


def _record_ids(root: Path, tag: str) -> frozenset[str]:
    """The ids of the records that a tag holds. A forecast, which has that of its claim, is known by
    its anchor."""
    if not tag:
        return frozenset()
    found = _git(root, "grep", "-E", "(id|claim|key):", tag, "--", "data/*.yml")
    return frozenset(
        addresses.forecast_anchor(name) if path == data_paths.FORECASTS else name
        for path, name in RECORD.findall(found)
    )


def uncommitted(root: Path) -> frozenset[str]:
    """The files that differ from the last commit."""
    return frozenset(_git(root, "diff", "--name-only", "HEAD").split("\n"))


def unknown(root: Path) -> str:
    """What the project's history can't tell, and what to run; "" where it tells everything."""
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip()
    if shallow == "true":
        what, run = "this clone is shallow", "run git fetch --unshallow"
    elif shallow or not (root / ".git").exists():
        return ""
    elif not shutil.which("git"):
        what, run = "git is not installed", "install it"
    else:
        what = "git refuses to read this folder, which may be another user's"
        run = f"run git config --global --add safe.directory {root}"
    return f"{what}: when its pages changed is not known, and left at the release; {run}"


def _git(root: Path, *arguments: str) -> str:
    """What Git says, or "" where it fails or is not installed."""
    try:
        answer = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return "" if answer.returncode else answer.stdout
