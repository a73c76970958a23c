"""The live site: an edit shows, a mistake is said and survived."""

import os
import queue
import socket
import subprocess
import sys
import threading
import time
import urllib.request

import pytest
from readers import browser

SECONDS = 10


@pytest.fixture
def served(project):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            str(project / "scripts/build.py"),
            "--root",
            str(project),
            "serve",
            "--port",
            str(port),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    lines: queue.Queue = queue.Queue()
    threading.Thread(
        target=lambda: [lines.put(line) for line in process.stdout], daemon=True
    ).start()
    wait_for(lines, "serving ")
    yield project, f"http://127.0.0.1:{port}/", lines
    process.terminate()
    process.wait(10)


def wait_for(lines, text):
    end = time.monotonic() + 3 * SECONDS
    while time.monotonic() < end:
        try:
            line = lines.get(timeout=1)
        except queue.Empty:
            continue
        if text in line:
            return line
    raise AssertionError(f"never said: {text}")


def shown(address, text):
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:
            if text in answer.read().decode("utf-8"):
                return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(
    "path, old, new, page",
    [
        ("data/topics.yml", "title: Russia", "title: Russia anew", "topics/"),
        ("docs/topics/russia.md", "# Russia", "# Russia anew", "topics/russia/"),
        ("bibliography.bib", "Chaesung", "Chaesung Anew", "bibliography/"),
        (
            "scripts/briefsite/pages/templates/brief_index.md.jinja",
            "# Briefs",
            "# Briefs anew",
            "briefs/",
        ),
        (
            "overrides/main.html",
            '<nav class="trail"',
            '<nav data-anew class="trail"',
            "briefs/han-2025/",
        ),
    ],
)
def test_edits_show_and_mistakes_are_survived(served, path, old, new, page):
    project, base, lines = served
    file = project / path
    text = file.read_text("utf-8")
    fresh = text.replace(old, new)
    assert fresh != text
    file.write_text(fresh, "utf-8")
    assert shown(
        base + page,
        "anew"
        if "data-" not in new and "Anew" not in new
        else ("data-anew" if "data-" in new else "Anew"),
    )
    if path.startswith("data/"):
        file.write_text("topics: [", "utf-8")
        wait_for(lines, f"{path}:")
        assert shown(base + page, "anew")
        file.write_text(text, "utf-8")
        wait_for(lines, "built ")
        with urllib.request.urlopen(base + page, timeout=SECONDS) as answer:
            assert "anew" not in answer.read().decode("utf-8")


@browser.needed
def test_the_page_that_reloads_itself_keeps_to_its_policy(served):
    """MkDocs' own script, which serve adds to each page, is allowed; a page still complains of nothing."""
    _, address, _ = served
    with browser.chromium() as running:
        page, said = running.new_page(), []
        page.on("console", lambda message: said.append(message.text))
        page.goto(address)
        page.wait_for_timeout(500)
    assert said == ["Enabled live reload"]
