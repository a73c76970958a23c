"""`build.py new site`: a project for another subject, whose two commands work and which says nothing of this one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SMALL
from lxml import html
from one_brief import keep_one

from briefsite.cli.main import main
from briefsite.rules.check import check_data
from briefsite.scaffold import new_site, site_edits
from briefsite.scaffold.refusal import RefusedError

NAME, ABOUT = "Reading “Harbors”", "What a brief says of a harbor's quarrels: it was made up."
SITE = new_site.FreshSite(NAME, ABOUT)
ARGUMENTS = ["new", "site", "--name", NAME, "--about", ABOUT]
PROVENANCE = ("LICENSE", "LICENSE-CONTENT")
"""Where a fresh project says, as the licenses ask, whose work it began with."""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "site-of-my-own"
    assert main([*ARGUMENTS, str(folder)]) == 0
    return folder


def run(project: Path, *command: str, **values: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=project,
        capture_output=True,
        text=True,
        env=os.environ | values,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_it_has_no_problems_and_a_brief_of_three_paragraphs(fresh):
    corpus, problems = check_data(fresh)
    assert problems == []
    (brief,) = corpus.briefs
    assert len(brief.paragraphs) == 3 and {claim.kind for claim in brief.claims} >= {
        "fact",
        "assessment",
        "forecast",
        "recommendation",
    }
    assert "made up" in (fresh / new_site.TEXT).read_text("utf-8").lower()


def test_it_builds_into_a_site_of_its_own_name(fresh):
    run(fresh, "scripts/build.py", "site")
    home = html.parse(str(fresh / "site/index.html")).getroot()
    assert NAME in home.findtext(".//title") and NAME in home.xpath("string(//article//h1)")
    assert "made up" in home.xpath("string(//article)")
    assert home.xpath("//meta[@name='description']/@content") == [ABOUT]
    (card,) = (fresh / "site/assets").glob("card.png")
    assert card.read_bytes() != (ROOT / "docs/assets/card.png").read_bytes()
    reuse = html.parse(str(fresh / "site/about/reuse/index.html")).getroot()
    assert reuse.xpath("//h2[@id='first']")
    assert (
        html.parse(str(fresh / "site/briefs/sample-2024/index.html"))
        .getroot()
        .xpath("//*[@id='S4']")
    )


def test_it_begins_no_other(fresh):
    done = subprocess.run(
        [sys.executable, "scripts/build.py", "new", "site", "../another"],
        cwd=fresh,
        capture_output=True,
        text=True,
    )
    said = (
        "this project was begun by `new site` itself; begin another from the one that it came from"
    )
    assert done.returncode == 1 and said in done.stderr
    assert not (fresh.parent / "another").exists() and "new site" not in (
        fresh / "docs/about/reuse.md"
    ).read_text("utf-8")


def test_the_files_that_are_made_from_others_are_fresh(fresh):
    made = {
        path: path.read_text("utf-8")
        for path in (*fresh.glob("data/schemas/*.json"), fresh / "CONTRIBUTING.md")
    }
    assert len(made) > 5
    for command in ("schema", "contributing"):
        run(fresh, "scripts/build.py", command)
    assert {path: path.read_text("utf-8") for path in made} == made


@pytest.mark.content
def test_it_says_nothing_of_this_projects_subject(fresh, corpus):
    """Of the data's own names, in every file that is not code."""
    names = {
        *(name for actor in corpus.actors for name in (actor.name, *actor.aliases, actor.korean)),
        *(brief.key for brief in corpus.briefs),
        *(brief.name for brief in corpus.briefs),
        *(author.name for brief in corpus.briefs for author in brief.authors),
        *(work for work in corpus.works if re.search(r"\d{4}", work)),
        re.search(r"^site_name: (.*)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)[1],
    } - {None, "farmer-2006"}
    general = {name for name in names if name.islower() or name in ("Congress", "Experts")}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names - general)))})(?!\w)")
    found = {}
    for path in fresh.rglob("*"):
        name = path.relative_to(fresh).as_posix()
        code = name.startswith(("scripts/", "tests/", "tools/", "site/", ".build/", "docs/assets/"))
        if path.is_dir() or path.suffix == ".png" or code or name in PROVENANCE:
            continue
        if told := pattern.findall(path.read_text("utf-8")):
            found[name] = told
    assert len(names) > 50 and found == {}


def test_each_edit_finds_its_place_and_each_word_is_used():
    edits = site_edits.read(new_site.EDITS)
    for name, passages in edits.passages.items():
        text = (ROOT / name).read_text("utf-8")
        for passage in passages:
            at = text.find(passage.old)
            assert at >= 0 and text.find(passage.until, at + 1) >= 0, (name, passage.old)
    texts = "\n".join(
        path.read_text("utf-8") for glob in edits.in_words for path in ROOT.glob(glob)
    )
    assert [word for word in edits.words if word not in texts] == []


