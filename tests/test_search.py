"""Search in a browser, on the real site: what it finds, the keyboard, filters and the address, what it loads."""

import base64
import hashlib
import json
import re
from urllib.parse import parse_qs, urlparse

import pytest
from conftest import ROOT, built
from lxml import html
from playwright.sync_api import expect
from readers import browser, hostile

from briefsite.engine import search_index
from briefsite.engine.site_files import SiteFiles
from briefsite.exports import search_labels, search_record, search_records

pytestmark = pytest.mark.skipif(
    not browser.CHROMIUM, reason="no Chromium is installed: make test installs it where it may"
)

FOUND = {
    "trash balloons": "timeline/#trash-balloons",
    "Kishida summit": "timeline/#kishida-interest-in-summit",
    "E31": "briefs/easley-2024/#E31",
    "e3": "briefs/easley-2024/#E3",
    "H84": "briefs/han-2025/#H84",
    "김정은": "actors/kim-jong-un/",
    "조선로동당": "actors/workers-party/",
    "대남 적대정책": "bibliography/#han-2024",
    "한기범": "bibliography/#han-2024",
    "Kim Jong Un": "actors/kim-jong-un/",
    "Moscow": "actors/russia/",
    "Russia": "topics/russia/",
    "US": "actors/united-states/",
    "Easley": "briefs/easley-2024/",
    "Moon Chung-in": "bibliography/#chun-2024",
    "chun 2024": "bibliography/#chun-2024",
    "arsenal of autocracy": "glossary/#arsenal-of-autocracy",
    "foreign pollution": "glossary/#foreign-pollution",
    "Camp David": "timeline/#camp-david",
    "U.S. election": "timeline/expected/#us-election-november-2024",
    "Did North Korea close embassies?": "timeline/#embassy-closures",
    "Does North Korea want a summit with Japan?": "timeline/since/#takaichi-overture",
    "Takaichi": "timeline/since/#takaichi-overture",
    "Will there be many weapons tests until the US election?": "forecasts/#forecast-E17",
    "Why did Kim send condolences to Japan?": "timeline/#condolence-kishida",
    "What does North Korea expect from Russia for its arms?": "compare/#q-arms-for-what",
    "Is North Korea more than a buffer for China?": "compare/#q-buffer-for-china",
    "how to cite": "about/citing/",
    "compare": "compare/",
}
"""What somebody types, and an address that must be among the first three results."""


@pytest.fixture
def opened(chromium, address):
    """A function that opens an address in a fresh profile; errors of the page fail the test."""
    contexts, said = [], []

    def open_page(path="", root=address, route=None, **settings):
        contexts.append(chromium.new_context(**settings))
        if route:
            contexts[-1].route("**/*", route)
        page = contexts[-1].new_page()
        page.on(
            "console",
            lambda message: (
                said.append(message.text) if message.type in ("error", "warning") else None
            ),
        )
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(root + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def ask(page, query) -> list[str]:
    """Type a query; the addresses of the results, once they are told of."""
    if not page.locator(".find").is_visible():
        page.keyboard.press("/")
    answered(page, lambda: page.locator(".find input").fill(query))
    return links(page)


def answered(page, act) -> None:
    """Do what starts a search, and wait until its results are told of. Every search tells last; one that a
    later one has overtaken never does."""
    told = page.locator(".find-status")
    told.evaluate("status => status.textContent = ''")
    act()
    expect(told).not_to_be_empty()


def links(page) -> list[str]:
    return page.locator(".find-results a").evaluate_all("links => links.map(link => link.href)")


def kinds(page) -> list[str]:
    return page.locator(".find-kind").all_text_contents()


@pytest.fixture(scope="module")
def asking(chromium):
    """One page for all the questions."""
    page = chromium.new_page()
    page.goto(f"{browser.HOME}about/")
    yield page
    page.context.close()


@pytest.mark.content
@pytest.mark.parametrize("query", FOUND)
def test_the_right_place_is_among_the_first_three(asking, address, query):
    assert address + FOUND[query] in ask(asking, query)[:3]


@pytest.mark.content
def test_nothing_of_the_index_is_loaded_before_somebody_searches(chromium, address):
    page = chromium.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "topics/russia/", wait_until="networkidle")
    assert asked and not [url for url in asked if "pagefind" in url or "search_index" in url]
    ask(page, "balloons")
    assert [url for url in asked if "pagefind" in url] and all(
        url.startswith((address, "data:")) for url in asked
    )
    page.context.close()


