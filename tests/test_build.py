"""Building: the command line, mistakes, the swap, the same bytes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, copy_project, whole_small


def run(project: Path, *arguments, **environment):
    return subprocess.run(
        [
            sys.executable,
            str((project if (project / "scripts").exists() else ROOT) / "scripts/build.py"),
            "--root",
            str(project),
            *arguments,
        ],
        capture_output=True,
        text=True,
        env=os.environ | environment,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file by its path, without the search index, whose bytes vary from build to build."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "pagefind" not in path.relative_to(folder).parts
    }


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_build_ends_with_one_line(small_site):
    done = run(small_site, "site")
    assert done.returncode == 0 and done.stderr == ""
    assert re.fullmatch(
        r"site/: 4 claims, 2 questions, 2 events, \d+ pages in \d+\.\d seconds\n", done.stdout
    )


@pytest.mark.parametrize(
    "make",
    [whole_small, pytest.param(copy_project, marks=pytest.mark.long)],
    ids=["small", "real"],
)
def test_the_same_bytes_anywhere(make, tmp_path):
    one, two = make(tmp_path / "project"), make(tmp_path / "elsewhere" / "another name")
    for project, told in (
        (one, {"TZ": "Asia/Seoul", "PYTHONHASHSEED": "1"}),
        (two, {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "C"}),
    ):
        assert run(project, "site", SOURCE_DATE_EPOCH="1700000000", **told).returncode == 0
    one, two = tree(one / "site"), tree(two / "site")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


MISTAKES = [
    ("data/topics.yml", "- {key: water", "- {kye: water", "data/topics.yml:"),
    ("data/events.yml", "events:", "events: [", "data/events.yml:"),
    ("bibliography.bib", "title", "title = {", "bibliography.bib:"),
    ("docs/topics/water.md", "][A1", "][A991", "docs/topics/water.md:"),
    (
        "docs/topics/water.md",
        "## Alder",
        "## Alder\n\n[It rose][A1] [gone](gone.md)",
        "docs/topics/water.md:7: dead link 'gone.md'",
    ),
    (
        "docs/topics/water.md",
        "## Alder",
        "## Alder\n\n[It rose][A1] [gone](walls.md#nowhere)",
        "docs/topics/water.md:7: dead link 'walls.md#nowhere'",
    ),
    (
        "docs/about/method.md",
        "# Method",
        "# Method\n\n[@nobody-1999]",
        "docs/about/method.md:3: unknown work '@nobody-1999'",
    ),
    ("mkdocs.yml", '"about/method.md"', '"about/methods.md"', "mkdocs.yml:"),
    ("mkdocs.yml", '"nav":', '"nav": [', "mkdocs.yml:"),
]


@pytest.mark.parametrize(
    "path, old, new, message",
    MISTAKES,
    ids=[f"{path}-{number}" for number, (path, *_) in enumerate(MISTAKES)],
)
def test_a_mistake_is_a_line_and_the_old_site_stays(small_site, path, old, new, message):
    (small_site / "site").mkdir()
    (small_site / "site/index.html").write_text("the old site")
    edit(small_site / path, old, new)
    done = run(small_site, "site")
    assert done.returncode == 1 and "Traceback" not in done.stderr + done.stdout
    assert message in done.stderr
    assert tree(small_site / "site") == {"index.html": b"the old site"}
    assert not list(small_site.glob(".site-*"))


def test_check_needs_neither_mkdocs_nor_pandoc():
    code = (
        "import sys; sys.argv = ['build.py', 'check']; sys.path.append('scripts'); from briefsite.cli import main as build; assert build.main() == 0;"
        "assert not [name for name in sys.modules if name.split('.')[0] in ('mkdocs', 'pypandoc', 'markdown')]"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_pandoc_starts_a_fixed_number_of_times(small_site):
    code = (
        "import sys; sys.path.append('scripts'); from pathlib import Path; from briefsite.citations import pandoc_process as pandoc; from briefsite.model.build_settings import BuildSettings; from briefsite.publish import build_site as publish;"
        "publish.build(Path('.').resolve(), Path('site').resolve(), BuildSettings()); print(pandoc.started)"
    )
    # the references of all pages, the cite boxes in four styles, BibTeX
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=small_site, capture_output=True, text=True
    )
    assert done.stdout.split() == ["6"], done.stderr


def test_a_swap_cut_in_two_is_repaired(tmp_path):
    from briefsite.publish import atomic_swap

    site = tmp_path / "site"
    for name in (".site-old", ".site-next-999999999"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    atomic_swap.repair(site)
    assert tree(site) == {"index.html": b".site-old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_help_is_worth_reading():
    done = subprocess.run(
        [sys.executable, "scripts/build.py", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert all(
        word in done.stdout
        for word in ("check", "site", "serve", "tree", "finish", "edition", "path:line")
    )
