"""Timelines: the scale and the strip as pure functions, and the three times kept apart."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from conftest import SMALL
from lxml import html

from briefsite.model import dates, outcomes, vocabulary
from briefsite.model.events import Event, Mention
from briefsite.pages import publication_gap, timeline_entries, timeline_pages
from briefsite.pages.charts import (
    hanging_labels,
    time_scale,
    timeline_chart,
    timeline_lengthwise,
    timeline_marks,
    timeline_picture,
    timeline_story,
    timeline_upright,
)
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


def of_actor(corpus):
    return timeline_chart.of_actor(corpus, corpus.actors[0].key, timeline_chart.site_scale(corpus))


def marks(corpus) -> list[timeline_marks.Mark]:
    """All marks of the first actor's picture."""
    lanes = of_actor(corpus).lanes
    return [*(mark for lane in lanes for mark in lane.marks)] + [
        label.mark for lane in lanes for label in lane.labels
    ]


def drawings(corpus):
    chart = timeline_chart.of_site(corpus)
    return timeline_lengthwise.draw(chart), timeline_upright.draw(chart)


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
    (mark,) = marks(only(little, event("it", edtf)))
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
    (mark,) = marks(only(little, event("it", edtf=None, expected=True, horizon=edtf)))
    assert mark.opens == opens
    assert (mark.x + mark.width == pytest.approx(1)) if opens == "end" else mark.x == 0


def test_marks_keep_apart_until_the_rows_are_full(little):
    span = [
        timeline_marks.mark(f"e{at}", "past", "2019-05", time_scale.of(spans("2019")))
        for at in range(timeline_marks.MAX_ROWS + 2)
    ]
    packed = timeline_marks.packed(span, 700)
    assert {mark.row for mark in packed} == {*range(timeline_marks.MAX_ROWS)}
    assert timeline_marks.rows(packed) == timeline_marks.MAX_ROWS, "the picture does not grow"
    days = [
        timeline_marks.mark(str(day), "past", f"2019-05-{day:02}", time_scale.of(spans("2019")))
        for day in range(1, 31, 4)
    ]
    packed = timeline_marks.packed(days, 700)
    for a in packed:
        for b in packed:
            if a is not b and a.row == b.row:
                (_left, right), (start, _end) = sorted([a.extent(700), b.extent(700)])
                assert right <= start + 1e-9


def test_every_dated_entry_has_one_mark_and_the_rest_is_counted(little):
    corpus = only(
        little,
        event("day", "2019-05-03"),
        event("ahead", expected=True, horizon="2020/.."),
        event("never"),
        developments=[development("2022-06")],
    )
    made = of_actor(corpus)
    assert [(mark.id, mark.kind) for mark in marks(corpus)] == [
        ("day", "past"),
        ("ahead", "expected"),
        ("later", "since"),
    ] and made.undated == 1
    assert [lane.kind for lane in made.lanes] == list(vocabulary.TIMES)
    assert of_actor(only(little, event("never"))) is None
    for drawing in drawings(corpus):
        drawn = [shape.id for shape in drawing.shapes if shape.id and "arrow" not in shape.style]
        assert sorted(drawn) == ["ahead", "day", "later"]


def shared_event(name: str, edtf: str) -> Event:
    one = event(name, edtf)
    other = one.mentions[0].model_copy(update={"brief": "cedar-2021", "claims": ("C1",)})
    return one.model_copy(update={"mentions": (*one.mentions, other)})


def bearing(kind: str, name: str, edtf: str):
    on = outcomes.Bearing(forecast="C1", bearing=kind, reason="It does.")
    return development(edtf, name, bearings=(on,))


def test_labels_name_what_two_briefs_mention_and_what_decided_a_forecast(little):
    crowd = [event(f"e{day:02}", f"2019-05-{day:02}") for day in range(1, 31)]
    told = [bearing("supports", "counts", "2022-06"), bearing("unclear", "not", "2022-07")]
    corpus = replace(
        only(little, *crowd, shared_event("both", "2019-06"), developments=told),
        forecasts=little.forecasts,
    )
    entries = timeline_entries.of_all(corpus)
    assert little.forecast["C1"].verdict.verdict in vocabulary.DECIDED
    labels = timeline_story.labelled(corpus, entries)
    assert [entry.id for entry in labels] == ["both", "counts"]
    undecided = little.forecasts[0].model_copy(update={"verdicts": ()})
    open_corpus = replace(corpus, forecasts=(undecided,))
    labels = timeline_story.labelled(open_corpus, timeline_entries.of_all(open_corpus))
    assert [entry.id for entry in labels] == ["both"]


def test_labels_are_a_dozen_at_most_and_all_where_there_are_few(little):
    many = [shared_event(f"e{day:02}", f"2019-05-{day:02}") for day in range(1, 31)]
    few = [event(f"e{day:02}", f"2019-05-{day:02}") for day in range(1, 13)]
    for events in (many, few):
        corpus = only(little, *events)
        labels = timeline_story.labelled(corpus, timeline_entries.of_all(corpus))
        assert len(labels) == timeline_story.MAX_LABELS == 12


def test_the_upright_picture_labels_five_at_most_of_what_matters(little):
    def told(*events):
        drawing = timeline_upright.draw(timeline_chart.of_site(only(little, *events)))
        return [words.id for words in drawing.words if words.style == "label"]

    plain = [event(f"e{day:02}", f"2019-05-{day:02}") for day in range(1, 9)]
    shared = [shared_event(f"s{day:02}", f"2019-06-{day:02}") for day in range(1, 8)]
    assert told(*plain[:5]) == [item.id for item in plain[:5]]
    assert told(*plain, *shared) == [item.id for item in shared[:5]]
    assert told(*plain, *shared[:2]) == [item.id for item in shared[:2]]