@pytest.mark.content
def test_what_is_typed_before_the_dialog_works_is_searched_for(chromium, address):
    page = chromium.new_page()
    held = []
    page.route("**/find.js", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(address + "topics/russia/")
    with page.expect_request("**/find.js"):
        page.keyboard.press("/")
        page.keyboard.type("balloons")
    assert page.locator(".find input").input_value() == "balloons"
    while not held:
        page.wait_for_timeout(10)
    held[0].continue_()
    browser.until(page, "document.querySelector('.find-results a')")
    page.context.close()


@pytest.mark.content
def test_a_dialog_that_cannot_work_says_so_and_is_tried_again(chromium, address):
    page = chromium.new_page()
    page.route("**/find.js", lambda route: route.abort())
    page.goto(address + "topics/russia/")
    page.keyboard.press("/")
    browser.until(page, "document.querySelector('.find-status').textContent")
    assert page.locator(".find-status").text_content() == "Search cannot be loaded here."
    page.unroute("**/find.js")
    page.keyboard.press("Escape")
    expect(page.locator(".find")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type("balloons")
    browser.until(page, "document.querySelector('.find-results a')")
    page.context.close()


def test_a_key_right_after_escape_is_not_the_closed_dialog_s(opened):
    page = opened("")
    closed_and_opened = """() => {
      const press = key => document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      for (const key of ["/", "Escape", "/"]) press(key);
      return document.querySelector(".find").open;
    }"""
    assert page.evaluate(closed_and_opened)


@pytest.mark.content
@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_the_theme_s_keys_open_it_and_escape_gives_the_focus_back(opened, key):
    page = opened("topics/russia/")
    link = page.locator("article a[href*='briefs/']").first
    link.focus()
    page.keyboard.press(key)
    field = page.locator(".find input")
    assert field.evaluate("field => field === document.activeElement") and field.input_value() == ""
    page.keyboard.type("s/f")
    assert field.input_value() == "s/f"
    page.keyboard.press("Escape")
    expect(page.locator(".find")).to_be_hidden()
    expect(link).to_be_focused()


@pytest.mark.content
def test_it_opens_by_its_button_and_closes_by_its_own(opened):
    page = opened("topics/russia/")
    button = page.get_by_role("banner").get_by_role("button", name="Search")
    button.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog", name="Search").is_visible()
    page.get_by_role("button", name="Close search").click()
    expect(page.locator(".find")).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.content
def test_arrows_go_through_the_results_and_enter_opens(opened, address):
    page = opened()
    results = ask(page, "Kishida")
    focused = "document.activeElement.href || document.activeElement.name"
    way = []
    for key in (
        "ArrowDown",
        "ArrowDown",
        "ArrowUp",
        "ArrowUp",
        "ArrowUp",
        "ArrowDown",
        "ArrowDown",
    ):
        page.keyboard.press(key)
        way.append(page.evaluate(focused))
    assert way == [results[0], results[1], results[0], "q", "q", results[0], results[1]]
    page.keyboard.press("n")  # the theme's key to the next page
    page.keyboard.press("Enter")
    page.wait_for_url(results[1])
    page.go_back()
    browser.until(
        page, "document.querySelector('.find').open && document.querySelector('.find-results a')"
    )
    assert links(page)[0] == results[0], "back leads to the results"


@pytest.mark.content
def test_enter_in_the_field_opens_the_first_result(opened, address):
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("E31")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "briefs/easley-2024/#E31")
    assert page.locator("#E31").is_visible()


@pytest.mark.content
def test_a_result_on_the_page_itself_is_a_jump(opened, address):
    page = opened("briefs/easley-2024/")
    page.evaluate("window.still = true")
    ask(page, "E31")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "briefs/easley-2024/#E31")
    assert page.evaluate("window.still")
    expect(page.locator(".find")).to_be_hidden()


