"""What search is told: a record of each thing, from the made-up project and from the real one."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import SMALL
from lxml import html

from briefsite.exports import (
    page_search_records,
    search_labels,
    search_record,
    search_records,
)
from briefsite.rules.check import check_data


@pytest.fixture(scope="module")
def small_corpus():
    return check_data(SMALL)[0]


@pytest.fixture(scope="module")
def found(small_corpus):
    """The small project's records by address."""
    records = list(search_records.records(small_corpus))
    assert len({item.address for item in records}) == len(records)
    return {item.address: item for item in records}


def test_everything_with_an_address_is_a_record(found):
    assert {(address, item.kind, item.title) for address, item in found.items()} == {
        ("briefs/alder-2020/#A1", "claim", "A1"),
        ("briefs/alder-2020/#A2", "claim", "A2"),
        ("briefs/alder-2020/#A3", "claim", "A3"),
        ("briefs/alder-2020/#A4", "claim", "A4"),
        ("briefs/cedar-2021/#C1", "claim", "C1"),
        ("compare/#q-flood", "question", "Did or will the water rise?"),
        ("compare/#q-wall", "question", "Was the wall in time?"),
        ("compare/#q-tide", "question", "q-tide"),
        ("timeline/#flood-2019", "event", "The river floods"),
        ("timeline/expected/#flood-2022", "event", "Another flood"),
        ("timeline/#drought", "event", "drought"),
        ("forecasts/#forecast-C1", "forecast", "Another flood in 2022"),
        ("timeline/since/#flood-of-june-2022", "development", "The river floods again"),
        ("timeline/since/#reeds-sold", "development", "Reeds are sold"),
        ("timeline/since/#drought-2022", "development", "drought-2022"),
        ("actors/town/", "actor", "The town"),
        ("briefs/alder-2020/", "brief", "Alder 2020: On Rivers"),
        ("briefs/cedar-2021/", "brief", "Cedar 2021: On Walls"),
        ("bibliography/#alder-2020", "work", "On Rivers"),
        ("bibliography/#cedar-2021", "work", "On Walls"),
        ("bibliography/#birch-2018", "work", "Gauges"),
        ("bibliography/#willow-2022", "work", "River Rises Again"),
        ("bibliography/#hazel-2022", "work", "[headline not seen]"),
        ("glossary/#wall-of-reeds", "term", "wall of reeds"),
        ("glossary/#fl", "term", "FL"),
    }


def test_a_claim_says_where_it_is_from(found):
    claim = found["briefs/alder-2020/#A2"]
    assert claim.meta == {"name": "A2", "place": "Alder 2020, ¶ 1"}
    assert claim.content == 'The town probably built its "wall of reeds" too late.'
    assert claim.filters == {
        "kind": ["claim"],
        "brief": ["alder-2020"],
        "topic": ["water", "walls"],
        "actor": ["town"],
    }


def test_a_retired_id_still_leads_to_its_place(found):
    assert (found["briefs/alder-2020/#A4"].place, found["briefs/alder-2020/#A4"].text) == (
        "Alder 2020, retired",
        "merged into A2",
    )
    assert found["timeline/#drought"].text == "no brief mentions it"


def test_each_line_of_an_answer_names_its_brief(found):
    """However a result is cut, no brief's words can stand without its name."""
    question = found["compare/#q-flood"]
    assert question.text.splitlines() == [
        "Alder 2020: It rose in May 2019.",
        "Cedar 2021: Experts expect it in 2022.",
        "Relation: partial agreement. The water rises now and then. Alder looks back and Cedar ahead.",
    ]
    assert (
        question.content
        == "Alder 2020: It rose in May 2019. │ Cedar 2021: Experts expect it in 2022. │ "
        "Relation: partial agreement. The water rises now and then. Alder looks back and Cedar ahead."
    )
    assert (
        question.place == "Water"
        and question.filters["brief"] == ["alder-2020", "cedar-2021"]
        and question.filters["actor"] == ["town"]
    )
    assert found["compare/#q-wall"].filters["brief"] == ["alder-2020"]


def test_a_date_is_told_as_the_brief_gives_it(found):
    event = found["timeline/#flood-2019"]
    assert (event.place, event.text) == ("", "Alder 2020 (May 2019): The river rose in May 2019.")


