"""The offline copy: packed alike, every link a file, and all of it working from file:// in a browser."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from conftest import ROOT
from lxml import html
from readers import browser
from test_build import edit, run

from briefsite.exports.search_record import SearchEntry
from briefsite.publish.offline import file_links, offline_search, zip_archive
from tools.benchmark import page_samples

HOME = "https://example.org/north/"
WHEN = "1700000000"


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """The zip of the real project, made as the command makes it."""
    target = tmp_path_factory.mktemp("packed") / "copy.zip"
    done = run(ROOT, "offline", "--to", str(target), SITE_URL=HOME, SOURCE_DATE_EPOCH=WHEN)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(rf"{target}: \d+\.\d MB; unpack it and open its index.html\n", done.stdout)
    return target


@pytest.fixture(scope="module")
def copy(packed, tmp_path_factory):
    """The zip unpacked, in a folder whose name a careless address would trip over."""
    folder = tmp_path_factory.mktemp("unpacked") / "my copy #1, 100% 북한"
    with zipfile.ZipFile(packed) as opened:
        opened.extractall(folder)
    (top,) = folder.iterdir()
    return top


@pytest.fixture(scope="module")
def pages(copy):
    """Every page, parsed, by its path in the copy."""
    return {
        path.relative_to(copy).as_posix(): html.fromstring(
            path.read_bytes(), parser=html.HTMLParser(encoding="utf-8")
        )
        for path in copy.rglob("*.html")
    }


class Reader:
    """Opens pages of the copy as a reader's browser does, and hears what they ask for and complain of."""

    def __init__(self, chromium, copy):
        self.copy, self.faults = copy, []
        self.page = chromium.new_page(viewport={"width": 1280, "height": 900})
        self.page.on(
            "request",
            lambda asked: (
                self.faults.append(asked.url)
                if not asked.url.startswith(("file:", "data:"))
                else None
            ),
        )
        self.page.on(
            "requestfailed",
            lambda asked: (
                self.faults.append(f"{asked.url}: {asked.failure}")
                if "ERR_ABORTED" not in asked.failure
                else None
            ),
        )
        self.page.on(
            "console",
            lambda said: (
                self.faults.append(said.text) if said.type in ("error", "warning") else None
            ),
        )
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, name, query=""):
        self.page.goto((self.copy / name).as_uri() + query)
        return self.page

    def search(self, name, words):
        """What the search of a page gives for words typed: its results, best first, as locators."""
        page = self.open(name)
        page.keyboard.press("/")
        page.keyboard.type(words)
        page.keyboard.press("Shift")  # the theme listens to keys, which an input method has too
        page.locator(
            ".md-search-result__meta", has_text=re.compile(r"^\s*(\d+|No) matching")
        ).wait_for()
        return page.locator(".md-search-result__link").all()

    def place(self, address: str) -> str:
        """An address as a path in the copy, with its fragment."""
        parts = urlsplit(address)
        return Path(unquote(parts.path)).relative_to(
            self.copy
        ).as_posix() + f"#{parts.fragment}" * bool(parts.fragment)

    def places(self, results) -> list[str]:
        return [self.place(result.evaluate("link => link.href")) for result in results]


@pytest.fixture
def reader(chromium, copy):
    made = Reader(chromium, copy)
    yield made
    made.page.context.close()


@pytest.mark.content
def test_the_zip_has_one_folder_sorted_names_and_the_time_of_the_commit(packed):
    with zipfile.ZipFile(packed) as opened:
        names = opened.namelist()
        assert names == sorted(names) and len({name.split("/")[0] for name in names}) == 1
        assert {item.date_time for item in opened.infolist()} == {(2023, 11, 14, 22, 13, 20)}
        top = names[0].split("/")[0]
    assert re.fullmatch(r"reading-pyongyang-[0-9a-z.]+", top)
    assert {
        f"{top}/{name}"
        for name in (
            "index.html",
            "LICENSE",
            "LICENSE-CONTENT",
            "data/claims.csv",
            "topics/russia/cite.bib",
        )
    } <= set(names)