@pytest.mark.content
def test_how_much_was_found_is_spoken(opened):
    page = opened()
    status = page.locator(".find [role=status]")
    ask(page, "E33")
    assert status.text_content() == "1 result"
    ask(page, "xylophone")
    assert status.text_content().startswith("No results for “xylophone”")
    ask(page, "satisfied")
    assert status.text_content().startswith("No results"), "nor what only begins alike"
    ask(page, "Is China satisfied with North Korea?")
    assert status.text_content() == "Nothing holds all of these words; 20 results with some"


@pytest.mark.content
def test_filters_narrow_count_and_stand_in_the_address(opened, address, corpus):
    page = opened("topics/")
    ask(page, "Russia")
    every = page.locator(".find-status").text_content()
    kind, topic = (page.locator(f".find select[name={name}]") for name in ("kind", "topic"))
    name = next(
        text for text in kind.locator("option").all_text_contents() if text.startswith("Claim (")
    )
    kind.select_option("claim")
    browser.until(
        page, "every => document.querySelector('.find-status').textContent !== every", arg=every
    )
    assert (
        set(kinds(page)) == {"Claim"}
        and name == f"Claim ({page.locator('.find-status').text_content().split()[0]})"
    )
    page.locator(".find select[name=brief]").select_option("han-2025")
    topic.select_option("china")
    both = [claim.id for claim in corpus.brief["han-2025"].claims if "china" in claim.topics]
    browser.until(
        page,
        "ids => [...document.querySelectorAll('.find-results a')].every(link => ids.includes(link.hash.slice(1)))",
        arg=both,
    )
    shown = links(page)
    assert shown and {link.partition("#")[0] for link in shown} == {f"{address}briefs/han-2025/"}
    assert parse_qs(urlparse(page.url).query) == {
        "q": ["Russia"],
        "brief": ["han-2025"],
        "kind": ["claim"],
        "topic": ["china"],
    }

    sent = opened(page.url.removeprefix(address))
    browser.until(
        sent, "document.querySelector('.find').open && document.querySelector('.find-results a')"
    )
    assert links(sent) == shown and sent.locator(".find input").input_value() == "Russia"
    sent.keyboard.press("Escape")
    sent.wait_for_url(address + "topics/")


@pytest.mark.content
def test_a_result_offers_its_topics_and_actors(opened, corpus):
    page = opened()
    ask(page, "Kishida")
    page.locator(".find-results li").first.get_by_role("button", name="Fumio Kishida").click()
    browser.until(
        page,
        "document.querySelector('.find select[name=actor]').value === 'fumio-kishida' && document.querySelector('.find-status').textContent",
    )
    page.locator(".find input").fill("")
    page.wait_for_url("**/?q=&actor=fumio-kishida")
    held = [
        item.address for item in search_records.records(corpus) if "fumio-kishida" in item.actors
    ]
    browser.until(
        page,
        "count => document.querySelector('.find-status').textContent === `${count} results`",
        arg=len(held),
    )
    while page.locator(".find-more").is_visible():
        before = page.locator(".find-results li").count()
        page.locator(".find-more").click()
        browser.until(
            page,
            "before => document.querySelectorAll('.find-results li').length > before",
            arg=before,
        )
    assert sorted(
        urlparse(link).path.lstrip("/")
        + (f"#{urlparse(link).fragment}" if urlparse(link).fragment else "")
        for link in links(page)
    ) == sorted(held)


def only(page, kind) -> list[tuple[str, list[str]]]:
    """The results of one kind: each address below the root, with the lines shown."""
    if not page.locator(f".find select[name=kind] option[value={kind}]").count():
        return []
    answered(page, lambda: page.locator(".find select[name=kind]").select_option(kind))
    found = page.locator(
        ".find-results li"
    ).evaluate_all("""items => items.map(item => [item.querySelector("a").href,
        [...item.querySelectorAll(".find-text")].map(line => line.textContent.trim().replace(/\\s+/g, " "))])""")
    answered(page, lambda: page.locator(".find select[name=kind]").select_option(""))
    return [
        (urlparse(link).path.lstrip("/") + f"#{urlparse(link).fragment}".rstrip("#"), lines)
        for link, lines in found
    ]


