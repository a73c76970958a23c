"""The look of the site, where a browser can tell whether it holds."""

import re
import struct

import pytest
from lxml import html
from readers import browser

from briefsite.citations.citation_styles import STYLES
from briefsite.engine import stylesheets, theme_internals

pytestmark = pytest.mark.skipif(
    not browser.CHROMIUM, reason="no Chromium is installed: make test installs it where it may"
)


FONTS = 35_000
UNUSED = theme_internals.unused_selectors(with_search=True)


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_running_text_is_as_wide_as_one_reads(page, address):
    page.goto(address + "about/method/")
    across = page.locator(
        "h2 + p"
    ).evaluate_all("""paragraphs => paragraphs.map(paragraph => {
      const range = document.createRange(); range.selectNodeContents(paragraph);
      return paragraph.textContent.length / (paragraph.getBoundingClientRect().height / parseFloat(getComputedStyle(paragraph).lineHeight)); })""")
    assert len(across) > 3 and all(55 <= length <= 76 for length in across), across


def test_the_first_screen_holds_the_whole(page, address, corpus):
    page.goto(address)
    for part in (".opening h1", ".brief-list", "a.way", ".verdict-counts", ".agreement-map > ul"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] <= 800, part


@pytest.mark.content
def test_the_table_is_filtered_and_sorted_by_keyboard_and_says_so(page, address):
    page.goto(address + "compare/")
    rows, status = page.locator(".comparison tbody tr"), page.locator(".filters output")
    every = rows.count()
    assert (
        status.get_attribute("aria-live") == "polite"
        and status.text_content() == f"{every} of {every} questions"
    )
    page.locator(".filters label", has_text="Relation").locator("select").focus()
    page.keyboard.press("ArrowDown")
    shown = page.locator(".comparison tbody tr:visible").count()
    assert 0 < shown < every and status.text_content() == f"{shown} of {every} questions"
    assert "relation=" in page.url
    head = page.get_by_role("button", name="Question")
    head.focus()
    page.keyboard.press("Enter")
    assert status.text_content() == f"{shown} of {every} questions, sorted by Question, A to Z"
    first = page.locator(".comparison tbody tr:visible td:first-child").all_text_contents()
    assert (
        first == sorted(first, key=str.casefold)
        and page.locator("th[aria-sort=ascending]:visible").count() == 1
    )
    sent = page.url
    page.goto("about:blank")
    page.goto(sent)
    assert (
        page.locator(".comparison tbody tr:visible td:first-child").all_text_contents() == first
    ), "the address brings the same view"
    page.get_by_role("button", name="Show all").press("Enter")
    assert status.text_content().startswith(f"{every} of {every}") and "relation=" not in page.url


@pytest.mark.content
def test_the_head_of_the_table_stays_in_sight(page, address):
    page.goto(address + "compare/")
    page.locator(".comparison tbody tr").nth(2).scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 400)")
    head, bar = (
        page.locator(".comparison thead th").first.bounding_box(),
        page.locator(".md-header").bounding_box(),
    )
    assert abs(head["y"] - (bar["y"] + bar["height"])) < 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_of_briefs_can_be_read(chromium, address, scheme):
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    found = page.evaluate("""() => { const probe = document.body.appendChild(document.createElement('i'));
      const rgb = name => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map(Number); };
      return Object.fromEntries(['paper', 'card', 'ink', 'quiet', 'link', 'since', ...Array.from({length: 10}, (_, at) => `brief-${at + 1}`)].map(name => [name, rgb(name)])); }""")
    context.close()

    def light(colour):
        parts = [
            part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
            for part in colour
        ]
        return sum(
            part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=False)
        )

    for name in set(found) - {"paper", "card"}:
        for ground in ("paper", "card"):
            dark, bright = sorted((light(found[name]), light(found[ground])))
            assert (bright + 0.05) / (dark + 0.05) >= 4.5, (name, ground)
    assert len({tuple(found[f"brief-{at}"]) for at in range(1, 11)}) == 10


