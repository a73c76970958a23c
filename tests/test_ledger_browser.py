"""The ledger as a reader meets it: the answer on the first screen, the rest folded and found."""

import pytest
from readers import browser

pytestmark = browser.needed


SIZES = [(1280, 800), (390, 844)]


@pytest.mark.content
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_one_screen_says_what_was_decided_and_what_risked_something(visit, corpus, width, height):
    page = visit("forecasts/", viewport={"width": width, "height": height})
    blocks = page.locator(".tally-brief")
    assert blocks.count() == len({corpus.brief_of[item.claim].key for item in corpus.forecasts})
    last = blocks.last.bounding_box()
    assert last["y"] + last["height"] <= height
    decided = [
        item for item in corpus.forecasts if item.stands in ("borne out", "partly", "not borne out")
    ]
    risked = {
        item.claim
        for item in decided
        if item.horizon.kind == "dated" and item.risk and item.risk.either_way
    }
    links = page.locator(".tally-risk > a")
    shown = links.evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert set(shown) == {f"forecast-{claim}" for claim in risked} and risked
    links.last.click()
    entry = page.locator(f"#{shown[-1]}")
    assert 0 <= entry.bounding_box()["y"] < height
    assert entry.locator("li .sources a").first.is_visible(), "the evidence is one click away"


@pytest.mark.parametrize(("width", "height", "most"), [(1280, 800, 11), (390, 844, 15)])
def test_the_ledger_is_not_long(visit, width, height, most):
    page = visit("forecasts/", viewport={"width": width, "height": height})
    assert page.evaluate("document.documentElement.scrollHeight") < most * height


@pytest.mark.content
def test_a_folded_entry_opens_for_a_link_to_it(visit, corpus):
    endless = next(item for item in corpus.forecasts if item.horizon.kind == "open-ended")
    page = visit(f"forecasts/#forecast-{endless.claim}")
    entry = page.locator(f"#forecast-{endless.claim}")
    entry.wait_for(state="visible")
    assert 0 <= entry.bounding_box()["y"] < 800
    page = visit("forecasts/")
    assert not page.locator(f"#forecast-{endless.claim}").is_visible()
    page.locator(".outcomes .fold summary").first.click()
    link = page.locator(f".outcome-rows a[href='#forecast-{endless.claim}']")
    link.click()
    page.locator(f"#forecast-{endless.claim}").wait_for(state="visible")


@pytest.mark.content
def test_every_entry_is_readable_without_javascript(visit, corpus):
    page = visit("forecasts/", java_script_enabled=False)
    for summary in page.locator(".md-content summary:has(#open-ended)").all():
        summary.click()
    for item in corpus.forecasts:
        assert page.locator(f"#forecast-{item.claim} .outcome-verdict").is_visible()