@pytest.mark.content
@pytest.mark.parametrize("kind", ["claim", "question", "event", "forecast"])
def test_what_a_brief_says_is_shown_whole(opened, corpus, kind):
    """A line cut short could lose "some argue", or whose it is."""
    lines = {
        item.address: [" ".join(line.split()) for line in item.text.splitlines()]
        for item in search_records.records(corpus)
    }
    page, found = opened(), []
    for query in ("denuclearization", "recognition", "sanctions", "Trump"):
        ask(page, query)
        found += only(page, kind)
    assert len(found) > 3
    for address, shown in found:
        assert shown and set(shown) <= set(lines[address]), address


def test_prose_is_cut_between_sentences(opened, site):
    page = opened()
    for query in ("denuclearization", "recognition", "sanctions", "Trump"):
        ask(page, query)
        for address, (shown,) in only(page, "topic"):
            if address.endswith("#on-the-timeline"):  # a list of titles, no sentences
                continue
            (article,) = (
                html.parse(str(site / address.partition("#")[0] / "index.html"))
                .getroot()
                .xpath("//*[@data-pagefind-body]")
            )
            apart = article.find_class("headerlink") + article.find_class("dateline")
            for link in apart + article.xpath(".//h1"):
                link.drop_tree()
            text = (
                " ".join(" ".join(article.itertext()).split()).replace(" ,", ",").replace(" .", ".")
            )
            kept = shown.removeprefix("… ")
            before = (
                shown.startswith("…")
                and text.replace(" ", "").partition(kept.removesuffix(" …").replace(" ", "")[:60])[
                    0
                ]
            )
            before = re.sub(
                r"([^\w.!?]*¶[^\w.!?]*[\d–]+[a-z]*)+$", "", before or ""
            )  # marks follow the full stop
            assert not before or before.rstrip('"”’)]')[-1:] in (*".!?", ""), (query, address, kept)
            assert kept.removesuffix(" …").rstrip('"”’)]')[-1] in ".!?", (query, address, kept)


@pytest.mark.content
def test_korean_is_marked_as_korean(opened):
    page = opened()
    ask(page, "김정은")
    assert page.locator(".find-results [lang=ko]").first.text_content().startswith("김정은")


@pytest.mark.content
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_narrow_screen(opened, scheme):
    page = opened("topics/russia/", viewport={"width": 390, "height": 800}, color_scheme=scheme)
    button = page.locator(".find-open").bounding_box()
    assert button["x"] + button["width"] <= 390 and min(button["width"], button["height"]) >= 24
    page.locator(".find-open").click()
    ask(page, "대남 적대정책")
    assert page.evaluate(
        "[document.documentElement.scrollWidth, document.querySelector('.find').scrollWidth]"
    ) == [390, 390]


@pytest.mark.content
def test_without_javascript_no_search_is_offered(opened):
    page = opened("topics/russia/", java_script_enabled=False)
    assert not page.locator(".find-open").is_visible() and not page.locator(".find").is_visible()
    assert page.locator("article h1").is_visible()


@pytest.mark.content
def test_it_works_below_any_path(opened, served, site, tmp_path):
    (tmp_path / "north/e").mkdir(parents=True)
    (tmp_path / "north/e/2026.12").symlink_to(site)
    with served.at(tmp_path) as root:
        results = ask(opened("north/e/2026.12/topics/russia/", root=root), "E31")
        assert results[0] == f"{root}north/e/2026.12/briefs/easley-2024/#E31"


def policy(page: str) -> str:
    """The Content-Security-Policy that the site is to work under, with the hashes of a page's inline scripts."""
    inline = html.fromstring(page).xpath("//script[not(@src) and not(contains(@type,'json'))]")
    hashes = [
        base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
        for script in inline
    ]
    return f"default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval' {' '.join(f'''{chr(39)}sha256-{digest}{chr(39)}''' for digest in hashes)}"


@pytest.mark.content
def test_it_works_under_a_strict_policy(opened, served, address):
    def strict(route):
        answer = route.fetch(url=route.request.url.replace(address, served.direct))
        headers = answer.headers
        if route.request.resource_type == "document":
            headers |= {"content-security-policy": policy(answer.text())}
        route.fulfill(response=answer, headers=headers)

    assert ask(opened(route=strict), "E31")[0] == address + "briefs/easley-2024/#E31"


