"""A browser for the tests, or why there is none."""

import time

import pytest

from tools.benchmark.browser import HOVERS, chromium, found, served

CHROMIUM = found()
needed = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium is installed: make test installs it where it may"
)

__all__ = ["CHROMIUM", "HOVERS", "chromium", "needed", "served", "until"]


def until(page, script: str, arg=None, seconds: float = 30) -> None:
    """Wait until a script's value is true. Playwright's own wait repeats it by `eval` within the page,
    which the pages' policy forbids from the second time on."""
    end = time.monotonic() + seconds
    while not page.evaluate(script, arg):
        assert time.monotonic() < end, f"not within {seconds} seconds: {script}"
        page.wait_for_timeout(20)
