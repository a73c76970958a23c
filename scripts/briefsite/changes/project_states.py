"""A state of the project, read from a commit or a folder."""

import io
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from briefsite.load.project import read_project
from briefsite.model.corpus import Corpus
from briefsite.model.problems import nearest

READ = ("data", "docs", "bibliography.bib", "CITATION.cff")
MISSING = "this file is missing"


class UnknownStateError(ValueError):
    """There is no such state, or it can't be read; the message says which and why, on one line."""


def read(root: Path, name: str) -> Corpus:
    """The project as it stood at the commit, tag or branch `name` of the repository at `root`, or
    as it stands in the folder `name`. A name that is both is a commit; write ./name for the
    folder."""
    commit = (
        _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        .decode()
        .strip()
    )
    if commit:
        return _of_commit(root, name, commit)
    if Path(name).is_dir():
        return of_folder(Path(name), name)
    raise UnknownStateError(
        f"'{name}' is neither a commit, tag or branch here nor a folder; {_hint(root, name)}"
    )


def of_folder(folder: Path, name: str) -> Corpus:
    """The project in a folder, which messages call `name`. Rules are not applied; a data file that
    is not there is empty. Raises UnknownStateError when a file can't be read."""
    if not (folder / "data").is_dir():
        raise UnknownStateError(f"'{name}' holds no project; there is no data/ in it")
    corpus, problems, _ = read_project(folder)
    faults = sorted(problem for problem in problems if problem.message != MISSING)
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise UnknownStateError(f"'{name}' can't be compared: {faults[0]}{more}")
    return corpus


def _of_commit(root: Path, name: str, commit: str) -> Corpus:
    there = (
        _git(root, "ls-tree", "--name-only", "-z", commit).decode("utf-8", "replace").split("\0")
    )
    wanted = [path for path in READ if path in there]
    if "data" not in wanted:
        raise UnknownStateError(f"'{name}' holds no project; there is no data/ in it")
    with tempfile.TemporaryDirectory(prefix="state-") as folder:
        with tarfile.open(
            fileobj=io.BytesIO(_git(root, "archive", "--format=tar", commit, "--", *wanted))
        ) as tar:
            for member in tar:
                if member.isfile() and (content := tar.extractfile(member)):
                    (Path(folder) / member.name).parent.mkdir(parents=True, exist_ok=True)
                    (Path(folder) / member.name).write_bytes(content.read())
        return of_folder(Path(folder), name)


def _hint(root: Path, name: str) -> str:
    names = (
        _git(
            root,
            "for-each-ref",
            "--format=%(refname:short)",
            "refs/heads",
            "refs/tags",
            "refs/remotes",
        )
        .decode("utf-8", "replace")
        .split()
    )
    if not shutil.which("git"):
        return "git is not installed"
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return "this clone is shallow: git fetch --unshallow"
    return nearest(name, names) or "git log --oneline shows the commits"


def _git(root: Path, *arguments: str) -> bytes:
    """What Git says, or nothing where it fails or is not installed."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except (OSError, ValueError):
        return b""
    return b"" if done.returncode else done.stdout