def test_the_same_bytes_anywhere(small_site, tmp_path):
    made = [tmp_path / "one.zip", tmp_path / "two.zip"]
    for target, told in zip(
        made,
        (
            {"TZ": "Asia/Seoul", "PYTHONHASHSEED": "7", "LC_ALL": "C"},
            {"TZ": "America/Lima", "PYTHONHASHSEED": "8"},
        ),
        strict=True,
    ):
        done = run(
            small_site,
            "offline",
            "--to",
            str(target),
            SITE_URL=HOME,
            SOURCE_DATE_EPOCH=WHEN,
            **told,
        )
        assert done.returncode == 0, done.stderr
    assert made[0].read_bytes() == made[1].read_bytes()


def test_what_goes_wrong_is_a_line(small_site, tmp_path):
    done = run(small_site, "offline", "--to", str(tmp_path))
    message = f"offline: {tmp_path}: this is a folder; name a file: --to FILE\n"
    assert (done.returncode, done.stderr) == (1, message)
    edit(small_site / "data/topics.yml", "{key: water", "{kye: water")
    done = run(small_site, "offline")
    assert (
        done.returncode == 1
        and "data/topics.yml:" in done.stderr
        and "Traceback" not in done.stderr
        and not (small_site / "dist").exists()
    )


def test_every_page_of_the_site_is_there(site, pages):
    there = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert set(pages) == there - {"404.html"} and len(pages) > 40


@pytest.mark.content
def test_every_link_leads_to_a_file_and_an_anchor_that_exist(copy, pages):
    anchors = {name: set(document.xpath("//@id")) for name, document in pages.items()}
    dead, followed = [], 0
    for name, document in pages.items():
        for target in document.xpath("//@href | //@src | //@poster | //@data"):
            address, fragment = urldefrag(target)
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            path = (copy / name).parent / unquote(parts.path) if parts.path else copy / name
            if not path.is_file():
                dead.append(f"{name}: {target}")
            elif (
                fragment
                and path.suffix == ".html"
                and unquote(fragment)
                not in anchors[path.resolve().relative_to(copy.resolve()).as_posix()] | {"__top"}
            ):
                dead.append(f"{name}: {target}: no such anchor")
    assert dead == [] and followed > 5000


def test_nothing_is_loaded_from_elsewhere(pages):
    for name, document in pages.items():
        loaded = document.xpath(
            "//script/@src | //img/@src | //iframe/@src | //link[contains(@rel, 'stylesheet') or contains(@rel, 'icon') or contains(@rel, 'preload')]/@href"
        )
        assert loaded and not [address for address in loaded if "//" in address], name
        assert not document.xpath("//*[@data-preview]"), "nothing that would be fetched"


@pytest.mark.content
def test_each_page_says_what_it_is_and_where_the_current_one_is(pages):
    for name, document in pages.items():
        (banner,) = document.xpath("//aside[contains(@class, 'md-banner')]")
        assert (
            "Offline copy of Reading Pyongyang as of 14 November 2023, version"
            in banner.text_content()
        )
        assert banner.xpath(".//a/@href") == [HOME + name.removesuffix("index.html")]


@browser.needed
def test_every_kind_of_page_opens_without_a_complaint(reader, copy):
    for path in page_samples.samples(copy):
        page = reader.open(f"{path}index.html")
        assert page.locator("h1").count() == 1 and page.evaluate(
            "getComputedStyle(document.body).getPropertyValue('--brief-1')"
        ), path
        page.evaluate("document.fonts.ready")
        assert page.evaluate(
            "[...document.fonts].some(font => font.status === 'loaded') && ![...document.fonts].some(font => font.status === 'error')"
        ), path
    assert reader.faults == []


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize("name", ["index.html", "topics/russia/index.html"])
@pytest.mark.parametrize(
    "words, wanted",
    [
        ("E31", r"briefs/easley-2024/index\.html#E31"),
        ("trash balloons", r"timeline/index\.html#trash-balloons"),
        ("김정은", r"actors/kim-jong-un/index\.html"),
        ("Kishida summit", r"timeline/index\.html#kishida.*"),
        ("arsenal of autocracy", r"glossary/index\.html#arsenal-of-autocracy"),
    ],
)
def test_search_finds_and_leads_there(reader, copy, name, words, wanted):
    results = reader.search(name, words)
    places = reader.places(results[:3])
    at = next((at for at, place in enumerate(places) if re.fullmatch(wanted, place)), None)
    assert at is not None, places
    results[at].click()
    reader.page.wait_for_url(lambda address: re.fullmatch(wanted, reader.place(address)))
    assert reader.faults == []


