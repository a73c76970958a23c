"""Whatever has an address is copied with its citation: rich text, plain text, BibLaTeX."""

import json
import re
from datetime import date

import pytest
from readers import browser

TODAY = date.today()
SAID = f"{TODAY:%B} {TODAY.day}, {TODAY.year}"
BOTH = """navigator.clipboard.read().then(async items => Object.fromEntries(await Promise.all(
  items[0].types.map(async type => [type, await (await items[0].getType(type)).text()]))))"""


@pytest.fixture
def opened(chromium, address):
    """A function that opens a page of the site, allowed to use the clipboard."""
    context = chromium.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])

    def open_page(path):
        page = context.new_page()
        page.goto(address + path)
        return page

    yield open_page
    context.close()


def press(page, button) -> dict[str, str]:
    """Press a button that copies; what the clipboard then holds, by type."""
    button.click()
    browser.until(page, "button => button.textContent === 'Copied'", arg=button.element_handle())
    return page.evaluate(BOTH)


def dialog_of(page, opener):
    opener.click()
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    return dialog


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
    made = next(forecast for forecast in corpus.forecasts if forecast.verdict)
    return "forecasts/", f"forecast-{made.claim}", ""


KINDS = ["claim", "row", "event", "forecast", "development"]


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize("kind", KINDS)
def test_a_record_is_copied(opened, site, corpus, kind):
    path, anchor, title = first(corpus, kind)
    page = opened(f"{path}#{anchor}")
    known = json.loads((site / path / "citations.json").read_text("utf-8"))
    record = known["records"][anchor]
    assert title in record["title"]
    mark = page.locator(f"[id='{anchor}']")
    heading = mark.evaluate("element => /^H\\d$/.test(element.tagName)")
    opener = (
        page.locator(f"[id='{anchor}'] + p .cite-open")
        if heading
        else mark.locator(".cite-open").first
    )
    dialog = dialog_of(page, opener)
    assert record["title"] in dialog.locator("h2").inner_text()
    copied = press(page, dialog.locator(".cite-form:visible .cite-copy").first)
    address = page.locator("link[rel='canonical']").get_attribute("href") + f"#{anchor}"
    for flavor in ("text/plain", "text/html"):
        assert address in copied[flavor] and SAID in copied[flavor], flavor
        assert "Copy" not in copied[flavor] and "9999" not in copied[flavor]
    assert "<a href=" in copied["text/html"] and "<" not in copied["text/plain"]
    bib = press(page, dialog.get_by_role("button", name="Copy all as BibLaTeX"))["text/plain"]
    assert f"url = {{{address}}}" in bib and f"urldate = {{{TODAY.isoformat()}}}" in bib
    assert bib.count("\n@") == len({known["parts"][key][0] for _, key in record["parts"]}) - 1


@pytest.mark.content
@browser.needed
def test_italics_survive(opened):
    page = opened("briefs/easley-2024/")
    dialog = dialog_of(page, page.locator("[id='E31'] + p .cite-open"))
    brief = dialog.locator(".cite-form:visible").nth(1)
    copied = press(page, brief.locator(".cite-copy").first)
    assert "<em>" in copied["text/html"] and "¶ 3. https" in copied["text/plain"]


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
    (heading, key) = known["records"][claim.id]["parts"][-1]
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
