"""The search index, made by Pagefind while MkDocs builds.

Pagefind's service takes messages on its standard input: base64 of JSON, ended by a comma, each
answered in the same way. Its Python package waits a tenth of a second for every answer, which
for hundreds of records is longer than the whole build; so messages are sent here at once, and
answers read as they come.
"""

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from pagefind_bin_extended import get_executable

from briefsite.engine.build_context import BuildContext
from briefsite.engine.kept_index import File, KeptIndex, digest
from briefsite.engine.site_files import SiteFiles
from briefsite.engine.theme_internals import CONTROLS
from briefsite.exports import page_search_records, search_records
from briefsite.exports.search_record import SearchEntry
from briefsite.model import addresses

FOLDER = "pagefind"
LANGUAGE = "en"
"""One index for all languages: a word in Korean is found from an English page too."""
EXCLUDED = [
    *CONTROLS,
    ".comparison",
    ".key-questions",
    ".timeline",
    ".since",
    ".works-cited",
    "#works-cited",
    ".cards",
    ".counts",
    ".about-claim",
    ".as-data",
    ".marks",
    ".claim-notes",
]
"""What is left out of hand-written pages: lists and tables of what has records of its own."""
TIMEOUT = 120
"""Seconds without an answer after which the build fails."""
UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "wasm.unknown.pagefind",
)


def records(context: BuildContext) -> list[SearchEntry]:
    """Everything that search finds apart from the text of hand-written pages."""
    found = list(search_records.records(context.corpus))
    pages = (
        (addresses.web(page.path), page.title, page.description)
        for page in context.generated.values()
    )
    return [*found, *page_search_records.page_records(pages, {record.address for record in found})]


def _unused(path: str) -> bool:
    return any(PurePosixPath(path).match(pattern) for pattern in UNUSED)


class Index:
    """A search index under way in a process of its own, which starts as soon as something is
    searched that the index kept in `folder` does not know."""

    def __init__(self, folder: Path) -> None:
        self._kept = KeptIndex(folder)
        self._inputs = [f"pagefind {version('pagefind_bin_extended')}"]
        self._held: list[bytes] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._sent = 0
        self._answers: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._send(
            type="NewIndex", config={"force_language": LANGUAGE, "exclude_selectors": EXCLUDED}
        )

    def add(self, records: Iterable[SearchEntry]) -> None:
        """Add records of the project's data."""
        for record in records:
            self._send(
                type="AddRecord",
                index_id=0,
                url=f"/{record.address}",
                content=record.content,
                language=LANGUAGE,
                meta=record.meta,
                filters=record.filters,
            )

    def add_page(self, address: str, html: str) -> None:
        """Add a page as it was rendered; Pagefind reads what is marked data-pagefind-body."""
        self._send(type="AddFile", index_id=0, url=f"/{address}", file_contents=html)

    def write(self, site: SiteFiles, labels: Mapping[str, Any]) -> None:
        """Write the index, and the `labels` of its filters, into a built site.

        Pagefind hands the files over and they are written here: when it writes them itself, it
        answers, and on a busy machine even ends, before the last ones are whole. Raises
        RuntimeError when Pagefind fails.
        """
        if self._kept.holds(self._inputs):
            files = self._kept.files()
        else:
            made = (file for file in self._made() if not _unused(file["path"]))
            files = self._kept.keep(list(self._inputs), made)
        for file in files:
            site.write(f"{FOLDER}/{file['path']}", base64.b64decode(file["content"]))
        site.write(f"{FOLDER}/labels.json", json.dumps(labels, ensure_ascii=False))

    def close(self) -> None:
        """End the process, whatever it is at."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def _made(self) -> Iterator[File]:
        """The files that Pagefind makes. Raises RuntimeError."""
        inputs, process = list(self._inputs), self._process or self._start()
        self._send(type="GetFiles", index_id=0)
        self._inputs = inputs
        assert process.stdin
        files: list[File] = []
        fault = ""
        try:
            process.stdin.flush()
            for _ in range(self._sent):
                answer = self._answers.get(timeout=TIMEOUT)
                if answer["type"] == "Error":
                    fault = answer["message"]
                    break
                files += answer.get("files", ())
        except (BrokenPipeError, Empty):
            fault = "Pagefind does not answer"
        self.close()
        if fault:
            raise RuntimeError(f"the search index was not made: {fault}")
        files.reverse()
        while files:  # each is let go of when it is written
            yield files.pop()

    def _start(self) -> "subprocess.Popen[bytes]":
        """Start Pagefind, and send what was held back."""
        self._process = process = subprocess.Popen(
            [get_executable(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert process.stdout
        Thread(target=self._read, args=(process.stdout,), daemon=True).start()
        held, self._held = self._held, []
        for message in held:
            self._write(message)
        return process

    def _send(self, **payload: Any) -> None:
        self._sent += 1
        message = json.dumps({"message_id": self._sent, "payload": payload}).encode()
        self._inputs.append(digest(message))
        place = len(self._inputs) - 1
        known = self._inputs[place:] == self._kept.inputs[place : place + 1]
        if self._process:
            self._write(message)
            return
        self._held.append(message)
        if not known:
            self._start()

    def _write(self, message: bytes) -> None:
        assert self._process and self._process.stdin
        try:
            self._process.stdin.write(base64.b64encode(message) + b",")
        except BrokenPipeError:
            raise RuntimeError("the search index was not made: Pagefind ended early") from None

    def _read(self, output: IO[bytes]) -> None:
        parts: list[bytes] = []  # the last answer is the whole index
        while more := os.read(output.fileno(), 65536):
            first, *others = more.split(b",")
            parts.append(first)
            for other in others:
                self._answers.put(_answer(parts))
                parts.append(other)
        text = b"".join(parts).decode(errors="replace").strip()
        self._answers.put({"type": "Error", "message": text or "Pagefind ended early"})


def _answer(parts: list[bytes]) -> dict[str, Any]:
    """The answer in these parts, which are taken away before it is read."""
    data = b"".join(parts)
    parts.clear()
    try:
        data = base64.b64decode(data)
        return json.loads(data)["payload"]
    except ValueError:  # a message in plain words
        return {"type": "Error", "message": data.decode(errors="replace").strip()}
