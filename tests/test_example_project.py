"""The generator of invented projects: what it writes is whole, awkward and always the same."""

import subprocess
import sys
from collections import Counter
from typing import get_args

import pytest
from conftest import ROOT

from briefsite.brief_text.alignment import align
from briefsite.brief_text.copied_runs import copied_runs
from briefsite.model import questions
from briefsite.pages import all_pages
from briefsite.pages.made_pages import made_pages
from briefsite.rules import check
from tools.example_project import brief_record, names, project_files


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Ten briefs on one subject."""
    made = tmp_path_factory.mktemp("ten") / "project"
    project_files.write(made, link=True)
    return made


@pytest.fixture(scope="module")
def ten(folder):
    corpus, _, problems = check.check_project(folder, made_pages)
    assert problems == []
    return corpus


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("data", "docs/topics", "docs/index.md", "bibliography.bib", "mkdocs.yml")
        for path in ([folder / part] if (folder / part).is_file() else (folder / part).rglob("*"))
        if path.is_file()
    }


def test_ten_briefs_share_topics_and_questions(ten):
    assert len(ten.briefs) == 10
    answering = Counter(len(question.answers) for question in ten.questions)
    assert answering[10] and answering[2] and answering[1] and len(answering) > 6
    relations = Counter(question.relation for question in ten.questions)
    assert min(relations[name] for name in get_args(questions.Relation)) > 4
    assert max(len(side.briefs) for question in ten.questions for side in question.sides) > 3
    assert all(
        {claim.topics[0] for claim in brief.claims} > {"dredging", "timing"} for brief in ten.briefs
    )


def test_briefs_are_awkward(ten):
    by_author = Counter(brief.authors[0].name for brief in ten.briefs)
    assert by_author.most_common(1)[0][1] == 2
    assert sum(brief.name[-4:].isdigit() for brief in ten.briefs) == 1
    lengths = [len(brief.name) for brief in ten.briefs]
    assert min(lengths) == 4 and max(lengths) == 28
    printed = " ".join(author.name for brief in ten.briefs for author in brief.authors)
    assert "달" in printed and "Ö" in printed and "ü" in printed
    undated = [work for work in (ten.works[brief.key] for brief in ten.briefs) if not work.date]
    assert len(undated) == 1


def test_a_brief_is_as_long_as_a_real_one(ten, corpus):
    real = sum(len(brief.claims) for brief in corpus.briefs) / len(corpus.briefs)
    for brief in ten.briefs:
        assert 0.8 * real < len(brief.claims) < 1.3 * real
    kinds = Counter(claim.kind for claim in ten.claim.values())
    assert set(kinds) == {"fact", "assessment", "forecast", "recommendation", "definition"}
    for has in ("hedge", "quote", "restates", "cites", "dates", "elsewhere"):
        assert sum(bool(getattr(claim, has)) for claim in ten.claim.values()) > 50


def test_claims_restate_and_do_not_copy(tmp_path, monkeypatch):
    written = []
    real = brief_record.text
    monkeypatch.setattr(
        brief_record,
        "text",
        lambda brief: written.append((brief.key, real(brief))) or written[-1][1],
    )
    project_files.write(tmp_path / "three", 3, link=True)
    corpus, problems = check.check_data(tmp_path / "three")
    assert problems == []
    for key, text in written:
        cut = align(corpus.brief[key], text)
        said = "\n\n".join(claim.says for claim in corpus.brief[key].claims)
        assert copied_runs(key, cut, "claims", said) == []


def test_pages_are_made(ten):
    made = {page.path for page in all_pages.generate(ten)}
    assert {"compare.md", "briefs/quil-2021.md", "briefs/quil-2023.md", "actors/council.md"} <= made


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name, seed in (("one", 0), ("again", 0), ("other", 1)):
        project_files.write(tmp_path / name, 2, seed=seed, link=True)
    one, again, other = (files(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again and one != other


def test_a_larger_project_holds_the_smaller(tmp_path):
    for scale in (1, 3):
        project_files.write(tmp_path / str(scale), 2, scale, link=True)
    few, many = (files(tmp_path / str(scale)) for scale in (1, 3))
    kept = [name for name in few if name.startswith(("data/briefs/", "docs/topics/"))]
    assert kept and all(few[name] == many[name] for name in kept)
    corpus, _, problems = check.check_project(tmp_path / "3", made_pages)
    assert problems == []
    assert len(corpus.briefs) == 6 and len(corpus.topics) == 39


def test_names_stay_unique():
    for kind in (names.place, names.river, names.family, names.letters):
        assert len({kind(number) for number in range(9000)}) == 9000


def test_a_folder_in_use_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    done = subprocess.run(
        [sys.executable, "-m", "tools.example_project", tmp_path],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2 and "is not empty" in done.stderr


@pytest.mark.long
def test_ten_briefs_build(folder):
    done = subprocess.run(
        [sys.executable, folder / "scripts/build.py", "--root", folder, "site"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "site/compare/index.html").exists()
