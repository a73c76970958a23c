"""The summary in one page, what it counts, what it watches, and the map of agreement on home."""

import dataclasses
import re
from datetime import date

import pytest
from conftest import ROOT, unnamed
from lxml import html
from readers import browser

from briefsite.model import addresses
from briefsite.model.outcomes import Forecast
from briefsite.pages import agreement_map, summary_page, watch_list
from briefsite.rules import summary_rules
from briefsite.rules.check import check_data
from tools.example_project import project_files

COMPARE = "data/comparisons.yml"


def questions(corpus, *found):
    return dataclasses.replace(corpus, questions=found)


def forecast(claim, edtf, *verdicts):
    given = [{"judged": "2026-01-01", "verdict": name, "reason": "So."} for name in verdicts]
    return Forecast.model_validate(
        {
            "claim": claim,
            "sort": "forecast",
            "title": f"{claim} {edtf}",
            "horizon": {"edtf": edtf, "basis": "stated"},
            "confirms": "Yes.",
            "refutes": "No.",
            "verdicts": given,
        }
    )


def drawn(text):
    return html.fromstring(f"<div>{text}</div>")


def numbered(small, *numbers):
    """The small project with places in the summary for its questions, the flood's and the wall's."""
    text = (small / COMPARE).read_text("utf-8")
    flood, wall = (f"  summary: {number}\n" if number else "" for number in numbers)
    text = text.replace("- id: q-wall", flood + "- id: q-wall").replace(
        "retired:\n", wall + "retired:\n"
    )
    (small / COMPARE).write_text(text, "utf-8")
    return check_data(small)


def test_two_questions_have_no_one_place(small):
    _, problems = numbered(small, 1, 1)
    assert unnamed(problems) == [
        f"{COMPARE}:24: q-wall: place 1 of the summary is taken by q-flood; free: 2"
    ]


@pytest.mark.content
@pytest.mark.parametrize(("relation", "most"), [("agreement", 4), ("dissonance", 5), (None, 3)])
def test_a_part_has_so_many_lines_and_no_more(small, corpus, relation, most):
    asked = [item for item in corpus.questions if item.relation == relation][: most + 1]
    assert len(asked) == most + 1
    many = [item.model_copy(update={"summary": 20 - at}) for at, item in enumerate(asked)]
    assert not list(summary_rules.summaries_fit_on_a_page(questions(corpus, *many[1:])))
    (problem,) = summary_rules.summaries_fit_on_a_page(questions(corpus, *many))
    assert problem.message.startswith(f"{asked[0].id}: {most + 1} questions")
    assert f"{most} may" in problem.message


def test_the_summary_shows_what_the_data_choose(small):
    corpus, problems = numbered(small, 2, 1)
    assert problems == []
    made = summary_page.part(corpus, addresses.SUMMARY)
    flood, wall = corpus.questions
    assert summary_page.chosen(corpus, "part") == [flood]
    assert summary_page.chosen(corpus, "alone") == [wall] and not summary_page.chosen(
        corpus, "shared"
    )
    assert f"{flood.shared} {flood.difference}[^A1][^C1]" in made
    says = wall.answers["alder-2020"].says
    assert f"Only Alder: *{wall.question}* {says}[^A2] {wall.note}" in made
    assert made.index("## Where they part") < made.index("## What one says alone")
    assert "What they share" not in made


