"""The search index of an earlier build serves while what is searched is the same."""

import pytest

from briefsite.engine import search_index
from briefsite.engine.site_files import SiteFiles
from briefsite.exports.search_record import SearchEntry
from briefsite.publish import build_site

PAGE = '<html lang="en"><body data-pagefind-body><h1>Reeds</h1><p>A wall of {}.</p></body></html>'


@pytest.fixture
def started(monkeypatch):
    """How often Pagefind was started."""
    runs: list[int] = []
    get = search_index.get_executable
    monkeypatch.setattr(search_index, "get_executable", lambda: runs.append(1) or get())
    return runs


def made(tmp_path, to: str, word: str = "reeds", said: str = "the river rose") -> dict[str, bytes]:
    index = search_index.Index(tmp_path / "kept")
    index.add([SearchEntry("briefs/alder/#A1", "claim", "A1", text=said)])
    index.add_page("topics/water/", PAGE.format(word))
    index.write(SiteFiles(tmp_path / to), {})
    index.close()
    files = (path for path in (tmp_path / to).rglob("*") if path.is_file())
    return {path.relative_to(tmp_path / to).as_posix(): path.read_bytes() for path in files}


def test_nothing_new_is_searched(tmp_path, started):
    first = made(tmp_path, "one")
    assert len(started) == 1 and any(name.endswith(".pf_index") for name in first)
    assert made(tmp_path, "two") == first
    assert len(started) == 1


@pytest.mark.parametrize("changed", [{"word": "stone"}, {"said": "the river fell"}])
def test_what_changes_is_searched(tmp_path, started, changed):
    first = made(tmp_path, "one")
    again = made(tmp_path, "two", **changed)
    assert len(started) == 2 and again != first
    assert made(tmp_path, "three", **changed) == again
    assert len(started) == 2


@pytest.mark.parametrize("name", ["inputs", "files"])
@pytest.mark.parametrize("harm", ["gone", "empty", "torn", "changed", "binary"])
def test_what_is_damaged_is_made_anew(tmp_path, started, name, harm):
    first = made(tmp_path, "one")
    path = tmp_path / "kept" / name
    data = path.read_bytes()
    path.unlink()
    if harm != "gone":
        path.write_bytes(
            {
                "empty": b"",
                "torn": data[: len(data) // 2],
                "changed": data[:-9] + b"000000000",
                "binary": b"\xff\xfe" + data,
            }[harm]
        )
    assert made(tmp_path, "two").keys() == first.keys()
    assert len(started) == 2


def test_another_pagefind_makes_another_index(tmp_path, started, monkeypatch):
    made(tmp_path, "one")
    monkeypatch.setattr(search_index, "version", lambda name: "0")
    made(tmp_path, "two")
    assert len(started) == 2


def test_a_site_is_searched_as_before(small_site, started):
    build_site.build(small_site, small_site.parent / "one")
    build_site.build(small_site, small_site.parent / "two")
    assert len(started) == 1
    one, two = (
        {
            path.name: path.read_bytes()
            for path in (small_site.parent / site).glob("pagefind/**/*.*")
        }
        for site in ("one", "two")
    )
    assert one == two and "labels.json" in one
