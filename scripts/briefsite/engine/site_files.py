"""Files of a site under way. One that the site before has with the same bytes is linked to it.

To make a file costs a system many times what a second name for one costs, and of the thousand files
beside the pages an edit changes a few. Both sites hold the same bytes as long as nobody writes
into a linked file, so one that is written twice gets its name anew.
"""

import contextlib
import os
from pathlib import Path


class SiteFiles:
    """Writes files below the folder `site`; `before` is the site whose place it takes."""

    def __init__(self, site: Path, before: Path | None = None):
        self.site = site
        self._before = before if before and before.is_dir() and before != site else None
        self._folders: set[str] = set()
        self._linked: set[str] = set()

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file whole; `name` is its path below the site, texts are UTF-8 as they stand."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        path = self.site / name
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        if name in self._linked:
            path.unlink()
            self._linked.discard(name)
        elif self._link(name, data, path):
            self._linked.add(name)
            return
        path.write_bytes(data)

    def _link(self, name: str, data: bytes, path: Path) -> bool:
        if not self._before:
            return False
        same = self._before / name
        with contextlib.suppress(OSError):  # there is none, or no links are to be had here
            if same.stat().st_size == len(data) and same.read_bytes() == data:
                os.link(same, path, follow_symlinks=False)
                return True
        return False
