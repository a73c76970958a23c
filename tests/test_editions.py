"""Editions: tagged, recorded, built again alike, and refused when they are not."""

import os
import subprocess

import pytest
from conftest import ROOT, whole_small
from lxml import html
from test_build import edit, run

from briefsite.load.project import read_project
from briefsite.pages import editions_page
from briefsite.publish.editions import checksum
from briefsite.rules.check import check_data


def git(project, *arguments):
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
    done = subprocess.run(["git", *who, *arguments], cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The small project with a history and one edition, published at an address of its own."""
    project = whole_small(tmp_path_factory.mktemp("edition") / "project")
    for name in ("requirements.txt", ".gitignore"):
        (project / name).write_bytes((ROOT / name).read_bytes())
    (project / "data/editions.yml").write_bytes((ROOT / "data/editions.yml").read_bytes())
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "All")
    os.environ |= {
        "GIT_AUTHOR_NAME": "Test",
        "GIT_AUTHOR_EMAIL": "t@example.invalid",
        "GIT_COMMITTER_NAME": "Test",
        "GIT_COMMITTER_EMAIL": "t@example.invalid",
    }
    done = run(project, "review", "--all", "--sign", "--by", "reader-a")
    assert done.returncode == 0, done.stderr
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Signed")
    done = run(project, "edition", "2026.12", SITE_URL="https://example.org/north/")
    assert done.returncode == 0, done.stderr
    edit(project / "data/topics.yml", "title: Water", "title: Water now")
    edit(project / "docs/topics/walls.md", "# Walls", "# Walls now")
    git(project, "commit", "--quiet", "--all", "--message", "Later")
    done = run(project, "site", "--editions", SITE_URL="https://example.org/north/")
    assert done.returncode == 0, done.stderr
    return project


def page(project, address):
    return html.parse(str(project / "site" / address / "index.html")).getroot()


def test_an_edition_stays_as_it_was(published):
    old, new = page(published, "e/2026.12/topics/walls"), page(published, "topics/walls")
    assert (
        old.xpath("//h1")[0].text_content().startswith("Walls")
        and "now" not in old.xpath("//h1")[0].text_content()
    )
    assert "Walls now" in new.xpath("//h1")[0].text_content()
    assert old.xpath("//link[@rel='canonical']/@href") == [
        "https://example.org/north/e/2026.12/topics/walls/"
    ]
    assert old.xpath("//link[@rel='cite-as']/@href") == [
        "https://example.org/north/e/2026.12/topics/walls/"
    ]


def test_an_edition_says_what_it_is_on_every_page(published):
    for path in (published / "site/e/2026.12").rglob("index.html"):
        document = html.parse(str(path)).getroot()
        (banner,) = document.xpath("//aside[contains(@class,'md-banner')]")
        assert "Edition 2026.12 of Reading Pyongyang" in banner.text_content()
        target = banner.xpath(".//a/@href")[0]
        place = (path.parent / target).resolve()
        assert (
            (place / "index.html").is_file()
            and place.is_relative_to((published / "site").resolve())
            and "e/2026.12" not in str(place)
        )


def test_the_current_site_offers_the_edition(published):
    walls, water = (
        page(published, f"topics/{name}").xpath("//p[@class='cite-edition']")[0]
        for name in ("walls", "water")
    )
    assert walls.xpath("a/@href") == ["https://example.org/north/e/2026.12/topics/walls/"]
    assert "Changed since: docs/topics/walls.md." in walls.text_content()
    assert "has not changed since" in water.text_content()
    assert page(published, "e").xpath("//a[@href='2026.12/']")
    assert not page(published, "topics/walls").xpath("//aside[contains(@class,'md-banner')]")


def test_the_sum_is_the_same_at_another_address(published, tmp_path):
    from briefsite.publish.editions import build

    recorded = (published / "data/editions.yml").read_text("utf-8").split("sum: ")[1][:64]
    os.environ.pop("SITE_URL", None)
    assert build(published, "2026.12", "2026.12", tmp_path / "again") == recorded
    assert (
        checksum(published / "site/e/2026.12", "https://example.org/north/e/2026.12/") == recorded
    )


def test_a_build_without_editions_keeps_those_there(published):
    before = checksum(published / "site/e/2026.12", "https://example.org/north/e/2026.12/")
    assert run(published, "site", SITE_URL="https://example.org/north/").returncode == 0
    assert checksum(published / "site/e/2026.12", "https://example.org/north/e/2026.12/") == before


@pytest.mark.parametrize(
    "name, message",
    [
        ("2026.12", "the tag '2026.12' exists already"),
        ("next", "'next' is not the name of an edition"),
        ("2027.01", "there are uncommitted changes"),
    ],
)
def test_bad_editions_are_refused(published, name, message):
    (published / "docs/new.txt").write_text("new")
    try:
        if name == "2026.12":
            (published / "docs/new.txt").unlink()
        done = run(published, "edition", name)
    finally:
        (published / "docs/new.txt").unlink(missing_ok=True)
    assert done.returncode == 1 and message in done.stderr and "Traceback" not in done.stderr


def test_a_moved_tag_is_found_out(published):
    git(published, "tag", "--force", "2026.12", "HEAD")
    done = run(published, "site", "--editions", SITE_URL="https://example.org/north/")
    assert (
        done.returncode == 1
        and "the edition 2026.12, built from its tag, has the sum" in done.stderr
    )
    git(published, "tag", "--delete", "2026.12")
    done = run(published, "site", "--editions")
    assert done.returncode == 1 and "there is no tag '2026.12' here" in done.stderr


def test_identifiers_are_shown_once_they_are_recorded(small):
    line = f'- {{name: "2026.12", tag: "2026.12", date: 2026-12-01, sum: {"a" * 64}'
    shown = []
    for more in ("", f", doi: 10.5281/zenodo.1, swhid: 'swh:1:dir:{'b' * 40}'"):
        (small / "data/editions.yml").write_text(f"editions:\n{line}{more}}}\n", "utf-8")
        corpus, problems = read_project(small)[0], check_data(small)[1]
        assert problems == []
        (made,) = editions_page.pages(corpus)
        shown.append(made.markdown)
    assert "doi.org" not in shown[0] and "swh:" not in shown[0]
    assert 'href="https://doi.org/10.5281/zenodo.1"' in shown[1]
    assert f"swh:1:dir:{'b' * 40}" in shown[1]
    (small / "data/editions.yml").write_text(f"editions:\n{line}, doi: 'https://x'}}\n", "utf-8")
    assert any("must be a DOI" in str(problem) for problem in check_data(small)[1])
