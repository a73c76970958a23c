"""Ten briefs on one subject as readers meet them: pages within their weights, parts with permanent
addresses, and nothing that grows by one for each brief."""

import json
import re
from dataclasses import replace
from functools import cache
from urllib.parse import urljoin

import pytest
from conftest import built
from lxml import html
from readers import browser

from briefsite.exports import atom_feed, comparison_tables, search_records
from briefsite.load import topic_sections
from briefsite.model import addresses, split_pages
from briefsite.pages import all_pages
from briefsite.rules.check import check_data
from tools.benchmark import page_weight
from tools.example_project import project_files


@pytest.fixture(scope="module")
def project(shared):
    return shared.folder("ten", lambda folder: project_files.write(folder, link=True))


@pytest.fixture(scope="module")
def ten(project):
    corpus, problems = check_data(project)
    assert problems == []
    return corpus


@pytest.fixture(scope="module")
def ten_site(shared, project):
    return shared.folder("ten-site", lambda folder: built(project, folder))


@pytest.fixture(scope="module")
def page(ten_site):
    @cache
    def parsed(address):
        return html.parse(str(ten_site / address / "index.html")).getroot()

    return parsed


def led(page, target):
    """Where the first link of the row at a permanent address leads."""
    path, _, anchor = addresses.web(target).partition("#")
    (element,) = page(path).xpath(f"//*[@id='{anchor}']")
    row = element if element.tag in ("tr", "li") else element.getparent()
    link = row.xpath(".//a[@href][not(@class='headerlink')]/@href")[0]
    return urljoin(f"http://x/{path}", link).removeprefix("http://x/")


def test_every_page_keeps_to_its_weight(ten_site):
    sizes = page_weight.html(ten_site)
    over = {address: size for address, size in sizes.items() if size > page_weight.budget(address)}
    assert len(sizes) > 100 and over == {}


def records(corpus):
    """(permanent address, address of the full entry) of every record that others are split by."""
    for item in corpus.questions:
        yield addresses.question(item.id), addresses.question_entry(corpus, item)
    for item in corpus.events:
        yield addresses.event(item), addresses.event_entry(corpus, item)
    for item in corpus.developments:
        yield addresses.development(item.id), addresses.development_entry(corpus, item)
    for item in corpus.forecasts:
        yield addresses.forecast(item.claim), addresses.forecast_entry(corpus, item.claim)
    for item in corpus.pages:
        for key in topic_sections.accounts(corpus, item) if item.topic else ():
            yield f"{addresses.topic(item.topic)}#{key}", addresses.account(item.topic, key)


def test_a_row_stands_at_every_old_address_and_leads_to_the_whole(ten, page):
    found = list(records(ten))
    assert len(found) > 400
    for permanent, entry in found:
        assert led(page, permanent) == addresses.web(entry), permanent
        path, _, anchor = addresses.web(entry).partition("#")
        assert path and len(page(path).xpath(f"//*[@id='{anchor}']")) == 1, entry


def test_what_a_row_leads_to_gives_the_permanent_address(ten, page):
    for item in ten.questions:
        entry = addresses.web(addresses.question_entry(ten, item)).partition("#")[0]
        (mark,) = page(entry).xpath(f"//h2[@id='{item.id}']/a[@class='headerlink']/@href")
        assert mark == f"../#{item.id}"
    for item in ten.developments:
        entry = addresses.web(addresses.development_entry(ten, item)).partition("#")[0]
        (mark,) = page(entry).xpath(f"//li[@id='{item.id}']//a[@class='headerlink']/@href")
        assert mark == f"../since/#{item.id}"


def test_a_part_has_every_side_with_its_answers(ten, page):
    for question in ten.questions:
        address = addresses.web(addresses.comparison(question.topic))
        (section,) = page(address).xpath(f"//section[h2[@id='{question.id}']]")
        said = " ".join(section.text_content().split())
        answers = list(question.answers.values())
        assert all(" ".join(answer.says.split()) in said for answer in answers)
        assert len(section.xpath("./ul/li")) == len(answers)
        assert [part.text_content() for part in section.xpath("./p/strong[@class='holds']")] == [
            side.holds for side in question.sides
        ]


