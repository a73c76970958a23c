"""Editions: tagged, recorded, built again alike, and refused when they are not."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from urllib.parse import urljoin

import pytest
import yaml
from conftest import ROOT, whole_small
from lxml import html
from test_build import edit, run

from briefsite.citations.citation_styles import STYLES
from briefsite.load.project import read_project
from briefsite.model import addresses
from briefsite.pages import brief_pages, editions_page
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
    edit(
        project / "data/glossary.yml",
        "- {key: fl,",
        "- {key: ml, term: ML, meaning: A mean level., whose: general}\n- {key: fl,",
    )
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
    assert "Changed since edition 2026.12: docs/topics/walls.md." in walls.text_content()


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


@pytest.mark.content
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
    assert walls.text_content() == "Changed since edition 2026.12: docs/topics/walls.md."
    assert water.text_content() == "Unchanged since edition 2026.12."
    assert page(published, "e").xpath("//a[@href='../e/2026.12/']")
    assert not page(published, "topics/walls").xpath("//aside[contains(@class,'md-banner')]")


EDITION = "https://example.org/north/e/2026.12/"


def test_the_edition_is_cited_first_and_alone_in_files(published):
    """In each style, file and tag; the page as it is now follows, in one style where no script runs."""
    box = page(published, "topics/water").xpath("//section[@id='cite']")[0]
    first, second, *briefs = [heading.text_content() for heading in box.xpath(".//h3")]
    assert first == "Edition 2026.12, which stays as it is" and second == "The page as it is now"
    assert briefs and all(heading.startswith("The brief: ") for heading in briefs)
    forms = box.xpath(
        ".//h3[1]/following-sibling::div[following-sibling::h3[1]/text()=$now]", now=second
    )
    assert len(forms) == len(STYLES)
    for form in forms:
        full = form.find_class("cite-text")[0].text_content()
        assert f"{EDITION}topics/water/" in full and "edition 2026.12" in full
        assert "ccessed" not in full and "etrieved" not in full
    (now,) = box.find_class("cite-now")
    assert "Accessed" in now.text_content() and "edition" not in now.text_content()
    assert "https://example.org/north/topics/water/" in now.text_content()
    files = {name: published / "site/topics/water" / name for name in ("cite.json", "cite.bib")}
    own, *others = json.loads(files["cite.json"].read_text("utf-8"))
    assert own["URL"] == f"{EDITION}topics/water/" and len(others) == len(briefs)
    assert own["container-title"].endswith(", edition 2026.12") and "accessed" not in own
    assert "edition 2026.12" in files["cite.bib"].read_text("utf-8")
    head = page(published, "topics/water").find("head")
    assert head.xpath("link[@rel='cite-as']/@href") == [f"{EDITION}topics/water/"]


def test_what_the_edition_lacks_is_cited_as_it_is_now(published):
    """A record that came later stands beside records that the edition has."""
    known = json.loads((published / "site/glossary/citations.json").read_text("utf-8"))
    for anchor, record in known["records"].items():
        (heading, key, alone), late = record["parts"][0], anchor == "ml"
        assert (heading == "This site") == late and not alone, (anchor, heading)
        address = f"{'https://example.org/north/' if late else EDITION}glossary/#{anchor}"
        assert address in known["parts"][key][1]["chicago"][0]
        assert [part[2] for part in record["parts"]].count(True) == (not late)
    assert set(known["records"]) == {"wall-of-reeds", "fl", "ml"}


def test_an_edition_says_that_it_is_one_and_where_the_others_are(published):
    own = page(published, "e/2026.12/e")
    text = " ".join(own.xpath("//article")[0].text_content().split())
    assert "This copy is edition 2026.12." in text and "No edition is published" not in text
    folder = published / "site/e/2026.12/e"
    (link,) = own.xpath("//article//a[text()='the list of the live site']/@href")
    assert (folder / link).resolve() == (published / "site/e").resolve()


@pytest.mark.parametrize("path", ["index.md", "e/index.md", "briefs/alder-2020.md"])
def test_links_to_editions_hold_on_the_live_site_and_in_an_edition(tmp_path, path):
    """Editions stand beside each other; none stands within another."""
    for built, root in (("", ""), ("2027.01", "e/2027.01/")):
        link = addresses.edition_url(path, "2026.12", "topics/water.md", built)
        assert urljoin(f"https://x.example/{root}{addresses.web(path)}", link) == (
            "https://x.example/e/2026.12/topics/water/"
        )


def test_a_tombstone_leads_to_the_edition_that_still_has_the_record(small):
    (small / "data/editions.yml").write_text(
        "editions:\n"
        + "".join(
            f'- {{name: "{day[:7].replace("-", ".")}", tag: "{day[:7].replace("-", ".")}", date: {day}, sum: {"a" * 64}}}\n'
            for day in ("2026-01-05", "2026-03-05", "2026-05-05")
        ),
        "utf-8",
    )
    edit(
        small / "data/briefs/alder-2020.yml",
        "{id: A4, retired: merged into A2}",
        "{id: A4, retired: merged into A2, gone: 2026-04-01, said: Water rises.}",
    )
    corpus, problems = read_project(small)[0], check_data(small)[1]
    assert problems == []
    for built, up in (("", "../../"), ("2026.05", "../../../../")):
        made = next(
            made
            for made in brief_pages.pages(replace(corpus, edition=built))
            if made.path == "briefs/alder-2020.md"
        )
        assert "“Water rises.” Retired on 1 April 2026: merged into A2." in made.body.replace(
            "&nbsp;", " "
        ).replace("\xa0", " ")
        assert (
            f'<a href="{up}e/2026.03/briefs/alder-2020/#A4">As edition 2026.03 has it</a>'
            in made.body.replace("&#46;", ".")
        )


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
