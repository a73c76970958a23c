"""Building an edition from its tag, and the sum that shows it is the same as before."""

import hashlib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefsite.engine.build_error import BuildError
from briefsite.load import git_history
from briefsite.model import addresses
from briefsite.model.data_files import Edition

PREVIEW = "http://127.0.0.1:8000/"
OUTSIDE = ("pagefind/", "documents/", "sitemap.xml.gz", "404.html")
"""Left out of the sum: the search index, whose tool varies; documents, which hold the
site's address in packed bytes and have sums of their own; what is packed, whose packer
does; and the page of errors, whose links hold the path at which the site is published."""
DOCUMENTS_COMMAND = "scripts/briefsite/cli/documents_command.py"
"""What the code of a tag has if it makes documents."""
NOTICE = re.compile(rb'\s*<p class="cite-preview">.*?</p>', re.S)


class EditionError(Exception):
    """An edition can't be made, or differs from what was recorded."""


def notices(root: Path, editions: Iterable[Edition], site: Path) -> list[str]:
    """What is to tell of recorded editions: those that do not stand below `site`, and tags that the
    repository at `root` lacks."""
    told: list[str] = []
    for edition in editions:
        if not (site / "e" / edition.name).is_dir():
            told.append(
                f"the edition {edition.name} does not stand beside this site, and links to it lead "
                "nowhere; make deploy builds it"
            )
        elif edition.commit and not git_history.revision(root, f"refs/tags/{edition.tag}"):
            told.append(
                f"there is no tag '{edition.tag}' here; the edition was built from the commit that "
                f"is recorded: git tag {edition.tag} {edition.commit}"
            )
    return told


@dataclass(frozen=True)
class State:
    """What an edition is built from: its tag, or its commit where the tag is not at hand."""

    name: str
    tag: str
    commit: str = ""


def checksum(folder: Path, site_url: str) -> str:
    """SHA-256 over the paths and contents of a built site, its own address and the notice of a
    preview taken out.

    The same tag thus has the same sum wherever it is published.
    """
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(OUTSIDE):
            content = NOTICE.sub(b"", path.read_bytes().replace(site_url.encode(), b"{site}/"))
            total.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return total.hexdigest()


def build(
    root: Path, state: State, target: Path, site_url: str = "", documents: bool = False
) -> str:
    """Build an edition from its state in the repository at `root`; returns its sum.

    A clone of that state is built by its own code, with its own requirements when they are others.
    `site_url` is the address of the site that the edition stands below; with `documents`, it gets
    documents of its own too, where its code makes any. Raises EditionError.
    """
    name = state.name
    address = f"{(site_url or PREVIEW).rstrip('/')}/e/{name}/"
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        clone = Path(folder) / "project"
        _clone(root, state, clone)
        # an edition has the same bytes wherever and whenever it is built
        environment = os.environ | {"SITE_URL": address, "EDITION": name, "FORGE_URL": ""}
        environment.pop("SOURCE_DATE_EPOCH", None)
        documents = documents and (clone / DOCUMENTS_COMMAND).is_file()
        command = [interpreter(root, clone, documents), "scripts/build.py", "--root", str(clone)]
        run([*command, "site"], clone, f"the edition {name} does not build", environment)
        target.parent.mkdir(parents=True, exist_ok=True)
        run(["cp", "-R", str(clone / "site"), str(target)], root, f"can't write {target}")
        if documents:
            run(
                [*command, "documents", "--to", str(target.resolve() / addresses.DOCUMENTS)],
                clone,
                f"the documents of the edition {name} can't be made",
                environment,
            )
    return checksum(target, address)


def publish(
    root: Path,
    editions: Iterable[Edition],
    site: Path,
    site_url: str = "",
    documents: bool = False,
) -> None:
    """Build every recorded edition below `site`, with its `documents` if they are wanted.

    Raises BuildError when one fails or has another sum than recorded.
    """
    for edition in editions:
        try:
            target = site / "e" / edition.name
            state = State(edition.name, edition.tag, edition.commit or "")
            total = build(root, state, target, site_url, documents)
        except EditionError as error:
            raise BuildError([edition.at.problem(str(error))]) from None
        if total != edition.sum:
            message = (
                f"the edition {edition.name}, built from its tag, has the sum {total[:16]}…; "
                f"recorded is {edition.sum[:16]}…: the tag or a tool it is built with has changed"
            )
            raise BuildError([edition.at.problem(message)])


def _clone(root: Path, state: State, clone: Path) -> None:
    """A clone at the state of an edition, with its tag. Raises EditionError."""
    otherwise = f"can't take the state of the edition {state.name}"
    command = ["git", "clone", "--quiet", "--no-local"]
    if git_history.revision(root, f"refs/tags/{state.tag}"):
        run([*command, "--branch", state.tag, str(root), str(clone)], root, otherwise)
    elif git_history.revision(root, state.commit):
        run([*command, "--no-checkout", str(root), str(clone)], root, otherwise)
        run(["git", "checkout", "--quiet", "--detach", state.commit], clone, otherwise)
        run(["git", "tag", state.tag], clone, otherwise)  # the version that pages tell
    else:
        raise EditionError(
            f"there is no tag '{state.tag}' here; fetch the tags: git fetch --tags; "
            "in a shallow clone, the history too: git fetch --unshallow"
        )


def interpreter(root: Path, clone: Path, documents: bool) -> str:
    """The interpreter for a clone: this one if it has the same requirements, else its own, with
    what documents need if they are to be made. Raises EditionError."""
    names = ["requirements.txt", *(["requirements-documents.txt"] if documents else [])]
    if all((root / name).read_bytes() == (clone / name).read_bytes() for name in names):
        return sys.executable
    mark = ".venv/.installed-documents" if documents else ".venv/.installed"
    run(["make", "--quiet", mark], clone, "the edition's requirements can't be installed")
    return str(clone / ".venv/bin/python")


def run(
    command: list[str], folder: Path, otherwise: str, environment: dict[str, str] | None = None
) -> str:
    """The output of a command. Raises EditionError, which begins with `otherwise`."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=environment, check=False
    )
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise EditionError(f"{otherwise}{': ' + lines[-1] if lines else ''}")
    return done.stdout
