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
HOVERS = "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"
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


@contextlib.contextmanager
def served(folder: Path, port: int = 0, compressed: bool = False):
    """The address, ending with a slash, at which a folder is served while the context lasts."""
    handler = functools.partial(_Packed if compressed else _Plain, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
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
