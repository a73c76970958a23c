"""A folder packed as a zip, the same bytes for the same files."""

import os
import time
import zipfile
from pathlib import Path

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold."""


def pack(folder: Path, target: Path, top: str, seconds: int) -> None:
    """Write the files of `folder` to the zip `target`, below one folder named `top`.

    Names are sorted, and every file is of the time `seconds` since 1970, UTC. Whoever reads
    `target` meanwhile finds the old file, or none. Raises OSError.
    """
    when = max(time.gmtime(seconds)[:6], EARLIEST)
    fresh = target.with_name(f".{target.name}-{os.getpid()}")
    try:
        with zipfile.ZipFile(fresh, "w") as packed:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                entry = zipfile.ZipInfo(f"{top}/{path.relative_to(folder).as_posix()}", when)
                entry.compress_type, entry.create_system, entry.external_attr = (
                    zipfile.ZIP_DEFLATED,
                    3,
                    0o100644 << 16,
                )
                packed.writestr(entry, path.read_bytes(), compresslevel=9)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
