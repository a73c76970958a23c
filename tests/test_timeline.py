"""Timelines: the scale and the strip as pure functions, and the three times kept apart."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from conftest import SMALL
from lxml import html

from briefsite.model import dates, outcomes, records, vocabulary
from briefsite.model.events import Event, Mention
from briefsite.pages import publication_gap, timeline_entries, timeline_pages
from briefsite.pages.charts import time_scale, timeline_chart
from briefsite.rules.check import check_data

WHEN = {
    "2024-05-28": (0, "", ""),
    "2024-05": (31, "", ""),
    "2024": (366, "", ""),
    "2024~": (366, "both", ""),
    "2024-05-28/2024-06-03": (0, "", ""),
    "2024-05-28/2024-06-04": (8, "", ""),
    "2023-08-26?/2023-09-25": (31, "start", ""),
    "2024/2024-06~": (182, "end", ""),
    "2024-05-28?": (0, "both", ""),
}


@pytest.fixture
def little():
    """The small made-up project."""
    corpus, problems = check_data(SMALL)
    assert problems == []
    return corpus


def event(
    name: str,
    edtf: str | None = None,
    expected: bool = False,
    horizon: str | None = None,
    actors=("town",),
):
    return Event(
        id=name,
        title=name,
        topics=("water",),
        actors=actors,
        mentions=(
            Mention(
                brief="alder-2020",
                claims=("A1",),
                edtf=edtf,
                basis=edtf and "stated",
                expected=expected,
                horizon=horizon,
            ),
        ),
    )


def development(edtf: str, name: str = "later", **more):
    return outcomes.Development(
        id=name,
        title=name,
        edtf=edtf,
        says="It happened.",
        topics=("water",),
        actors=("town",),
        witnesses=(outcomes.Witness(origin="The gauge", works=("willow-2022",)),),
        added="2023-02-01",
        **more,
    )


def only(corpus, *events, developments=()):
    return replace(
        corpus, events=events, developments=tuple(developments), unsourced=(), forecasts=()
    )


def of_actor(corpus, actor=None):
    return timeline_chart.of_actor(
        corpus, actor or corpus.actors[0], timeline_chart.site_scale(corpus)
    )


def lane(corpus) -> timeline_chart.Lane:
    return of_actor(corpus).lanes[-1]


def spans(*texts):
    return [dates.parse(text) for text in texts]


def test_years_with_much_are_wider_and_long_silence_is_a_gap():
    made = time_scale.of(
        spans(
            "1953-07-27", "2018", "2023-01", "2023-02", "2023-03", "2024", "2024-05", "2024-06/2025"
        )
    )
    assert [(part.label, part.kind) for part in made.stretches] == [
        ("1953", "narrow"),
        ("1954–2017", "gap"),
        ("2018", "narrow"),
        ("2019–2022", "gap"),
        ("2023", "full"),
        ("2024", "full"),
        ("2025", "narrow"),
    ]
    assert made.squeezed and {
        round(part.width / made.stretches[4].width, 6) for part in made.stretches
    } == {1.0, time_scale.NARROW}
    assert made.stretches[0].x == 0 and made.stretches[-1].x + made.stretches[
        -1
    ].width == pytest.approx(1)


def test_a_scale_never_goes_back_and_is_even_within_a_year():
    made = time_scale.of(spans("2018", "2023-01", "2023-02", "2023-03", "2024-05-28", "2026/.."))
    days = [
        date.fromordinal(number)
        for number in range(date(2017, 1, 1).toordinal(), date(2028, 1, 1).toordinal())
    ]
    places = [made.at(day) for day in days]
    assert places == sorted(places) and places[0] == 0 and places[-1] == 1
    steps = {
        round(made.at(b) - made.at(a), 9) for a, b in pairwise(days) if a.year == b.year == 2023
    }
    assert len(steps) == 1


def test_where_little_happens_no_year_is_squeezed():
    assert not time_scale.of(spans("2019", "2021-05")).squeezed
    assert (
        time_scale.of([]) is None and time_scale.of(spans("../2024-05")).stretches[0].first == 2024
    )


@pytest.mark.parametrize("edtf", WHEN)
def test_a_mark_is_as_wide_as_its_time(little, edtf):
    """A day or a week is a point; a month is no point; uncertain and open ends are said."""
    (mark,) = lane(only(little, event("it", edtf))).marks
    days, fades, opens = WHEN[edtf]
    measure, span = of_actor(only(little, event("it", edtf))).scale, dates.parse(edtf)
    assert (mark.fades, mark.opens) == (fades, opens)
    if days:
        assert (span.latest - span.earliest).days + 1 == days
        assert mark.x == pytest.approx(measure.at(span.earliest), abs=1e-4)
        assert (
            mark.width
            == pytest.approx(
                measure.at(date.fromordinal(span.latest.toordinal() + 1)) - mark.x, abs=2e-4
            )
            and mark.width > 0
        )
    else:
        assert (
            mark.width == 0 and measure.at(span.earliest) < mark.x < measure.at(span.latest) + 0.01
        )


@pytest.mark.parametrize("edtf, opens", [("2019-06/..", "end"), ("../2021-06", "start")])
def test_an_end_that_is_not_set_reaches_the_edge(little, edtf, opens):
    (mark,) = lane(only(little, event("it", edtf=None, expected=True, horizon=edtf))).marks
    assert mark.opens == opens
    assert (mark.x + mark.width == pytest.approx(1)) if opens == "end" else mark.x == 0


def test_marks_of_a_lane_keep_apart(little):
    crowd = [event(f"e{day}", f"2019-05-{day:02}") for day in range(1, 31)] + [
        event("year", "2019~"),
        event("open", "2019-05/.."),
    ]
    marks = lane(only(little, *crowd)).marks
    assert len(marks) == len(crowd)
    for a in marks:
        for b in marks:
            if a is not b and a.row == b.row:
                (_left, right), (start, _end) = sorted([a.extent, b.extent])
                assert right <= start + 1e-9


def test_every_dated_entry_has_its_mark_and_the_rest_is_counted(little):
    corpus = only(
        little,
        event("day", "2019-05-03"),
        event("ahead", expected=True, horizon="2020/.."),
        event("never"),
        developments=[development("2022-06")],
    )
    made = of_actor(corpus)
    assert {mark.id: mark.kind for mark in made.lanes[-1].marks} == {
        "day": "past",
        "ahead": "expected",
        "later": "since",
    } and made.undated == 1
    assert of_actor(only(little, event("never"))) is None


def test_the_general_strip_has_briefs_horizons_and_the_busiest_actors(little):
    many = tuple(
        records.Actor(key=f"a{number}", name=f"Actor {number}", kind="group")
        for number in range(timeline_chart.MAX_LANES + 4)
    )
    busy = [
        event(f"e{number}-{at}", "2019-05", actors=(f"a{number}",))
        for number in range(len(many))
        for at in range(1 if number == 1 else 2 + (number % 2))
    ]
    corpus = replace(little, actors=many, events=tuple(busy), developments=())
    made = timeline_chart.of_site(corpus)
    names = [one.name for one in made.lanes]
    assert names[:2] == ["Alder 2020", "Cedar 2021"] and names[-1] == "Looked for: no source found"
    assert (
        len(names) == 2 + timeline_chart.MAX_LANES + 1
        and "Actor 1" not in names
        and made.left_out == 4
    )
    assert [name for name in names if name.startswith("Actor")] == [
        actor.name for actor in many if actor.name in names
    ], "in the order of the data"
    alder, cedar = made.lanes[:2]
    assert [mark.kind for mark in alder.marks] == ["speaks", "print"], (
        "it is dated later than it speaks from"
    )
    assert [(mark.kind, mark.text) for mark in cedar.marks] == [
        ("print", "published 2 January 2021"),
        ("horizon", "1 forecast"),
    ]
    assert made.guides == (alder.marks[1].x, cedar.marks[0].x)
    assert (
        all(b.top == a.top + a.height for a, b in pairwise(made.lanes))
        and made.height == made.lanes[-1].top + made.lanes[-1].height
    )


def test_the_three_times_differ_in_shape_and_word(little):
    """Each has its own symbol and its own word, so that colour is not needed."""
    drawing = timeline_chart.draw(timeline_chart.of_site(little), "timeline/index.md", "all")
    figure = html.fromstring(drawing)
    shapes = {kind: figure.xpath(f"//defs/*[@id='strip-{kind}']")[0] for kind in vocabulary.TIMES}
    assert (
        len(
            {
                html.tostring(shape).split(b"id=")[0] + (shape.get("d") or "").encode()
                for shape in shapes.values()
            }
        )
        == 3
    )
    words = [" ".join(item.text_content().split()) for item in figure.find_class("key")]
    assert [
        word.startswith(name) for word, name in zip(words, vocabulary.TIMES.values(), strict=False)
    ] == [True] * 3
    assert (
        not figure.xpath("//svg//a")
        and figure.xpath("//svg[@role='img']/title")
        and figure.xpath("//svg[@role='img']/desc")
    )


def test_names_are_escaped_in_the_drawing(little):
    corpus = replace(little, actors=(little.actors[0].model_copy(update={"name": 'A "<b>" & co'}),))
    drawing = timeline_chart.draw(timeline_chart.of_site(corpus), "timeline/index.md", "all")
    assert "<b>" not in drawing and 'A "<b>" & co' in html.fromstring(drawing).xpath(
        "//svg/text/text()"
    )


def test_entries_stand_in_the_order_of_time(little):
    corpus = only(
        little,
        event("never"),
        event("late", "2021"),
        event("ahead", expected=True, horizon="2020/.."),
        event("early", "2019-05"),
        developments=[development("2020-02", follows=("early",))],
    )
    every = timeline_entries.of_all(corpus)
    assert [entry.id for entry in every] == ["early", "ahead", "later", "late", "never"]
    assert [year for year, _ in timeline_entries.by_year(every)] == ["2019", "2020", "2021", ""]
    assert {entry.id: entry.briefs for entry in every}["later"] == ("alder-2020",), (
        "it follows up an event of that brief"
    )


@pytest.mark.parametrize(
    "edtf, found",
    [
        ("2018-12-31", None),
        ("2019", (True, False)),
        ("2019-06-01", (True, False)),
        ("2020-02", (False, False)),
        ("2020-05-03", (False, False)),
        ("2020-05-04", None),
        ("2020", None),
        ("2019-06-01/2021", (True, True)),
        ("2020-05", None),
        ("2020-04-01/..", (False, True)),
        ("../2019-06", None),
    ],
)
def test_what_lies_between_the_time_spoken_from_and_the_printed_date(little, edtf, found):
    """Alder speaks from 2019 and is dated 4 May 2020."""
    made = publication_gap.gap(little.brief["alder-2020"], development(edtf))
    assert (made and (made.within, made.begun)) == found
    assert publication_gap.gap(little.brief["cedar-2021"], development(edtf)) is None, (
        "it speaks from its printed date"
    )


def test_what_happened_since_shows_its_grounds(little):
    page = next(
        page for page in timeline_pages.pages(little) if page.path == timeline_pages.PATHS["since"]
    )
    flood, reeds = re.findall(r"<li id=.*?</li>", page.body, re.S)
    assert (
        "Independent origins: The gauge [@willow-2022]; The ferryman [@hazel-2022]" in flood
        and "supports" in flood
        and "forecast-C1" in flood
    )
    assert (
        "**Single source**, The gauge [@willow-2022]: Nobody else writes of it." in reeds
        and "**Weak sources**: The page was seen as a copy." in reeds
    )
    assert "Follows up: [The river floods](index.md#flood-2019)" in reeds
    assert (
        "no source found" in page.body
        and 'What came of the reeds. <span class="sources">Looked for and not found.</span>'
        in page.body
        and 'id="drought-2022"' in page.body
    )
    first = next(timeline_pages.pages(little)).body
    assert "Since: [Reeds are sold](since.md#reeds-sold), July – September 2022" in first


def test_what_is_expected_without_a_date_says_by_when(little):
    corpus = only(little, event("ahead", expected=True, horizon="2020/.."))
    page = next(
        page
        for page in timeline_pages.pages(corpus)
        if page.path == timeline_pages.PATHS["expected"]
    )
    assert "no date given; expected 2020 onwards" in page.body and "No date given" in page.body
