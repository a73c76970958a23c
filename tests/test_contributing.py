"""What helps contributors: the docs and what is made of them, the rules as told, links to sources, schemas."""

import ast
import importlib
import json
import re

import pytest
import yaml
from conftest import FORGE, PUBLIC, ROOT
from lxml import html
from test_build import run

from briefsite.exports import json_schemas
from briefsite.model.problems import Mark
from briefsite.model.repository_host import Forge
from briefsite.pages import rules_listing
from briefsite.publish import root_documents
from briefsite.rules import all_rules
from briefsite.rules.check import check_data

PAGES = ROOT / "docs/about/contributing"
TASKS = ("report", "fix", "event", "claim", "development", "verdict", "brief", "review", "edition")


def test_the_files_at_the_root_are_fresh(corpus):
    for name, text in root_documents.texts(corpus).items():
        assert (ROOT / name).read_text("utf-8") == text, f"run: make contributing ({name})"


def test_a_page_that_is_missing_is_said(small):
    done = run(small, "contributing")
    assert (
        done.returncode == 1
        and "docs/about/governance.md:1: this file is missing; GOVERNANCE.md is made from it"
        in done.stderr
    )
    assert not (small / "GOVERNANCE.md").exists()


@pytest.mark.parametrize("name", root_documents.DOCUMENTS)
def test_links_of_the_files_at_the_root_lead_somewhere(name):
    text = (ROOT / name).read_text("utf-8")
    anchors = {
        re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", text, re.M)
    }
    links = re.findall(r"(?<!`)\]\(([^)\s]+)\)", text)
    assert [
        link
        for link in links
        if not link.startswith("https://")
        and not (
            link[1:] in anchors if link[0] == "#" else (ROOT / link.partition("#")[0]).is_file()
        )
    ] == []


def test_each_rule_is_told_once(corpus):
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rules = (*all_rules.ALL, *all_rules.BESIDE)
    for rule in rules:
        name = all_rules.rule_name(rule)
        told = f"<code>{name}</code></a> {rules_listing.one_line(rule.__doc__)}\n"
        assert text.count(told) == 1, name
    listing = rules_listing.listing(corpus, "about/contributing/rules.md")
    names = re.findall(r'^- <a id="([a-z-]+)" href="#\1"><code>\1</code></a> ', listing, re.M)
    assert names == list(dict.fromkeys(names)) and len(names) == len(rules) + 1
    assert len(re.findall(r"^- ", listing, re.M)) == len(names)


STILTED = re.compile(
    r"\banew\b|otherwise than|\bmend\b|\bat hand\b|\bwhoever\b|by and by|without a trace"
    r"|(?<!there )\b(?:is|are) no\b(?! (?:longer|more))|\bdoes not stand in\b|\bstands twice\b"
)


