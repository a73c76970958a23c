"""The resolved tree reads as the site does; what the theme no longer has is told, or ends the build."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest
from conftest import ROOT
from readers import rendered
from test_build import edit, run, tree

from briefsite.engine import resolved_tree, theme_internals
from briefsite.engine.build_error import BuildError
from briefsite.engine.content_security_policy import Policy
from briefsite.load import markdown_pages
from briefsite.model import addresses
from briefsite.model.build_settings import BuildSettings
from briefsite.publish import build_site

HIDDEN = "\ue000"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A build of the real project: its context, and each page's Markdown as MkDocs rendered it."""
    return build_site.build(ROOT, tmp_path_factory.mktemp("built") / "site", BuildSettings())


def test_the_tree_reads_as_what_mkdocs_renders(built):
    """mkdocs-bibtex resolves citations for MkDocs; the tree has them resolved."""
    assert set(built.markdown) == set(built.context.paths)
    for path in built.context.paths:
        text = resolved_tree.markdown(built.context, path)
        assert text == built.markdown[path], path
        assert markdown_pages.citations(text) == [] and HIDDEN not in text, path


def test_a_citation_may_run_over_two_lines(small_site):
    text = "\n\nWell [see @alder-2020,\n¶ 1] and `[@alder-2020]` and [a @alder-2020](index.md).\n"
    page = small_site / "docs/index.md"
    page.write_text(page.read_text("utf-8") + text, "utf-8")
    summary = build_site.build(small_site, small_site / "site")
    rendered_by_mkdocs = summary.markdown["index.md"]
    assert rendered_by_mkdocs == resolved_tree.markdown(summary.context, "index.md")
    assert "Well (see [Alder 2020, ¶ 1][ref-alder-2020]" in rendered_by_mkdocs
    assert "`[@alder-2020]` and [a @alder-2020](index.md)" in rendered_by_mkdocs


def test_a_plain_mkdocs_and_finish_make_the_same_site(small_site, tmp_path):
    """No hook and no plugin: all that a reader gets is in the tree, or made by `finish`."""
    target = tmp_path / "tree"
    assert run(small_site, "site").returncode == 0
    for _ in range(2):  # a tree replaces the one before
        done = run(small_site, "tree", str(target))
        assert done.returncode == 0 and " pages" in done.stdout, done.stderr
    settings = (target / "mkdocs.yml").read_text("utf-8")
    assert "hooks" not in settings and not (target / "docs/assets/styles").exists()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(target / "mkdocs.yml")],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "scripts"), "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stderr
    done = run(small_site, "finish", str(target / "site"))
    assert done.returncode == 0 and done.stderr == "", done.stderr
    counts = rendered.compared(small_site / "site", target / "site")
    assert all(same == of for same, of in counts.values()), counts
    ours, theirs = tree(small_site / "site"), tree(target / "site")
    others = {name for name in ours if not re.search(r"\.(html|gz)$|^sitemap", name)}
    assert {name for name in others if ours[name] != theirs.get(name)} == set()
    for name in (name for name in ours if name.endswith(".html")):
        policy = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
        (mine,), (other,) = policy.findall(ours[name]), policy.findall(theirs[name])
        # the theme's templates, without our patches, hold one script more
        hashes = re.compile(rb"'sha256-[^']+'")
        assert set(hashes.findall(mine)) <= set(hashes.findall(other)), name
        assert b'name="generator"' not in ours[name] + theirs[name]
    assert (target / "site/pagefind/pagefind.js").is_file()
    assert run(small_site, "finish", str(target / "site")).returncode == 0
    again = tree(target / "site")
    assert all(again[name] == theirs[name] for name in theirs if name.endswith(".html"))


def test_titles_and_descriptions_are_no_markup_for_any_theme(built):
    path = addresses.COMPARE
    page = replace(built.context.generated[path], title='A <b>"x"', description="B <i> & c")
    changed = replace(built.context, generated={**built.context.generated, path: page})
    front = resolved_tree.page(changed, path).split("\n---\n")[0]
    assert 'title: "A &lt;b&gt;&quot;x&quot;"\n' in front
    assert 'description: "B &lt;i&gt; &amp; c"\n' in front


def test_links_in_html_lead_from_the_source_where_an_engine_wants_that():
    html = (
        '<a class="x" href="works.bib">a</a> <a href="../../data/x.csv#y">b</a> <a href="#z">c</a>'
    )
    same = '<a href="https://x.example/">d</a> <a href="/e">e</a>'
    moved = '<a class="x" href="china/works.bib">a</a> <a href="../data/x.csv#y">b</a> <a href="#z">c</a>'
    assert resolved_tree.from_source("topics/china.md", html + same) == moved + same
    up = '<a href="../topics/china/">f</a>'
    assert resolved_tree.from_source("briefs/index.md", up) == up


