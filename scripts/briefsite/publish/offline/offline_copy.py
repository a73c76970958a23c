"""The copy made: built with mkdocs-offline.yml in a folder of its own, turned, and packed."""

import errno
import os
import re
import shutil
import tempfile
from pathlib import Path

from briefsite.engine import build_context
from briefsite.exports import search_records
from briefsite.model import addresses
from briefsite.publish import build_site
from briefsite.publish.offline.file_site import turn
from briefsite.publish.offline.offline_search import entries
from briefsite.publish.offline.zip_archive import pack

CONFIG = "mkdocs-offline.yml"
LICENCES = ("LICENSE", "LICENSE-CONTENT")


def make(root: Path, target: Path | None = None) -> tuple[Path, int]:
    """Write the offline copy of the project at `root` to the zip `target`, by default
    dist/<title>-<version>.zip; returns its path and its size in bytes.

    The site that stands in the project is left as it is. Raises session.Faulty, and OSError where
    the zip can't be written.
    """
    if target and target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(target))
    with tempfile.TemporaryDirectory(prefix="offline-") as folder:
        copy = Path(folder) / "copy"
        build_site.build(root, copy, root / CONFIG)
        current = build_context.current()
        turn(
            copy,
            current.cite.project.address,
            lambda themes: entries(
                themes, {addresses.web(path) for path in current.filled}, _records(current)
            ),
        )
        for name in LICENCES:
            if (root / name).is_file():
                shutil.copyfile(root / name, copy / name)
        top = "-".join(
            filter(
                None,
                (
                    _name(current.cite.project.title),
                    _name(os.environ.get("EDITION") or current.cite.version),
                ),
            )
        )
        target = target or root / "dist" / f"{top}.zip"
        target.parent.mkdir(parents=True, exist_ok=True)
        return target, pack(copy, target, top, int(os.environ["SOURCE_DATE_EPOCH"]))


def for_site(root: Path, folder: Path) -> Path:
    """The same in `folder`, under the name that it has on the site whichever version it is: reading-pyongyang.zip."""
    made, _ = make(root, folder / "copy.zip")
    return made.rename(folder / f"{_name(build_context.current().cite.project.title)}.zip")


def _records(current):
    found = list(search_records.records(current.corpus))
    made = (
        (addresses.web(page.path), page.title, page.description)
        for page in current.generated.values()
    )
    return [*found, *search_records.generated(made, {record.address for record in found})]


def _name(text: str) -> str:
    """A title or version as part of a file's name."""
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-.") or "site"
