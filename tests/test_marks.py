"""Claims' marks: footnotes in Markdown, in Word by pandoc, and in a browser."""

import itertools
import zipfile
from pathlib import Path

import markdown
import pypandoc
import pytest
from conftest import SMALL, built, whole_small
from lxml import etree, html
from readers import browser, tools

from briefsite.engine import page_markdown
from briefsite.engine.build_context import BuildContext
from briefsite.model.build_settings import BuildSettings
from briefsite.pages import claim_links, rendering
from briefsite.rules.check import check_data

EXTENSION = "briefsite.engine.markdown_extension"
VIEWS = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 390, "height": 844}}
WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
NOTES = """
[^B2]: Birch &amp; Son 2024, ¶ 12: Says *two*. [B2](b.md#B2)

[^B10]: Birch &amp; Son 2024, ¶ 3: Says ten. [B10](b.md#B10)

[^A1]: <span lang="ko">한</span> 2024, ¶ 7: Says one. [A1](a.md#A1)

[^own]: An own note.
"""


def rendered(text: str, **options):
    """HTML by Python-Markdown alone, as any engine may call it."""
    extensions = ["tables", "attr_list", "footnotes", "toc", EXTENSION]
    settings = {"footnotes": {"USE_DEFINITION_ORDER": False}, EXTENSION: options}
    made = markdown.markdown(text, extensions=extensions, extension_configs=settings)
    return html.fromstring(f"<main>{made}</main>")


@pytest.fixture
def page():
    text = f"# T\n\nOne.[^own] Two.[^B2][^B10] [^A1] Three.[^A1]\n{NOTES}"
    return rendered(text, briefs={"A": "brief-1", "B": "brief-2"})


def test_a_mark_names_its_brief_where_no_color_is_left():
    text = f"# T\n\nOne.[^B2] Two.[^A1]\n{NOTES}"
    links = rendered(text, briefs={"A": "brief-1", "B": rendering.PLAIN}).iter("a")
    assert [link.get("data-letter") for link in links if link.get("data-letter")] == [
        "Birch & Son 2024",
        "A",
    ]


def test_marks_side_by_side_are_one_group(page):
    groups = [
        [
            (link.get("data-letter"), link.text, link.get("class"), link.get("href"))
            for link in group.iter("a")
        ]
        for group in page.find_class("marks")
    ]
    assert groups == [
        [
            ("B", "¶\xa012", "footnote-ref brief-2", "#fn:B2"),
            (None, "¶\xa03", "footnote-ref brief-2", "#fn:B10"),
            ("A", "¶\xa07", "footnote-ref brief-1", "#fn:A1"),
        ],
        [("A", "¶\xa07", "footnote-ref brief-1", "#fn:A1")],
    ]
    assert [link.get("aria-label") for link in page.xpath("//*[@class='marks'][1]//a")] == [
        "Birch & Son 2024, paragraph 12",
        "Birch & Son 2024, paragraph 3",
        "한 2024, paragraph 7",
    ]


def test_notes_of_claims_stand_by_brief_and_paragraph(page):
    (notes,) = page.find_class("claim-notes")
    assert [item.get("id") for item in notes.iter("li")] == ["fn:A1", "fn:B10", "fn:B2"]
    (heading,) = notes.xpath("./details/summary/h2")
    assert heading.text == "Claims" and heading.get("id") == "claim-notes"
    first = next(notes.iter("li"))
    assert " ".join(first.text_content().split()) == "한 2024, ¶ 7: Says one. A1 ↩"
    assert first.xpath(".//a/@href") == ["a.md#A1", "#fnref:A1"]
    assert first.xpath(".//a/@aria-label") == [
        "Back to the text from claim A1",
    ]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_other_notes_keep_a_list_of_their_own():
    page = rendered(f"A.[^A1] B.[^own] C.[^last]\n{NOTES}\n[^last]: Last.\n")
    (notes,) = page.find_class("footnote")
    assert [item.get("id") for item in notes.iter("li")] == ["fn:own", "fn:last"]
    assert page.xpath("//sup[not(ancestor::*[@class='marks'])]/a/text()") == ["1", "2"]
    assert notes.xpath(".//a/@title") == [
        f"Jump back to footnote {number} in the text" for number in (1, 2)
    ]
    assert notes.getnext().get("class") == "claim-notes"
    only = rendered("A.[^A1]\n\n[^A1]: X 2024, ¶ 1: One. [A1](a.md#A1)\n")
    assert not only.find_class("footnote") and only.find_class("claim-notes")
    assert not rendered("A.[^own]\n\n[^own]: Own.\n").find_class("claim-notes")
    assert not rendered("A.[^A1]\n\n[^A1]: No claim's note.\n").find_class("marks")


