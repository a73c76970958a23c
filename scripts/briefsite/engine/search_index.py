"""The search index, made by Pagefind while MkDocs builds.

Pagefind's service takes messages on its standard input: base64 of JSON, ended by a comma, each
answered in the same way. Its Python package waits a tenth of a second for every answer, which
for hundreds of records is longer than the whole build; so messages are sent here at once, and
answers read as they come.
"""

import base64
import json
import subprocess
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from pagefind_bin_extended import get_executable

FOLDER = "pagefind"
LANGUAGE = "en"
"""One index for all: a page or a word in Korean is found by whoever searches from an English page."""
EXCLUDED = [
    ".headerlink",
    ".md-content__button",
    ".comparison",
    ".timeline",
    ".since",
    ".works-cited",
    "#works-cited",
    ".cards",
    ".counts",
    ".about-claim",
    ".as-data",
]
"""What is left out of hand-written pages: lists and tables of what has records of its own."""
PATIENCE = 120
"""Seconds without any answer after which Pagefind is given up."""
UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "wasm.unknown.pagefind",
)


class Index:
    """A search index under way in a process of its own."""

    def __init__(self):
        self._sent, self._answers = 0, SimpleQueue()
        self._process = subprocess.Popen(
            [get_executable(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        Thread(target=self._read, daemon=True).start()
        self._send(
            type="NewIndex", config={"force_language": LANGUAGE, "exclude_selectors": EXCLUDED}
        )

    def add(self, records) -> None:
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

    def write(self, site: Path, labels: dict) -> None:
        """Write the index into the built site. Raises RuntimeError when Pagefind complains.

        Pagefind hands the files over and they are written here: when it writes them itself, it
        answers, and on a busy machine even ends, before the last ones are whole.
        """
        self._send(type="GetFiles", index_id=0)
        files = []
        try:
            self._process.stdin.flush()
            answers = (self._answers.get(timeout=PATIENCE) for _ in range(self._sent))
            fault = ""
            for answer in answers:
                if answer["type"] == "Error":
                    fault = answer["message"]
                    break
                files += answer.get("files", ())
        except (BrokenPipeError, Empty):
            fault = "Pagefind does not answer"
        self.close()
        if fault:
            raise RuntimeError(f"the search index was not made: {fault}")
        for file in files:
            path = site / FOLDER / file["path"]
            if not any(path.match(pattern) for pattern in UNUSED):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(base64.b64decode(file["content"]))
        (site / FOLDER / "labels.json").write_text(
            json.dumps(labels, ensure_ascii=False), "utf-8", newline=""
        )

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.wait()

    def _send(self, **payload) -> None:
        self._sent += 1
        message = json.dumps({"message_id": self._sent, "payload": payload}).encode()
        try:
            self._process.stdin.write(base64.b64encode(message) + b",")
        except BrokenPipeError:
            raise RuntimeError("the search index was not made: Pagefind ended early") from None

    def _read(self) -> None:
        text = b""
        while more := self._process.stdout.read1(65536):
            *whole, text = (text + more).split(b",")
            for answer in whole:
                try:
                    self._answers.put(json.loads(base64.b64decode(answer))["payload"])
                except ValueError:  # a complaint in plain words
                    self._answers.put(
                        {"type": "Error", "message": answer.decode(errors="replace").strip()}
                    )
        self._answers.put(
            {
                "type": "Error",
                "message": text.decode(errors="replace").strip() or "Pagefind ended early",
            }
        )
