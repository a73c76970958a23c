"""Building an edition from its tag, and the sum that shows it is the same as before."""

import hashlib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from briefsite.engine.build_error import BuildError
from briefsite.load.project import read_project
from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.data_files import Edition
from briefsite.rules import review_states

PREVIEW = "http://127.0.0.1:8000/"
NAME = re.compile(r"[0-9]{4}\.[0-9]{2}(\.[0-9]+)?")
OUTSIDE = ("pagefind/", "documents/", "sitemap.xml.gz", "404.html")
"""Left out of the sum: the search index, whose tool varies; documents, which hold the
site's address in packed bytes and have sums of their own; what is packed, whose packer
does; and the page of errors, whose links hold the path at which the site is published."""
MOST = 30
"""So many records are named that stand in the way of an edition."""
DOCUMENTS_COMMAND = "scripts/briefsite/cli/documents_command.py"
"""What the code of a tag has if it makes documents."""
NOTICE = re.compile(rb'\s*<p class="cite-preview">.*?</p>', re.S)


class EditionError(Exception):
    """An edition can't be made, or differs from what was recorded."""


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
    root: Path, name: str, tag: str, target: Path, site_url: str = "", documents: bool = False
) -> str:
    """Build the edition `name` from `tag` of the repository at `root`; returns its sum.

    A clone of the tag is built by its own code, with its own requirements when they are others.
    `site_url` is the address of the site that the edition stands below; with `documents`, it gets
    documents of its own too, where its code makes any. Raises EditionError.
    """
    address = f"{(site_url or PREVIEW).rstrip('/')}/e/{name}/"
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        clone = Path(folder) / "project"
        _run(
            ["git", "clone", "--quiet", "--no-local", "--branch", tag, str(root), str(clone)],
            root,
            f"there is no tag '{tag}' here; fetch the tags: git fetch --tags",
        )
        # an edition has the same bytes wherever and whenever it is built
        environment = os.environ | {"SITE_URL": address, "EDITION": name, "FORGE_URL": ""}
        environment.pop("SOURCE_DATE_EPOCH", None)
        documents = documents and (clone / DOCUMENTS_COMMAND).is_file()
        command = [interpreter(root, clone, documents), "scripts/build.py", "--root", str(clone)]
        _run(
            [*command, "site"],
            clone,
            f"the edition {name} does not build",
            environment,
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        _run(["cp", "-R", str(clone / "site"), str(target)], root, f"can't write {target}")
        if documents:
            _run(
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
            total = build(root, edition.name, edition.tag, target, site_url, documents)
        except EditionError as error:
            raise BuildError([edition.at.problem(str(error))]) from None
        if total != edition.sum:
            message = (
                f"the edition {edition.name}, built from its tag, has the sum {total[:16]}…; "
                f"recorded is {edition.sum[:16]}…: the tag or a tool it is built with has changed"
            )
            raise BuildError([edition.at.problem(message)])


def record(root: Path, name: str, site_url: str = "") -> str:
    """Tag the commit at hand as edition `name`, build it, and record it in data/editions.yml.

    Returns its sum. Raises EditionError for a name that is taken or malformed, for uncommitted
    changes, and while records are to review.
    """
    if not NAME.fullmatch(name):
        raise EditionError(
            f"'{name}' is not the name of an edition; write year and month: 2026.12, or 2026.12.1"
        )
    if _run(["git", "status", "--porcelain"], root, "this is not a Git repository").strip():
        raise EditionError(
            "there are uncommitted changes; an edition is a commit: commit them first"
        )
    if _run(["git", "tag", "--list", name], root, "").strip():
        raise EditionError(f"the tag '{name}' exists already; an edition is never made twice")
    if refusal := unreviewed(read_project(root)[0]):
        raise EditionError(refusal)
    file = root / "data/editions.yml"
    if not file.is_file():
        raise EditionError("data/editions.yml is missing; an edition is written down there")
    text = file.read_text("utf-8").rstrip("\n").replace("editions: []", "editions:") + "\n"
    _run(
        ["git", "tag", "--annotate", "--message", f"Edition {name}", name],
        root,
        f"can't tag {name}",
    )
    try:
        with tempfile.TemporaryDirectory(prefix="edition-") as folder:
            total = build(root, name, name, Path(folder) / "site", site_url)
    except BaseException:
        _run(["git", "tag", "--delete", name], root, "")
        raise
    entry = f'- {{name: "{name}", tag: "{name}", date: {date.today().isoformat()}, sum: {total}}}\n'
    file.write_text(text + entry, "utf-8")
    return total


def unreviewed(corpus: Corpus) -> str:
    """Why no edition can be made of a corpus as it stands: records that nobody has compared, and
    claims and answers that only their author has; "" where there are none."""
    waiting, own = review_states.to_review(corpus), review_states.signed_by_themselves(corpus)
    lines = [f"{item.record.name} {item.words}" for item in waiting]
    lines += [f"{item.record.name} was signed by the person who changed it" for item in own]
    if not lines:
        return ""
    more = f"\n  and {len(lines) - MOST} more" if len(lines) > MOST else ""
    return (
        "an edition holds only what somebody compared with its source; left to do, "
        "with scripts/build.py review:\n  " + "\n  ".join(lines[:MOST]) + more
    )


def interpreter(root: Path, clone: Path, documents: bool) -> str:
    """The interpreter for a clone: this one if it has the same requirements, else its own, with
    what documents need if they are to be made. Raises EditionError."""
    names = ["requirements.txt", *(["requirements-documents.txt"] if documents else [])]
    if all((root / name).read_bytes() == (clone / name).read_bytes() for name in names):
        return sys.executable
    mark = ".venv/.installed-documents" if documents else ".venv/.installed"
    _run(["make", "--quiet", mark], clone, "the edition's requirements can't be installed")
    return str(clone / ".venv/bin/python")


def _run(
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