@pytest.mark.content
def test_paper_shows_every_row_and_no_chrome(page, address):
    page.goto(address + "compare/?relation=agreement")
    page.wait_for_selector(".filters output")
    assert (
        page.locator(".comparison tbody tr:visible").count()
        < page.locator(".comparison tbody tr").count()
    )
    page.emulate_media(media="print")
    assert (
        page.locator(".comparison tbody tr:visible").count()
        == page.locator(".comparison tbody tr").count()
    )
    for chrome in (".md-header", ".md-tabs", ".filters", ".md-footer", ".trail"):
        assert page.locator(f"{chrome}:visible").count() == 0, chrome
    for head in page.locator(".comparison th button").all():
        shown = head.evaluate("button => getComputedStyle(button).display")
        assert shown == "contents", "Chromium repeats no box of a button at the head of a page"


@pytest.mark.content
def test_a_printed_topic_names_its_claims_and_references(page, address):
    page.goto(address + "topics/russia/")
    page.emulate_media(media="print")
    notes = page.locator(".claim-notes li:visible")
    named = [re.search(r"\b[A-Z]\d+\b", note) for note in notes.all_text_contents()]
    assert len(named) > 20 and all(named)
    assert page.locator(".works-cited .reference:visible").count() > 1
    assert (
        page.locator(".works-cited .reference a[href^=http]")
        .first.text_content()
        .startswith("http")
    )
    shown = page.locator(".cite-form:visible").evaluate_all("all => all.map(e => e.dataset.style)")
    assert set(shown) == {next(iter(STYLES))}


@pytest.mark.content
def test_fonts_are_ours_and_small(page, address):
    loaded = {}
    page.on(
        "response",
        lambda answer: (
            loaded.setdefault(answer.url, answer)
            if answer.request.resource_type == "font"
            else None
        ),
    )
    page.goto(address + "topics/russia/", wait_until="networkidle")
    assert loaded and all(url.startswith(address) for url in loaded)
    assert sum(len(answer.body()) for answer in loaded.values()) <= FONTS


def test_the_theme_has_no_style_left_out_that_a_page_needs(site):
    left_out = set()
    for path in site.rglob("*.html"):
        for element in html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot().iter():
            left_out |= {
                name
                for name in (element.get("class") or "").split()
                if isinstance(element.tag, str) and UNUSED.search(f".{name}")
            }
    own = {"footnote-ref", "footnote-backref"}
    # Notes have styles of our own, in 4-parts.css; those of the theme hide their links.
    assert left_out - own <= {"note"}, "take them out of UNUSED"


def test_cutting_styles_keeps_what_is_used():
    css = ".a,.tabbed-x{color:red}.tabbed-y{b:c}@media print{.md-tag{d:e}.a{content:'x;}{'}}:root{--md-one:1;--md-two:url('a;b')}.b{c:var(--md-two)}@keyframes k{0%{o:0}}"
    slim = stylesheets.without_unused(css, UNUSED)
    assert (
        ".a{color:red}" in slim
        and "tabbed" not in slim
        and "md-tag" not in slim
        and "content:'x;}{'" in slim.replace('"', "'")
    )
    assert "--md-one" not in slim and "--md-two" in slim and "@keyframes k" in slim


@pytest.mark.content
def test_the_card_is_of_the_size_that_is_shown(site):
    head = html.parse(str(site / "topics/russia/index.html")).getroot().head
    told = {
        meta.get("property"): meta.get("content")
        for meta in head.iter("meta")
        if meta.get("property")
    }
    assert re.match(r"https?://.*/assets/card\.png$", told["og:image"])
    picture = (site / "assets/card.png").read_bytes()
    assert (
        struct.unpack(">II", picture[16:24])
        == (int(told["og:image:width"]), int(told["og:image:height"]))
        == (1200, 630)
    )
