"""Timelines in a browser: filters and their address, no JavaScript, a phone's width, marks and their names."""

import pytest
from readers import browser

pytestmark = pytest.mark.skipif(
    not browser.CHROMIUM, reason="no Chromium is installed: make test installs it where it may"
)


def shown(page) -> int:
    return page.locator(".timeline li:visible").count()


def entries(corpus) -> list:
    """What the timeline shows, by the data."""
    return [*corpus.events, *corpus.developments]


def past(corpus) -> list:
    return [
        event for event in corpus.events if not all(mention.expected for mention in event.mentions)
    ]


@pytest.mark.content
def test_filters_are_kept_in_the_address_and_read_from_it(visit, corpus):
    every, actor = entries(corpus), "russia"
    about = [item for item in every if actor in item.actors]
    old = {item.id for item in past(corpus) if actor in item.actors}
    page = visit("timeline/")
    status = page.locator("form.filters output")
    assert (
        shown(page) == len(every)
        and status.text_content() == f"{len(every)} of {len(every)} shown"
        and status.get_attribute("aria-live") == "polite"
    )
    page.locator("form[data-filters] select[name=actor]").select_option(actor)
    assert shown(page) == len(about) < len(every) and f"?actor={actor}" in page.url
    page.locator("form[data-filters] select[name=kind]").focus()
    page.keyboard.press("ArrowDown")
    browser.until(page, "location.search.includes('kind=')")
    assert shown(page) == len(old) and status.text_content() == f"{len(old)} of {len(every)} shown"
    assert page.evaluate(
        "[...document.querySelectorAll('.timeline section')].every(year => year.checkVisibility() === [...year.querySelectorAll('li')].some(entry => entry.checkVisibility()))"
    ), "no heading without entries"
    again = visit(page.url.split("/", 3)[3])
    assert (
        shown(again) == len(old)
        and again.locator("form[data-filters] select[name=actor]").input_value() == actor
    )
    dim = again.locator(".strip .dim").evaluate_all("marks => marks.map(mark => mark.dataset.e)")
    assert dim and not set(dim) & old
    again.get_by_role("button", name="Show all").click()
    assert (
        shown(again) == len(every)
        and "?" not in again.url
        and again.locator(".strip .dim").count() == 0
    )


def test_unknown_values_in_the_address_hide_nothing(visit, corpus):
    page = visit("timeline/?actor=nobody&kind=%3Cb%3E")
    assert shown(page) == len(entries(corpus))


def test_a_link_to_a_filtered_entry_shows_it(visit, corpus):
    entry = past(corpus)[0]
    page = visit(f"timeline/?kind=expected#{entry.id}")
    assert page.locator(f"#{entry.id}").is_visible() and "kind=" not in page.url


def test_the_timeline_is_whole_without_javascript(visit, corpus):
    page = visit("timeline/", java_script_enabled=False)
    assert shown(page) == len(entries(corpus)) and not page.locator("form.filters").is_visible()
    assert page.locator(".strip-wide a").first.is_visible()


OVERLAPS = """svg => {
  const texts = [...svg.querySelectorAll("text")].map(text => ({ name: text.textContent, parts: [text, ...text.querySelectorAll("tspan")].filter(part => !part.querySelector("tspan")).map(part => part.getBoundingClientRect()) }));
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  return texts.flatMap((a, at) => texts.slice(at + 1).filter(b => a.parts.some(one => b.parts.some(other => meet(one, other)))).map(b => [a.name, b.name]));
}"""
OUTSIDE = """svg => {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text, rect, path")].filter(shape => { const own = shape.getBoundingClientRect(); return own.left < box.left - 2 || own.right > box.right + 2 || own.bottom > box.bottom + 2; }).map(shape => shape.outerHTML);
}"""


@pytest.mark.content
@pytest.mark.parametrize("width, shown", [(1280, "wide"), (390, "tall"), (768, "tall")])
@pytest.mark.parametrize("path", ["timeline/", "actors/dprk/", "actors/japan/", "actors/ukraine/"])
def test_labels_meet_no_other_and_nothing_is_cut(visit, path, width, shown):
    page = visit(path, viewport={"width": width, "height": 900})
    assert page.locator(".strip-box > svg:visible").count() == 1
    drawing = page.locator(f".strip-{shown}")
    assert drawing.evaluate(OVERLAPS) == []
    assert drawing.evaluate(OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = drawing.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    sizes = drawing.evaluate(
        "svg => [...svg.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)"
    )
    assert min(sizes) > 9.5


@pytest.mark.parametrize("width", [1280, 390])
def test_labels_are_reached_by_keyboard_and_lead_to_their_entries(visit, width):
    page = visit("timeline/", viewport={"width": width, "height": 900})
    links = page.locator(".strip-box svg:visible a[data-e]")
    assert 1 < links.count() <= 12
    for at in range(links.count()):
        links.nth(at).focus()
        assert page.evaluate("document.activeElement.getAttribute('data-e')") == links.nth(
            at
        ).get_attribute("data-e")
    last = links.last.get_attribute("data-e")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{last}")
    assert page.locator(f"#{last}").is_visible()


@pytest.mark.content
def test_a_mark_tells_its_entry_on_hover(visit):
    page = visit("timeline/")
    titles = page.locator(".strip [data-e='trash-balloons'] title").evaluate_all(
        "all => all.map(title => title.textContent)"
    )
    assert titles and set(titles) == {
        "28–29\xa0May 2024: North Korea sends balloons with trash over South Korea"
    }


@pytest.mark.content
def test_the_strip_stands_on_the_pages_of_dated_actors(visit, corpus):
    page = visit("actors/russia/")
    marks = page.locator(".strip [data-e]")
    shown = set(marks.evaluate_all("marks => marks.map(mark => mark.dataset.e)"))
    assert shown and shown <= {item.id for item in entries(corpus) if "russia" in item.actors}
    assert {"kim-russia-visit-2023", "troops-kursk"} <= shown
    assert page.locator(".strip [data-e] title").count() >= len(shown), (
        "each mark found its entry on the page"
    )
