"""Hostile data, addresses and Markdown: refused with a message, or shown as text. Nothing ever runs.

`readers/hostile.py` puts a payload into every text of the small project that takes one. The site made
of it is opened page by page, with its policy and without: escaping alone must hold, and so must the
policy alone.
"""

import json
import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, SMALL, built
from lxml import html
from readers import browser, hostile
from test_build import run

HIDDEN = {
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
    "\u200f": "U+200F RIGHT-TO-LEFT MARK",
    "\u2066": "U+2066 LEFT-TO-RIGHT ISOLATE",
    "\u200b": "U+200B ZERO WIDTH SPACE",
    "\u00ad": "U+00AD SOFT HYPHEN",
    "\u0007": "U+0007",
    "\ue000": "U+E000",
}
FILES = sorted(
    path.relative_to(SMALL).as_posix()
    for path in SMALL.rglob("*")
    if path.suffix in (".yml", ".bib", ".cff", ".md")
)
RUN = hostile.RUN
PAGES = {
    f"<script>{RUN}</script>": "the tag <script>",
    f"<ScRiPt src=//x>{RUN}</sCrIpT>": "the tag <script>",
    f"<img src=x onerror={RUN}>": "the attribute 'onerror'",
    f"<img src=x onerror = '{RUN}'/>": "the attribute 'onerror'",
    f"<svg/onload={RUN}>": "a '<' that begins no tag",
    f"<svg onload={RUN}></svg>": "the tag <svg>",
    f"<b onclick={RUN}>x</b>": "the attribute 'onclick'",
    f"<b\nonclick={RUN}\n>x</b>": "the attribute 'onclick'",
    f"<scr<script>ipt>{RUN}</script>": "a '<' that begins no tag",
    '<iframe srcdoc="x"></iframe>': "the tag <iframe>",
    '<object data="x"></object>': "the tag <object>",
    '<base href="//x">': "the tag <base>",
    '<meta http-equiv="refresh" content="0;url=//x">': "the tag <meta>",
    '<link rel="stylesheet" href="//x">': "the tag <link>",
    "<style>*{}</style>": "the tag <style>",
    '<form action="//x"></form>': "the tag <form>",
    '<p style="position:fixed">x</p>': "the attribute 'style'",
    '<div id="__config">{"base": "//x"}</div>': "the id '__config', which could be taken for one of the theme's own",
    f'<a href="javascript:{RUN}">x</a>': "an address that begins with 'javascript:'",
    f'<a href=" java&#10;script:{RUN}">x</a>': "an address that begins with 'javascript:'",
    f"[x](javascript:{RUN})": "an address that begins with 'javascript:'",
    f"[x](<JavaScript:{RUN}>)": "an address that begins with 'javascript:'",
    f"[x](&#106;avascript:{RUN})": "an address that begins with 'javascript:'",
    f"[x][y]\n\n[y]: javascript:{RUN}": "an address that begins with 'javascript:'",
    f"![x](javascript:{RUN})": "an address that begins with 'javascript:'",
    "[x](data:text/html,x)": "an address that begins with 'data:'",
    f"x\n{{: onclick={RUN} }}": "the attribute 'onclick'",
    f"*x*{{ onclick='{RUN}' }}": "the attribute 'onclick'",
    f'*x*{{: onclick="{RUN}" }}': "the attribute 'onclick'",
    f"## x {{ #a onmouseover={RUN} }}": "the attribute 'onmouseover'",
    "## x { #__config }": "the id '__config', which could be taken for one of the theme's own",
    "*x*{ style=position:fixed }": "the attribute 'style'",
    f"| x |\n|---|\n| y {{ onclick={RUN} }} |": "the attribute 'onclick'",
    f'!!! note "<script>{RUN}</script>"\n\n    x': "the tag <script>",
    f"x[^1]\n\n[^1]: <script>{RUN}</script>": "the tag <script>",
    f"*[x]: <script>{RUN}</script>\n\nx": "the tag <script>",
}
MISTAKEN = {
    f"An odd ` here\n\n<script>{RUN}</script>\n\nand ` there.": "the tag <script>",
    f"An odd ` here\n\n[x](javascript:{RUN})\n\nand ` there.": "an address that begins with 'javascript:'",
    f"An odd ` here\n\n*x*{{ onclick={RUN} }}\n\nand ` there.": "the attribute 'onclick'",
}
"""What is code to the eyes of the rules and not to Markdown."""
HARMLESS = (
    "`<script>` and `{ onclick=x }` in code",
    "2 < 3, and 3 > 2 & so on",
    'a <b class="x">word</b> { .y }',
    "<https://example.org/>",
    "[x](https://example.org/?a=b&c=d) and [y](mailto:a@example.org)",
    '[x](#x){ #x .y title="z" }',
    "```\n<script>x</script>\n```",
    "| a | b |\n|--:|:-:|\n| 1 | 2 |",
    '<div class="x" markdown>\n\n*x*\n\n</div>',
    "the data: all of it",
    "{ braces }",
)


