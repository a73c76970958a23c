"""Whatever has an address is copied with its citation: rich text, plain text, BibLaTeX."""

import json
import re
from datetime import date

import pytest
from lxml import html
from readers import browser
from readers.copied import BOTH, allowed, dialog_of, opener, press

TODAY = date.today()
SAID = f"{TODAY:%B} {TODAY.day}, {TODAY.year}"


@pytest.fixture
def opened(chromium, address):
    """A function that opens a page of the site, allowed to use the clipboard."""
    context = allowed(chromium)

    def open_page(path):
        page = context.new_page()
        page.goto(address + path)
        return page

    yield open_page
    context.close()


def first(corpus, kind):
    """Page, anchor and a piece of the title of one record of a kind."""
    if kind == "claim":
        return (
            "briefs/easley-2024/",
            "E31",
            f"Claim E31: Easley 2024, ¶ {corpus.claim['E31'].paragraph}",
        )
    if kind == "row":
        return "compare/", corpus.questions[0].id, ""
    if kind == "event":
        return "timeline/", next(event.id for event in corpus.events if not event.expected), ""
    if kind == "development":
        return "timeline/since/", corpus.developments[0].id, ""
    if kind == "picture":
        return (
            "forecasts/",
            f"picture-forecasts-{corpus.briefs[0].key}",
            "what became of it (chart)",
        )
    if kind == "chart":
        return "timeline/", "chart", "Timeline (chart)"
    made = next(forecast for forecast in corpus.forecasts if forecast.verdict)
    return "forecasts/", f"forecast-{made.claim}", ""


KINDS = ["claim", "row", "event", "forecast", "development", "picture", "chart"]


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize("kind", KINDS)
def test_a_record_is_copied(opened, site, corpus, kind):
    path, anchor, title = first(corpus, kind)
    page = opened(f"{path}#{anchor}")
    known = json.loads((site / path / "citations.json").read_text("utf-8"))
    record = known["records"][anchor]
    assert title in record["title"]
    dialog = dialog_of(page, opener(page, anchor))
    assert record["title"] in dialog.locator("h2").inner_text()
    own = dialog.locator("h3", has_text="This site").locator("xpath=following-sibling::*")
    copied = press(page, own.locator(".cite-copy:visible").first)
    address = page.locator("link[rel='canonical']").get_attribute("href") + f"#{anchor}"
    for flavor in ("text/plain", "text/html"):
        assert address in copied[flavor] and SAID in copied[flavor], flavor
        assert "Copy" not in copied[flavor] and "9999" not in copied[flavor]
    assert "<a href=" in copied["text/html"] and "<" not in copied["text/plain"]
    bib = press(page, dialog.get_by_role("button", name="Copy all as BibLaTeX"))["text/plain"]
    assert f"url = {{{address}}}" in bib and f"urldate = {{{TODAY.isoformat()}}}" in bib
    assert bib.count("\n@") == len({known["parts"][key][0] for _, key, _ in record["parts"]}) - 1


@pytest.mark.content
@browser.needed
def test_italics_survive(opened):
    page = opened("briefs/easley-2024/")
    dialog = dialog_of(page, page.locator("[id='E31'] + p .cite-open"))
    brief = dialog.locator(".cite-form:visible").first
    listed, said = (press(page, button) for button in brief.locator(".cite-copy").all())
    assert "<em>" in listed["text/html"] and "Strategy" in listed["text/plain"]
    assert "¶" not in listed["text/plain"] and said["text/plain"] == "(Easley 2024, ¶ 3)"


@pytest.mark.content
def test_a_paragraph_stands_in_notes_and_in_the_text(site, corpus):
    """An entry of a reference list names the whole work, in all styles that have a list."""
    for brief in corpus.briefs:
        known = json.loads((site / "briefs" / brief.key / "citations.json").read_text("utf-8"))
        for claim in brief.claims:
            heading, key, _ = known["records"][claim.id]["parts"][0]
            assert heading == f"The brief: {brief.label}, ¶ {claim.paragraph}"
            for style, (full, short) in known["parts"][key][1].items():
                place = re.compile(rf"¶ {claim.paragraph}\b")
                assert bool(place.search(full)) == (style == "notes") and place.search(short), style


def test_a_claim_is_cited_by_its_brief_first_and_all_else_by_this_site(site, corpus):
    for folder, named in (
        (f"briefs/{corpus.briefs[0].key}", ["The brief: ", "This site"]),
        ("compare", ["This site", "The brief: "]),
    ):
        known = json.loads((site / folder / "citations.json").read_text("utf-8"))
        for record in known["records"].values():
            heads = [heading for heading, _, _ in record["parts"]]
            assert all(map(str.startswith, heads, named)), heads


@browser.needed
def test_the_dialog_warns_of_a_preview_as_the_box_does(opened, corpus):
    page = opened(f"compare/#{corpus.questions[0].id}")
    dialog = dialog_of(page, opener(page, corpus.questions[0].id))
    warned = page.locator("#cite .cite-preview").all_text_contents()
    assert warned and dialog.locator(".cite-preview").all_text_contents() == warned


