"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path


def replace(path: Path, text: str) -> None:
    """Put `text` in the place of the file, with the rights that it had; whoever reads meanwhile sees the old or the new."""
    path = path.resolve()
    fresh = _beside(path, text)
    try:
        os.chmod(fresh, path.stat().st_mode)
        os.replace(fresh, path)
    except BaseException:
        os.unlink(fresh)
        raise


def create(path: Path, text: str) -> None:
    """Make a new file. Raises FileExistsError, and leaves what stands there."""
    fresh = _beside(path, text)
    try:
        os.chmod(fresh, 0o644)
        os.link(fresh, path)
    finally:
        os.unlink(fresh)


def _beside(path: Path, text: str) -> str:
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())
    return fresh