@browser.needed
def test_search_finds_what_stands_in_hand_written_pages(reader, pages):
    heading = pages["about/method/index.html"].xpath("//article//h2[@id]")[1]
    results = reader.search("index.html", heading.text_content().strip("¶ "))
    assert f"about/method/index.html#{heading.get('id')}" in reader.places(results[:4])


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize("how", ["hover", "focus"])
def test_a_citation_and_a_claim_tell_what_they_are(reader, corpus, how):
    for selector, said in (
        ("article a.cite", None),
        ("article p a.footnote-ref", corpus.claim),
    ):
        page = reader.open("topics/russia/index.html")
        page.keyboard.press("Tab")
        link = page.locator(selector).first
        wanted = (
            said[link.get_attribute("href").rpartition(":")[2]].says
            if said
            else re.sub(r"\s+", " ", link.get_attribute("title"))[:40]
        )
        getattr(link, how)()
        page.locator(".md-tooltip2, .md-tooltip").get_by_text(wanted).filter(
            visible=True
        ).first.wait_for()
    assert reader.faults == []


@browser.needed
def test_tables_are_sorted_and_filtered(reader, corpus):
    page = reader.open("compare/index.html")
    rows = page.locator(".overview tbody tr:visible")
    bar = page.locator(".filters")
    topic = corpus.topics[0]
    bar.get_by_label("Topic").select_option(topic.key)
    assert 0 < rows.count() < len(corpus.questions) and f"topic={topic.key}" in page.url
    page.reload()
    assert 0 < rows.count() < len(corpus.questions), "what is chosen is kept in the address"
    bar.get_by_role("button", name="Show all").click()
    assert rows.count() == len(corpus.questions)
    page.locator(".overview thead th").first.get_by_role("button").click()
    table = page.locator(".overview").first
    first = table.locator("tbody td:first-child").all_text_contents()
    assert (
        page.locator(".overview thead th").first.get_attribute("aria-sort") == "ascending"
        and len(set(first)) > 1
    )
    assert first == page.evaluate(
        "texts => [...texts].sort((a, b) => a.localeCompare(b, 'en'))", first
    )
    assert reader.faults == []


@pytest.mark.content
@browser.needed
def test_timelines_are_filtered(reader, corpus):
    every = [*corpus.events, *corpus.developments]
    about = sum("russia" in item.actors for item in every)
    page = reader.open("timeline/index.html")
    page.locator("form[data-filters] select[name=actor]").select_option("russia")
    assert page.locator(".timeline li:visible").count() == about < len(every)
    again = reader.open("timeline/index.html", "?actor=russia")
    assert (
        again.locator(".timeline li:visible").count() == about
        and again.locator(".strip .dim").count()
    )
    assert reader.faults == []


@pytest.mark.content
@browser.needed
def test_files_are_linked_and_no_button_promises_what_a_file_cannot_do(reader, copy):
    page = reader.open("topics/russia/index.html")
    page.locator(".cite-box summary").click()
    assert (
        page.locator(".cite-form:visible .cite-copy").count()
        and not page.locator(".cite-files .cite-copy").count()
    )
    assert page.locator(".cite-files a").count() >= 3
    assert reader.faults == []


@browser.needed
def test_the_policy_holds_from_a_file(reader):
    page = reader.open("index.html")
    page.evaluate("""async () => {
        window.blocked = [];
        document.addEventListener('securitypolicyviolation', event => blocked.push(event.effectiveDirective));
        const add = (tag, set) => { const made = Object.assign(document.createElement(tag), set); document.body.append(made); return made };
        add('script', {textContent: 'window.ran = 1'});
        add('div', {innerHTML: '<b onclick="window.ran = 2">x</b>'}).firstChild.click();
        add('img', {src: 'http://192.0.2.1/x.png'});
    }""")
    browser.until(
        page,
        "all => all.every(one => blocked.includes(one))",
        ["script-src-elem", "script-src-attr", "img-src"],
    )
    assert page.evaluate("window.ran") is None


@browser.needed
def test_the_copy_stands_without_javascript(chromium, copy, corpus):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((copy / "index.html").as_uri())
    page.locator("article a[href*='compare/']").first.click()
    assert page.locator(".overview tbody tr:visible").count() == len(corpus.questions)
    context.close()


