"""The live site: an edit shows, a mistake is said and survived."""

import os
import queue
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import whole_small
from readers import browser

from briefsite.publish import live_server


@dataclass
class Live:
    """A running `build.py serve`, and the lines it has said."""

    project: Path
    process: subprocess.Popen
    lines: queue.Queue
    address: str
    patience: float

    def wait_for(self, text: str) -> str:
        """The next line with this text."""
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            try:
                line = self.lines.get(timeout=1)
            except queue.Empty:
                assert self.process.poll() is None, f"ended without saying: {text}"
                continue
            if text in line:
                return line
        raise AssertionError(f"never said: {text}")

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=self.patience) as answer:
            return answer.read().decode("utf-8")

    def until(self, path: str, text: str, there: bool = True) -> None:
        """Wait until a page shows a text, or no longer does."""
        end = time.monotonic() + self.patience
        while (text in self.page(path)) is not there:
            assert time.monotonic() < end, f"{path} never {'showed' if there else 'lost'}: {text}"
            time.sleep(0.1)


@pytest.fixture(scope="module")
def live(tmp_path_factory, patience):
    project = whole_small(tmp_path_factory.mktemp("live") / "small")
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
    served = Live(project, process, lines, f"http://127.0.0.1:{port}/", patience)
    try:
        served.wait_for("serving ")
        yield served
    finally:
        process.terminate()
        process.wait(patience)


@pytest.mark.parametrize(
    "path, old, new, page, sign",
    [
        ("data/topics.yml", "title: Water", "title: Water anew", "topics/", "Water anew"),
        ("docs/topics/water.md", "# Water", "# Water anew", "topics/water/", "Water anew"),
        ("bibliography.bib", "Birch, Bo", "Birch, Boanew", "bibliography/", "Boanew"),
        (
            "scripts/briefsite/pages/templates/brief_index.md.jinja",
            "# Briefs",
            "# Briefs anew",
            "briefs/",
            "Briefs anew",
        ),
        (
            "overrides/main.html",
            '<nav class="trail"',
            '<nav data-anew class="trail"',
            "briefs/alder-2020/",
            "data-anew",
        ),
    ],
)
def test_an_edit_shows(live, path, old, new, page, sign):
    file = live.project / path
    text = file.read_text("utf-8")
    assert old in text and sign not in live.page(page)
    file.write_text(text.replace(old, new), "utf-8")
    live.until(page, sign)
    file.write_text(text, "utf-8")
    live.until(page, sign, there=False)


def test_a_mistake_is_said_and_survived(live):
    file = live.project / "data/topics.yml"
    text = file.read_text("utf-8")
    file.write_text("topics: [", "utf-8")
    live.wait_for("data/topics.yml:")
    assert "Water" in live.page("topics/"), "the last good site stays up"
    file.write_text(text.replace("title: Water", "title: Waters"), "utf-8")
    live.until("topics/", "Waters")
    file.write_text(text, "utf-8")
    live.until("topics/", "Waters", there=False)


def test_what_is_saved_as_it_was_builds_nothing(live):
    file = live.project / "docs/topics/water.md"
    file.write_text(file.read_text("utf-8"), "utf-8")
    live.wait_for("nothing else than before is saved")


@pytest.mark.parametrize(
    "path, change, same",
    [
        ("data/topics.yml", lambda text: text, True),
        ("data/topics.yml", lambda text: text + " ", False),
        ("docs/topics/.water.md.swp", lambda text: "left over", True),
        ("docs/topics/water.md~", lambda text: "left over", True),
        ("docs/topics/fire.md", lambda text: "# Fire", False),
        ("bibliography.bib", lambda text: text.replace("Birch", "Birk"), False),
        ("site/index.html", lambda text: "built", True),
    ],
)
def test_what_counts_as_an_edit(small, path, change, same):
    before = live_server.state(small)
    file = small / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(change(file.read_text("utf-8") if file.exists() else ""), "utf-8")
    os.utime(file, (1, 1))
    assert (live_server.state(small) == before) is same


@browser.needed
def test_the_page_that_reloads_itself_keeps_to_its_policy(live, chromium):
    """MkDocs' own script, which serve adds to each page, is allowed; a page still complains of nothing."""
    page, said = chromium.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    with page.expect_console_message(lambda message: "live reload" in message.text):
        page.goto(live.address)
    browser.rest(page)
    assert said == ["Enabled live reload"]
    page.context.close()
