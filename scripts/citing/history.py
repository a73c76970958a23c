"""When each file of the project was last changed, and what version this is: from one look at Git."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class History:
    """Dates (2026-11-22) by path; `version` is the tag or the short commit, "" without Git.

    `tagged` are the files that the tag asked for holds, `changed` those that differ from it now.
    """

    dates: dict[str, str]
    version: str
    changed: frozenset[str] = frozenset()
    tagged: frozenset[str] = frozenset()

    def latest(self, paths, otherwise: str) -> str:
        """The newest date of these files; `otherwise` where Git knows none of them."""
        return max((self.dates[path] for path in paths if path in self.dates), default=otherwise)


def read(root: Path, since: str = "") -> History:
    """The history of the project at `root`; empty in a folder that Git does not keep. `since` is a tag."""
    if not _kept(root):
        return History({}, "")
    log = _git(root, "log", "--format=%x00%cs", "--name-only", "--no-renames")
    dates: dict[str, str] = {}
    for entry in log.split("\0")[1:]:
        date, *paths = entry.strip("\n").split("\n")
        for path in filter(None, paths):
            dates.setdefault(path, date)
    version = _git(root, "describe", "--tags", "--exact-match") or _git(root, "rev-parse", "--short=10", "HEAD")
    changed = _git(root, "diff", "--name-only", since) if since else ""
    tagged = _git(root, "ls-tree", "-r", "--name-only", since) if since else ""
    return History(dates, version.strip(), frozenset(changed.split("\n")), frozenset(tagged.split("\n")))


def _kept(root: Path) -> bool:
    """Whether Git keeps this very folder: not for a tarball, nor for one unpacked inside another project."""
    top = _git(root, "rev-parse", "--show-toplevel").strip()
    return bool(top) and Path(top).resolve() == root.resolve()


def _git(root: Path, *arguments: str) -> str:
    """What Git says, or "" where it fails or is not installed."""
    try:
        done = subprocess.run(["git", "-c", "core.quotePath=false", *arguments], cwd=root, capture_output=True, text=True)
    except OSError:
        return ""
    return "" if done.returncode else done.stdout