def test_the_command_leaves_the_site_as_it_is_and_a_published_site_offers_the_copy(
    small_site, site
):
    (small_site / "site").mkdir()
    (small_site / "site/index.html").write_text("the old site")
    edit(small_site / "docs/about/method.md", "Made up.", "<!-- offline -->")
    done = run(small_site, "offline", SITE_URL=HOME)
    assert done.returncode == 0, done.stderr
    (made,) = (small_site / "dist").iterdir()
    assert done.stdout.startswith(f"dist/{made.name}: ") and re.fullmatch(
        r"small-.+\.zip", made.name
    )
    assert [path.name for path in (small_site / "site").rglob("*")] == ["index.html"]
    done = run(small_site, "site", "--offline", SITE_URL=HOME)
    assert done.returncode == 0, done.stderr
    (link,) = (
        html.parse(str(small_site / "site/about/method/index.html"))
        .getroot()
        .xpath("//a[contains(@href, '.zip')]")
    )
    assert (
        small_site / "site/about/method" / link.get("href")
    ).read_bytes() == made.read_bytes(), "the copy does not hold itself"
    assert not list(site.rglob("*.zip")) and ".zip" not in (site / "about/index.html").read_text(
        "utf-8"
    ), "elsewhere there is no link that leads nowhere"


HOLDS = {
    "index.html",
    "topics/index.html",
    "topics/russia/index.html",
    "topics/russia/cite.bib",
    "data/claims.csv",
}.__contains__


@pytest.mark.parametrize(
    "target, made",
    [
        ("#E1", "#E1"),
        ("", ""),
        ("?actor=x", "?actor=x"),
        ("cite.bib", "cite.bib"),
        ("../../data/claims.csv", "../../data/claims.csv"),
        ("../", "../index.html"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("../?kind=a&b=%20#x", "../index.html?kind=a&b=%20#x"),
        ("index.html", "index.html"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("//example.org/a/", "//example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../../e/2026.12/#x", f"{HOME}e/2026.12/#x"),
        ("../../feed.xml", f"{HOME}feed.xml"),
    ],
)
def test_a_link_names_its_file(target, made):
    assert file_links.to_file(target, "topics/russia/index.html", HOLDS, HOME).replace(
        "/./", "/"
    ) == made.replace("/./", "/")


def test_nothing_but_addresses_is_changed():
    page = """<p title='href="../"'>&lt;a href="../"&gt; a > b</p><!-- <a href="../"> -->
<script>"<a href='../'>"</script><A
 title="1 > 2" HREF = '../?a=1&amp;b=2' data-preview download>x</A><a href=../..>y</a>"""
    assert file_links.to_files(page, "topics/russia/index.html", HOLDS, HOME) == page.replace(
        "HREF = '../?a=1&amp;b=2' data-preview", 'HREF="../index.html?a=1&amp;b=2"'
    ).replace("href=../..>", 'href="../../index.html">')


def test_entries_of_the_search_are_text():
    hostile = '<img src=x onerror="run()"> & "x"'
    made = offline_search.entries(
        [
            {"location": "about/#a", "title": "A", "text": "kept"},
            {"location": "briefs/", "title": "B", "text": "left"},
        ],
        {"about/"},
        [
            SearchEntry("briefs/#E1", "claim", hostile, hostile, f"{hostile}\nsecond", hostile),
            SearchEntry("briefs/", "page", "Briefs"),
        ],
    )
    assert [entry["location"] for entry in made] == ["briefs/", "about/#a", "briefs/#E1"], (
        "pages come before what stands on them"
    )
    assert "<img" not in json.dumps(made) and made[2]["text"].count("<p>") == 2


def test_a_file_older_than_zips_is_packed(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("a")
    zip_archive.pack(tmp_path / "in", tmp_path / "out.zip", "top", 0)
    with zipfile.ZipFile(tmp_path / "out.zip") as opened:
        assert (
            opened.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
            and opened.read("top/a.txt") == b"a"
        )
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_check_needs_nothing_of_it():
    code = "import sys; sys.argv = ['build.py', 'check']; sys.path.append('scripts'); from briefsite.cli import main as build; build.main(); assert 'briefsite.publish.offline.offline_copy' not in sys.modules"
    assert (
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True
        ).returncode
        == 0
    )