@pytest.mark.content
@browser.needed
def test_a_view_is_cited_as_it_is_filtered(opened):
    page = opened("timeline/?actor=russia")
    dialog = dialog_of(page, page.get_by_role("button", name="Cite this view"))
    copied = press(page, dialog.locator(".cite-form:visible .cite-copy").first)
    for flavor in ("text/plain", "text/html"):
        assert "filtered (Actor: Russia)" in copied[flavor]
        assert "/timeline/?actor=russia" in copied[flavor] and "citeplace" not in copied[flavor]
    bib = press(page, dialog.get_by_role("button", name="Copy all as BibTeX"))["text/plain"]
    assert "/timeline/?actor=russia}" in bib and "citeplace" not in bib


SELECT = """() => {
  const marked = [...document.querySelectorAll("article a.footnote-ref")]
    .map(mark => mark.closest("p, li")).find(block => block && block.offsetParent);
  const range = document.createRange();
  range.selectNodeContents(marked);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@browser.needed
def test_a_selection_takes_its_marks_along(opened):
    page = opened("summary/")
    with page.expect_response("**/citations.json"):
        page.evaluate(SELECT)
    passage = page.locator(".cite-passage")
    passage.wait_for()
    page.keyboard.press("Control+C")
    copied = page.evaluate(BOTH)
    for flavor in ("text/plain", "text/html"):
        assert re.search(r"\(\w+ \d{4}, ¶¶? \d", copied[flavor]), copied[flavor]
        assert "Copy" not in copied[flavor] and "Cite" not in copied[flavor]
    dialog = dialog_of(page, passage)
    quoted = press(page, dialog.locator(".cite-quoted .cite-copy"))["text/plain"]
    assert re.fullmatch(r"“.+” \(.+, ¶¶? .+\)", quoted)
    heads = dialog.locator("h3").all_text_contents()
    assert heads[0] == "The passage" and any(head.startswith("The brief: ") for head in heads)
    assert ":~:text=" in dialog.inner_text() and "99999" not in dialog.inner_text()


@pytest.mark.content
def test_a_source_that_the_brief_cites_is_cited_in_the_brief(site, corpus):
    claim = next(claim for claim in corpus.claim.values() if claim.cites)
    brief = corpus.brief_of[claim.id]
    known = json.loads((site / "briefs" / brief.key / "citations.json").read_text("utf-8"))
    (heading, key, _) = known["records"][claim.id]["parts"][-1]
    said = f"ited in {brief.label}, ¶ {claim.paragraph}"
    assert said in heading
    for full, _ in known["parts"][key][1].values():
        assert said in full and full.find(said) < (
            full.find("http") if "http" in full else len(full)
        )


def test_each_page_has_a_collection_of_its_records(site, corpus):
    listed = json.loads((site / "compare/records.json").read_text("utf-8"))
    assert [item["title"] for item in listed] == [
        question.question for question in corpus.questions
    ]
    text = (site / "compare/records-biblatex.bib").read_text("utf-8")
    assert text.count("@online{") == len(corpus.questions)


def test_a_page_has_no_collection_of_one_record(site):
    """The chart of an actor's page alone, or with its file, is none."""
    for path in (site / "actors").glob("*/citations.json"):
        collection = path.parent / "records.json"
        if collection.exists():
            assert len(json.loads(collection.read_text("utf-8"))) > 1, path


def test_collections_are_offered_where_they_are(site):
    for path in site.rglob("index.html"):
        offered = html.parse(str(path)).getroot().xpath("//*[@class='cite-box']//a/@href")
        assert ("records.bib" in offered) == (path.parent / "records.bib").exists(), path
        assert all((path.parent / name).exists() for name in offered if name.endswith(".ris"))


@pytest.mark.content
def test_every_key_is_short_and_its_own(site):
    """A key is typed by hand in a text: the initials of the site, and the record's own id."""
    known: dict[str, str] = {}
    for path in site.rglob("citations.json"):
        told = json.loads(path.read_text("utf-8"))
        for anchor, record in told["records"].items():
            own = next(key for head, key, _ in record["parts"] if not head.startswith("The brief"))
            key = told["parts"][own][0]
            if path.parent.name != "bibliography":
                assert key.startswith("rp-") and len(key) < 45, key
            assert known.setdefault(key, f"{path}#{anchor}") == f"{path}#{anchor}"


def test_every_record_has_a_permanent_link_without_scripts(site, corpus):
    """Claims, questions, events, developments, forecasts, terms, works, pictures."""
    for path in site.rglob("citations.json"):
        page = html.parse(str(path.with_name("index.html"))).getroot()
        linked = set(page.xpath("//article//a/@href"))
        for anchor in json.loads(path.read_text("utf-8"))["records"]:
            assert f"#{anchor}" in linked or anchor == "chart", (path, anchor)


@pytest.mark.content
@browser.needed
def test_files_copied_from_a_page_have_the_day_of_access(opened):
    """The file itself can't know it."""
    page = opened("topics/russia/")
    page.locator(".cite-box summary").click()
    copy = page.locator(".cite-box a[href='cite-biblatex.bib'] + button")
    text = press(page, copy)["text/plain"]
    assert f"urldate = {{{TODAY.isoformat()}}}" in text and text.count("\n@") == 2


@browser.needed
def test_a_text_fragment_is_short(opened):
    page = opened("summary/")
    page.evaluate(SELECT)
    page.locator(".cite-passage").wait_for()
    dialog = dialog_of(page, page.locator(".cite-passage"))
    fragment = dialog.locator(".cite-text a").first.inner_text().partition(":~:text=")[2]
    words = [part.split("%20") for part in fragment.split(",")]
    assert [len(part) for part in words] == [3, 3] and not fragment.endswith(".")