def test_a_cell_knows_its_column_by_the_text_alone():
    page = rendered('| <span lang="ko">한국</span> &amp; a\\*b |\n|---|\n| x |\n')
    assert page.xpath("//td/@data-label") == ["한국 & a*b"]


def test_notes_are_made_of_what_a_page_marks():
    corpus, _ = check_data(SMALL)
    text = "Built.[^A2][^A1] In code, `[^A3]`; escaped, \\[^C1]; unknown[^A99]."
    assert claim_links.notes(corpus, "topics/water.md", text) == (
        "[^A1]: Alder 2020, ¶ 1: The river rose in May 2019. [A1](../briefs/alder-2020.md#A1)\n\n"
        '[^A2]: Alder 2020, ¶ 1: The town probably built its "wall of reeds" too late. '
        "[A2](../briefs/alder-2020.md#A2)"
    )


def test_a_mark_names_its_claim_as_a_link_does(small):
    index = small / "docs/index.md"
    index.write_text("# Small\n\nA flood.[^C1] It [rose][A1].[^A3]\n", "utf-8")
    corpus, problems = check_data(small)
    assert problems == []
    (page,) = (page for page in corpus.pages if page.path == "docs/index.md")
    assert [(use.name, use.line, use.text) for use in page.claims] == [
        ("C1", 3, ""),
        ("A1", 3, "rose"),
        ("A3", 3, ""),
    ]
    assert page in corpus.pages_with["A3"]
    context = BuildContext.begin(small, BuildSettings())
    assert [(one.label, one.locator) for one in context.citations.pages["index.md"].briefs] == [
        ("Alder 2020", "¶¶ 1–2"),
        ("Cedar 2021", "¶ 1"),
    ]


def test_what_is_right_is_let_through(small):
    water = small / "docs/topics/water.md"
    text = (
        "## More\n\nIt rose.[^A1][^A2] [Once][A3].[^C1] So said [@alder-2020, ¶ 1].[^a] Its"
        ' "wall of reeds"[^A2] stood. It fell [@alder-2020].[^A1] In code, `[A1][A2]`; escaped, \\[^A1].\n\n'
        "[^a]: A note on [water][A1].\n\n"
    )
    water.write_text(water.read_text("utf-8").replace("<!-- comp", f"{text}<!-- comp"), "utf-8")
    corpus, problems = check_data(small)
    assert problems == []
    (page,) = (page for page in corpus.pages if page.topic == "water")
    assert [use.name for use in page.works] == ["alder-2020", "alder-2020"]


def test_word_gets_real_footnotes(small, tmp_path):
    context = BuildContext.begin(small, BuildSettings())
    text = "Three.[^A2][^A3][^C1]\n"
    text += page_markdown.references(context, "index.md", text)
    path = tmp_path / "page.docx"
    pypandoc.convert_text(text, "docx", "markdown", outputfile=str(path))
    with zipfile.ZipFile(path) as archive:
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        body = etree.fromstring(archive.read("word/document.xml"))
    said = ["".join(note.itertext()).strip() for note in notes.iterfind("w:footnote", WORD)]
    assert [note for note in said if note] == [
        "Alder 2020, ¶ 1: The town probably built its “wall of reeds” too late. A2",
        "Alder 2020, ¶ 2: The town should build again. A3",
        "Cedar 2021, ¶ 1: Experts expect another flood in 2022. C1",
    ]
    assert len(body.findall(".//w:footnoteReference", WORD)) == 3
    assert "[^" not in "".join(body.itertext())


@pytest.fixture(scope="module")
def marked(shared) -> Path:
    """The small project, which has marks, as a site."""

    def make(folder):
        project = whole_small(folder / "project")
        built(project, folder / "site")

    return shared.folder("marked", make) / "site"


@pytest.fixture
def opened(served, marked):
    """A function that opens the page with marks in a fresh profile."""
    contexts = []

    def open_page(**settings):
        contexts.append(served.chromium.new_context(**{"viewport": VIEWS["wide"]} | settings))
        page = contexts[-1].new_page()
        page.goto(browser.HOME)
        if settings.get("java_script_enabled", True):
            page.wait_for_load_state("networkidle")
        return page

    with served.at(marked):
        yield open_page
        for context in contexts:
            context.close()