def test_search_leads_to_the_whole_and_data_to_the_permanent_address(ten):
    found = {record.address: record for record in search_records.records(ten)}
    question, development = ten.questions[0], ten.developments[0]
    assert found[f"compare/{question.topic}/#{question.id}"].title == question.question
    assert any(re.fullmatch(rf"timeline/\d+/#{development.id}", address) for address in found)
    account = found[f"topics/{ten.topics[0].key}/accounts/#{ten.briefs[0].key}"]
    assert account.briefs == (ten.briefs[0].key,) and len(account.text) > 100
    assert not any(address.startswith("compare/#") for address in found)
    rows = comparison_tables.questions(ten).rows
    assert rows[0]["address"].endswith(f"compare/#{question.id}")
    told = {entry.address for entry in atom_feed.entries(ten)}
    assert f"timeline/since/#{development.id}" in told


def test_nothing_grows_by_one_for_each_brief(ten, ten_site, page):
    labels = [brief.label for brief in ten.briefs]
    for address in ("topics/", "actors/", "compare/", "timeline/expected/"):
        said = page(address).xpath("string(//article)")
        assert sum(label in said for label in labels) <= 3, address
    for path in ten_site.rglob("index.html"):
        parsed = html.parse(str(path)).getroot()
        for row in parsed.xpath("//article//tr"):
            assert len(row) <= 6, path
        for made in parsed.xpath("//p[@class='made-from']"):
            assert len(made.xpath(".//code")) <= 6 or path.parent.name == "data", path
        beside = parsed.xpath("//section[@id='cite']//h3")
        assert len(beside) <= 6, path
    assert len(page("summary/").xpath("//p[@class='dateline']//a")) == 1
    accounts = page("topics/timing/").xpath("//article//h2/@id")
    assert not set(accounts) & set(ten.brief)


def test_the_real_site_stands_whole(corpus):
    made = {page.path for page in all_pages.generate(corpus)}
    assert not any(re.match(r"compare/|topics/|timeline/\d", path) for path in made)


def test_what_is_split_stays_split(ten):
    """Records go by way of a tombstone, and briefs do not go."""
    stones = ten.events[:1]
    gone = replace(ten, questions=ten.questions[:1], retired_questions=ten.questions[1:])
    assert split_pages.comparison_is_split(gone)
    assert not split_pages.comparison_is_split(replace(ten, questions=ten.questions[:1]))
    gone = replace(ten, events=stones, retired_events=ten.events[1:])
    assert split_pages.timeline_is_split(gone)
    assert not split_pages.timeline_is_split(replace(ten, events=stones, developments=()))


@browser.needed
def test_an_old_address_leads_a_browser_to_the_whole(ten, ten_site, served):
    question, development = ten.questions[-1], ten.developments[-1]
    with served.at(ten_site) as root:
        window = served.chromium.new_page()
        window.goto(f"{root}compare/#{question.id}")
        browser.until(window, f"location.pathname == '/compare/{question.topic}/'")
        assert window.evaluate("location.hash") == f"#{question.id}"
        window.goto(f"{root}timeline/since/#{development.id}")
        browser.until(window, "/timeline.\\d+/.test(location.pathname)")
        window.goto(f"{root}compare/?topic={question.topic}#{question.id}")
        browser.rest(window)
        assert window.evaluate("location.pathname") == "/compare/"
        assert window.locator(f"[id='{question.id}']").is_visible()
        window.goto(f"{root}compare/{question.topic}/#{question.id}")
        window.locator(
            f"[id='{question.id}'] button, [id='{question.id}'] + p button"
        ).first.click()
        shown = window.locator("dialog[open] .cite-text").first
        assert f"compare/#{question.id}" in shown.text_content()


def test_a_topics_citations_name_its_briefs(ten, ten_site):
    told = json.loads((ten_site / "compare/citations.json").read_text("utf-8"))["records"]
    assert set(told) == {question.id for question in ten.questions}
