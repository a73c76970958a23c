"""Building: the command line, mistakes, the swap, the same bytes, a third brief."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from lxml import html


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


def test_a_build_ends_with_one_line(project, corpus):
    done = run(project, "site")
    assert done.returncode == 0 and done.stderr == ""
    assert done.stdout.startswith(
        f"site/: {len(corpus.claim)} claims, {len(corpus.questions)} questions, {len(corpus.events)} events, "
    )


def test_the_same_bytes_anywhere(project, tmp_path):
    other = Path(shutil.copytree(project, tmp_path / "elsewhere" / "another name"))
    assert (
        run(
            project, "site", SOURCE_DATE_EPOCH="1700000000", TZ="Asia/Seoul", PYTHONHASHSEED="1"
        ).returncode
        == 0
    )
    assert (
        run(
            other,
            "site",
            SOURCE_DATE_EPOCH="1700000000",
            TZ="America/Lima",
            LC_ALL="C",
            PYTHONHASHSEED="2",
        ).returncode
        == 0
    )
    one, two = tree(project / "site"), tree(other / "site")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


MISTAKES = [
    ("data/topics.yml", "- key: russia", "- kye: russia", "data/topics.yml:"),
    ("data/events.yml", "events:", "events: [", "data/events.yml:"),
    ("bibliography.bib", "title", "title = {", "bibliography.bib:"),
    ("docs/topics/russia.md", "][E", "][E99", "docs/topics/russia.md:"),
    (
        "docs/topics/russia.md",
        "# Russia",
        "# Russia\n\n[It gains][E7] [gone](gone.md)",
        "docs/topics/russia.md:3: dead link 'gone.md'",
    ),
    (
        "docs/topics/russia.md",
        "# Russia",
        "# Russia\n\n[It gains][E7] [gone](china.md#nowhere)",
        "docs/topics/russia.md:3: dead link 'china.md#nowhere'",
    ),
    (
        "docs/about/method.md",
        "# Method",
        "# Method\n\n[@nobody-1999]",
        "docs/about/method.md:3: unknown work '@nobody-1999'",
    ),
    ("mkdocs.yml", "- about/method.md", "- about/methods.md", "mkdocs.yml:"),
    ("mkdocs.yml", "nav:", "nav: [", "mkdocs.yml:"),
]


@pytest.mark.parametrize(
    "path, old, new, message",
    MISTAKES,
    ids=[f"{path}-{number}" for number, (path, *_) in enumerate(MISTAKES)],
)
def test_a_mistake_is_a_line_and_the_old_site_stays(project, path, old, new, message):
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the old site")
    edit(project / path, old, new)
    done = run(project, "site")
    assert done.returncode == 1 and "Traceback" not in done.stderr + done.stdout
    assert message in done.stderr
    assert tree(project / "site") == {"index.html": b"the old site"}
    assert not list(project.glob(".site-*"))


def test_check_needs_neither_mkdocs_nor_pandoc():
    code = (
        "import sys; sys.argv = ['build.py', 'check']; sys.path.append('scripts'); from briefsite.cli import main as build; assert build.main() == 0;"
        "assert not [name for name in sys.modules if name.split('.')[0] in ('mkdocs', 'pypandoc', 'markdown')]"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_pandoc_starts_a_fixed_number_of_times(project):
    code = (
        "import sys; sys.path.append('scripts'); from pathlib import Path; from briefsite.citations import pandoc_process as pandoc; from briefsite.publish import build_site as publish;"
        "publish.build(Path('.').resolve(), Path('site').resolve()); print(pandoc.STARTED)"
    )
    # the references of all pages, the cite boxes in four styles, BibTeX
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True)
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


def test_generated_pages_can_be_written_for_another_engine(project, tmp_path):
    done = run(project, "pages", str(tmp_path / "out"))
    assert done.returncode == 0
    text = (tmp_path / "out/briefs/easley-2024.md").read_text("utf-8")
    assert "#### E1 { #E1 .claim" in text and "[E49]: #E49" in text


THIRD = """key: dogwood-2026
prefix: D
name: Dogwood
published: 2026-02-03
speaks_from: 2026-02-03
authors:
- {name: Dee Dogwood, credentials: Made up for this test.}
paragraphs:
- {number: 1, section: "All of it <script>alert(1)</script>", sentences: [12]}
claims:
- id: D1
  paragraph: 1
  sentences: [1]
  kind: assessment
  says: 'A made-up claim with <script>alert("x")</script>, [@chun-2024], *stars*, a | bar and 한글.'
  topics: [russia]
  actors: [russia]
