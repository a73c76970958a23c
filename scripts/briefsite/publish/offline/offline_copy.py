"""The offline copy: built with mkdocs-offline.yml in a folder of its own, converted, and packed."""

import errno
import re
import shutil
import tempfile
from pathlib import Path

from briefsite.engine import search_index
from briefsite.engine.build_context import BuildContext
from briefsite.model import addresses
from briefsite.model.build_settings import BuildSettings
from briefsite.publish import build_site
from briefsite.publish.offline.file_site import convert
from briefsite.publish.offline.offline_search import entries
from briefsite.publish.offline.zip_archive import pack

CONFIG = "mkdocs-offline.yml"
LICENCES = ("LICENSE", "LICENSE-CONTENT")


def make(
    root: Path, settings: BuildSettings, target: Path | None = None
) -> tuple[Path, BuildContext]:
    """Write the offline copy of the project at `root` to the zip `target`, by default
    dist/<title>-<version>.zip; returns its path and what it was built from.

    The site that stands in the project is left as it is. Raises BuildError, and OSError where
    the zip can't be written.
    """
    if target and target.is_dir():
        message = "this is a folder; name a file: --to FILE"
        raise IsADirectoryError(errno.EISDIR, message, str(target))
    with tempfile.TemporaryDirectory(prefix="offline-") as folder:
        copy = Path(folder) / "copy"
        context = build_site.build(root, copy, settings, CONFIG).context
        hand_written = {addresses.web(path) for path in context.hand_written}
        records = search_index.records(context)
        project = context.citations.project
        convert(copy, project.address, lambda themes: entries(themes, hand_written, records))
        for name in LICENCES:
            if (root / name).is_file():
                shutil.copyfile(root / name, copy / name)
        version = settings.edition or context.citations.version
        top = "-".join(_file_name(part) for part in (project.title, version) if part)
        target = target or root / "dist" / f"{top}.zip"
        target.parent.mkdir(parents=True, exist_ok=True)
        pack(copy, target, top, context.build_time)
        return target, context


def for_site(root: Path, settings: BuildSettings, folder: Path) -> Path:
    """The same in `folder`, under a name without a version: reading-pyongyang.zip."""
    copy, context = make(root, settings, folder / "copy.zip")
    return copy.rename(folder / f"{_file_name(context.citations.project.title)}.zip")


def _file_name(text: str) -> str:
    """A title or version as part of a file's name."""
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-.") or "site"
