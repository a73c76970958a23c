"""A browser for the tests, or why there is none."""

import pytest

from benchmark.browser import HOVERS, chromium, found, served

CHROMIUM = found()
needed = pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed: make test installs it where it may")

__all__ = ["CHROMIUM", "HOVERS", "chromium", "needed", "served"]