"""


THIRD_TEXT = "A heading\n\nOn 5 January 2026 some Russia made alert ( x up here.\n"


@pytest.fixture(scope="module")
def third(tmp_path_factory):
    """The real project with a third brief, built without a change of code."""
    from conftest import copy_project

    project = copy_project(tmp_path_factory.mktemp("third") / "project")
    (project / "data/briefs/dogwood-2026.yml").write_text(THIRD, "utf-8")
    with open(project / "bibliography.bib", "a", encoding="utf-8") as bib:
        bib.write(
            "\n@report{dogwood-2026,\n  author = {Dogwood, Dee},\n  title = {Made Up <i>here</i>},\n  institution = {Nowhere},\n  date = {2026-02-03},\n}\n"
        )
    questions = project / "data/comparisons.yml"
    first = questions.read_text("utf-8").split("\n- id: ")[1]
    assert "relations:" in first
    edit(
        questions,
        "  relations:\n",
        "    dogwood-2026: {says: A third answer., claims: [D1]}\n  relations:\n"
        "  - {between: [dogwood-2026, easley-2024], relation: agree, why: Third and first.}\n"
        "  - {between: [dogwood-2026, han-2025], relation: conflict, why: Third and second.}\n",
    )
    edit(
        project / "data/events.yml",
        "  mentions:\n",
        "  mentions:\n  - {brief: dogwood-2026, claims: [D1], edtf: 2026-01-05, basis: stated}\n",
    )
    edit(
        project / "docs/index.md",
        "<!-- ways -->",
        "[A third brief][D1] [@dogwood-2026].\n\n<!-- ways -->",
    )
    (project / "dogwood.txt").write_text(THIRD_TEXT, "utf-8")
    done = run(project, "check")
    assert done.returncode == 1 and "dogwood-2026 has no fingerprints" in done.stderr
    done = run(project, "fingerprint", "dogwood-2026", str(project / "dogwood.txt"))
    assert done.returncode == 0, done.stderr
    done = run(project, "site")
    assert done.returncode == 0, done.stderr
    return project / "site"


def page(site, address):
    return html.parse(str(site / address / "index.html")).getroot()


def test_a_third_brief_appears_everywhere(third):
    for address in (
        "",
        "briefs",
        "compare",
        "timeline",
        "actors",
        "actors/russia",
        "bibliography",
        "topics",
        "topics/hostile-policy",
    ):
        assert "Dogwood 2026" in page(third, address).text_content(), address
    row = page(third, "compare").xpath("//tbody/tr")[0].text_content()
    assert (
        "A third answer." in row and "Dogwood 2026 and Easley 2024 agree: Third and first." in row
    )
    assert page(third, "briefs/dogwood-2026").xpath("//h4[@id='D1']")


def test_data_is_text_never_markup(third):
    document = page(third, "briefs/dogwood-2026")
    assert (
        'A made-up claim with <script>alert("x")</script>, [@chun-2024], *stars*, a | bar and 한글.'
        in " ".join(document.text_content().split())
    )
    for address in ("briefs/dogwood-2026", "actors/russia", "compare", "bibliography", "briefs"):
        assert not [
            script for script in page(third, address).xpath("//script/text()") if "alert(" in script
        ]
        assert not page(third, address).xpath("//article//i[text()='here']")


def test_help_is_worth_reading():
    done = subprocess.run(
        [sys.executable, "scripts/build.py", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert all(
        word in done.stdout for word in ("check", "site", "serve", "pages", "edition", "path:line")
    )
