"""Editions: tagged, recorded, built again alike, and refused when they are not."""

import os
import shutil
import subprocess
import sys
from datetime import date

import pytest
import yaml
from conftest import ROOT, whole_small
from lxml import html
from test_build import edit, run

from briefsite.load.project import read_project
from briefsite.pages import editions_page
from briefsite.publish import editions
from briefsite.publish.editions import State, build, checksum
from briefsite.rules.check import check_data

ADDRESS = "https://example.org/north/"


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
    (project / "data/editions.yml").write_text("editions: []\n", "utf-8")
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
    done = run(project, "edition", "2026.12", SITE_URL=ADDRESS)
    assert done.returncode == 1 and "CITATION.cff of this commit is not yet of an" in done.stderr
    done = run(project, "edition", "2026.12", "--prepare", SITE_URL=ADDRESS)
    assert done.returncode == 0 and "written: CITATION.cff; commit this" in done.stdout
    done = run(project, "edition", "2026.12", "--prepare", SITE_URL=ADDRESS)
    assert "nothing to write" in done.stdout
    git(project, "commit", "--quiet", "--all", "--message", "Edition 2026.12, to be tagged")
    done = run(project, "edition", "2026.12", SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    edit(project / "data/topics.yml", "title: Water", "title: Water now")
    edit(project / "docs/topics/walls.md", "# Walls", "# Walls now")
    git(project, "commit", "--quiet", "--all", "--message", "Later")
    done = run(project, "site", "--editions", SITE_URL="https://example.org/north/")
    assert done.returncode == 0, done.stderr
    return project


def page(project, address):
    return html.parse(str(project / "site" / address / "index.html")).getroot()


def recorded(project):
    return read_project(project)[0].editions[0]


def test_an_edition_is_recorded_with_its_commit_and_tree(published):
    edition = recorded(published)
    assert edition.commit == git(published, "rev-parse", "2026.12^{commit}").strip()
    assert edition.swhid == "swh:1:dir:" + git(published, "rev-parse", "2026.12^{tree}").strip()
    assert edition.date == date.today().isoformat() and not edition.archived
    cited = yaml.safe_load(git(published, "show", "2026.12:CITATION.cff"))
    assert (cited["version"], cited["date-released"]) == ("2026.12", edition.date)
    assert cited["url"] == f"{ADDRESS}e/2026.12/"
    assert [work["title"] for work in cited["references"]] == ["On Rivers", "On Walls"]


def test_a_checkout_without_tags_builds_every_edition_from_its_commit(published, tmp_path):
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--no-tags", published.as_uri(), str(clone))
    assert git(clone, "tag", "--list") == ""
    (clone / "data/editions.yml").write_bytes((published / "data/editions.yml").read_bytes())
    done = run(clone, "site", "--editions")
    assert done.returncode == 0, done.stderr
    edition = recorded(published)
    assert f"there is no tag '2026.12' here; the edition was built from the commit that is recorded: git tag 2026.12 {edition.commit}" in done.stderr  # fmt: skip
    address = "http://127.0.0.1:8000/e/2026.12/"
    assert checksum(clone / "site/e/2026.12", address) == edition.sum
    walls = page(clone, "topics/walls").xpath("//*[@class='cite-edition']")[0]
    assert "Changed since: docs/topics/walls.md." in walls.text_content()


@pytest.mark.parametrize("kind", ["shallow", "archive"])
def test_without_its_history_the_site_builds_and_says_what_is_missing(published, tmp_path, kind):
    copy = tmp_path / "copy"
    if kind == "shallow":
        git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", published.as_uri(), str(copy))
    else:
        copy.mkdir()
        git(published, "archive", "--format=tar", f"--output={tmp_path / 'all.tar'}", "HEAD")
        shutil.unpack_archive(tmp_path / "all.tar", copy)
    (copy / "data/editions.yml").write_bytes((published / "data/editions.yml").read_bytes())
    done = run(copy, "site")
    assert done.returncode == 0, done.stderr
    assert "the edition 2026.12 does not stand beside this site" in done.stderr
    done = run(copy, "site", "--editions")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "data/editions.yml:" in done.stderr and "there is no tag '2026.12' here" in done.stderr
    assert (copy / "site/index.html").is_file()


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
    total = recorded(published).sum
    os.environ.pop("SITE_URL", None)
    assert build(published, State("2026.12", "2026.12"), tmp_path / "again") == total
    assert checksum(published / "site/e/2026.12", "https://example.org/north/e/2026.12/") == total


RULES = """.venv/.installed .venv/.installed-documents:
\t@mkdir -p .venv && echo $@ >> made
"""


@pytest.mark.parametrize(
    "changed, documents, made",
    [
        ("", False, ""),
        ("", True, ""),
        ("requirements.txt", False, ".venv/.installed"),
        ("requirements.txt", True, ".venv/.installed-documents"),
        ("requirements-documents.txt", False, ""),
        ("requirements-documents.txt", True, ".venv/.installed-documents"),
    ],
)
def test_an_edition_has_the_packages_it_was_made_with(tmp_path, changed, documents, made):
    root, clone = tmp_path / "root", tmp_path / "clone"
    for folder in (root, clone):
        folder.mkdir()
        for name in ("requirements.txt", "requirements-documents.txt"):
            (folder / name).write_text("other" if folder == clone and name == changed else "same")
    (clone / "Makefile").write_text(RULES)
    own = editions.interpreter(root, clone, documents)
    assert own == (str(clone / ".venv/bin/python") if made else sys.executable)
    assert ((clone / "made").read_text().strip() if made else "") == made
    assert made or not (clone / "made").exists()


def test_requirements_that_cannot_be_installed_are_told(tmp_path):
    for name in ("root", "clone"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "requirements.txt").write_text(name)
    (tmp_path / "clone/Makefile").write_text(".venv/.installed:\n\t@echo no network; exit 1\n")
    with pytest.raises(editions.EditionError, match="can't be installed.*"):
        editions.interpreter(tmp_path / "root", tmp_path / "clone", False)


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
    edit(published / "data/editions.yml", recorded(published).commit, "0" * 40)
    done = run(published, "site", "--editions")
    assert done.returncode == 1 and "there is no tag '2026.12' here" in done.stderr


def test_identifiers_are_shown_once_they_are_recorded(small):
    line = f'- {{name: "2026.12", tag: "2026.12", date: 2026-12-01, sum: {"a" * 64}'
    tree = f"swh:1:dir:{'b' * 40}"

    def shown(more, first=""):
        (small / "data/editions.yml").write_text(f"{first}editions:\n{line}{more}}}\n", "utf-8")
        corpus, problems = read_project(small)[0], check_data(small)[1]
        assert problems == []
        (made,) = editions_page.pages(corpus)
        return made.markdown

    assert "doi.org" not in shown("") and "swh:" not in shown("")
    computed = shown(f", commit: '{'c' * 40}', swhid: '{tree}'")
    assert "swh:" not in computed  # it is a hash, which nobody need have archived
    archived = shown(f", swhid: '{tree}', archived: true")
    assert f'href="https://archive.softwareheritage.org/{tree}"' in archived
    assert 'href="https://doi.org/10.5281/zenodo.2"' in shown(", doi: 10.5281/zenodo.2")
    assert "have the DOI" not in shown(", doi: 10.5281/zenodo.2")
    every = shown("", "doi: 10.5281/zenodo.1\n")
    assert 'have the DOI <a href="https://doi.org/10.5281/zenodo.1"' in every


@pytest.mark.parametrize(
    "more, message",
    [
        ("doi: 'https://x'", "must be a DOI"),
        ("archived: true", "'archived' is said of a 'swhid', which is missing"),
        ("commit: abc", "must be a commit"),
    ],
)
def test_identifiers_have_their_form(small, more, message):
    line = f'- {{name: "2026.12", tag: "2026.12", date: 2026-12-01, sum: {"a" * 64}, {more}}}'
    (small / "data/editions.yml").write_text(f"editions:\n{line}\n", "utf-8")
    assert any(message in str(problem) for problem in check_data(small)[1])
