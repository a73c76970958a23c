"""Fixtures: the project, a small made-up one, and one strict build of the real site."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests/small"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """In CI a test fails that would be skipped because something is not installed: a browser, node, Java."""
    report = yield
    if (
        report.skipped
        and os.environ.get("CI", "") not in ("", "0", "false")
        and "installed" in str(report.longrepr[-1])
    ):
        report.outcome, report.longrepr = (
            "failed",
            f"skipped, which CI does not allow: {report.longrepr[-1]}",
        )
    return report


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


def copy_project(target: Path) -> Path:
    """A copy of the real project without its history."""
    target.mkdir(parents=True, exist_ok=True)
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, target / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        elif source.exists():
            shutil.copy(source, target / name)
    return target


@pytest.fixture
def small(tmp_path) -> Path:
    """A fresh copy of the small made-up project."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


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


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """One strict build of the real site."""
    from briefsite.publish import build_site

    folder = tmp_path_factory.mktemp("built") / "site"
    build_site.build(ROOT, folder)
    return folder


def pytest_terminal_summary(terminalreporter):
    """Say what the fuzz measured, summed over its tests, whichever process ran them."""
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
            for place, column in enumerate(zip(*measured))
        ]
        terminalreporter.write_line(
            f"bad input: {made} damaged inputs, {made - reported} of them harmless; of {reported} reported, "
            f"{named / max(reported, 1):.1%} by a message that names the damaged line; the slowest took {slowest:.2f} s"
        )