def test_a_date_from_outside_is_told_as_such(small_corpus):
    """And only where no brief gives one."""
    event = small_corpus.events[0]
    undated = event.model_copy(
        update={
            "mentions": tuple(
                mention.model_copy(update={"edtf": None, "basis": None})
                for mention in event.mentions
            )
        }
    )
    item = next(
        item
        for item in search_records.records(replace(small_corpus, events=(undated,)))
        if item.kind == "event"
    )
    assert (item.place, item.text) == (
        "3 May 2019, by an outside source",
        "Alder 2020: The river rose in May 2019.",
    )


def test_a_forecast_keeps_the_brief_and_the_verdict_apart(found):
    forecast = found["forecasts/#forecast-C1"]
    assert forecast.place == "Cedar 2021, for 2022"
    assert forecast.text.splitlines() == [
        "Cedar 2021: Experts expect another flood in 2022.",
        "Verdict of this site: borne out. The river flooded in June 2022.",
    ]


def test_a_development_is_no_brief_s(found):
    development = found["timeline/since/#flood-of-june-2022"]
    assert (development.place, development.text) == (
        "June 2022",
        "The river rose over its banks in June 2022.",
    )
    assert development.filters == {"kind": ["development"], "topic": ["water"], "actor": ["town"]}


def test_an_actor_is_known_by_every_name(found):
    assert (
        found["actors/town/"].text == "Also: 마을, township"
        and found["actors/town/"].meta["also"] == "마을, township"
    )


def test_a_work_is_filtered_by_the_claims_that_cite_it(found):
    work = found["bibliography/#birch-2018"]
    assert work.filters == {
        "kind": ["work"],
        "brief": ["alder-2020"],
        "topic": ["water", "walls"],
        "actor": ["town"],
    }
    assert (
        work.text.endswith("Ministry of Rivers & Lakes. Journal of Gauges") and work.place == "2018"
    )
    assert "lesser" in work.meta and "name" not in work.meta, (
        "a work's title is weighed below a name"
    )


def test_a_hand_written_page_is_filtered_by_what_it_links(small_corpus):
    page = next(page for page in small_corpus.pages if page.topic == "water")
    assert page_search_records.page_filters(small_corpus, page) == {
        "kind": ["topic"],
        "brief": ["alder-2020"],
        "topic": ["water"],
    }
    page = next(page for page in small_corpus.pages if page.path == "docs/index.md")
    assert page_search_records.page_filters(small_corpus, page)["kind"] == ["page"]


def test_a_generated_page_is_found_unless_a_record_stands_for_it(found):
    made = [("compare/", "Compare", "All questions."), ("actors/town/", "The town", "")]
    assert list(page_search_records.page_records(made, set(found))) == [
        search_record.SearchEntry("compare/", "page", "Compare", text="All questions.")
    ]


@pytest.mark.parametrize("which", ["small", "real"])
def test_every_filter_has_a_name(which, small_corpus, corpus):
    chosen = small_corpus if which == "small" else corpus
    names = search_labels.labels(chosen)
    for item in search_records.records(chosen):
        for name, keys in item.filters.items():
            assert set(keys) <= names[name].keys() and len(set(keys)) == len(keys)
    assert list(names["topic"]) == [topic.key for topic in chosen.topics], (
        "in the order of the site"
    )


def test_every_record_leads_to_a_place_on_the_site(corpus, site):
    ids = {}
    for item in search_records.records(corpus):
        address, _, anchor = item.address.partition("#")
        if address not in ids:
            ids[address] = set(
                html.parse(str(site / address / "index.html")).getroot().xpath("//@id")
            )
        assert not anchor or anchor in ids[address], item.address


def test_finding_knows_the_corpus_alone():
    for path in Path(search_records.__file__).parent.glob("search_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = (
                [node.module]
                if isinstance(node, ast.ImportFrom)
                else [name.name for name in node.names]
                if isinstance(node, ast.Import)
                else []
            )
            assert {name.split(".")[0] for name in names} <= {
                "collections",
                "briefsite",
                "dataclasses",
            }, path.name
