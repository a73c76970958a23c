"""overrides/assets/theme.js: the theme's script without what no page has."""

import re
import shutil
import subprocess

import pytest
from conftest import ROOT
from readers import browser

from briefsite.engine import theme_internals

SCRIPT = ROOT / "overrides/assets/theme.js"
TOOL = ROOT / "tools/theme_script"
BUNDLES = theme_internals.THEME / "assets/javascripts"


def test_it_is_made_of_the_theme_that_is_installed():
    (bundle,) = (path.name for path in BUNDLES.glob("bundle.*.min.js"))
    assert bundle in SCRIPT.read_text("utf-8").partition("\n")[0], "make theme-script"
    assert bundle in (ROOT / "overrides/main.html").read_text("utf-8"), "name it there"
    assert SCRIPT.stat().st_size < 0.5 * (BUNDLES / bundle).stat().st_size


def test_each_page_loads_it_in_the_place_of_the_theme_s(site):
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    pages = [page for page in pages if 'id="__config"' in page]
    scripts = [
        re.findall(r'<script src="[^"]*assets/(theme\.js|javascripts/[^"]*)"', p) for p in pages
    ]
    assert len(pages) > 5 and all(found == ["theme.js"] for found in scripts)


@pytest.mark.long
@pytest.mark.skipif(
    not (TOOL / "node_modules/esbuild").is_dir() or not shutil.which("node"),
    reason="esbuild is not installed: make theme-script installs it where npm is",
)
def test_made_again_it_is_the_same(tmp_path):
    subprocess.run(
        ["node", TOOL / "bundle.mjs", BUNDLES, tmp_path / "theme.js"], check=True, timeout=120
    )
    assert (tmp_path / "theme.js").read_bytes() == SCRIPT.read_bytes()


@browser.needed
def test_previews_ask_for_the_list_of_pages_once_and_when_one_comes_to_them(
    chromium, address, corpus
):
    page = chromium.new_context().new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    actor = max(corpus.claims_of_actor, key=lambda key: len(corpus.claims_of_actor[key]))
    page.goto(f"{address}actors/{actor}/", wait_until="networkidle")
    for fold in page.locator("details").all():
        fold.evaluate("fold => fold.open = true")
    assert "sitemap.xml" not in asked
    for number in range(2):
        mark = page.locator("a.place[data-preview]").nth(number)
        mark.scroll_into_view_if_needed()
        mark.hover()
        page.locator(".md-tooltip2--active").filter(has_text=mark.text_content()[-3:]).wait_for()
        page.mouse.move(1, 1)
        page.locator(".md-tooltip2").wait_for(state="detached")
    assert asked.count("sitemap.xml") == 1
    page.context.close()


@browser.needed
@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_browser_is_told_the_colors_that_a_page_has(chromium, address, system):
    context = chromium.new_context(color_scheme=system)
    page = context.new_page()
    page.goto(address)
    told = """() => [document.body.dataset.mdColorScheme,
      document.querySelector("meta[name=color-scheme]")?.content || "light"]"""
    looks = {"light": "default", "dark": "slate"}
    assert page.evaluate(told) == [looks[system], system]
    for scheme in ("dark", "light") if system == "light" else ("light", "dark"):
        page.locator("form[data-md-component=palette] label:visible").click()
        assert page.evaluate(told) == [looks[scheme], scheme]
    context.close()
