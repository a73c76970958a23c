"""The npm packages that look at the built site: axe-core, and the Nu HTML checker, which is Java."""

import functools
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from readers import browser

PACKAGES = Path(__file__).resolve().parent / "node_modules"
AXE = PACKAGES / "axe-core/axe.min.js"
VNU = PACKAGES / "vnu-jar/build/dist/vnu.jar"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

axe_needed = pytest.mark.skipif(
    not AXE.exists(), reason="axe-core is not installed: make test installs it where npm is"
)
vnu_needed = pytest.mark.skipif(
    not (VNU.exists() and shutil.which("java")),
    reason="the Nu HTML checker or Java is not installed: make test installs them where it may",
)


@functools.cache
def _script() -> str:
    return AXE.read_text("utf-8")


def axe(page) -> list[str]:
    """What axe finds on a page once nothing moves in it: rule, element, why. All its rules of WCAG 2.2 A and AA and best practice."""
    browser.rest(page)
    page.evaluate(_script())
    found = page.evaluate(
        """rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})
        .then(result => result.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`)))""",
        RULES,
    )
    return [" ".join(one.split()) for one in found]


def vnu(files) -> list[str]:
    """What the Nu HTML checker says of HTML files, but for what it says of a policy.

    It reads files without the address they have on a site, where `'self'` means nothing, and takes
    blocks of JSON for scripts; whether pages keep to their policy a browser is asked.
    """
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", VNU, "--format", "json", "--stdout", *files],
        capture_output=True,
        text=True,
    )
    return [
        f"{one['url'].rpartition('/site/')[2]}:{one.get('lastLine')}: {one['type']}: {one['message']} {one.get('extract', '').strip()}"
        for one in json.loads(done.stdout)["messages"]
        if "Content Security Policy" not in one["message"]
    ]
