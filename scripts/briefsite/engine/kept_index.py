"""A search index of an earlier build, which serves again while what is searched is the same.

Two files: the digests of what was indexed, in order, and the files of the index, a line each, with
a digest at the end. Either may be deleted or damaged at any time; the index is then made anew.
Files are read and written one at a time, since together they would take much memory.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

File = dict[str, str]
"""A file as Pagefind hands it over: `path`, and `content` in base64."""


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

    def holds(self, inputs: Sequence[str]) -> bool:
        """Whether the files of an index of these inputs are here, undamaged."""
        try:
            with self._files.open("rb") as lines:
                seen, last = _seen(inputs), b""
                for line in lines:
                    seen.update(last)
                    last = line
            return inputs == self.inputs and last.decode() == seen.hexdigest()
        except (OSError, ValueError):
            return False

    def files(self) -> Iterator[File]:
        """The files of the index."""
        with self._files.open("rb") as lines:
            for line in lines:
                path, found, content = line.decode().rstrip("\n").partition("\t")
                if found:
                    yield {"path": path, "content": content}

    def keep(self, inputs: Sequence[str], files: Iterable[File]) -> Iterator[File]:
        """Hand files on, and leave them for the next build where the folder can be written."""
        fresh, seen = self._files.with_name(f"{self._files.name}.{os.getpid()}"), _seen(inputs)
        with contextlib.ExitStack() as stack:
            stream = None
            with contextlib.suppress(OSError):
                fresh.parent.mkdir(parents=True, exist_ok=True)
                stream = stack.enter_context(fresh.open("wb"))
            for file in files:
                line = f"{file['path']}\t{file['content']}\n".encode()
                seen.update(line)
                if stream:
                    try:
                        stream.write(line)
                    except OSError:
                        stream = None
                yield file
            with contextlib.suppress(OSError):
                if stream:
                    stream.write(seen.hexdigest().encode())
                    stream.close()
                    fresh.replace(self._files)
                    self._write_inputs(inputs)

    def _write_inputs(self, inputs: Sequence[str]) -> None:
        fresh = self._inputs.with_name(f"{self._inputs.name}.{os.getpid()}")
        fresh.write_bytes("\n".join(inputs).encode())
        fresh.replace(self._inputs)


def _seen(inputs: Sequence[str]) -> "hashlib.blake2b":
    return hashlib.blake2b("\n".join(inputs).encode(), digest_size=16)
