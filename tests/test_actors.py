"""Actors' pages: aims by each brief, questions by relation, and the rest folded; and what is printed."""

import io
import re
from dataclasses import replace

import pytest
from conftest import SMALL
from lxml import html
from pypdf import PdfReader
from readers import browser

from briefsite.model.records import Aims
from briefsite.pages import actor_pages
from briefsite.rules.check import check_data

ACTORS = "data/actors.yml"
AIMS = """actors:
- key: town
  name: The town
  kind: group
  korean: 마을
  aliases: [township]
  aims:
    alder-2020:
      says: {says}
      claims: [{claims}]
"""
GOOD = {"says": "The town should build again.", "claims": "A1"}


@pytest.fixture
def checked(small):
    """A function that checks the small project with such aims."""

    def check(**values):
        (small / ACTORS).write_text(AIMS.format(**(GOOD | values)), "utf-8")
        corpus, problems = check_data(small)
        return corpus, [f"{problem.path}:{problem.line}: {problem.message}" for problem in problems]

    return check


def test_aims_are_read(checked):
    corpus, problems = checked()
    assert problems == []
    assert corpus.actors[0].aims["alder-2020"].claims == ("A1",)


@pytest.mark.parametrize(
    "values, fault",
    [
        ({"claims": "C1"}, "town: C1 is not a claim of alder-2020"),
        ({"claims": "A3"}, "town: A3 does not have town among its actors"),
        ({"claims": "A99"}, "unknown claim 'A99'"),
        ({"says": "The town builds in 1999."}, "town: the aims: the figure '1999'"),
        ({"says": 'It wants "walls of clay".'}, 'town: the aims: the quotation "walls of clay"'),
        (
            {"says": "The town builds its wall of reeds.", "claims": "A2"},
            "town: the claims behind these aims are all hedged, the sentence is not",
        ),
    ],
)
def test_aims_keep_to_the_briefs_claims(checked, values, fault):
    _, problems = checked(**values)
    assert any(fault in problem and problem.startswith(f"{ACTORS}:") for problem in problems), (
        problems
    )


def page_of(corpus, key):
    return next(page for page in actor_pages.pages(corpus) if page.path == f"actors/{key}.md")


def test_a_page_says_what_each_brief_says_of_the_aims(checked):
    corpus, _ = checked()
    page = page_of(corpus, "town")
    assert page.title == "The town as an actor" and "# The town as an actor" in page.body
    aims = page.body.partition("## Aims")[2].partition("## ")[0]
    assert "The town should build again. [A1][A1]" in aims
    assert "**Cedar 2021**" in aims and "*silent on this*" in aims
    without = replace(corpus, actors=(corpus.actors[0].model_copy(update={"aims": {}}),))
    assert "## Aims" not in page_of(without, "town").body


def test_links_to_an_actor_are_short():
    corpus, _ = check_data(SMALL)
    index = next(iter(actor_pages.pages(corpus)))
    assert "[The town](town.md)" in index.body and "as an actor" not in index.body


def test_titles_of_topics_and_actors_differ(corpus):
    titles = {page.title for page in actor_pages.pages(corpus)}
    assert not titles & {topic.title for topic in corpus.topics}


def test_every_claim_and_question_of_an_actor_stands_there_once(site, corpus):
    for actor in corpus.actors:
        page = html.parse(str(site / f"actors/{actor.key}/index.html")).getroot()
        folded = page.xpath("//h2[@id='claims']/following-sibling::details")
        links = [link for fold in folded for link in fold.xpath(".//li//a/@href")]
        claims = {claim.id for claim in corpus.claims_of_actor.get(actor.key, ())}
        assert sorted(link.rpartition("#")[2] for link in links) == sorted(claims), actor.key
        asked = {item.id for claim in claims for item in corpus.questions_with.get(claim, ())}
        rows = page.xpath("//article//details//li/a[contains(@href, 'compare/#')]/@href")
        assert sorted(row.rpartition("#")[2] for row in rows) == sorted(asked), actor.key


def test_every_aim_names_claims_of_its_brief(corpus):
    for actor in corpus.actors:
        for key, aims in actor.aims.items():
            assert isinstance(aims, Aims)
            assert {corpus.brief_of[claim].key for claim in aims.claims} == {key}


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize("width, screens", [(1280, 5), (390, 6)])
def test_a_page_is_a_few_screens(chromium, address, corpus, width, screens):
    page = chromium.new_page(viewport={"width": width, "height": 800})
    for actor in sorted(
        corpus.actors, key=lambda actor: -len(corpus.claims_of_actor.get(actor.key, ()))
    )[:2]:
        page.goto(f"{address}actors/{actor.key}/")
        assert page.evaluate("document.documentElement.scrollHeight") <= screens * 800, actor.key
    page.close()


@browser.needed
def test_a_link_into_a_fold_opens_it(chromium, address, corpus):
    page = chromium.new_page()
    brief, claim = corpus.briefs[0], corpus.claims_of_actor[corpus.actors[0].key][0]
    page.goto(f"{address}actors/{corpus.actors[0].key}/#{brief.key}-{claim.topics[0]}")
    assert page.locator(f"#{brief.key}-{claim.topics[0]}").is_visible()
    page.close()


def printed(chromium, address, path, **settings) -> list[str]:
    """The text of each page that Chromium prints."""
    page = chromium.new_page()
    page.goto(address + path)
    pages = PdfReader(io.BytesIO(page.pdf(**settings))).pages
    page.close()
    return [" ".join(sheet.extract_text().split()) for sheet in pages]


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_printed_table_has_its_heads_on_every_page(chromium, address, corpus, paper):
    pages = printed(chromium, address, "compare/", format=paper)
    rows = [" ".join(question.question.split()) for question in corpus.questions]
    heads = [("Question", "Topic"), *((brief.label,) for brief in corpus.briefs)]
    with_rows = [
        text for text in pages[1:] if any(row in text for row in rows) and "silent" in text
    ]
    assert len(with_rows) > 3
    for text in with_rows:
        start = text[:400] if text.startswith("Question") else text
        for head in heads:
            assert " ".join(head) in start, text[:200]


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("path", ["timeline/", "actors/dprk/"])
def test_no_printed_page_is_left_empty(chromium, address, path, paper):
    pages = printed(chromium, address, path, format=paper)
    assert min(map(len, pages[:-1])) > 300, [len(text) for text in pages]
    if path == "timeline/":
        assert "US presidential election" in pages[0], "the picture stands on the first page"


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("topic", ["russia", "china"])
def test_a_printed_topic_has_its_answer_on_the_first_page(chromium, address, topic, paper):
    pages = printed(chromium, address, f"topics/{topic}/", format=paper)
    assert "Both say" in pages[0] and "They part" in pages[0], pages[0]
    assert not any("These rows as data" in text for text in pages)


@pytest.mark.content
@browser.needed
def test_a_printed_claim_keeps_its_facts(chromium, address, corpus):
    """No page begins with a line that belongs to the claim before it."""
    for brief in corpus.briefs:
        pages = printed(chromium, address, f"briefs/{brief.key}/", format="A4")
        assert not [text[:60] for text in pages if re.match(r"¶ \d+, sentence|Note: ", text)]
        assert sum(text.count(", sentence") for text in pages) >= len(brief.claims)