def test_a_folder_of_something_else_is_left_alone(small, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/mkdocs.yml").write_text("site_name: mine\n")
    (tmp_path / "mine/docs").mkdir()
    done = run(small, "tree", str(tmp_path / "mine"))
    assert done.returncode == 1 and "does not hold a resolved tree" in done.stderr
    assert (tmp_path / "mine/docs").is_dir()


def test_finish_wants_every_page(small, tmp_path):
    (tmp_path / "site").mkdir()
    done = run(small, "finish", str(tmp_path / "site"))
    assert done.returncode == 1 and "pages are missing, index.md first" in done.stderr
    assert "Traceback" not in done.stderr


# the policy


def test_only_scripts_of_templates_get_a_hash(tmp_path):
    (tmp_path / "base.html").write_text('<script>scope=new URL("{{ base }}",x),1</script>')
    policy = Policy([tmp_path])
    page = '<meta charset="utf-8"><script>{}</script>'
    for script in ('scope=new URL("../..",x),1', 'scope=new URL("https://x.example/",x),1'):
        assert "'sha256-" in policy.apply(page.format(script))
    assert policy.unknown == set()
    for script in ("scope=1", 'scope=new URL("",x),1;ran()', 'scope=new URL("a"+ran(),x),1'):
        assert "'sha256-" not in policy.apply(page.format(script))
    assert len(policy.unknown) == 3


# the theme


def test_the_theme_has_all_that_is_relied_on():
    assert theme_internals.changes() == []


@pytest.fixture
def theme(tmp_path):
    """A copy of the theme's templates that may be changed."""
    names = {patch.template for patch in theme_internals.PATCHES}
    names |= {template for template, _ in theme_internals.NEEDED.values()}
    names |= {
        path.relative_to(theme_internals.THEME).as_posix()
        for path in theme_internals.THEME.glob(theme_internals.SHEETS)
    }
    for name in names:
        (tmp_path / "theme" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(theme_internals.THEME / name, tmp_path / "theme" / name)
    return tmp_path / "theme"


@pytest.mark.parametrize("patch", theme_internals.PATCHES, ids=lambda patch: patch.old[:40])
def test_a_missing_patch_is_told_or_vital(theme, patch):
    edit(theme / patch.template, patch.old, "")
    file = theme / patch.template
    file.write_text(file.read_text("utf-8").replace(patch.old, ""), "utf-8")
    if patch.vital:
        with pytest.raises(theme_internals.ThemeChangedError, match="must be corrected"):
            theme_internals.changes(theme)
    else:
        lines = theme_internals.changes(theme)
        assert any(patch.template in line and patch.why in line for line in lines)
        assert all("\n" not in line for line in lines)


def test_each_class_that_we_name_is_listed_and_missed(theme):
    assets = (path for path in (ROOT / "docs/assets").rglob("*") if path.suffix in (".css", ".js"))
    used = {name for path in assets for name in re.findall(r"\.(md-[a-z0-9_-]+)", path.read_text())}
    listed = tuple(" ".join(theme_internals.CLASSES).split())
    assert {name for name in used if not name.startswith(listed)} == set()
    assert [name for name in listed if not any(one.startswith(name) for one in used)] == []
    (sheet,) = theme.glob(theme_internals.SHEETS)
    edit(sheet, "md-tooltip2", "md-tooltip3")
    sheet.write_text(sheet.read_text("utf-8").replace("md-tooltip2", "md-tooltip3"), "utf-8")
    (line,) = theme_internals.changes(theme)
    assert "md-tooltip2" in line


@pytest.mark.parametrize("template", ["partials/search.html", "partials/javascripts/base.html"])
def test_a_renamed_template_is_told(theme, template):
    (theme / template).rename(theme / f"{template}.renamed")
    assert any(template in line for line in theme_internals.changes(theme))


def test_a_build_goes_on_without_a_patch_and_says_so(small_site, monkeypatch):
    gone = theme_internals.Patch("partials/renamed.html", "x", "y", "something is nicer")
    monkeypatch.setattr(theme_internals, "PATCHES", (*theme_internals.PATCHES, gone))
    summary = build_site.build(small_site, small_site / "site")
    (line,) = summary.notices
    assert "partials/renamed.html" in line and "something is nicer" in line


def test_a_build_stops_where_safety_rests_on_a_patch(small_site, monkeypatch):
    gone = theme_internals.Patch("base.html", "no such text", "", "it is escaped", vital=True)
    monkeypatch.setattr(theme_internals, "PATCHES", (*theme_internals.PATCHES, gone))
    with pytest.raises(BuildError, match="must be corrected: it is escaped"):
        build_site.build(small_site, small_site / "site")
    assert not (small_site / "site").exists()
