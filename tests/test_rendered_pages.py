"""Rendered pages are kept between builds: the same bytes, the same warnings, whatever befalls them."""

import json
import os
from pathlib import Path

import pytest

from briefsite.engine.build_error import BuildError
from briefsite.publish import build_site

VARIES = "pagefind"
"""Its index is outside what a build promises."""


def contents(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file() and VARIES not in path.parts)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def built(project: Path, to: str) -> dict[str, bytes]:
    build_site.build(project, project.parent / to)
    return contents(project.parent / to)


def kept(project: Path) -> dict[str, Path]:
    return {path.name: path for path in (project / ".build/pages/folders").iterdir()}


@pytest.fixture
def counted(monkeypatch):
    """The paths of the pages that Markdown renders."""
    from mkdocs.structure.pages import Page

    rendered: list[str] = []
    whole = Page.render

    def render(page, config, files):
        rendered.append(page.file.src_uri)
        whole(page, config, files)

    monkeypatch.setattr(Page, "render", render)
    return rendered


def test_a_page_is_rendered_once(small_site, counted):
    first = built(small_site, "first")
    pages = len(counted)
    assert pages == len(set(counted)) == len(kept(small_site))
    assert built(small_site, "second") == first
    assert len(counted) == pages, "nothing changed"
    topic = small_site / "docs/topics/water.md"
    topic.write_text(topic.read_text("utf-8") + "\nThe river is wide.[^A1]\n", "utf-8")
    third = built(small_site, "third")
    assert counted[pages:] == ["topics/water.md"]
    assert b"The river is wide." in third["topics/water/index.html"]


@pytest.mark.parametrize(
    "harm", ["empty", "torn", "changed", "no JSON", "another's", "gone", "folder"]
)
def test_what_is_damaged_is_made_anew(small_site, harm):
    first = built(small_site, "first")
    for name, path in kept(small_site).items():
        text = path.read_text("utf-8")
        if harm in ("gone", "folder"):
            path.unlink()
        if harm == "folder":
            path.mkdir()
        elif harm != "gone":
            path.write_text(
                {
                    "empty": "",
                    "torn": text[: len(text) // 2],
                    "changed": text.replace("river", "brook").replace("<h1", "<h2"),
                    "no JSON": text.partition("{")[0] + "{" * 9,
                    "another's": "0" + text[1:] if text[0] != "0" else "1" + text[1:],
                }[harm],
                "utf-8",
            )
        assert name
    assert built(small_site, "second") == first


def test_what_a_page_links_is_checked_whether_it_is_kept_or_not(small_site):
    """A dead link is told again at every build, and one that dies later is told at once."""
    topic = small_site / "docs/topics/water.md"
    whole = topic.read_text("utf-8")
    topic.write_text(whole + "\n## Wells { #wells }\n\nThe river rose.[^A1]\n", "utf-8")
    index = small_site / "docs/index.md"
    index.write_text(index.read_text("utf-8") + "\n[Wells](topics/water.md#wells)\n", "utf-8")
    built(small_site, "first")
    topic.write_text(whole, "utf-8")
    said = []
    for _ in range(2):
        with pytest.raises(BuildError) as error:
            built(small_site, "first")
        said.append([str(problem) for problem in error.value.problems])
    assert said[0] == said[1] and any("wells" in line for line in said[0])


def test_pages_that_are_gone_are_kept_no_longer(small_site):
    built(small_site, "first")
    stray = small_site / ".build/pages/folders/stray.1"
    stray.write_text("left by a build that was killed", "utf-8")
    page = small_site / "docs/topics/extra.md"
    assert not stray.with_name("more").exists() and not page.exists()
    names = set(kept(small_site)) - {stray.name}
    built(small_site, "first")
    assert set(kept(small_site)) == names


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_no_fault(small_site):
    first = built(small_site, "first")
    (small_site / ".build/pages/folders").chmod(0o500)
    assert built(small_site, "second") == first


def test_contents_are_plain_data(small_site):
    """JSON, which runs nothing when it is read."""
    built(small_site, "first")
    for path in kept(small_site).values():
        assert json.loads(path.read_text("utf-8").split("\n", 2)[2])["content"]
