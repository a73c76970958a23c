"""Bad input, measured: thousands of damaged inputs, and what the checks say of them."""

import os
import re
import shutil
import time

import pytest

from briefsite.pages.made_pages import made_pages
from briefsite.rules.check import check_project
from tools.fuzz import damaged_project, run

FILES = list(run.KINDS)


def problems(root):
    return check_project(root, made_pages)[2]


def told(tally, record_property):
    record_property("fuzz", [tally.made, tally.reported, tally.named, tally.slowest])
    assert tally.faults == []


ONCE = [pytest.param(1, id="once"), pytest.param(8, id="often", marks=pytest.mark.long)]
"""How often each kind of damage is done to each file."""


@pytest.mark.parametrize("times", ONCE)
@pytest.mark.parametrize("path", FILES)
def test_a_damaged_file_is_a_line(small, path, times, record_property):
    told(run.file(small, path, problems, times), record_property)
    assert problems(small) == []


@pytest.mark.parametrize("times", ONCE)
def test_what_is_no_file_is_a_line(tmp_path, times):
    tally = run.tree(damaged_project.SMALL, tmp_path / "work", problems, times)
    assert tally.faults == [] and tally.elsewhere == []


@pytest.fixture
def built(tmp_path):
    """The small project, built: (its folder, what its site holds)."""
    root = damaged_project.project(tmp_path / "small")
    done = damaged_project.command(root, "site")
    assert done.returncode == 0, done.stderr
    return root, damaged_project.manifest(root / "site")


@pytest.mark.parametrize("count", [4, pytest.param(12, marks=pytest.mark.long)])
def test_the_commands_meet_damage(built, patience, count):
    """For a sample, check and site themselves: no traceback, no hang, no file changed, the old site as it was."""
    root, site = built
    tally = run.Tally()
    for number, (name, path, content) in enumerate(damaged_project.sample(root, count)):
        text = (root / path).read_bytes()
        (root / path).write_bytes(
            content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        )
        before = run.state(root / "data") | run.state(root / "docs")
        done = damaged_project.command(root, "site" if number % 2 else "check", seconds=patience)
        tally.made += 1
        tally.reported += done.returncode == 1
        if (
            "Traceback" in done.stderr + done.stdout
            or done.returncode not in (0, 1)
            or (done.returncode and not re.search(r"^\S[^\n]*:\d+: ", done.stderr, re.M))
        ):
            tally.faults.append(f"{name}: {done.returncode} {done.stderr[-600:]}")
        if before != run.state(root / "data") | run.state(root / "docs") or (
            done.returncode and damaged_project.manifest(root / "site") != site
        ):
            tally.faults.append(f"{name}: something was changed")
        (root / path).write_bytes(text)
        if done.returncode == 0 and number % 2:
            assert damaged_project.command(root, "site").returncode == 0
    assert tally.faults == [] and tally.reported >= count / 2


STEPS = [1, 2, 3, 4, 5, 8, 12, 20, 30, 50, 80, 100, 120, 130, 140]


@pytest.mark.parametrize(
    "moments, steps",
    [
        pytest.param([4, 13], [1, 2, 3, 50], id="few"),
        pytest.param(range(15), STEPS, id="many", marks=pytest.mark.long),
    ],
)
def test_a_killed_build_leaves_a_whole_site(built, tmp_path, moments, steps):
    """Killed after fifteenths of a build by the clock, and at steps that rename or delete:
    the site is the old one or the new one, whole, and the next start clears up what was left."""
    from briefsite.publish import atomic_swap

    root, old = built
    page = root / "docs/index.md"
    was = page.read_text("utf-8")
    page.write_text(was.replace("# Small", "# Smaller"), "utf-8")
    started = time.perf_counter()
    assert damaged_project.command(root, "site").returncode == 0
    length = time.perf_counter() - started
    new = damaged_project.manifest(root / "site")
    assert new != old
    kept = {"old": tmp_path / "old", "new": tmp_path / "new"}
    shutil.copytree(root / "site", kept["new"])
    page.write_text(was, "utf-8")
    assert (
        damaged_project.command(root, "site").returncode == 0
        and damaged_project.manifest(root / "site") == old
    )
    shutil.copytree(root / "site", kept["old"])
    page.write_text(was.replace("# Small", "# Smaller"), "utf-8")
    for number in moments:
        damaged_project.killed_after(root, length * (number + 0.5) / 15)
        assert damaged_project.manifest(root / "site") in (old, new), (
            f"after {number} fifteenths of a build"
        )
    for step in steps:
        shutil.rmtree(root / "site")
        shutil.copytree(kept["old"], root / "site")
        fresh = root / ".site-next-999999999"
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(kept["new"], fresh)
        damaged_project.killed_at(root, fresh, step)
        assert damaged_project.manifest(root / "site") in (old, new), f"at step {step}"
    atomic_swap.repair(root / "site")
    assert [path.name for path in root.glob(".site-*")] == []
    assert (
        damaged_project.command(root, "site").returncode == 0
        and damaged_project.manifest(root / "site") == new
    )


def test_without_an_exchange_of_names_the_next_start_repairs(tmp_path, monkeypatch):
    """Where two folders can't be exchanged in one step, no site stands for a moment; the next start brings one back."""
    from briefsite.publish import atomic_swap

    monkeypatch.setattr(atomic_swap, "exchange", lambda *_: False)
    site, fresh = tmp_path / "site", tmp_path / ".site-next-999999999"
    for folder in (site, fresh):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name)
    renamed = []

    def once(self, target):
        renamed.append(self)
        if len(renamed) == 2:
            raise KeyboardInterrupt
        return os.rename(self, target)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("pathlib.Path.rename", once)
        atomic_swap.swap(fresh, site)
    assert not site.exists()
    atomic_swap.repair(site)
    assert (site / "index.html").read_text() == "site" and [
        path.name for path in tmp_path.iterdir()
    ] == ["site"]
