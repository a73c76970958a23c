"""A site on a server of its own, and a Chromium to look at it: for the tests and the bench."""

import contextlib
import functools
import gzip
import http.server
import io
import shutil
import threading
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOVERS = (
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,"
    "primaryPointerType=4,availablePointerTypes=4"
)
"""A headless Chromium has no pointer that hovers unless it is told that it has."""
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".wasm")


@functools.lru_cache(maxsize=1)
def found() -> str:
    """The path of a Chromium: this machine's, or Playwright's own; or ""."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    try:
        with sync_playwright() as playwright:
            own = playwright.chromium.executable_path
    except Error:
        return ""
    return own if Path(own).exists() else ""


class _Plain(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        self.directory = str(self.server.folder)
        return super().translate_path(path)

    def log_message(self, *_):
        pass


class _Packed(_Plain):
    """Sends texts compressed, as hosts of static sites do."""

    def send_head(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXTS or not path.is_file():
            return super().send_head()
        body = packed(path.read_bytes())
        self.send_response(200)
        for name, value in (
            ("Content-Type", self.guess_type(str(path))),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(body))),
        ):
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(body)


def packed(body: bytes) -> bytes:
    """Bytes as a server sends them: gzip at its usual level."""
    return gzip.compress(body, 6, mtime=0)


class Server(http.server.ThreadingHTTPServer):
    """Serves `folder`, which may be changed while it runs."""

    request_queue_size = 64

    def __init__(self, folder: Path, port: int = 0, compressed: bool = False) -> None:
        self.folder = folder
        super().__init__(("127.0.0.1", port), _Packed if compressed else _Plain)


@contextlib.contextmanager
def served(folder: Path, port: int = 0, compressed: bool = False):
    """The address, ending with a slash, at which a folder is served while the context lasts."""
    with serving(folder, port, compressed) as server:
        yield f"http://127.0.0.1:{server.server_port}/"


@contextlib.contextmanager
def serving(folder: Path, port: int = 0, compressed: bool = False):
    """The running server of a folder."""
    server = Server(folder, port, compressed)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def chromium(*flags: str):
    """A running Chromium, with these flags besides the usual ones."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found(), args=[*FLAGS, *flags])
        try:
            yield running
        finally:
            running.close()
