"""A browser for the tests, or why there is none."""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tools.benchmark.browser import HOVERS, found, serving
from tools.benchmark.browser import chromium as started

CHROMIUM = found()
needed = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium is installed: make test installs it where it may"
)
HOME = "http://127.0.0.1:8000/"
"""The address that sites of the tests know as their own. Each worker has a server of its own, on a port that
was free; its Chromium is told to go there when it is asked for this one."""

STILL = """(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important; scroll-behavior: auto !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})()"""
"""Run in each page before its own scripts; a sheet made this way is subject to no policy."""

seconds = 30.0


def patience(longest: float) -> None:
    """Set how long waiting may take, for everything that waits in this process."""
    global seconds
    seconds = longest
    expect.set_options(timeout=longest * 1000)


class Chromium:
    """A running Chromium whose pages hold still and whose every wait is as long as `seconds`."""

    def __init__(self, running) -> None:
        self.running = running

    def new_context(self, **settings):
        context = self.running.new_context(**{"reduced_motion": "reduce"} | settings)
        context.set_default_timeout(seconds * 1000)
        context.add_init_script(STILL)
        return context

    def new_page(self, **settings):
        """A page in a fresh profile; to end with `page.context.close()`."""
        return self.new_context(**settings).new_page()


@dataclass(frozen=True)
class Served:
    """What is served at HOME can be changed: `at(folder)` for as long as a context lasts."""

    chromium: Chromium
    server: object
    direct: str
    """The address for what is not the browser."""

    @contextlib.contextmanager
    def at(self, folder: Path) -> Iterator[str]:
        before, self.server.folder = self.server.folder, folder
        try:
            yield HOME
        finally:
            self.server.folder = before


@contextlib.contextmanager
def looked_at(folder: Path) -> Iterator[Served]:
    """A folder on a server, and a Chromium that reaches it at HOME."""
    with serving(folder) as server:
        direct = f"127.0.0.1:{server.server_port}"
        rule = f"--host-resolver-rules=MAP {HOME.split('/')[2]} {direct}"
        with started(HOVERS, rule) as running:
            yield Served(Chromium(running), server, f"http://{direct}/")


def until(page, script: str, arg=None) -> None:
    """Wait until a script's value is true. Playwright's own wait repeats it by `eval` within the page,
    which the pages' policy forbids from the second time on."""
    end = time.monotonic() + seconds
    while not page.evaluate(script, arg):
        assert time.monotonic() < end, f"not within {seconds:.0f} seconds: {script}"
        page.wait_for_timeout(20)


def rest(page) -> None:
    """Wait until the page has been painted twice with nothing moving in it."""
    page.evaluate("""async () => {
      const frame = () => new Promise(done => requestAnimationFrame(done));
      for (const one of document.getAnimations()) { try { one.finish() } catch { one.cancel() } }
      await frame(); await frame();
    }""")
