"""The real site, built strictly, as its HTML stands."""

from collections import Counter
from urllib.parse import unquote, urldefrag, urljoin, urlparse

import pytest
from lxml import html

BASE = "http://127.0.0.1:8000/"


@pytest.fixture(scope="module")
def documents(site):
    """Every page by its address below the root."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): html.parse(
            str(path)
        ).getroot()
        for path in site.rglob("*.html")
        if path.name != "404.html"
    }


@pytest.fixture(scope="module")
def ids(documents):
    return {address: Counter(document.xpath("//@id")) for address, document in documents.items()}


def test_every_kind_of_page_is_there(documents, corpus):
    expected = {
        "",
        "compare/",
        "timeline/",
        "timeline/expected/",
        "timeline/since/",
        "actors/",
        "briefs/",
        "topics/",
        "bibliography/",
        "glossary/",
        "about/",
        "about/method/",
    }
    expected |= {f"topics/{topic.key}/" for topic in corpus.topics} | {
        f"actors/{actor.key}/" for actor in corpus.actors
    }
    expected |= {f"briefs/{brief.key}/" for brief in corpus.briefs}
    assert expected <= documents.keys()


def test_links_and_anchors_lead_somewhere(documents, ids, site):
    dead = []
    for address, document in documents.items():
        for link in document.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            target, fragment = urldefrag(urljoin(BASE + address, link))
            if not target.startswith(BASE):
                continue
            place = unquote(urlparse(target).path).lstrip("/")
            if place in documents:
                if fragment and fragment not in ids[place] and not fragment.startswith("__"):
                    dead.append((address, link))
            elif not (site / place).exists():
                dead.append((address, link))
    assert dead == []


def test_ids_stand_once(ids):
    twice = {
        address: [name for name, count in found.items() if count > 1]
        for address, found in ids.items()
    }
    assert {address: names for address, names in twice.items() if names} == {}


def test_every_claim_is_there_once(documents, ids, corpus):
    for brief in corpus.briefs:
        page = documents[f"briefs/{brief.key}/"]
        headings = {heading.get("id"): heading for heading in page.xpath("//h4[@id]")}
        for claim in brief.claims:
            shown = headings[claim.id].getnext().text_content()
            assert " ".join(shown.split()) == claim.says
            assert [address for address in ids if claim.id in ids[address]] == [
                f"briefs/{brief.key}/"
            ]


def test_every_question_and_event_and_work_has_its_address(ids, corpus):
    questions = (*corpus.questions, *corpus.retired_questions)
    assert all(question.id in ids["compare/"] for question in questions)
    timeline = ids["timeline/"] | ids["timeline/expected/"]
    assert all(event.id in timeline for event in corpus.events)
    assert all(item.id in ids["timeline/since/"] for item in corpus.developments)
    assert all(key in ids["bibliography/"] for key in corpus.works)


@pytest.mark.content
def test_every_citation_names_its_work_on_hover(documents, corpus):
    """Each of them, not a page's first only; a year and no address, which nobody can follow there."""
    cited = [
        link for document in documents.values() for link in document.xpath("//a[@class='cite']")
    ]
    assert {link.get("href").rpartition("#")[2] for link in cited} <= corpus.works.keys() and len(
        cited
    ) > 150
    assert [
        html.tostring(link)
        for link in cited
        if len(link.get("title", "")) < 20 or "://" in link.get("title")
    ] == []


def test_no_markup_is_left_raw(documents):
    for address, document in documents.items():
        for code in document.xpath("//code | //pre | //script | //style"):
            code.drop_tree()
        text = document.text_content()
        assert not [
            raw for raw in ("[@", "][", "{ .", "{ #", "&#", "<!--", "&lt;", "ref-") if raw in text
        ], address


def test_nothing_is_loaded_from_another_host(documents):
    for address, document in documents.items():
        loaded = document.xpath(
            "//script/@src | //img/@src | //iframe/@src | //link[@rel='stylesheet' or @rel='preload' or @rel='icon' or @rel='preconnect']/@href"
        )
        assert [
            link for link in loaded if urljoin(BASE + address, link).startswith(BASE) is False
        ] == []


def test_claims_are_within_three_clicks(documents):
    """Home, a section, a brief, its claim: every brief's page is at most two clicks from home."""
    reached, frontier = {""}, {""}
    for _ in range(2):
        frontier = {
            urlparse(urljoin(BASE + address, link)).path.lstrip("/")
            for address in frontier
            for link in documents[address].xpath("//article//a/@href")
            if urljoin(BASE + address, link).startswith(BASE)
        }
        frontier = {address for address in frontier if address in documents} - reached
        reached |= frontier
    assert {address for address in documents if address.startswith("briefs/")} <= reached


@pytest.mark.content
def test_a_claim_shows_what_the_other_brief_says(documents, corpus):
    question = next(question for question in corpus.questions if len(question.answers) > 1)
    for key, answer in question.answers.items():
        (heading,) = documents[f"briefs/{key}/"].xpath(f"//h4[@id='{answer.claims[0]}']")
        near = heading.getnext().getnext()
        assert f"../../compare/#{question.id}" in near.xpath(".//a/@href")
    (row,) = documents["compare/"].xpath(f"//tr[@id='{question.id}']")
    assert all(
        answer.says in " ".join(row.text_content().split()) for answer in question.answers.values()
    )


def test_silence_is_shown_as_silence(documents, corpus):
    for question in corpus.questions:
        (row,) = documents["compare/"].xpath(f"//tr[@id='{question.id}']")
        assert len([cell for cell in row if cell.text_content().strip() == "silent"]) == len(
            corpus.briefs
        ) - len(question.answers)


def test_topic_pages_show_their_table(documents, corpus):
    for topic in corpus.topics:
        rows = documents[f"topics/{topic.key}/"].xpath(
            "//div[contains(@class,'comparison')]//tbody/tr"
        )
        assert len(rows) == len(corpus.questions_of.get(topic.key, ())), topic.key
    assert corpus.questions


def test_times_are_machine_readable(documents, corpus):
    times = documents["timeline/"].xpath("//ol//time/@datetime")
    assert all(len(time) in (4, 7, 10) for time in times)
    days = [time + "-01-01"[len(time) - 4 :] if len(time) < 10 else time for time in times]
    assert days == sorted(days)


def test_korean_is_marked_as_korean(documents):
    for address, document in documents.items():
        for element in document.xpath("//body//*[not(self::script)]/text()[normalize-space()]"):
            if any("가" <= char <= "힣" for char in element):
                assert element.getparent().xpath("ancestor-or-self::*[@lang='ko']"), (
                    address,
                    element,
                )


@pytest.mark.content
def test_abbreviations_are_explained_on_hover(documents):
    assert documents["briefs/easley-2024/"].xpath("//abbr[@title]")
    assert not documents["bibliography/"].xpath("//div[@class='reference']//abbr")


@pytest.mark.content
def test_a_citation_is_one_link_with_its_reference(documents):
    link = documents["topics/russia/"].xpath("//a[contains(@class,'cite')]")[0]
    assert (
        "bibliography/#" in link.get("href") and link.text_content() and len(link.get("title")) > 40
    )
