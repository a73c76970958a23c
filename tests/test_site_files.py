"""Files beside the pages are linked from the site before where they are the same, and only there."""

import os

import pytest
from conftest import built

from briefsite.engine.site_files import SiteFiles


def inode(path):
    return path.stat().st_ino


def test_the_same_bytes_are_linked_others_are_written(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    for name, text in {"a/same": "as it was", "a/changed": "before", "a/as long": "one"}.items():
        SiteFiles(old).write(name, text)
    files = SiteFiles(new, old)
    for name, text in {"a/same": "as it was", "a/changed": "after all", "a/as long": "two"}.items():
        files.write(name, text)
    files.write("b/new", b"\xff")
    files.write("top", "ü\r\n")
    assert inode(new / "a/same") == inode(old / "a/same")
    assert inode(new / "a/changed") != inode(old / "a/changed")
    assert (new / "a/changed").read_text() == "after all" and (
        old / "a/changed"
    ).read_text() == "before"
    assert (new / "a/as long").read_text() == "two" and (old / "a/as long").read_text() == "one"
    assert (new / "b/new").read_bytes() == b"\xff" and (
        new / "top"
    ).read_bytes() == "ü\r\n".encode()


def test_what_is_written_twice_leaves_the_site_before_as_it_is(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    SiteFiles(old).write("a", "one")
    files = SiteFiles(new, old)
    for text in ("one", "two", "three"):
        files.write("a", text)
    assert (new / "a").read_text() == "three" and (old / "a").read_text() == "one"


@pytest.mark.parametrize("before", ["nowhere", "new"])
def test_without_a_site_before_all_is_written(tmp_path, before):
    files = SiteFiles(tmp_path / "new", tmp_path / before)
    files.write("a", "one")
    files.write("a", "two")
    assert (tmp_path / "new/a").read_text() == "two"


def test_where_links_cannot_be_had_files_are_written(tmp_path, monkeypatch):
    def refused(*_, **__):
        raise OSError("no links here")

    SiteFiles(tmp_path / "old").write("a", "one")
    monkeypatch.setattr(os, "link", refused)
    SiteFiles(tmp_path / "new", tmp_path / "old").write("a", "one")
    assert (tmp_path / "new/a").read_text() == "one"
    assert inode(tmp_path / "new/a") != inode(tmp_path / "old/a")


def test_a_second_build_makes_few_files_and_the_same_site(small_site):
    site = small_site / "site"

    def tree():
        return {
            path.relative_to(site).as_posix(): (inode(path), path.read_bytes())
            for path in site.rglob("*")
            if path.is_file()
        }

    built(small_site, site)
    first = tree()
    built(small_site, site)
    again = tree()
    assert {name: data for name, (_, data) in again.items()} == {
        name: data for name, (_, data) in first.items()
    }
    kept = [name for name in again if again[name][0] == first[name][0]]
    beside = [name for name in again if name.startswith("pagefind/") or name.endswith(".bib")]
    assert len(beside) > 50 and [name for name in beside if name not in kept] == []
    water = small_site / "docs/topics/water.md"
    water.write_text(
        water.read_text("utf-8").replace("The river rose.", "The river fell."), "utf-8"
    )
    built(small_site, site)
    assert b"The river fell." in tree()["topics/water/index.html"][1]
    assert b"The river fell." not in again["topics/water/index.html"][1]