def test_labels_lie_about_the_middle_of_their_places():
    """Without overlap, in their order, and within bounds."""
    tops = timeline_upright._spread([(50, 20), (55, 20), (60, 40), (300, 20)], 0, 400)
    assert tops == pytest.approx([21.67, 41.67, 61.67, 290], abs=0.01)
    assert timeline_upright._spread([(5, 20), (5, 20)], 0, 400) == [0, 20]
    assert timeline_upright._spread([(395, 20), (399, 20)], 0, 400) == [360, 380]


def test_a_calendar_spans_what_one_brief_alone_expects(little):
    corpus = only(
        little,
        event("first", "2020-12", expected=True),
        event("last", "2021-01", expected=True),
        event("someday", expected=True, horizon="2020/.."),
        event("past", "2019"),
        shared_event("both", "2022").model_copy(),
    )
    (found,) = timeline_story.calendars(corpus, timeline_entries.of_all(corpus))
    assert (found.brief.key, found.edtf, found.target) == (
        "alder-2020",
        "2020-12/2021-01",
        "timeline/expected.md#first",
    )
    chart = timeline_chart.of_site(corpus)
    (window,) = chart.windows
    assert window.x == chart.scale.at(date(2020, 12, 1))
    assert window.x + window.width == pytest.approx(chart.scale.at(date(2021, 2, 1)))
    wide, tall = drawings(corpus)
    for drawing in (wide, tall):
        words = [" ".join(words.lines) for words in drawing.words]
        assert "Alder 2020 looks to December 2020 – January 2021" in words
        (band,) = [shape for shape in drawing.ground if shape.style.startswith("band")]
        assert band.style == "band brief-1"


def test_many_briefs_have_no_names_in_the_picture(little):
    """It does not grow with their number."""
    briefs = tuple(
        little.briefs[0].model_copy(update={"key": f"b{at}", "prefix": f"B{chr(65 + at)}"})
        for at in range(10)
    )
    for drawing in drawings(replace(little, briefs=(*little.briefs, *briefs))):
        assert not [words for words in drawing.words if words.style.startswith("of ")]


@pytest.mark.parametrize(
    "places",
    [
        [(300 + 3 * at, 150) for at in range(11)],
        [(20, 180), (25, 90), (400, 120), (401, 180), (700, 180)],
        [(500, 100)] * 4,
        [(100, 40), (300, 40), (600, 40)],
    ],
)
def test_hanging_labels_cross_no_text(places):
    hung = hanging_labels.hang(places)
    assert [item.x for item in hung] == [x for x, _ in places]
    for a in hung:
        left = a.x - a.width if a.left else a.x
        assert left >= 0
        for b in hung:
            if a is not b and left < b.x < left + a.width:
                assert b.row < a.row, "its leader ends above the text"
            if a is not b and a.row == b.row:
                other = b.x - b.width if b.left else b.x
                assert left + a.width <= other or other + b.width <= left


def test_the_three_times_differ_in_shape_and_word(little):
    """Each has its own symbol and its own word, so that colour is not needed."""
    drawing = timeline_picture.draw(
        timeline_chart.of_site(little), "timeline/index.md", "all", "timeline"
    )
    figure = html.fromstring(drawing)
    keys = figure.find_class("key")
    shapes = [key.xpath(".//path/@d")[0] for key in keys[:3]]
    assert len(set(shapes)) == 3
    words = [" ".join(item.text_content().split()) for item in keys]
    assert [
        word.startswith(name) for word, name in zip(words, vocabulary.TIMES.values(), strict=False)
    ] == [True] * 3
    assert len(figure.xpath("//svg[@role='group']/title")) == 2
    assert len(figure.xpath("//svg[@role='group']/desc")) == 2
    assert figure.xpath("//svg//a/@href")


def test_titles_are_escaped_in_the_drawing(little):
    named = event("it", "2019-05-03").model_copy(update={"title": 'A "<b>" & co'})
    chart = timeline_chart.of_site(only(little, named))
    drawing = timeline_picture.draw(chart, "timeline/index.md", "all", "timeline")
    assert "<b>" not in drawing
    labels = html.fromstring(drawing).xpath("//svg/a[@data-e]")
    assert ["".join(label.itertext()).strip() for label in labels] == ['A "<b>" & co'] * 2


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
        "**One origin**: The gauge [@willow-2022]. Nobody else writes of it." in reeds
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


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [("2020-05-03", True), ("2020-04-01/2020-05-04", False), ("2020-04/..", False)],
)
def test_what_came_before_every_brief_was_published_is_marked(little, edtf, expected):
    """Alder is the first, dated 4 May 2020."""
    made = replace(little, developments=(development(edtf),))
    assert publication_gap.before_all(made, development(edtf)) is expected
    page = next(page for page in timeline_pages.pages(made) if page.path == "timeline/since.md")
    mark = '<span class="basis">before every brief was published</span>'
    assert (mark in page.body) is expected
    assert ("What came before every brief was published is marked." in page.body) is expected
    assert "Alder 2020 speaks from 2019; Cedar 2021 speaks from 2" in page.body
    alone = replace(made, briefs=made.briefs[:1], events=(), forecasts=())
    body = next(
        page for page in timeline_pages.pages(alone) if page.path == "timeline/since.md"
    ).body
    assert ("before the brief was published" in body) is expected


def test_what_is_expected_without_a_date_says_by_when(little):
    corpus = only(little, event("ahead", expected=True, horizon="2020/.."))
    page = next(
        page
        for page in timeline_pages.pages(corpus)
        if page.path == timeline_pages.PATHS["expected"]
    )
    assert "no date given; expected 2020 onwards" in page.body and "No date given" in page.body
