"""The site in a browser: copying, the keyboard, a narrow screen, no JavaScript, nothing from elsewhere."""

import json
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from lxml import html
from readers import browser

from briefsite.citations import citation_styles

pytestmark = browser.needed

NOW = date.today()
TODAY = {
    "long": f"{NOW:%B} {NOW.day}, {NOW.year}",
    "short": f"{NOW.day} {NOW:%b}. {NOW.year}".replace("Sep.", "Sept.")
    .replace("May.", "May")
    .replace("Jun.", "June")
    .replace("Jul.", "July"),
}
STYLES = {key: style.label for key, style in citation_styles.STYLES.items()}


@pytest.fixture
def opened(chromium, address):
    """A function that opens a page of the site in a fresh profile."""
    contexts = []

    def open_page(path, box=False, **settings):
        contexts.append(chromium.new_context(**settings))
        contexts[-1].grant_permissions(["clipboard-read", "clipboard-write"])
        page = contexts[-1].new_page()
        page.goto(address + path)
        if box:
            page.locator(".cite-box summary").click()
        return page

    yield open_page
    for context in contexts:
        context.close()


def clipboard(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def press(page, button) -> str:
    """Press a button that copies, and read what it copied."""
    page.evaluate("navigator.clipboard.writeText('nothing yet')")
    button.click()
    browser.until(
        page,
        "button => ['Copied', 'Not allowed'].includes(button.textContent)",
        arg=button.element_handle(),
    )
    return clipboard(page)


def forms(site, path, today=TODAY) -> dict[str, list[tuple[str, str]]]:
    """(full, short) of everything in a page's box, by style, as the file on disk has it."""
    found = {style: [] for style in STYLES}
    for form in (
        html.parse(str(site / path / "index.html"), html.HTMLParser(encoding="utf-8"))
        .getroot()
        .find_class("cite-form")
    ):
        for day in form.find_class("cite-day"):
            day.text = today[day.get("data-day")]
        full, short = (
            " ".join(text.text_content().split()) for text in form.find_class("cite-text")
        )
        found[form.get("data-style")].append((full, short))
    return found


@pytest.mark.content
@pytest.mark.parametrize("style", STYLES)
def test_a_citation_is_copied_in_each_style(opened, site, style):
    page = opened("topics/russia/", box=True)
    page.locator(".cite-style select").select_option(style)
    buttons = page.locator(".cite-form:visible .cite-copy")
    copied = [press(page, buttons.nth(at)) for at in range(buttons.count())]
    assert (
        copied == [text for pair in forms(site, "topics/russia")[style] for text in pair]
        and len(copied) == 6
    )
    page.reload()
    page.locator(".cite-box summary").click()
    assert page.locator(".cite-form:visible h4").all_text_contents() == [STYLES[style]] * 3, (
        "the style is remembered"
    )


@pytest.mark.content
def test_files_are_copied(opened, site):
    """As they are, but for the day of access, which the files can't know."""
    today = date.today()
    page = opened("topics/russia/", box=True)
    buttons = page.locator(".cite-box .cite-files .cite-copy")
    copied = [press(page, buttons.nth(at)).replace("\r\n", "\n") for at in range(buttons.count())]
    bib, biblatex, ris = (
        (site / "topics/russia" / f"cite{form}").read_text("utf-8")
        for form in (".bib", "-biblatex.bib", ".ris")
    )
    day = f"urldate = {{{today.isoformat()}}}"
    assert copied[0].replace(f",\n  {day}\n}}", "\n}", 1) == bib != copied[0]
    assert copied[1].replace(f",\n  {day}\n}}", "\n}", 1) == biblatex != copied[1]
    assert copied[2].replace(f"Y2  - {today:%Y/%m/%d}\n", "", 1) == ris != copied[2]
    first, *others = json.loads(copied[3])
    assert first.pop("accessed") == {"date-parts": [[today.year, today.month, today.day]]}
    assert [first, *others] == json.loads((site / "topics/russia/cite.json").read_text("utf-8"))


@pytest.mark.content
def test_a_file_is_downloaded_without_being_opened(opened, site):
    page = opened("topics/russia/", box=True)
    with page.expect_download() as waiting:
        page.locator(".cite-box .cite-files").get_by_role("link", name="RIS").click()
    assert Path(waiting.value.path()).read_bytes() == (site / "topics/russia/cite.ris").read_bytes()


def test_the_box_works_by_keyboard_alone(opened, site):
    page = opened("about/")
    focused = "document.activeElement.matches({!r})"

    def tab_to(selector):
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate(focused.format(selector)):
                return
        raise AssertionError(f"Tab does not lead to {selector}")

    tab_to(".cite-box summary")
    page.keyboard.press("Enter")
    assert page.locator(".cite-box details").get_attribute("open") is not None
    tab_to(".cite-style select")
    page.keyboard.press("ArrowDown")
    tab_to(".cite-form .cite-copy")
    assert page.evaluate(
        "getComputedStyle(document.activeElement).outlineStyle != 'none' || document.activeElement.matches(':focus-visible')"
    )
    page.keyboard.press("Enter")
    browser.until(page, "document.activeElement.textContent == 'Copied'")
    assert clipboard(page) == forms(site, "about")["notes"][0][0]
    assert page.get_by_role("status").filter(has_text="Copied: ").count() == 1, (
        "said to who can't see it"
    )
    tab_to(".cite-box .cite-files a")


@pytest.mark.content
def test_without_javascript_every_text_is_there(opened, site):
    page = opened("topics/russia/", box=True, java_script_enabled=False)
    assert page.locator(".cite-form h4:visible").all_text_contents() == [*STYLES.values()] * 3
    texts = [
        " ".join(text.split()) for text in page.locator(".cite-text:visible").all_text_contents()
    ]
    unknown = dict.fromkeys(TODAY, "[day of access]")
    meant = forms(site, "topics/russia", unknown)
    assert texts == [text for at in range(3) for style in STYLES for text in meant[style][at]]
    assert page.locator(".cite-box button").count() == page.locator(".cite-box select").count() == 0
    assert page.locator(".cite-box .cite-files a:visible").count() == 4


@pytest.mark.content
@pytest.mark.parametrize(
    "path, selector",
    [("topics/russia/", "article p:has(a)"), ("briefs/easley-2024/", "article h4 + p")],
)
def test_a_paragraph_is_copied_as_it_stands(opened, path, selector):
    page = opened(path)
    paragraph = page.locator(selector).first
    paragraph.evaluate("element => getSelection().selectAllChildren(element)")
    page.keyboard.press("Control+c")
    said = paragraph.inner_text().strip().removesuffix("Cite").strip()  # the button's word
    assert clipboard(page).strip() == said != ""


def shown(page) -> list[list[str]]:
    return page.evaluate(
        "[...document.querySelectorAll('.overview tbody tr')].filter(row => !row.hidden).map(row => [...row.cells].map(cell => cell.textContent.trim()))"
    )


@pytest.mark.content
def test_compare_is_filtered_and_sorted(opened, corpus):
    page = opened("compare/")
    every, heads = (
        shown(page),
        [
            head.strip()
            for head in page.locator(".overview").first.locator("thead th").all_text_contents()
        ],
    )
    count, topic_at, relation_at = (
        page.locator(".filters output"),
        heads.index("Topic"),
        heads.index("How they relate"),
    )
    assert (
        len(every) == len(corpus.questions)
        and count.text_content() == f"{len(every)} of {len(every)} questions"
    )
    topic, relation, words = (
        page.locator(".filters label", has_text=name).locator("select, input")
        for name in ("Topic", "Relation", "Words")
    )
    chosen = every[0][topic_at]
    topic.select_option(chosen)
    assert shown(page) == [row for row in every if row[topic_at] == chosen] and len(
        shown(page)
    ) < len(every)
    topic.select_option("all")
    relation.select_option("agreement")
    assert 0 < len(shown(page)) < len(every) and all(
        row[relation_at].startswith("agreement") for row in shown(page)
    )
    relation.select_option("all")
    words.fill("RUSSIA why")
    assert (
        shown(page)
        == [
            row for row in every if all(word in " ".join(row).lower() for word in ("russia", "why"))
        ]
        != []
    )
    assert count.text_content() == f"{len(shown(page))} of {len(every)} questions"
    words.fill("")
    button = page.locator(".overview thead th").nth(topic_at).get_by_role("button")
    for said in ("ascending", "descending"):
        button.focus()
        page.keyboard.press("Enter")
        orders = page.locator(".overview table").evaluate_all(
            """(tables, at) => tables.map(table => [table.tHead.rows[0].cells[at].ariaSort,
              [...table.tBodies[0].rows].map(row => row.cells[at].textContent.trim())])""",
            topic_at,
        )
        for direction, topics in orders:
            assert direction == said
            assert topics == sorted(topics, key=str.casefold, reverse=said == "descending")
    assert sorted(map(tuple, shown(page))) == sorted(map(tuple, every))


@pytest.mark.content
@pytest.mark.parametrize(
    "old, new",
    [
        ("agree", "agreement"),
        ("differ", "partial-agreement"),
        ("conflict", "dissonance"),
        ("only", "silence"),
    ],
)
def test_views_of_before_are_still_there(opened, corpus, old, new):
    page = opened(f"compare/?relation={old}")
    assert page.locator(".overview tbody tr:visible").count() == sum(
        question.relation_or_silence.replace(" ", "-") == new for question in corpus.questions
    )
    assert page.url.endswith(f"?relation={new}")


def test_the_key_questions_stand_on_one_screen(opened, corpus):
    page = opened("compare/", viewport={"width": 1280, "height": 800})
    entries = page.locator(".key-questions li")
    assert entries.count() == sum(question.key for question in corpus.questions)
    last = entries.last.bounding_box()
    assert last["y"] + last["height"] <= 800


@pytest.mark.content
@pytest.mark.parametrize("width", [390, 1280])
def test_a_question_is_unfolded_and_lands_below_the_head(opened, corpus, width):
    question = next(q for q in reversed(corpus.questions) if q.relation_or_silence == "silence")
    page = opened(f"compare/#{question.id}", viewport={"width": width, "height": 800})
    row = page.locator(f"#{question.id}")
    browser.until(page, f"document.getElementById('{question.id}').offsetHeight > 0")
    heads = page.locator(".md-header, .overview:has(:target) thead th")
    below = max(box["y"] + box["height"] for box in map(_box, heads.all()) if box["height"] > 2)
    assert below - 2 <= row.bounding_box()["y"] < below + 60
    assert page.locator("details.questions[open]").count() == 2
    page.evaluate(f"location.hash = '{corpus.retired_questions[0].id}'")
    assert page.locator(f"#{corpus.retired_questions[0].id}").count() == 1


def _box(locator):
    return locator.bounding_box()


def test_compare_stands_complete_without_javascript(opened, corpus):
    page = opened("compare/", java_script_enabled=False)
    assert page.locator(".overview tbody tr:visible").count() == len(corpus.questions)


@pytest.mark.content
def test_reference_managers_find_every_work_of_the_bibliography(opened, corpus):
    """Zotero's connector looks for COinS when a page is loaded, and again when the page tells it to."""
    page = opened("bibliography/")
    page.evaluate(
        "document.addEventListener('ZoteroItemUpdated', () => window.told = document.querySelectorAll('.Z3988').length)"
    )
    assert page.locator(".Z3988").count() == 0
    page.mouse.move(9, 9)
    browser.until(page, "window.told")
    found = dict(
        page.evaluate(
            "[...document.querySelectorAll('.works > dt')].map(work => [work.id, work.querySelector('.Z3988').title])"
        )
    )
    assert found.keys() == corpus.works.keys() and page.evaluate("told") == len(found)
    easley = parse_qs(found["easley-2024"])
    assert {name: value for name, (value,) in easley.items()} == {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:book",
        "rft.genre": "report",
        "rft.btitle": "Waiting for Trump: North Korea's Interim Cold War 2.0 Strategy",
        "rft.date": "2024-06-11",
        "rft.series": "Global NK Commentary",
        "rft.isbn": "979-11-6617-767-5",
        "rft.pub": "East Asia Institute",
        "rft.language": "en",
        "rft_id": "https://globalnk.org/publication/view.php?cd=COM000144&ctype=1",
        "rft.au": "Easley, Leif-Eric",
    }