@pytest.mark.parametrize("text", PAGES)
def test_a_page_with_live_markup_is_refused(small, text):
    before = (small / "docs/index.md").read_text("utf-8")
    (small / "docs/index.md").write_text(f"{before}\n{text}\n", "utf-8")
    said = hostile.check(small)
    line = before.count("\n") + 2
    assert any(
        re.match(
            rf"docs/index\.md:({line}|{line + 1}|{line + 2}): a page may not hold {re.escape(PAGES[text])}",
            one,
        )
        for one in said
    ), said


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_markdown_passes(small, text):
    with open(small / "docs/index.md", "a", encoding="utf-8") as page:
        page.write(f"\n{text}\n")
    assert hostile.check(small) == []


@pytest.mark.parametrize(
    "head, said",
    [
        (
            "description: 'x\"><script>window.ran=true</script>'",
            "docs/index.md:2: 'x\"><script>window.ran=true</script>' holds one of < > & or a double quote",
        ),
        ("title: x &lt;script&gt;", "docs/index.md:2: 'x &lt;script&gt;' holds one of"),
        ('hide:\n- toc\n- "<b>"', "docs/index.md:2: '<b>' holds one of"),
        ("description: [", "docs/index.md:"),
    ],
)
def test_front_matter_is_text(small, head, said):
    before = (small / "docs/index.md").read_text("utf-8")
    (small / "docs/index.md").write_text(f"---\n{head}\n---\n{before}", "utf-8")
    assert any(one.startswith(said) for one in hostile.check(small)), hostile.check(small)


@pytest.mark.parametrize("title", ["Small <b>x</b>", "Small &lt;script&gt;", "Small &amp;"])
def test_a_title_is_text(small, title):
    page = small / "docs/topics/water.md"
    page.write_text(page.read_text("utf-8").replace("# Water", f"# {title}"), "utf-8")
    assert any(
        one.startswith("docs/topics/water.md:1: the title '") for one in hostile.check(small)
    )


