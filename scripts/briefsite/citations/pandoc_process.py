"""Starting pandoc. It runs beside other work, is waited for once, and is not asked the same
twice."""

import contextlib
import hashlib
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pypandoc  # pyright: ignore[reportMissingTypeStubs]

STYLES = Path(__file__).parent / "styles"
started = 0
"""How many times this process has started pandoc; the bench and the tests read it."""


@dataclass
class Run:
    """A pandoc at work, or an answer kept from before, as a file that is open. `result()` waits for
    it, and reads it no sooner: the answers of a large site take much memory."""

    kept: IO[bytes] | None = None
    answer: str | None = None
    process: subprocess.Popen[bytes] | None = None
    folder: tempfile.TemporaryDirectory[str] | None = None
    keep: Path | None = None
    message: bytes = b""

    def wait(self) -> None:
        """Wait for its end, whatever it wrote."""
        if self.process and self.process.returncode is None:
            _, self.message = self.process.communicate()

    def result(self) -> str:
        """What pandoc wrote. Raises RuntimeError with pandoc's own words when it failed."""
        if self.kept:
            with self.kept:
                self.answer = self.kept.read().decode()
            self.kept = None
        if self.answer is None:
            assert self.process and self.folder, "a run without an answer has a process"
            self.wait()
            try:
                if self.process.returncode:
                    raise RuntimeError(f"pandoc: {self.message.decode('utf-8', 'replace').strip()}")
                self.answer = (Path(self.folder.name) / "out").read_text("utf-8")
            finally:
                self.folder.cleanup()
            _write(self.keep, self.answer)
        return self.answer


def start(
    arguments: tuple[str, ...], files: dict[str, str], style: str = "", cache: Path | None = None
) -> Run:
    """Start pandoc on the file `in` of `files`, in a folder that holds them all.

    With a `style` of styles/, citations are formatted by it. An answer to the same question, kept
    in `cache`, is taken instead; whoever deletes that folder loses a second.
    """
    global started  # noqa: PLW0603
    csl = (STYLES / f"{style}.csl").read_text("utf-8") if style else ""
    keep = cache / _question(arguments, files | {"style.csl": csl}) if cache else None
    with contextlib.suppress(OSError):
        if keep:
            return Run(keep.open("rb"))
    started += 1
    folder = tempfile.TemporaryDirectory(prefix="pandoc-")
    for name, text in (files | ({"style.csl": csl} if csl else {})).items():
        (Path(folder.name) / name).write_text(text, "utf-8")
    command = [
        pypandoc.get_pandoc_path(),
        *arguments,
        *(["--citeproc", "--csl", "style.csl"] if csl else []),
        "-o",
        "out",
        "in",
    ]
    process = subprocess.Popen(
        command,
        cwd=folder.name,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    return Run(process=process, folder=folder, keep=keep)


def _question(arguments: tuple[str, ...], files: dict[str, str]) -> str:
    """A name for what is asked. The texts are read one after the other: together, those of a large
    site would be in memory twice."""
    asked = hashlib.sha256(repr((pypandoc.__version__, arguments)).encode())
    for name, text in sorted(files.items()):
        asked.update(f"\n{name} {len(text)}\n".encode())
        asked.update(text.encode("utf-8", "surrogatepass"))
    return asked.hexdigest()


def _write(keep: Path | None, answer: str) -> None:
    """Keep an answer, whole or not at all; a folder that can't be written is no fault."""
    if keep:
        try:
            keep.parent.mkdir(parents=True, exist_ok=True)
            fresh = keep.with_name(f"{keep.name}.{os.getpid()}")
            fresh.write_text(answer, "utf-8")
            fresh.rename(keep)
        except OSError:
            pass
