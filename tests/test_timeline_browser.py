"""Timelines in a browser: filters and their address, no JavaScript, a phone's width, marks and their names."""

import pytest
from readers import browser

from briefsite.model import dates
from briefsite.pages import timeline_entries
from briefsite.pages.charts import timeline_chart

pytestmark = pytest.mark.skipif(
    not browser.CHROMIUM, reason="no Chromium is installed: make test installs it where it may"
)


@pytest.fixture
def visit(chromium, address):
    """A function that opens a page of the real site."""
    opened = []

    def go(path, **settings):
        page = chromium.new_page(**settings)
        opened.append(page)
        page.goto(address + path)
        return page

    yield go
    for page in opened:
        page.context.close()


def shown(page) -> int:
    return page.locator(".timeline li:visible").count()


def test_filters_are_kept_in_the_address_and_read_from_it(visit, corpus):
    every = timeline_entries.all_of(corpus)
    actor = max(
        corpus.actors,
        key=lambda actor: (
            sum(actor.key in entry.item.actors for entry in every) < len(every),
            len(corpus.events_of_actor.get(actor.key, ())),
        ),
    )
    about = [entry for entry in every if actor.key in entry.item.actors]
    past = [entry for entry in about if entry.kind == "past"]
    page = visit("timeline/")
    status = page.locator("form.filters output")
    assert (
        shown(page) == len(every)
        and status.text_content() == f"{len(every)} of {len(every)} shown"
        and status.get_attribute("aria-live") == "polite"
    )
    page.locator("form[data-filters] select[name=actor]").select_option(actor.key)
    assert shown(page) == len(about) < len(every) and f"?actor={actor.key}" in page.url
    page.locator("form[data-filters] select[name=kind]").focus()
    page.keyboard.press("ArrowDown")
    browser.until(page, "location.search.includes('kind=')")
    assert (
        shown(page) == len(past) and status.text_content() == f"{len(past)} of {len(every)} shown"
    )
    assert page.locator(".timeline section:visible").count() == len(
        timeline_entries.by_year(past)
    ), "no heading without entries"
    again = visit(page.url.split("/", 3)[3])
    assert (
        shown(again) == len(past)
        and again.locator("form[data-filters] select[name=actor]").input_value() == actor.key
    )
    dim = again.locator(".strip .dim").evaluate_all("marks => marks.map(mark => mark.dataset.e)")
    assert dim and not set(dim) & {entry.id for entry in past}
    again.get_by_role("button", name="Show all").click()
    assert (
        shown(again) == len(every)
        and "?" not in again.url
        and again.locator(".strip .dim").count() == 0
    )


def test_unknown_values_in_the_address_hide_nothing(visit, corpus):
    page = visit("timeline/?actor=nobody&kind=%3Cb%3E")
    assert shown(page) == len(timeline_entries.all_of(corpus))


def test_a_link_to_a_filtered_entry_shows_it(visit, corpus):
    entry = next(entry for entry in timeline_entries.all_of(corpus) if entry.kind == "past")
    page = visit(f"timeline/?kind=expected#{entry.id}")
    assert page.locator(f"#{entry.id}").is_visible() and "kind=" not in page.url


def test_the_timeline_is_whole_without_javascript(visit, corpus):
    page = visit("timeline/", java_script_enabled=False)
    assert (
        shown(page) == len(timeline_entries.all_of(corpus))
        and not page.locator("form.filters").is_visible()
    )
    assert page.locator(".strip-marks").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_strip_scrolls_in_its_own_box(visit, scheme):
    page = visit("timeline/", viewport={"width": 390, "height": 800}, color_scheme=scheme)
    box = page.locator(".strip-box")
    assert box.evaluate(
        "box => box.scrollWidth > box.clientWidth && box.clientWidth <= 390"
    ) and box.get_attribute("aria-label")
    box.focus()
    page.keyboard.press("ArrowRight")
    browser.until(page, "document.querySelector('.strip-box').scrollLeft > 0")
    assert (
        page.locator(".strip-names").evaluate(
            "names => Math.round(names.getBoundingClientRect().left - names.parentElement.getBoundingClientRect().left)"
        )
        <= 1
    ), "names stay in view"


def test_a_mark_tells_its_entry_on_hover(visit, corpus):
    entry = next(
        entry
        for entry in timeline_entries.all_of(corpus)
        if entry.kind == "past" and entry.edtf and entry.item.actors
    )
    page = visit("timeline/")
    titles = page.locator(f".strip [data-e='{entry.id}'] title").evaluate_all(
        "all => all.map(title => title.textContent)"
    )
    assert titles and set(titles) == {f"{dates.spoken(entry.edtf)}: {entry.item.title}"}


def test_the_strip_stands_on_the_pages_of_dated_actors(visit, corpus):
    actor = next(
        actor
        for actor in corpus.actors
        if timeline_chart.of_actor(corpus, actor, timeline_chart.measured(corpus))
    )
    page = visit(f"actors/{actor.key}/")
    meant = {
        mark.id
        for mark in timeline_chart.of_actor(corpus, actor, timeline_chart.measured(corpus))
        .lanes[-1]
        .marks
    }
    assert (
        set(
            page.locator(".strip [data-e]").evaluate_all(
                "marks => marks.map(mark => mark.dataset.e)"
            )
        )
        == meant
    )
    assert page.locator(".strip title:not(#strip-title)").count() >= len(meant), (
        "each mark found its entry on the page"
    )