HIDING = [
    (path, [*HIDDEN][at % len(HIDDEN)])
    for at, path in enumerate(FILES * (len(HIDDEN) // len(FILES) + 1))
]
"""Each file once and each character once."""


@pytest.mark.parametrize(
    "path, char", HIDING, ids=[f"{path}-{ord(char):04X}" for path, char in HIDING]
)
def test_characters_that_nobody_sees_are_refused(small, path, char):
    file = small / path
    lines = file.read_text("utf-8").split("\n")
    at = max(
        number for number, line in enumerate(lines) if (line.strip() and "{" in line) or number == 0
    )
    lines[at] = lines[at][:-1] + char + lines[at][-1:]
    file.write_text("\n".join(lines), "utf-8")
    said = hostile.check(small)
    assert any(
        line.startswith(
            f"{path}:{at + 1}: hidden character {HIDDEN[char]}; delete it; if it came with copied text, retype the words"
        )
        for line in said
    )


@pytest.mark.parametrize(
    "path, old, new",
    [
        ("data/topics.yml", "about: Rivers and floods.", 'about: "Rivers\\u202e and floods."'),
        ("docs/index.md", "# Small\n", "# Small\n\nA word&rlm;, and &#8238;another.\n"),
        ("docs/index.md", "# Small\n", "# Small\n\nA word&#x200f;.\n"),
    ],
)
def test_characters_named_in_other_ways_are_refused(small, path, old, new):
    text = (small / path).read_text("utf-8")
    assert old in text
    (small / path).write_text(text.replace(old, new), "utf-8")
    assert [
        one
        for one in hostile.check(small)
        if one.startswith(f"{path}:") and "hidden character" in one
    ]


def test_names_keep_their_joiners(small):
    file = small / "data/actors.yml"
    file.write_text(
        file.read_text("utf-8").replace("aliases: [township]", "aliases: [می\u200cخواهم]"), "utf-8"
    )
    for key in ("alder-2020", "cedar-2021"):
        assert run(small, "fingerprint", key, str(small / f"texts/{key}.txt")).returncode == 0
    assert hostile.check(small) == []


@pytest.fixture(scope="module")
def turned(tmp_path_factory):
    """The hostile project, and the site built of it."""
    root = hostile.project(
        Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("hostile") / "small")), ROOT
    )
    made = hostile.make(root)
    built(root, root / "site")
    return made


@pytest.fixture(scope="module")
def bare(turned, tmp_path_factory):
    """The same site without any policy."""
    folder = Path(shutil.copytree(turned.root / "site", tmp_path_factory.mktemp("bare") / "site"))
    for path in folder.rglob("*.html"):
        text, taken = re.subn(
            r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", path.read_text("utf-8")
        )
        assert taken == 1
        path.write_text(text, "utf-8")
    return folder


def test_what_is_refused_is_refused_with_a_place(turned):
    """And without a traceback; `hostile.check` sees to that."""
    assert len(turned.refused) > 100 and all(
        re.match(r"(data/|docs/|bibliography\.bib|CITATION\.cff)[^:]*:\d+: .", said)
        for *_, said in turned.refused
    )
    assert not [
        place
        for name, place in turned.let_in.values()
        if place.endswith((".url", ".doi", ".edtf", ".id", ".key"))
    ]


def test_payloads_got_in_everywhere(turned):
    places = {place.partition(":")[0] for place, _ in turned.let_in.values()}
    assert places >= {"bibliography.bib", "CITATION.cff"} and len(places) > 6
    assert sum(hostile.SCRIPT in payload for _, payload in turned.let_in.values()) > 30