@pytest.mark.content
def test_every_line_of_the_real_summary_has_its_marks(site, corpus):
    page = html.parse(str(site / "summary/index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    (sheet,) = page.xpath("//div[@class='one-page']")
    lines = sheet.xpath(".//li")
    assert all(line.xpath(".//*[@class='marks']") for line in lines)
    chosen = [item for item in corpus.questions if item.summary]
    linked = [link.partition("#")[2] for link in sheet.xpath(".//strong/a/@href") if "#q-" in link]
    assert sorted(linked) == sorted(item.id for item in chosen) and len(linked) == 12
    for question in chosen:
        text = " ".join(sheet.text_content().split())
        shown = (question.shared, question.difference)
        answers = [answer.says for answer in question.answers.values()]
        for part in answers if len(answers) == 1 else filter(None, shown):
            assert part in text


def test_a_line_marks_a_paragraph_once(corpus):
    for question in corpus.questions:
        marks = summary_page.marks(corpus, question)
        places = [(corpus.brief_of[name].key, corpus.claim[name].paragraph) for name in marks]
        assert len(places) == len(set(places)) and {key for key, _ in places} == set(
            question.answers
        )


def test_verdicts_are_counted_by_the_last_and_apart_from_what_has_no_end(small):
    corpus, _ = check_data(small)
    given = (
        forecast("A1", "2024", "open", "borne out"),
        forecast("A2", "2024", "borne out"),
        forecast("A3", "2024", "not borne out"),
        forecast("C1", "2024/..", "borne out"),
    )
    said = drawn(summary_page.counts(dataclasses.replace(corpus, forecasts=given), "index.md"))
    assert " ".join(said.text_content().split()) == (
        "3 of [4 forecasts](forecasts/index.md) have a date; by this site's verdict: "
        "● 2 borne out, ○ 1 not borne out."
    )
    assert not summary_page.counts(dataclasses.replace(corpus, forecasts=()), "index.md").strip()


def test_what_is_open_is_watched_the_nearest_end_first(small):
    """Without an end: first the one on which something bore last."""
    corpus, _ = check_data(small)
    given = (
        forecast("A1", "2024/.."),
        forecast("A2", "2024-05/2029-01", "open"),
        forecast("A3", "2023", "borne out"),
        forecast("C1", "2026-03", "open"),
    )
    found = watch_list.watch(dataclasses.replace(corpus, forecasts=given))
    assert [(item.forecast.claim, item.brief.name, item.end, item.until) for item in found] == [
        ("C1", "Cedar", "2026-03", date(2026, 3, 31)),
        ("A2", "Alder", "2029-01", date(2029, 1, 31)),
        ("A1", "Alder", "", None),
    ]
    assert found[0].newest is corpus.bearing_on["C1"][-1][0] and found[1].newest is None
    made = summary_page.part(dataclasses.replace(corpus, forecasts=given), addresses.SUMMARY)
    assert made.index("**Cedar, until March 2026**") < made.index("**Alder, until January 2029**")
    assert made.index("**Alder, until January 2029**") < made.index("**Alder** [A1 2024/..]")
    no_end = (forecast("A1", "2024/.."), forecast("C1", "2024/.."), forecast("A2", "2024/.."))
    found = watch_list.watch(dataclasses.replace(corpus, forecasts=no_end))
    assert [item.forecast.claim for item in found] == ["C1", "A1", "A2"]


def test_the_map_has_a_mark_for_each_question(site, corpus):
    page = html.parse(str(site / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    rows = page.xpath("//div[@class='agreement-map']/ul/li")
    assert len(rows) == len(corpus.topics)
    for topic, row in zip(corpus.topics, rows, strict=True):
        asked = corpus.questions_of.get(topic.key, ())
        marks = {
            link.get("href").partition("#")[2]: link for link in row.xpath("./span/a")
        }  # fmt: skip
        assert set(marks) == {question.id for question in asked}
        for question in asked:
            mark = marks[question.id]
            name = question.relation_or_silence
            assert mark.get("class") == f"rel {name.replace(' ', '-')}"
            assert mark.text_content() == f"{name.capitalize()}: {question.question}"
        answering = {key for question in asked for key in question.answers}
        silent = [brief.name for brief in corpus.briefs if brief.key not in answering]
        told = f"{', '.join(silent)} silent" if silent else ""
        assert "".join(row.xpath("./span/i/text()")) == (told if asked else "no question yet")


def test_the_map_grows_with_questions_and_not_with_briefs(tmp_path):
    made = {}
    for briefs in (1, 10):
        project_files.write(tmp_path / str(briefs), briefs, link=True)
        corpus, problems = check_data(tmp_path / str(briefs))
        assert problems == []
        made[briefs] = drawn(agreement_map.part(corpus, addresses.HOME))
        marks = made[briefs].xpath("//span[@class='cells']/a")
        assert len(marks) == len(corpus.questions)
    assert {mark.get("class") for mark in made[1].xpath("//span[@class='cells']/a")} == {
        "rel silence"
    }


def test_the_map_is_in_words_too(small):
    corpus, _ = check_data(small)
    words = drawn(agreement_map.part(corpus, addresses.HOME)).xpath("//details//li")
    assert [" ".join(item.text_content().split()) for item in words] == [
        "Water: 1 partial agreement",
        "Walls: 1 silence; Cedar silent",
    ]


@pytest.mark.content
def test_home_says_what_the_briefs_are_about_in_one_sentence_or_two(corpus):
    (home,) = [page for page in corpus.pages if page.path == "docs/index.md"]
    lead = re.search(r"^# .*\n\n(.*)\n\{ \.lead \}", home.text, re.M)[1]
    assert len(re.sub(r"\[\^\w+\]", "", lead).split()) <= 40


@pytest.mark.parametrize("number", ["two", "three"])
def test_nothing_counts_the_briefs_by_hand(corpus, number):
    """Home, the site's description and CITATION hold for any number of briefs."""
    for name in ("docs/index.md", "docs/summary.md", "CITATION.cff"):
        assert not re.search(rf"\b{number}\b", (ROOT / name).read_text("utf-8"), re.I)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert not re.search(rf"^site_description:.*\b{number}\b", settings, re.I | re.M)


@browser.needed
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_summary_prints_on_one_sheet(chromium, address, paper):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address + "summary/")
    # An edition has a longer address, and its texts may be longer than today's.
    page.evaluate("(row => row.after(row.cloneNode(true)))(document.querySelector('.one-page li'))")
    printed = page.pdf(format=paper)
    context.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


@browser.needed
def test_the_sheet_has_title_dateline_and_address(chromium, address):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address + "summary/")
    page.emulate_media(media="print")
    for part in ("h1", ".dateline", ".cite-text >> nth=0"):
        assert page.locator(part).first.is_visible(), part
    assert "/summary/" in page.locator(".cite-text").first.text_content()
    assert page.locator(".cite-text:visible").count() == 1
    assert not page.locator(".claim-notes").is_visible()
    context.close()


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize("width", [1280, 390])
def test_a_mark_of_the_map_names_its_question(chromium, address, width):
    """On hover and on focus, within the window; and it leads there."""
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address)
    marks = page.locator(".agreement-map .cells a")
    for at in (0, 7, marks.count() - 1):
        mark, name = marks.nth(at), marks.nth(at).locator("span")
        opacity = "name => getComputedStyle(name).opacity"
        assert name.evaluate(opacity) == "0"
        box = mark.bounding_box()
        assert min(box["width"], box["height"]) >= 24
        for show in (mark.hover, mark.focus):
            page.mouse.move(0, 0)
            page.locator("body").focus()
            show()
            assert name.evaluate(opacity) == "1"
            box = name.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width
    question = marks.nth(0).get_attribute("href").partition("#")[2]
    marks.nth(0).click()
    assert page.url.endswith(f"/compare/#{question}")
    context.close()
