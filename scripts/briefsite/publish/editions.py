"""Building an edition from its tag, and the sum that shows it is the same as before."""

import hashlib
import os
import re
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

PREVIEW = "http://127.0.0.1:8000/"
NAME = re.compile(r"[0-9]{4}\.[0-9]{2}(\.[0-9]+)?")
OUTSIDE = ("pagefind/", "sitemap.xml.gz", "404.html")
"""Left out of the sum: the search index, whose tool varies; what is packed, whose packer does; and
the page of errors, whose links hold the path at which the site is published."""
NOTICE = re.compile(rb'\s*<p class="cite-preview">.*?</p>', re.S)


class Broken(RuntimeError):
    """An edition can't be made, or comes out other than it was."""


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


def build(root: Path, name: str, tag: str, target: Path) -> str:
    """Build the edition `name` from `tag` of the repository at `root` into `target`; returns its sum.

    A clone of the tag is built by its own code, with its own requirements when they are others.
    """
    base = os.environ.get("SITE_URL") or PREVIEW
    address = f"{base.rstrip('/')}/e/{name}/"
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        clone = Path(folder) / "project"
        _run(
            ["git", "clone", "--quiet", "--no-local", "--branch", tag, str(root), str(clone)],
            root,
            f"there is no tag '{tag}' here; fetch the tags: git fetch --tags",
        )
        environment = {
            key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"
        }
        environment |= {
            "SITE_URL": address,
            "EDITION": name,
            "FORGE_URL": "",
        }  # an edition has the same bytes wherever it is built
        _run(
            [_python(root, clone), "scripts/build.py", "--root", str(clone), "site"],
            clone,
            f"the edition {name} does not build",
            environment,
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        _run(["cp", "-R", str(clone / "site"), str(target)], root, f"can't write {target}")
    return checksum(target, address)


def publish(root: Path, editions, site: Path) -> None:
    """Build every recorded edition below `site`. Raises Broken when one has another sum than recorded."""
    for edition in editions:
        found = build(root, edition.name, edition.tag, site / "e" / edition.name)
        if found != edition.sum:
            raise Broken(
                f"{edition.at.path}:{edition.at.line}: the edition {edition.name}, built from its tag, has the sum {found[:16]}…; "
                f"recorded is {edition.sum[:16]}…: the tag was moved, or a tool it is built with differs"
            )


def record(root: Path, name: str) -> str:
    """Tag the commit at hand as edition `name`, build it, and write it down in data/editions.yml.

    Returns its sum. Raises Broken for a name that is taken or malformed, and for uncommitted changes.
    """
    if not NAME.fullmatch(name):
        raise Broken(
            f"'{name}' is no name for an edition; name it by year and month: 2026.12, or 2026.12.1"
        )
    if _run(["git", "status", "--porcelain"], root, "this is no Git repository").strip():
        raise Broken("there are uncommitted changes; an edition is a commit: commit them first")
    if _run(["git", "tag", "--list", name], root, "").strip():
        raise Broken(f"the tag '{name}' exists already; an edition is never made twice")
    file = root / "data/editions.yml"
    if not file.is_file():
        raise Broken("data/editions.yml is missing; an edition is written down there")
    text = file.read_text("utf-8").rstrip("\n").replace("editions: []", "editions:") + "\n"
    _run(
        ["git", "tag", "--annotate", "--message", f"Edition {name}", name],
        root,
        f"can't tag {name}",
    )
    try:
        with tempfile.TemporaryDirectory(prefix="edition-") as folder:
            total = build(root, name, name, Path(folder) / "site")
    except BaseException:
        _run(["git", "tag", "--delete", name], root, "")
        raise
    entry = f'- {{name: "{name}", tag: "{name}", date: {date.today().isoformat()}, sum: {total}}}\n'
    file.write_text(text + entry, "utf-8")
    return total


def _python(root: Path, clone: Path) -> str:
    """The interpreter for a clone: this one when it has the same requirements, else one of its own."""
    if (root / "requirements.txt").read_bytes() == (clone / "requirements.txt").read_bytes():
        return sys.executable
    _run(
        ["make", "--quiet", ".venv/.installed"],
        clone,
        "the edition's requirements can't be installed",
    )
    return str(clone / ".venv/bin/python")


def _run(command: list[str], folder: Path, otherwise: str, environment=None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise Broken(f"{otherwise}{': ' + said[-1] if said else ''}")
    return done.stdout
