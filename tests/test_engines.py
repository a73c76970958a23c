"""Other engines build the same site: ProperDocs to the byte, Zensical what a reader gets of it.

Each stands in an environment of its own, from its pinned requirements: `make engines`.
"""

import os
import re
import subprocess

import pytest
from conftest import ROOT
from readers import browser, rendered
from test_build import run, tree

pytestmark = pytest.mark.long
PROPERDOCS, ZENSICAL = ROOT / ".venv-properdocs/bin", ROOT / ".venv-zensical/bin"
HOME_TITLE = 1
"""Zensical names the home page in its title; Material does not."""


def needed(folder):
    return pytest.mark.skipif(
        not folder.is_dir(), reason=f"{folder.parent.name} is not installed: make engines"
    )


def done(command, **settings):
    answer = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, cwd=ROOT, **settings
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer


@needed(PROPERDOCS)
def test_properdocs_builds_the_same_bytes(site, small_site):
    command = [PROPERDOCS / "python", small_site / "scripts/build.py", "--root", small_site]
    assert run(small_site, "site").returncode == 0
    done([*command, "site", "--engine", "properdocs", "--to", "another"])
    assert tree(small_site / "another") == tree(small_site / "site")


@needed(PROPERDOCS)
def test_properdocs_is_what_builds():
    code = (
        "from briefsite.engine import engine_choice; engine_choice.use('properdocs')\n"
        "from briefsite.engine import mkdocs_build; print(mkdocs_build.build.__module__)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    answer = done([PROPERDOCS / "python", "-c", code], env=environment)
    assert answer.stdout == "properdocs.commands.build\n"


@pytest.fixture(scope="module")
def zensical(tmp_path_factory, site):
    """The real site by Zensical, finished."""
    folder = tmp_path_factory.mktemp("zensical") / "tree"
    assert run(ROOT, "tree", str(folder), "--engine", "zensical").returncode == 0
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts"), "NO_COLOR": "1"}
    answer = done([ZENSICAL / "zensical", "build", "-f", folder / "mkdocs.yml"], env=environment)
    assert "No issues found" in answer.stdout + answer.stderr
    (theme,) = ZENSICAL.parent.glob("lib/python*/site-packages/zensical/templates")
    finished = run(ROOT, "finish", str(folder / "site"), "--theme", str(theme))
    assert finished.returncode == 0 and finished.stderr == "", finished.stderr
    return folder / "site"


@needed(ZENSICAL)
def test_zensical_gives_readers_the_same(zensical, site):
    counts = rendered.compared(site, zensical)
    different = {name: (same, of) for name, (same, of) in counts.items() if same != of}
    assert different.keys() <= {"head"}, different
    same, of = counts["head"]
    assert of - same <= HOME_TITLE
    beside = {name for name in tree(site) if re.search(r"\.(bib|ris|csv|json|jsonld|xml)$", name)}
    assert beside - tree(zensical).keys() == set()


@needed(ZENSICAL)
@browser.needed
def test_zensical_has_policy_search_and_previews(zensical, served):
    with served.at(zensical) as root:
        page, said = served.chromium.new_page(), []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{root}topics/russia/")
        browser.rest(page)
        # the icons of boxes, which no page has, come as a style in the page
        assert [text for text in said if "inline style" not in text] == []
        page.locator("article a[data-preview]").first.hover()
        page.locator(".md-tooltip2").first.wait_for()
        assert (
            page.locator(".find-open").count() == 1 and page.locator("[id=__search]").count() <= 1
        )
        page.locator(".find-open").click()
        page.keyboard.type("arsenal")
        page.locator(".find a").first.wait_for()
        page.context.close()


def test_a_tree_is_plain_for_pandoc_too(tmp_path):
    """Any reader of Markdown can take a page: here Pandoc, to a Word file."""
    import pypandoc

    assert run(ROOT, "tree", str(tmp_path / "tree")).returncode == 0
    page = tmp_path / "tree/docs/topics/russia.md"
    done([pypandoc.get_pandoc_path(), page, "-o", tmp_path / "russia.docx"])
    assert (tmp_path / "russia.docx").stat().st_size > 10_000
