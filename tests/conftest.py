"""Fixtures: the project, a small made-up one, what is built once for all workers, and one Chromium.

Nothing here waits for a length of time. Whatever may take long is bounded by what one build takes on this
machine at this hour: see `patience`.
"""

import fcntl
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from readers import browser, hostile

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests/small"
TEXTS = ROOT.parent / "shared/briefs"
"""The briefs' texts, which are not the project's to keep; whoever has them puts them beside the checkout."""
BRIEFS = ("easley-2024", "han-2025")
"""The briefs that tests of content are about."""
PUBLIC, FORGE = "https://site.example/at/", "https://forge.example/some/project"
PROJECT = (
    "data",
    "docs",
    "overrides",
    "scripts",
    "mkdocs.yml",
    "mkdocs-offline.yml",
    "bibliography.bib",
    "CITATION.cff",
)


def in_ci() -> bool:
    return os.environ.get("CI", "") not in ("", "0", "false")


FIRST = (
    "every_page",
    "search",
    "editions",
    "offline",
    "hostile",
    "browser",
    "design",
    "fuzz",
    "build",
)
"""Files that take long, longest first: workers take whole files, and a long one must not be left for last."""


def pytest_collection_modifyitems(items):
    places = {f"test_{name}": place for place, name in enumerate(FIRST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """A test of content is skipped where one of the briefs is missing that it is about."""
    missing = [key for key in BRIEFS if not (ROOT / f"data/briefs/{key}.yml").is_file()]
    if missing and item.get_closest_marker("content"):
        pytest.skip(f"about {' and '.join(missing)}, which this project does not have")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """In CI a test fails that would be skipped because something is not installed: a browser, node, Java."""
    report = yield
    if report.skipped and in_ci() and "installed" in str(report.longrepr[-1]):
        report.outcome, report.longrepr = (
            "failed",
            f"skipped, which CI does not allow: {report.longrepr[-1]}",
        )
    return report


def unnamed(problems) -> list[str]:
    """What problems say, without the names of their rules."""
    return [str(replace(problem, rule="")) for problem in problems]


def copy_project(target: Path) -> Path:
    """A copy of the real project without its history and its editions, which a site of tests has
    not: tests hold before and after one is cut. Editions are tested by projects of their own."""
    target.mkdir(parents=True, exist_ok=True)
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, target / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        elif source.exists():
            shutil.copy(source, target / name)
    (target / "data/editions.yml").write_text("editions: []\n", "utf-8")
    return target


def with_history(target: Path) -> Path:
    """The same with the history, where there is one, and with what earlier builds have kept."""
    copy_project(target)
    place = subprocess.run(
        ["git", "rev-parse", "--absolute-git-dir"], cwd=ROOT, capture_output=True, text=True
    )
    if place.returncode == 0:
        (target / ".git").write_text(f"gitdir: {place.stdout}", "utf-8")
    if (ROOT / ".build").is_dir():
        (target / ".build").symlink_to(ROOT / ".build")
    return target


@pytest.fixture
def small(tmp_path) -> Path:
    """A fresh copy of the small made-up project."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def whole_small(folder: Path) -> Path:
    """The small project in a folder, with theme, settings and scripts of its own: what makes a whole site."""
    return hostile.project(Path(shutil.copytree(SMALL, folder)), ROOT, own=True)


@pytest.fixture
def small_site(tmp_path) -> Path:
    """A fresh `whole_small`."""
    return whole_small(tmp_path / "small")


@pytest.fixture
def project(tmp_path) -> Path:
    """A fresh copy of the real project."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def corpus():
    """The real corpus, which must have no problems."""
    from briefsite.rules.check import check_data

    loaded, problems = check_data(ROOT)
    assert problems == []
    return loaded


class Shared:
    """Folders that one worker makes and all workers read.

    A folder counts as made once its maker has returned. The lock is the kernel's, so that it opens when
    a worker dies; then the next worker makes the folder anew.
    """

    def __init__(self, base: Path) -> None:
        self.base = base

    def folder(self, name: str, make: Callable[[Path], object]) -> Path:
        """`make(folder)` is called by the first worker that asks for `name`; the others wait for it."""
        folder, made = self.base / name, self.base / f"{name}.made"
        with open(self.base / f"{name}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                shutil.rmtree(folder, ignore_errors=True)
                started = time.monotonic()
                make(folder)
                made.write_text(f"{time.monotonic() - started}")
        return folder

    def seconds(self, name: str) -> float:
        """What making a folder took."""
        return float((self.base / f"{name}.made").read_text())


@pytest.fixture(scope="session")
def shared(tmp_path_factory) -> Shared:
    own = tmp_path_factory.getbasetemp()
    base = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    base.mkdir(exist_ok=True)
    return Shared(base)


def built(root: Path, folder: Path, **values: str) -> None:
    """Build a project strictly into a folder, in this process."""
    from briefsite.model.build_settings import BuildSettings
    from briefsite.publish import build_site

    build_site.build(root, folder, BuildSettings.from_environment(values))


@pytest.fixture(scope="session")
def site(shared) -> Iterator[Path]:
    """One strict build of the real site, for the address that is the default and `browser.HOME`.
    Tests read it; that none changed it is seen to at the end."""
    root = shared.folder("project", with_history)
    folder = shared.folder("site", lambda folder: built(root, folder))
    yield folder
    made = (shared.base / "site.made").stat().st_mtime_ns
    changed = [path for path in (folder, *folder.rglob("*")) if path.stat().st_mtime_ns > made]
    assert changed == [], "a test wrote into the site that all share"


@pytest.fixture(scope="session")
def public(shared) -> Path:
    """The real site as published: built for the address PUBLIC, with the forge at FORGE."""
    root = shared.folder("project", with_history)
    return shared.folder(
        "public", lambda folder: built(root, folder, SITE_URL=PUBLIC, FORGE_URL=FORGE)
    )


@pytest.fixture(scope="session")
def patience(shared, site) -> float:
    """Seconds that something as long as a build may take before it counts as hung: twenty builds. What is
    waited for in a browser is shorter than a build, and gets five."""
    build = shared.seconds("site")
    browser.patience(max(30, 5 * build))
    return max(60, 20 * build)


@pytest.fixture(scope="session")
def served(site, patience) -> Iterator[browser.Served]:
    """The site on a server, and a Chromium that reaches it at `browser.HOME`: one of each for a worker."""
    with browser.looked_at(site) as looked:
        yield looked


@pytest.fixture(scope="session")
def chromium(served):
    """The worker's Chromium: contexts are fresh profiles, and animations are over as they begin."""
    return served.chromium


@pytest.fixture
def address(served) -> str:
    return browser.HOME


@pytest.fixture
def visit(chromium, address):
    """A function that opens a page of the real site."""
    opened = []

    def go(path, **settings):
        page = chromium.new_page(**settings)
        opened.append(page)
        page.goto(address + path)
        return page

    yield go
    for page in opened:
        page.context.close()


def pytest_terminal_summary(terminalreporter):
    """Say what was not compared, and what the fuzz measured, summed over its tests, whichever process ran them."""
    if TEXTS.is_dir():
        terminalreporter.write_line(f"compared with the briefs' texts in {TEXTS}")
    else:
        told = (
            "NOT COMPARED with the briefs' texts, which are not at hand: quotations, fingerprints "
            f"and restatements are taken on trust. To compare, put the texts into {TEXTS}"
        )
        terminalreporter.write_line(told, yellow=True, bold=True)
        if os.environ.get("GITHUB_ACTIONS"):
            terminalreporter.write_line(f"::warning title=Not compared::{told}")
    measured = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "fuzz" and getattr(report, "when", "") == "call"
    ]
    if measured:
        made, reported, named, slowest = [
            max(column) if place == 3 else sum(column)
            for place, column in enumerate(zip(*measured, strict=False))
        ]
        terminalreporter.write_line(
            f"bad input: {made} damaged inputs, {made - reported} of them harmless; of {reported} reported, "
            f"{named / max(reported, 1):.1%} by a message that names the damaged line; the slowest took {slowest:.2f} s"
        )