def test_a_passage_that_is_gone_stops_it_and_leaves_nothing(tmp_path):
    root = tmp_path / "project"
    for glob in new_site.TRAVELS:
        for source in ROOT.glob(glob):
            if source.name not in ("tests", "tools", "scripts", "typings"):
                place = root / source.relative_to(ROOT)
                place.parent.mkdir(parents=True, exist_ok=True)
                (shutil.copytree if source.is_dir() else shutil.copy)(source, place)
    readme = root / "README.md"
    readme.write_text(readme.read_text("utf-8").replace("## Two commands", "## Commands"), "utf-8")
    with pytest.raises(RefusedError, match=r"README\.md:1: this file no longer says"):
        new_site.write(root, tmp_path / "mine", SITE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]


@pytest.mark.parametrize(
    "folder, name, said",
    [
        ("full", NAME, "is there and not empty; choose a new folder"),
        ("project/mine", NAME, "is inside this project; choose a folder beside it"),
        ("mine", "<b>Mine</b>", "--name: '<b>Mine</b>' may not hold < > & or a line break"),
        ("mine", "", "--name: '' may not hold"),
    ],
)
def test_what_it_refuses(tmp_path, capsys, folder, name, said):
    project = Path(shutil.copytree(SMALL, tmp_path / "project"))
    (tmp_path / "full").mkdir()
    (tmp_path / "full/thing").write_text("kept")
    before = sorted(tmp_path.rglob("*"))
    arguments = ["--root", str(project), "new", "site", str(tmp_path / folder), "--name", name]
    assert main(arguments) == 1
    told = capsys.readouterr().err
    assert said in told and told.endswith("nothing was written\n") and "Traceback" not in told
    assert sorted(tmp_path.rglob("*")) == before


def test_the_page_that_tells_of_it_says_what_the_command_takes(capsys):
    page = (ROOT / "docs/about/reuse.md").read_text("utf-8")
    (line,) = re.findall(r"^scripts/build.py new site (?:.*\\\n)*.*$", page, re.M)
    with pytest.raises(SystemExit):
        main(["new", "site", "--help"])
    told = capsys.readouterr().out
    assert [option for option in re.findall(r"--\w+", line) if option not in told] == []
    for path in re.findall(r"^\| (.*?) \|", page, re.M)[2:]:
        for name in re.findall(r"`([^`]+)`", path):
            assert (ROOT / name).exists(), name


def test_the_commands_of_the_page_work(tmp_path):
    """As they stand, but that `make` would install what is installed here, and `make test` is for the long tests."""
    page = (ROOT / "docs/about/reuse.md").read_text("utf-8")
    python = sys.executable
    lines = "\n".join(re.findall(r"^```sh\n(.*?)^```", page, re.M | re.S)).splitlines()
    assert "make test" in lines and len(lines) == 10
    commands = [
        line.replace("scripts/build.py", f"{python} {ROOT}/scripts/build.py").replace(
            "make site", f"{python} scripts/build.py site"
        )
        for line in lines
        if line != "make test"
    ]
    who = {
        f"GIT_{one}_{what}": "me@here.example"
        for one in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    (tmp_path / "here").mkdir()
    done = subprocess.run(
        ["bash", "-e", "-c", "\n".join(commands)],
        cwd=tmp_path / "here",
        capture_output=True,
        text=True,
        env=os.environ | who,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    mine = tmp_path / "my-briefs"
    home = html.parse(str(mine / "site/index.html")).getroot()
    assert "https://example.org/my-briefs/" in home.xpath("//link[@rel='canonical']/@href")
    listed = subprocess.run(["git", "ls-files"], cwd=mine, capture_output=True, text=True).stdout
    assert "data/briefs/sample-2024.yml" in listed and "\nsite/" not in listed


@pytest.mark.long
def test_its_tests_of_mechanism_pass(fresh):
    """With a link to what is installed here, so that nothing is fetched."""
    link(fresh)
    done = run(fresh, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "2", "tests", CI="")
    assert re.search(r"\d{3,} passed", done.stdout), done.stdout[-500:]


def link(project: Path) -> None:
    for name in (".venv", "tests/readers/node_modules"):
        if (ROOT / name).exists() and not (project / name).exists():
            (project / name).symlink_to((ROOT / name).resolve())


@pytest.mark.content
@pytest.mark.parametrize("key", ["easley-2024", "han-2025"])
def test_the_project_holds_with_one_brief(project, key):
    keep_one(project, key)
    corpus, problems = check_data(project)
    assert problems == [] and [brief.key for brief in corpus.briefs] == [key]
    assert len(corpus.questions) > 20 and len(corpus.events) > 10 and len(corpus.forecasts) > 5


@pytest.mark.content
@pytest.mark.long
def test_a_checkout_with_one_brief_builds_and_passes_its_tests_of_mechanism(tmp_path):
    checkout = tmp_path / "checkout"
    for glob in (*new_site.TRAVELS, "data", "docs", "bibliography.bib", "*.cff", ".*.json", "*.md"):
        for source in ROOT.glob(glob):
            place = checkout / source.relative_to(ROOT)
            place.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "node_modules")
                shutil.copytree(source, place, ignore=ignored, dirs_exist_ok=True)
            else:
                shutil.copy(source, place)
    keep_one(checkout, "easley-2024")
    link(checkout)
    for command in ("schema", "contributing", "site"):
        run(checkout, "scripts/build.py", command)
    done = run(checkout, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "2", "tests", CI="")
    assert re.search(r"\d{3,} passed", done.stdout), done.stdout[-500:]
