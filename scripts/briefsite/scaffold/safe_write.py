"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path


def replace(path: Path, text: str) -> None:
    """Put `text` in the place of the file, with the rights that it had.

    Whoever reads meanwhile sees the old text or the new one.
    """
    path = path.resolve()
    fresh = _beside(path, text)
    try:
        fresh.chmod(path.stat().st_mode)
        fresh.replace(path)
    except BaseException:
        fresh.unlink()
        raise


def create(path: Path, text: str) -> None:
    """Make a new file. Raises FileExistsError, and leaves what stands there."""
    fresh = _beside(path, text)
    try:
        fresh.chmod(0o644)
        path.hardlink_to(fresh)
    finally:
        fresh.unlink()


def _beside(path: Path, text: str) -> Path:
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())
    return Path(fresh)
