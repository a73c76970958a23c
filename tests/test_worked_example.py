"""The contributing pages, followed word by word in a clean copy of the project, mistakes and all.

When messages have changed and are meant to: `PYTHONPATH=. python tests/test_worked_example.py` writes what is said
into the pages, and git shows what became different. A test run never does.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from conftest import ROOT, copy_project
from lxml import html
from pageblocks import WRITES, blocks, write

PAGES = ROOT / "docs/about/contributing"
RESTS_ON = [
    key
    for key in re.findall(
        r"^    ([a-z-]+-[0-9]{4}[a-z]?):$", (PAGES / "brief.md").read_text("utf-8"), re.M
    )
    if key != "nobody-2026"
]
pytestmark = pytest.mark.skipif(
    not all((ROOT / f"data/briefs/{key}.yml").is_file() for key in RESTS_ON),
    reason="the page's example rests on briefs that this project does not have",
)
MISTAKES = "What newcomers get wrong, and what is then said"


def steps():
    """The blocks of the worked example proper, before the mistakes."""
    text = (PAGES / "brief.md").read_text("utf-8").partition(f"## {MISTAKES}")[0]
    return [
        block for block in blocks(PAGES / "brief.md") if f"```{block.kind}\n{block.text}```" in text
    ]


def mistakes():
    """(what is wrong, the mistake's block or None, its command, what is said), from the page."""
    every, found = blocks(PAGES / "brief.md")[len(steps()) :], []
    for number, block in enumerate(every):
        if block.lead.endswith(" says:"):
            change = (
                every[number - 1] if number and every[number - 1].under == block.under else None
            )
            found.append(
                (
                    block.under,
                    change,
                    block.lead.rpartition("`")[0].rpartition("`")[2],
                    block.text.strip(),
                )
            )
    return found


def run(project: Path, command: str):
    """A command as the page has it; the environment that it names is the one the tests run in."""
    told = command.replace(".venv/bin/python", sys.executable).replace(
        "scripts/build.py", f"{project}/scripts/build.py"
    )
    if made := re.fullmatch(r"make new KIND=(\w+) ARGS='(.*)'", told):
        told = f"{sys.executable} {project}/scripts/build.py new {made[1]} {made[2]}"
    elif told.startswith("make "):
        told = " && ".join(
            f"{sys.executable} scripts/build.py {target}" for target in told.split()[1:]
        )
    elif not told.startswith(sys.executable):
        told = f"{sys.executable} {told}"
    return subprocess.run(
        told, shell=True, cwd=project, capture_output=True, text=True, timeout=600
    )


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """The project with the brief of the page."""
    return follow(tmp_path_factory.mktemp("worked"))


def follow(folder: Path) -> Path:
    project = copy_project(folder / "project")
    for block in steps():
        if block.kind == "sh":
            for command in block.text.splitlines():
                done = run(project, command)
                assert done.returncode == 0, f"{command}\n{done.stderr}"
        else:
            assert write(project, block), f"the page does not say what to do with: {block.text}"
    return project


def page(project: Path, address: str):
    return html.parse(str(project / "site" / address / "index.html")).getroot()


@pytest.mark.content
def test_the_brief_is_found_everywhere(followed):
    for address in (
        "",
        "topics",
        "topics/china",
        "briefs",
        "compare/china",
        "timeline",
        "actors",
        "actors/china",
        "forecasts",
        "bibliography",
    ):
        assert "Nobody" in page(followed, address).text_content(), address
    own = page(followed, "briefs/nobody-2026")
    assert [heading.get("id") for heading in own.xpath("//h4[contains(@class, 'claim')]")] == [
        "N1",
        "N2",
        "N3",
        "N4",
        "N5",
        "N6",
    ]
    (short,) = page(followed, "compare").xpath("//tr[@id='q-example-ferry']")
    assert short.xpath(".//a[@href='china/#q-example-ferry']")
    (row,) = page(followed, "compare/china").xpath("//tr[@id='q-example-ferry']")
    assert "it carries fish and coal" in row.text_content() and row.xpath(
        ".//a[contains(@href, 'nobody-2026/#N4')]"
    )
    assert page(followed, "timeline").xpath("//*[@id='example-ferry']")
    assert page(followed, "forecasts/nobody-2026").xpath("//*[@id='forecast-N3']")
    assert (
        len(page(followed, "topics/china").xpath("//article//a[contains(@href, 'nobody-2026/#N')]"))
        >= 6
    )


def test_the_text_is_left_outside(followed):
    def words(path):
        return " ".join(path.read_text("utf-8").split())

    sentence = "Experts see the ferry as a small test of trust."
    assert sentence in words(followed.parent / "nobody-2026.txt")
    assert not [
        path
        for path in (followed / "data").rglob("*")
        if path.is_file() and sentence in words(path)
    ]


def test_the_page_has_mistakes():
    assert len(mistakes()) >= 10


@pytest.mark.parametrize(
    "name, change, command, said", mistakes(), ids=[name for name, *_ in mistakes()]
)
def test_a_mistake_is_answered_as_the_page_says(followed, tmp_path, name, change, command, said):
    assert answered(again(followed, tmp_path), change, command) == said


def again(followed: Path, folder: Path) -> Path:
    """A fresh copy of the followed project, and the text beside it."""
    shutil.copy(followed.parent / "nobody-2026.txt", folder)
    return Path(
        shutil.copytree(
            followed, folder / "project", ignore=shutil.ignore_patterns("site", ".build")
        )
    )


def answered(project: Path, change, command: str) -> str:
    """What is said to a mistake."""
    if change:
        assert write(project, change)
    else:
        (project / "data/fingerprints/nobody-2026.json").unlink()
    return said_to(project, command)


def said_to(project: Path, command: str) -> str:
    """What a command says of faults, without the count at the end."""
    done = run(project, command)
    *lines, count = done.stderr.splitlines()
    assert done.returncode == 1 and count == f"problems: {len(lines)}", done.stderr
    return "\n".join(lines)


TEMPLATES = ("event", "claim", "development", "verdict")


def test_templates_pass_when_filled_in_as_shown(followed, tmp_path):
    """One after the other, since the verdict rests on the development; the site then shows each."""
    project = again(followed, tmp_path)
    for name in TEMPLATES:
        told = [block for block in blocks(PAGES / f"{name}.md") if WRITES.match(block.lead)]
        assert told, name
        for block in told:
            assert write(project, block)
    assert (
        run(project, "scripts/build.py fingerprint nobody-2026 ../nobody-2026.txt").returncode == 0
    )
    done = run(project, "make check site")
    assert done.returncode == 0, done.stderr
    assert page(project, "timeline").xpath("//*[@id='example-cargo']")
    assert page(project, "briefs/nobody-2026").xpath("//h4[@id='N7']")
    ledger = " ".join(page(project, "forecasts/nobody-2026").text_content().split())
    assert "borne out" in ledger and "The made-up ferry takes its first passengers" in ledger


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_name_every_field(name):
    """Also those that are commented out, so that nobody has to look for one."""
    from briefsite.model import events, outcomes, records

    model = {
        "event": events.Event,
        "claim": records.Claim,
        "development": outcomes.Development,
        "verdict": outcomes.Verdict,
    }[name]
    text = "".join(block.text for block in blocks(PAGES / f"{name}.md") if block.kind == "yaml")
    missing = [field for field in model.model_fields if f"{field}:" not in text]
    assert missing == []


def test_the_fix_page_shows_what_happens(followed, tmp_path):
    assert fixed(again(followed, tmp_path)) == blocks(PAGES / "fix.md")[2].text.strip()


def fixed(project: Path) -> str:
    """What is said to the change of the page that mends a date."""
    old, new, _ = [block.text for block in blocks(PAGES / "fix.md")]
    file = project / "data/briefs/nobody-2026.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return said_to(project, "make check")


def rewrite() -> None:
    """Write what is said to each mistake into the pages."""
    with tempfile.TemporaryDirectory() as folder:
        followed = follow(Path(folder))
        told = [
            (
                PAGES / "brief.md",
                said,
                lambda project, change=change, command=command: answered(project, change, command),
            )
            for _, change, command, said in mistakes()
        ] + [(PAGES / "fix.md", blocks(PAGES / "fix.md")[2].text.strip(), fixed)]
        for number, (path, said, answer) in enumerate(told):
            place = Path(folder) / str(number)
            place.mkdir()
            new = answer(again(followed, place))
            text = path.read_text("utf-8")
            at = text.index(
                f"```text\n{said}\n```", text.index(MISTAKES) if path.name == "brief.md" else 0
            )
            path.write_text(text[:at] + text[at:].replace(said, new, 1), "utf-8")


if __name__ == "__main__":
    rewrite()