def mark(page, claim="A3"):
    return page.locator(f".marks a[href='#fn:{claim}']").first


SHOWN = ".md-tooltip2--active"


@browser.needed
@tools.axe_needed
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_three_marks_stand_side_by_side(opened, view, scheme):
    page = opened(color_scheme=scheme, viewport=VIEWS[view])
    group = page.locator(".marks").first
    assert group.inner_text().split("\n") == ["¶\xa01¶\xa02¶\xa01"]
    boxes = [link.bounding_box() for link in group.locator("a").all()]
    assert len(boxes) == 3
    assert all(a["x"] + a["width"] <= b["x"] + 1 for a, b in itertools.pairwise(boxes))
    colours = group.locator("a").evaluate_all(
        "links => links.map(one => getComputedStyle(one).color)"
    )
    assert colours[0] == colours[1] != colours[2]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert tools.axe(page) == []
    mark(page).focus()
    page.locator(SHOWN).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@browser.needed
@pytest.mark.parametrize("how", ["hover", "focus"])
def test_a_mark_is_previewed_and_escape_closes_it(opened, how):
    page = opened()
    getattr(mark(page), how)()
    shown = page.locator(SHOWN)
    shown.wait_for()
    assert (
        " ".join(shown.inner_text().split()) == "Alder 2020, ¶ 2: The town should build again. A3"
    )
    page.keyboard.press("Escape")
    shown.wait_for(state="hidden")
    assert "#" not in page.url
    page.mouse.move(0, 0)
    page.keyboard.press("Tab")
    mark(page, "C1").focus()
    page.locator(SHOWN).filter(has_text="Experts expect").wait_for()


@browser.needed
def test_enter_follows_a_mark_and_leads_back(opened):
    page = opened()
    mark(page).focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#fn:A3")
    page.get_by_role("link", name="Back to the text from claim A3").press("Enter")
    assert page.url.endswith("#fnref:A3")
    page.locator("[id='fn:A3']").get_by_role("link", name="A3", exact=True).click()
    assert page.url.endswith("briefs/alder-2020/#A3")


@browser.needed
def test_a_touch_shows_the_note_in_place(opened):
    page = opened(has_touch=True, viewport=VIEWS["narrow"])
    mark(page).tap()
    page.locator(SHOWN).filter(has_text="The town should build again.").wait_for()
    page.wait_for_timeout(800)  # in which marks.js would follow a mark without a preview
    assert "#" not in page.url
    page.locator(SHOWN).get_by_role("link", name="A3").tap()
    page.wait_for_url("**/briefs/alder-2020/#A3")


@browser.needed
def test_after_a_touch_enter_and_a_mouse_follow_a_mark(opened):
    page = opened(has_touch=True)
    mark(page).tap()
    page.keyboard.press("Enter")
    assert page.url.endswith("#fn:A3")
    mark(page, "C1").click()
    assert page.url.endswith("#fn:C1")


@browser.needed
def test_without_a_preview_a_touch_follows_a_mark(opened):
    page = opened(has_touch=True)
    page.route("**/assets/theme.js", lambda route: route.abort())
    page.reload()
    mark(page).tap()
    page.wait_for_url("**#fn:A3")


@browser.needed
def test_without_javascript_a_touch_follows_a_mark(opened):
    page = opened(has_touch=True, java_script_enabled=False)
    mark(page).tap()
    assert page.url.endswith("#fn:A3")
    assert page.get_by_role("heading", name="Claims").is_visible()


@browser.needed
def test_paper_shows_small_marks_and_the_notes(opened):
    page = opened()
    page.emulate_media(media="print")
    small, large = (
        page.locator(where).first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        for where in (".marks a", "article p")
    )
    assert small < 0.8 * large
    assert page.locator(".claim-notes li:visible").count() == 4
    assert page.locator(".footnote-backref:visible").count() == 0


def test_the_site_with_marks_is_whole(marked):
    document = html.parse(str(marked / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    places = {link[1:] for link in document.xpath("//article//a/@href") if link.startswith("#")}
    assert {f"fn:{claim}" for claim in ("A1", "A2", "A3", "C1")} <= places <= set(ids)
    assert not document.xpath("//*[@style]")


@tools.vnu_needed
def test_the_html_with_marks_is_valid(marked):
    assert tools.vnu([marked / "index.html"]) == []