HOSTILE = """<img src=x onerror="window.ran=1"> <script>window.ran=1</script> &lt;b&gt; "quoted" 'so' <mark>x</mark> \u202eright to left\u202c javascript:window.ran=1"""


def test_hostile_data_is_shown_as_text(opened, served, site, corpus, tmp_path):
    """In every field of a record, in the names of filters and in the question itself."""
    folder = tmp_path / "site"
    folder.mkdir()
    for path in site.iterdir():
        if path.name != "pagefind":
            (folder / path.name).symlink_to(path)
    index = search_index.Index(tmp_path / "kept")
    index.add(
        [
            search_record.SearchEntry(
                "briefs/easley-2024/#E31",
                "claim",
                f"balloon {HOSTILE}",
                HOSTILE,
                f"Han 2025: {HOSTILE}\nballoon {HOSTILE}",
                HOSTILE,
                topics=("bad",),
            )
        ]
    )
    index.write(SiteFiles(folder), search_labels.labels(corpus) | {"topic": {"bad": HOSTILE}})
    with served.at(folder):
        page = opened()
        ask(page, "balloon")
        for part, text in (
            (".find-results a", f"balloon {HOSTILE}"),
            (".find-place", HOSTILE),
            (".find-text", f"balloon {HOSTILE}"),
        ):
            assert " ".join(page.locator(part).text_content().split()) == " ".join(text.split())
        page.locator(".find-facets button").click()
        assert HOSTILE in page.locator(".find select[name=topic] option:checked").text_content()
        ask(page, HOSTILE)
        browser.rest(page)
        assert page.evaluate("window.ran") is None
        assert (
            page.locator(
                ".find-results img, .find-results script, .find-results b, .find-status *"
            ).count()
            == 0
        )


def test_the_theme_s_own_search_can_be_kept(small):
    """The copy that is read without a network has it: Pagefind needs a server."""
    config = hostile.project(small, ROOT) / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace('"plugins": {', '"plugins": {"search": {}, ')
    )
    built(small, small / "site")
    page = html.parse(str(small / "site/topics/water/index.html")).getroot()
    assert (
        page.find_class("md-search")
        and not page.find_class("find")
        and not page.find_class("find-open")
    )
    assert (
        json.loads((small / "site/search/search_index.json").read_text("utf-8"))["docs"]
        and not (small / "site/pagefind").exists()
    )
    assert "data-pagefind" not in (small / "site/topics/water/index.html").read_text("utf-8")


def test_a_failing_index_is_a_line_and_no_traceback(tmp_path, monkeypatch):
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho no index, not today\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr(search_index, "get_executable", lambda: broken)
    with pytest.raises(RuntimeError, match="^the search index was not made: "):
        index = search_index.Index(tmp_path / "kept")
        index.add([search_record.SearchEntry("a/", "page", "A", text="word " * 100_000)] * 3)
        index.write(SiteFiles(tmp_path), {})


def test_what_lies_in_the_index_is_what_the_site_needs(site):
    assert {
        path.name
        for path in (site / "pagefind").iterdir()
        if path.suffix in (".js", ".css", ".json")
    } == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "labels.json"}


@pytest.mark.content
def test_without_a_filter_one_search_is_asked(opened, site):
    """Each search ranks all that it finds: of a word of every second record that takes a tenth of a second."""
    page = opened("")
    real = (site / "pagefind/pagefind.js").read_text("utf-8")
    counting = """
export * from "./pagefind-real.js";
import {search as asked} from "./pagefind-real.js";
export const search = (...all) => {
  document.documentElement.dataset.asked = +(document.documentElement.dataset.asked || 0) + 1;
  return asked(...all);
};
"""
    kind = "text/javascript"
    page.route("**/pagefind/pagefind.js", lambda r: r.fulfill(body=counting, content_type=kind))
    page.route("**/pagefind/pagefind-real.js", lambda r: r.fulfill(body=real, content_type=kind))
    page.goto(f"{page.url}?q=Russia")
    expect(page.locator(".find-results li").first).to_be_visible()
    assert page.locator("html").get_attribute("data-asked") == "1"
    page.locator(".find select").first.select_option(index=1)
    expect(page.locator("html")).to_have_attribute("data-asked", "3")
