"""Two builds in one process do not touch each other, the environment, or what is elsewhere."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT
from test_build import edit, run, tree

from tools.fuzz import damaged_project

TIME = "1700000000"
CODE = """
import json, os, sys, threading
from pathlib import Path

written = []

def record(event, arguments):
    if event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(arguments[0])
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink"):
        written.extend(path for path in arguments if isinstance(path, (str, bytes)))

before, places = dict(os.environ), list(sys.path)
sys.addaudithook(record)

from briefsite.engine import mkdocs_build
from briefsite.engine.build_context import BuildContext
from briefsite.model.build_settings import BuildSettings
from briefsite.publish import build_site

one, two = roots = [Path(argument) for argument in sys.argv[1:]]
settings = {
    root: BuildSettings(f"https://{root.name}.example/", build_time=TIME) for root in roots
}
contexts = [BuildContext.begin(root, settings[root]) for root in roots]
for context in contexts:
    mkdocs_build.run(context, context.root / "mkdocs.yml", context.root / "begun-together")
build_site.build(one, one / "again", settings[one])
threads = [
    threading.Thread(target=build_site.build, args=(root, root / "threads", settings[root]))
    for root in roots
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
paths = {os.fsdecode(path) for path in written if not isinstance(path, int)} - {os.devnull}
same = before == dict(os.environ) and places == sys.path
print(json.dumps({"paths": sorted(filter(os.path.isabs, paths)), "same": same}))
"""


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    """Two projects, each built alone into site/, and both in one process; what that reported."""
    folder = tmp_path_factory.mktemp("two")
    roots = [damaged_project.project(folder / name) for name in ("one", "two")]
    edit(roots[1] / "docs/index.md", "# Small", "# Another")
    edit(roots[1] / "bibliography.bib", "title = {", "title = {Another ")
    for root in roots:
        done = run(root, "site", SOURCE_DATE_EPOCH=TIME, SITE_URL=f"https://{root.name}.example/")
        assert done.returncode == 0, done.stderr
        shutil.rmtree(root / ".build")
    (folder / "temporary").mkdir()
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "scripts"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(folder / "temporary"),
    }
    done = subprocess.run(
        [sys.executable, "-c", CODE.replace("TIME", TIME), *map(str, roots)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    return folder, roots, json.loads(done.stdout)


def test_each_site_is_as_if_built_alone(builds):
    _, (one, two), _ = builds
    assert tree(one / "site") != tree(two / "site")
    for root, name in ((one, "begun-together"), (two, "begun-together"), (one, "again")):
        assert tree(root / name) == tree(root / "site"), f"{root.name}/{name}"
    for root in (one, two):
        assert tree(root / "threads") == tree(root / "site"), root.name


def test_the_environment_is_as_before(builds):
    assert builds[2]["same"]


def test_nothing_is_written_outside_the_roots(builds):
    folder, roots, report = builds
    allowed = tuple(f"{path}/" for path in (*roots, folder / "temporary"))
    assert report["paths"]
    assert [path for path in report["paths"] if not f"{path}/".startswith(allowed)] == []
    # by a relative name, nothing in the working directory
    assert {path.name for path in folder.iterdir()} == {"one", "two", "temporary"}
    assert all((root / ".build/styles").is_dir() for root in roots)


def test_mkdocs_by_itself_builds_the_same(builds, tmp_path):
    """`mkdocs build`, with nothing installed but the requirements."""
    _, (one, _), _ = builds
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": TIME,
        "SITE_URL": "https://one.example/",
        "NO_MKDOCS_2_WARNING": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "bare")],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=one,
    )
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "bare") == tree(one / "site")


def test_mkdocs_by_itself_reports_problems(builds, tmp_path):
    root = shutil.copytree(builds[1][0], tmp_path / "one", symlinks=True)
    edit(root / "docs/index.md", "# Small", "# Small\n\n[@nobody-1999]")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "bare")],
        capture_output=True,
        text=True,
        check=False,
        cwd=root,
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "docs/index.md:3: unknown work '@nobody-1999'" in done.stderr