@pytest.mark.parametrize("room", ["load", "rules", "scaffold", "cli", "publish", "brief_text"])
def test_messages_are_in_plain_words(room):
    """Every text in the code that is no docstring."""
    for path in sorted((ROOT / "scripts/briefsite" / room).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = id(node) not in notes and STILTED.search(node.value)
                assert not found, f"{path.name}:{node.lineno}: {node.value}"


BROKEN = {
    "data/events.yml": ("topics: [water]", "topics: [watr]", "topics-are-known"),
    "data/topics.yml": ("{key: water,", "{kye: water,", "files-can-be-read"),
    "docs/topics/water.md": ("# ", "[a](b.md)\n\n# ", "links-lead-somewhere"),
    "mkdocs.yml": ("site_name", "site_nme", "nav-lists-every-page"),
    "docs/index.md": ("", "---\nttle: x\n---\n", "front-matter-is-known"),
    "CITATION.cff": ("title:", "titel:", "files-can-be-read"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_message_names_its_rule(small, name):
    old, new, rule = BROKEN[name]
    file = small / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1) if old else new + text, "utf-8")
    lines = run(small, "check").stderr.splitlines()[:-1]
    listing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    of_file = [line for line in lines if line.startswith(f"{name}:")]
    assert any(line.endswith(f" [{rule}]") for line in of_file), lines
    for line in lines:
        name = re.search(r" \[([a-z-]+)\]$", line)[1]
        assert f'<a id="{name}"' in listing, line


@pytest.mark.parametrize("task", TASKS)
def test_each_task_has_a_page_that_is_listed(task):
    text = (PAGES / f"{task}.md").read_text("utf-8")
    assert f"({task}.md)" in (PAGES / "index.md").read_text("utf-8")
    assert "```" in text
    assert task == "brief" or (text.count("👍") >= 2 and text.count("👎") >= 2)


def test_what_is_made_up_is_called_so():
    for name in ("fix", "event", "claim", "development", "verdict", "brief"):
        assert re.search("made up|made-up", (PAGES / f"{name}.md").read_text("utf-8")), name


def test_addresses_on_the_forge():
    forge = Forge(FORGE, "https://site.example/")
    assert forge.edit("docs/a b.md") == f"{FORGE}/edit/main/docs/a%20b.md"
    assert (
        forge.line(Mark("data/events.yml", 41)) == f"{FORGE}/blob/main/data/events.yml?plain=1#L41"
    )
    assert (
        forge.report("briefs/x/#E1", "E1")
        == f"{FORGE}/issues/new?template=error.yml&record=E1&address=https://site.example/briefs/x/%23E1"
    )


@pytest.fixture(scope="module")
def pages_of(site, public):
    """The pages of the real site, built with the forge's address and without, parsed."""
    return {
        name: {
            path.relative_to(folder).as_posix().removesuffix("index.html"): html.parse(
                str(path)
            ).getroot()
            for path in folder.rglob("index.html")
        }
        for name, folder in (("with", public), ("without", site))
    }


def linked(document) -> list[str]:
    return [link for link in document.xpath("//a/@href") if link.startswith(FORGE)]


def test_without_a_forge_no_page_links_it(pages_of):
    for address, document in pages_of["without"].items():
        assert not linked(document) and not document.xpath(
            "//*[@class='mend'] | //a[@rel='edit']"
        ), address
        assert not [
            link
            for link in document.xpath("//a/@href")
            if re.search(r"/(edit|blob)/main/|issues/new|^None", link)
        ], address


@pytest.mark.content
def test_edit_leads_to_the_file_that_made_the_page(pages_of):
    for address, document in pages_of["with"].items():
        (edit,) = document.xpath("//a[@rel='edit']/@href")
        path = edit.removeprefix(f"{FORGE}/edit/main/")
        assert (ROOT / path).is_file(), address
        assert (
            address == "data/" or path == document.xpath("//p[@class='made-from']//code/text()")[0]
        )
    for address, path in (
        ("topics/russia/", "docs/topics/russia.md"),
        ("timeline/", "data/events.yml"),
        ("compare/", "data/comparisons.yml"),
        ("briefs/easley-2024/", "data/briefs/easley-2024.yml"),
        ("bibliography/", "bibliography.bib"),
    ):
        assert pages_of["with"][address].xpath("//a[@rel='edit']/@href") == [
            f"{FORGE}/edit/main/{path}"
        ]


def records(corpus):
    """(address, record's id as the form is given it, the record) of everything that can be reported."""
    for brief in corpus.briefs:
        yield from ((f"briefs/{brief.key}/#{claim.id}", claim.id, claim) for claim in brief.claims)
        yield from (
            (f"forecasts/{brief.key}/#forecast-{item.claim}", f"forecast {item.claim}", item)
            for item in corpus.forecasts
            if corpus.brief_of[item.claim] is brief
        )
    yield from (
        (
            f"timeline/{'expected/' if all(mention.expected for mention in event.mentions) else ''}#{event.id}",
            event.id,
            event,
        )
        for event in corpus.events
    )
    yield from ((f"timeline/since/#{item.id}", item.id, item) for item in corpus.developments)


def test_every_record_can_be_reported_and_seen_at_its_line(pages_of, corpus):
    forge = Forge(FORGE, PUBLIC)
    every = list(records(corpus))
    assert len(every) == len(corpus.claim) + len(corpus.forecasts) + len(corpus.events) + len(
        corpus.developments
    )
    for address, record, item in every:
        page, _, anchor = address.partition("#")
        document = pages_of["with"][page]
        assert document.xpath(f"//*[@id='{anchor}']"), address
        links = linked(document)
        assert links.count(forge.report(address, record)) == 1, address
        assert forge.line(item.at) in links, address
        line = (ROOT / item.at.path).read_text("utf-8").splitlines()[item.at.line - 1]
        assert record.removeprefix("forecast ") in line, (record, line)


def test_every_page_can_be_reported(pages_of):
    for address, document in pages_of["with"].items():
        assert (
            len(
                document.xpath(
                    "//p[@class='made-from']/a[contains(@href, 'issues/new?template=error.yml')]"
                )
            )
            == 1
        ), address


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://a b", "https://x/?q", 'https://x/"onclick="']
)
def test_a_broken_address_of_the_forge_is_said(small, address):
    for command in ("check", "site"):
        done = run(small, command, FORGE_URL=address)
        assert (
            done.returncode == 1
            and "CITATION.cff:1: FORGE_URL is" in done.stderr
            and "Traceback" not in done.stderr
        )
    with open(small / "CITATION.cff", "a", encoding="utf-8") as citation:
        citation.write(f"repository-code: '{address}'\n")
    done = run(small, "check")
    assert (
        done.returncode == 1
        and "CITATION.cff:9: 'repository-code'" in done.stderr
        and "Traceback" not in done.stderr
    )


