"""A search index of an earlier build, which serves again while what is searched is the same.

Two files: the digests of what was indexed, in order, and the files of the index. Either may be
deleted or damaged at any time; the index is then made anew.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

Files = list[dict[str, str]]
"""Files as Pagefind hands them over: `path`, and `content` in base64."""


def digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class KeptIndex:
    """What an earlier build left in `folder`: `inputs` are digests of what it indexed."""

    def __init__(self, folder: Path):
        self._inputs, self._files = folder / "inputs", folder / "files"
        try:
            self.inputs = self._inputs.read_text("utf-8").split("\n")
        except (OSError, ValueError):
            self.inputs = []

    def files(self) -> Files:
        """The index's files, or none where they are gone, damaged, or of other inputs."""
        try:
            head, _, text = self._files.read_bytes().partition(b"\n")
            whole = head.decode() == _head(self.inputs, text)
            return json.loads(text) if whole else []
        except (OSError, ValueError):
            return []

    def keep(self, inputs: Sequence[str], files: Files) -> None:
        """Leave an index for the next build, where the folder can be written."""
        text = json.dumps(files).encode()
        with contextlib.suppress(OSError):
            self._files.parent.mkdir(parents=True, exist_ok=True)
            _replace(self._files, f"{_head(inputs, text)}\n".encode() + text)
            _replace(self._inputs, "\n".join(inputs).encode())


def _head(inputs: Sequence[str], text: bytes) -> str:
    return digest("\n".join(inputs).encode()) + digest(text)


def _replace(path: Path, data: bytes) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.write_bytes(data)
    fresh.replace(path)
