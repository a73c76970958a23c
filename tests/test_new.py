"""`build.py new`: a record in its place, nothing else touched, and the check names what is left."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SMALL, unnamed

from briefsite.rules.check import check_data
from briefsite.scaffold import new_record, record_kinds, record_templates, refusal

A, EVENTS, SINCE, FORECASTS, BIB = (
    "data/briefs/alder-2020.yml",
    "data/events.yml",
    "data/developments.yml",
    "data/forecasts.yml",
    "bibliography.bib",
)


def new(root: Path, what: str, name: str = "", /, **given):
    return new_record.add_record(root, record_kinds.RECORD_KINDS[what], name, given)


@pytest.mark.parametrize("kind", record_templates.FIELDS)
def test_a_template_names_every_field(kind):
    """Also those that are commented out, so that nobody has to look for one."""
    text = (record_templates.FOLDER / f"{kind}.yml.jinja").read_text("utf-8")
    assert [name for name in record_templates.FIELDS[kind] if f"{name}:" not in text] == []


def said(root: Path) -> list[str]:
    return unnamed(check_data(root)[1])


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def only_added(before: bytes, after: bytes) -> bool:
    """Whether some lines were put into a text, in one place, and nothing else changed."""
    extra = len(after) - len(before)
    return any(after[:at] + after[at + extra :] == before for at in range(len(before) + 1))


ADDED = [
    ("claim", "", {"brief": "alder-2020"}, A, "A5", 45),
    ("claim", "", {"brief": "alder-2020", "paragraph": "1", "sentences": ["1"]}, A, "A5", 24),
    ("event", "dam-2020", {}, EVENTS, "dam-2020", 15),
    ("event", "", {"title": "The dam: breaks!", "topics": ["walls"]}, EVENTS, "the-dam-breaks", 15),
    ("development", "dam-2023", {"date": "2023-01"}, SINCE, "dam-2023", None),
    ("forecast", "A2", {"sort": "forecast"}, FORECASTS, "A2", None),
    ("work", "elm-2024", {"type": "report", "title": "{Elms} & all"}, BIB, "elm-2024", None),
]


@pytest.mark.parametrize("kind, name, given, path, made, line", ADDED)
def test_a_record_in_its_place(small, kind, name, given, path, made, line):
    if kind == "claim" and line == 45:
        line = (small / A).read_text("utf-8").split("\n").index("retired:") + 1
    before = tree(small)
    added = new(small, kind, name, **given)
    after = tree(small)
    assert added.id == made and added.path == path and (line is None or added.line == line)
    assert [other for other in after if after[other] != before.get(other)] == [path]
    assert only_added(before[path], after[path])
    assert added.left and said(small) == [str(problem) for problem in sorted(added.left)]
    assert all(
        "still the template's text" in str(problem) and str(problem).startswith(f"{path}:")
        for problem in added.left
    )
    lines = after[path].decode().split("\n")
    assert all("FILL IN" in lines[problem.line - 1] for problem in added.left)


def test_a_record_given_whole_is_whole(small):
    added = new(
        small,
        "claim",
        brief="alder-2020",
        paragraph="2",
        sentences=["1"],
        kind="recommendation",
        says="The town should build: again.",
        topics=["walls"],
    )
    assert added.left == () and added.id == "A5"
    assert said(small) == []
    assert check_data(small)[0].claim["A5"].says == "The town should build: again."


def test_the_next_number_is_free_though_the_last_was_left_unfilled(small):
    assert [new(small, "claim", brief="alder-2020").id for _ in range(3)] == ["A5", "A6", "A7"]


def test_a_brief_is_begun_from_its_text(small, tmp_path):
    text = tmp_path / "elm.txt"
    text.write_text(
        "On Elms\n\nElms are tall. They are old too.\n\nNobody, it is said by those who know them best of all, has ever counted every elm that stands beside the long river of the town.\n"
    )
    new(small, "work", "elm-2024", type="report", author="Elm, E.", title="On Elms", date="2024")
    added = new(small, "brief", "elm-2024", text=str(text))
    content = (small / added.path).read_text("utf-8")
    assert (
        "sentences: [3, 4]}" in content
        and "number: 2" in content
        and "number: 3" not in content
        and "prefix: E " in content
    )
    assert [line for line in said(small) if not line.startswith(BIB)] == [
        str(problem) for problem in sorted(added.left)
    ]
    assert any(
        line.startswith(f"{BIB}:") and "'institution' is still the template's text" in line
        for line in said(small)
    )


REFUSED = [
    ("claim", "", {}, "which brief makes the claim?; --brief alder-2020 or cedar-2021"),
    (
        "claim",
        "",
        {"brief": "alder-2002"},
        "--brief: there is no brief 'alder-2002'; did you mean 'alder-2020'?",
    ),
    (
        "claim",
        "",
        {"brief": "alder-2020", "paragraph": "3"},
        "alder-2020 has no paragraph 3; it has 1 to 2",
    ),
    (
        "claim",
        "",
        {"brief": "alder-2020", "paragraph": "1", "sentences": ["4"]},
        "paragraph 1 has no sentence 4; it has 1 to 2",
    ),
    ("claim", "", {"brief": "alder-2020", "kind": "fakt"}, "did you mean 'fact'?"),
    (
        "claim",
        "",
        {"brief": "alder-2020", "topics": ["Walls"]},
        "there is no topic 'Walls'; did you mean 'walls'?",
    ),
    ("event", "flood-2019", {}, f"{EVENTS}:2: the id 'flood-2019' is taken"),
    ("event", "drought", {}, "the id 'drought' is taken"),
    ("event", "reeds-sold", {}, f"{SINCE}:"),
    ("event", "", {}, "which event?"),
    ("event", "Dam 2020", {}, "small letters"),
    (
        "event",
        "dam",
        {"date": "2024-28-05", "brief": "alder-2020", "claims": ["A1"]},
        "did you mean '2024-05-28'?",
    ),
    (
        "event",
        "dam",
        {"claims": ["flood-2019"]},
        "'flood-2019' is an event; the claims behind it: A1",
    ),
    ("development", "dam", {"works": ["Birch 2018"]}, "did you mean 'birch-2018'?"),
    ("forecast", "C1", {}, "the id 'C1' is taken"),
    ("forecast", "C9", {}, "there is no claim 'C9'"),
    ("work", "birch-2018", {}, f"{BIB}:16: the key 'birch-2018' is taken"),
    ("work", "Elm 2024", {}, "write it elm-2024"),
    ("work", "elm-2024", {"type": "reprot"}, "did you mean 'report'?"),
    ("work", "elm-2024", {"title": "a } b"}, "nothing"),
    ("brief", "alder-2020", {}, "this brief exists already"),
    ("brief", "elm-2024", {"prefix": "A"}, "'A' is alder-2020's"),
    ("brief", "../elm", {}, "is not a key for a brief"),
]


@pytest.mark.parametrize("kind, name, given, message", REFUSED)
def test_what_would_break_is_refused(small, kind, name, given, message):
    before = tree(small)
    with pytest.raises(refusal.RefusedError) as refused:
        new(small, kind, name, **given)
    assert message == "nothing" or message in str(refused.value)
    assert tree(small) == before


@pytest.mark.parametrize(
    "content", ["events: [", "events: {a: b}\n", "- 1\n", "", "events: [{id: a}]\n"]
)
def test_a_file_that_can_not_be_extended_stays_as_it_is(small, content):
    (small / EVENTS).write_text(content)
    with pytest.raises(refusal.RefusedError):
        new(small, "event", "dam")
    assert (small / EVENTS).read_text() == content


@pytest.mark.parametrize(
    "content, wanted",
    [
        ("# head\nevents: []\n# foot\n", "# head\nevents:\n- id: dam\n"),
        ("events:\n# head\n", "events:\n- id: dam\n"),
        ("# head\nretired: []\n", "# head\nretired: []\nevents:\n- id: dam\n"),
    ],
)
def test_an_empty_list_is_begun(small, content, wanted):
    (small / EVENTS).write_text(content)
    new(small, "event", "dam")
    assert (small / EVENTS).read_text().startswith(wanted) and "# " + content.split("# ")[-1] in (
        small / EVENTS
    ).read_text()


def test_line_ends_indentation_comments_and_rights_stay(small):
    text = (
        "\ufeff"
        + (small / EVENTS).read_text("utf-8").replace("retired:", "\n# about the next\nretired:")
    ).replace("\n", "\r\n")
    (small / EVENTS).write_bytes(text.encode())
    (small / EVENTS).chmod(0o640)
    new(small, "event", "dam")
    after = (small / EVENTS).read_bytes()
    assert only_added(text.encode(), after) and b"\n" not in after.replace(b"\r\n", b"")
    assert (
        after.index(b"id: dam") < after.index(b"# about the next")
        and (small / EVENTS).stat().st_mode & 0o777 == 0o640
    )


@pytest.mark.content
def test_the_real_data_can_be_extended(project):
    for kind, name, given in (
        (
            "claim",
            "",
            {"brief": check_data(project)[0].briefs[0].key, "paragraph": "2", "sentences": ["1"]},
        ),
        ("event", "made-up", {}),
        ("development", "made-up-too", {}),
        ("work", "nobody-2001", {}),
    ):
        before = tree(project)
        added = new(project, kind, name, **given)
        assert only_added(
            before[added.path].replace(b": []\n", b":\n"), (project / added.path).read_bytes()
        )
    assert said(project) and all("still the template's text" in line for line in said(project))


def test_the_command(tmp_path):
    root = shutil.copytree(SMALL, tmp_path / "small")
    command = [sys.executable, str(ROOT / "scripts/build.py"), "--root", str(root), "new"]
    done = subprocess.run(
        [*command, "claim", "--brief", "alder-2020", "--kind", "fact"],
        capture_output=True,
        text=True,
    )
    assert (
        done.returncode == 0
        and "added claim A5" in done.stdout
        and "to fill in: data/briefs/alder-2020.yml:" in done.stdout
    )
    done = subprocess.run([*command, "claim"], capture_output=True, text=True)
    assert (
        done.returncode == 1
        and done.stderr.endswith("nothing was added\n")
        and "Traceback" not in done.stderr
    )