def test_the_address_of_the_forge_may_stand_in_the_project(small):
    from briefsite.pages.made_pages import made_pages
    from briefsite.rules.check import check_project

    with open(small / "CITATION.cff", "a", encoding="utf-8") as citation:
        citation.write(f"repository-code: {FORGE}/\n")
    _, project, problems = check_project(small, made_pages)
    assert problems == [] and project.forge == FORGE


def test_schemas_know_the_ids_that_stand_now(corpus):
    ids = json.loads((ROOT / "data/schemas/ids.json").read_text("utf-8"))["$defs"]
    assert ids["claim"]["enum"] == list(corpus.claim) and ids["work"]["enum"] == list(corpus.works)
    assert ids["topic"]["enum"] == [topic.key for topic in corpus.topics] and ids["forecast"][
        "enum"
    ] == [item.claim for item in corpus.forecasts]
    for name, text in json_schemas.texts(corpus).items():
        for target in re.findall(r'"\$ref": "([^"]+)"', text):
            file, _, place = target.partition("#/$defs/")
            assert (
                place in json.loads(text)["$defs"]
                if not file
                else file == "ids.json" and place in ids
            ), (name, target)


def fields(schema):
    for model, parts in (("", schema), *schema.get("$defs", {}).items()):
        for name, field in parts.get("properties", {}).items():
            yield model, name, field


def test_a_field_that_names_a_record_offers_its_ids(corpus):
    """Whatever is checked against other records while building is offered while typing."""
    offered = {
        name: {
            (model, field)
            for model, field, value in fields(json.loads(text))
            if "ids.json#" in json.dumps(value)
        }
        for name, text in json_schemas.texts(corpus).items()
        if name != json_schemas.IDS
    }
    assert {
        ("Claim", "topics"),
        ("Claim", "actors"),
        ("Claim", "cites"),
        ("Claim", "restates"),
        ("", "original"),
    } <= offered["brief.json"]
    assert {
        ("Question", "topic"),
        ("Question", "answers"),
        ("Answer", "claims"),
        ("Side", "briefs"),
    } <= offered["comparisons.json"]
    assert {
        ("Event", "topics"),
        ("Event", "actors"),
        ("Mention", "brief"),
        ("Mention", "claims"),
        ("SourcedDate", "works"),
    } <= offered["events.json"]
    assert {("Forecast", "claim"), ("Forecast", "also"), ("LeftOut", "claim")} <= offered[
        "forecasts.json"
    ]
    assert {
        ("Development", "topics"),
        ("Development", "follows"),
        ("Bearing", "forecast"),
        ("Witness", "works"),
    } <= offered["developments.json"]
    assert {("Term", "claims"), ("Term", "coined_by")} <= offered["glossary.json"]


def test_each_data_file_names_its_schema():
    for path in [*(ROOT / "data").glob("*.yml"), *(ROOT / "data/briefs").glob("*.yml")]:
        first = path.read_text("utf-8").partition("\n")[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found and (path.parent / found[1]).resolve().is_file(), path.name


def test_a_new_id_is_in_the_schemas_when_they_are_made_anew(small):
    topics = small / "data/topics.yml"
    topics.write_text(
        topics.read_text("utf-8") + "- {key: weather, title: Weather, about: Rain.}\n", "utf-8"
    )
    assert "weather" in json_schemas.texts(check_data(small)[0])["ids.json"]


def test_editors_are_told_what_they_need():
    assert (
        "redhat.vscode-yaml"
        in json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]
    )
    assert "root = true" in (ROOT / ".editorconfig").read_text("utf-8")


def test_pre_commit_runs_the_same_checks():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert [repo["repo"] for repo in hooks] == ["local"]
    made = {target for hook in hooks[0]["hooks"] for target in hook["entry"].split()[1:]}
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert {"check", "schema", "contributing"} == made <= targets
    assert all(
        hook["entry"].startswith("make ") and re.compile(hook["files"]).match("data/events.yml")
        for hook in hooks[0]["hooks"]
    )


def test_an_edition_does_not_depend_on_the_forge(tmp_path, monkeypatch):
    """Its bytes are those of its tag, wherever it is built; what it links stays as it was."""
    build = importlib.import_module("briefsite.publish.editions")
    seen = []
    monkeypatch.setenv("FORGE_URL", FORGE)
    monkeypatch.setattr(build, "interpreter", lambda root, clone, documents: "python")
    monkeypatch.setattr(
        build,
        "run",
        lambda command, folder, otherwise, environment=None: seen.append(environment) or "",
    )
    monkeypatch.setattr(build.git_history, "revision", lambda *names: "2026.12")
    build.build(tmp_path, build.State("2026.12", "2026.12"), tmp_path / "site")
    (environment,) = filter(None, seen)
    assert environment["FORGE_URL"] == ""