def test_what_got_in_is_shown_as_text(turned):
    """Wherever a payload's marker is shown, its markup is shown before it, as text. Names are taken apart, and may show in part."""
    shown, broken = set(), []
    for path in (turned.root / "site").rglob("*.html"):
        document = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
        for script in document.xpath("//script | //style"):
            script.drop_tree()
        text = document.text_content()
        for marker, (place, payload) in turned.let_in.items():
            for found in (
                re.finditer(marker, text)
                if hostile.SCRIPT in payload and not place.endswith(": author")
                else ()
            ):
                shown.add(marker)
                if hostile.SCRIPT not in "".join(
                    text[max(0, found.start() - 500) : found.start()].split()
                ):
                    broken.append(
                        (path.parent.name, place, text[max(0, found.start() - 80) : found.end()])
                    )
        assert not document.xpath(
            "//article//*[@onerror or @onload or @onclick or starts-with(@href, 'javascript:') or @src='x']"
        )
        assert not document.xpath("//article//svg[@onload]")
    assert broken == [] and len(shown) > 30


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize(
    "guarded",
    [
        pytest.param(True, id="with its policy", marks=pytest.mark.long),
        pytest.param(False, id="by escaping alone"),
    ],
)
def test_nothing_runs_on_any_page(turned, bare, served, guarded):
    folder, wrong = turned.root / "site" if guarded else bare, []
    with served.at(folder) as root:
        page = served.chromium.new_page()
        page.on(
            "dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss())
        )
        page.on(
            "request",
            lambda request: (
                wrong.append(request.url)
                if not request.url.startswith((root, "data:")) or request.url.endswith("/x")
                else None
            ),
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console",
            lambda message: wrong.append(message.text) if message.type == "error" else None,
        )

        for path in sorted(folder.rglob("*.html")):
            address = root + path.relative_to(folder).as_posix().removesuffix("index.html")
            page.goto(address)
            page.evaluate("""async () => {
                for (const one of document.querySelectorAll('details')) one.open = true;
                for (const one of document.querySelectorAll('[title], a, abbr, button, h1, h2, h3, h4, td, p, li')) {
                    for (const type of ['mouseenter', 'mouseover', 'focus', 'mousemove']) one.dispatchEvent(new MouseEvent(type, {bubbles: true}));
                    if (!one.closest('a')) one.click();  // a link leads away
                }
            }""")
            browser.rest(page)
            assert page.evaluate("window.ran") is None, path
            # The clicks leave dialogs open and the focus in a field, where the key of the search is a letter.
            page.goto(address)
            page.keyboard.press("/")
            page.keyboard.type("script")
            browser.until(page, "document.querySelector('.find-status').textContent")
            browser.rest(page)
            assert page.evaluate("window.ran") is None, path
            assert page.evaluate(
                "!document.querySelector('[onerror], [onload], [onclick], [src=x], a[href^=\"javascript:\"]')"
            ), path
        page.context.close()
    assert wrong == []


@pytest.mark.parametrize("text", MISTAKEN)
def test_what_markdown_takes_for_live_is_refused_when_it_is_built(small, text, monkeypatch):
    """The look at what a page became stands alone: it refuses what the rules of its Markdown would have let through."""
    from briefsite.engine.build_error import BuildError
    from briefsite.model.build_settings import BuildSettings
    from briefsite.publish import build_site
    from briefsite.rules import all_rules, html_rules

    monkeypatch.setattr(
        all_rules,
        "ALL",
        tuple(rule for rule in all_rules.ALL if rule not in html_rules.RULES),
    )

    hostile.project(small, ROOT)
    with open(small / "docs/index.md", "a", encoding="utf-8") as page:
        page.write(f"\n{text}\n")
    assert hostile.check(small) == []
    with pytest.raises(BuildError) as refused:
        build_site.build(small, small / "site", BuildSettings())
    assert [
        str(problem)
        for problem in refused.value.problems
        if f"a page may not hold {MISTAKEN[text]}" in str(problem)
    ]
    assert not (small / "site").exists()


@browser.needed
def test_a_script_that_came_through_gets_no_hash(small, served):
    """The policy alone: markup that nothing has stopped, put where the theme takes it as it is, does not run."""
    root = hostile.project(small, ROOT)
    smuggled = f"<p>{hostile.SCRIPT}<img src=x onerror={RUN}><b onclick={RUN} id=smuggled>x</b></p>"
    config = root / "mkdocs.yml"
    copyright_line = re.compile(r'"copyright": "(?:[^"\\]|\\.)*"')
    value = f'"copyright": {json.dumps(smuggled)}'
    text, count = copyright_line.subn(lambda _: value, config.read_text("utf-8"))
    config.write_text(text, "utf-8")
    assert count == 1
    built(small, small / "site")
    with served.at(small / "site") as root:
        page = served.chromium.new_page()
        page.goto(root)
        page.locator("#smuggled").first.click()
        browser.rest(page)
        assert page.evaluate("window.ran") is None and RUN in page.content()
        page.context.close()
