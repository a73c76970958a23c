"""Sentences that count the briefs are named when one more joins."""

import subprocess
import sys

from conftest import ROOT

from briefsite.scaffold import counted_briefs


def said(root, before):
    return [str(problem) for problem in counted_briefs.sentences(root, before)]


def test_what_counts_the_briefs_is_named_with_its_line(small):
    page = small / "docs/topics/walls.md"
    lines = page.read_text("utf-8").count("\n")
    page.write_text(
        page.read_text("utf-8")
        + "Both briefs say so.\nTwo or more briefs may.\nThe three policy briefs do not.\n",
        "utf-8",
    )
    place = "docs/topics/walls.md"
    assert [line for line in said(small, 2) if line.startswith(place)] == [
        f"{place}:{lines + 1}: 'Both briefs' counts 2, and there are 3 now; see whether it still "
        "holds, or name the briefs that are meant"
    ]
    assert [line.split("'")[1] for line in said(small, 3) if line.startswith(place)] == [
        "three policy briefs"
    ]
    assert said(small, 0) == [] and said(small, 40) == []


def test_a_new_brief_tells_of_them(small, tmp_path):
    text = tmp_path / "elm.txt"
    text.write_text("A Title\n\nElm holds that the wall stands. It may fall.\n", "utf-8")
    page = small / "docs/topics/walls.md"
    page.write_text(page.read_text("utf-8") + "Neither brief says more.\n", "utf-8")
    command = [sys.executable, str(ROOT / "scripts/build.py"), "--root", str(small), "new", "brief"]
    author = ("--author", "Ann Elm")
    done = subprocess.run(
        [*command, "elm-2026", "--text", str(text), "--prefix", "X", "--name", "Elm", *author],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "to look at: docs/topics/walls.md:" in done.stdout
    assert "'Neither brief' counts 2, and there are 3 now" in done.stdout
