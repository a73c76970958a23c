"""Forecasts, developments, and the feed of both."""

import dataclasses
import re

import feedparser
import pytest
from test_rules import changed, said

from briefsite.exports import atom_feed
from briefsite.model import known_days, origins, verdict_changes
from briefsite.pages import (
    forecast_ledger,
    forecast_tally,
    publication_gap,
    watch_list,
)
from briefsite.pages.charts import outcome_rows
from briefsite.rules.check import check_data

F, D, EVENTS = "data/forecasts.yml", "data/developments.yml", "data/events.yml"
LAST = "  - {judged: 2023-02-01, verdict: borne out, reason: The river flooded in June 2022.}\n"

CASES = [
    # file, text, its replacement, what must be said
    (
        F,
        "- claim: C1",
        "- claim: C7",
        [
            "data/developments.yml:12: unknown forecast 'C1'; 'C1' is a claim, a forecast belongs here",
            "data/forecasts.yml:2: unknown claim 'C7'; did you mean 'C1'?",
            f"{F}:10: C7: 'borne out', and no development bears on it; add the development to data/developments.yml",
            "data/briefs/cedar-2021.yml:16: C1 is a forecast, and data/forecasts.yml does not list it; "
            "add it there as 'claim', under 'also' of another entry, or under 'left_out' with the reason",
        ],
    ),
    (
        F,
        "left_out: []",
        "left_out: [{claim: C1, reason: It is a wish.}]",
        [f"{F}:12: C1 is in the ledger and under 'left_out'; take it out of one of the two"],
    ),
    (
        F,
        "  sort: forecast\n",
        "  also: [A1]\n  sort: forecast\n",
        [f"{F}:3: C1: A1 is a claim of another brief; it belongs to alder-2020"],
    ),
    (
        F,
        "  sort: forecast\n",
        "  sort: conditional\n",
        [f"{F}:2: C1: 'condition' goes with sort 'conditional', and with no other"],
    ),
    (
        F,
        'edtf: "2022", basis',
        'edtf: "2019", basis',
        [
            f"{F}:5: C1: the horizon ends before cedar-2021 speaks (2 January 2021); a brief expects what lies ahead of it",
            f"{F}:9: C1: 'open', and its window ended on 31 December 2019; judge it: borne out, partly or not borne out; or undecidable, where no source decides",
        ],
    ),
    (
        F,
        "verdict: borne out",
        "verdict: born out",
        [
            f"{F}:10: C1: 'verdict' is 'born out', not one of borne out, partly, not borne out, open, undecidable; did you mean 'borne out'?"
        ],
    ),
    (
        F,
        "verdict: borne out",
        "verdict: undecidable",
        [f"{F}:10: C1: 'undecidable' needs the source that was looked for; name it under 'sought'"],
    ),
    (
        F,
        "verdict: borne out",
        "verdict: open",
        [
            f"{F}:10: C1: 'open', and its window ended on 31 December 2022; judge it: borne out, partly or not borne out; or undecidable, where no source decides"
        ],
    ),
    (
        F,
        "verdict: borne out, reason: The",
        "verdict: undecidable, sought: the gauge, reason: The",
        [],
    ),
    (
        F,
        "verdict: open, reason: No source found yet.",
        "verdict: undecidable, sought: the gauge, reason: No source found yet.",
        [
            f"{F}:9: C1: 'undecidable', and its window is not over; write open, since a source may still decide it"
        ],
    ),
    (
        F,
        "verdict: borne out",
        "verdict: not borne out",
        [
            f"{F}:10: C1: 'not borne out', and every development supports it; write borne out or partly, or correct the bearings"
        ],
    ),
    (
        D,
        "bearing: supports",
        "bearing: contradicts",
        [
            f"{F}:10: C1: 'borne out', and every development contradicts it; write not borne out, or correct the bearings",
            f"{F}:10: C1: 'borne out', and no development supports it; 'no source found' bears nothing out by itself; add a development that supports it, or write undecidable",
        ],
    ),
    (
        D,
        "  added: 2023-02-01\n- id: reeds-sold",
        "  added: 2023-02-01\n- id: reeds-sold\n  bearings: [{forecast: C1, bearing: contradicts, reason: None sank.}]",
        [
            f"{F}:10: C1: 'borne out', and developments pull both ways; write partly, or say under 'weighed' why one side decides"
        ],
    ),
    (
        F,
        "June 2022.}",
        "June 2022., weighed: it is plain}",
        [
            f"{F}:10: C1: 'weighed' has no place here; it says why one side decides where developments pull both ways"
        ],
    ),
    (
        F,
        "judged: 2022-03-05",
        "judged: 2023-02-01",
        [
            f"{F}:10: C1: two verdicts of 2023-02-01; the second corrects the first: keep one of them",
            f"{F}:9: C1: 'open', and its window ended on 31 December 2022; judge it: borne out, partly or not borne out; or undecidable, where no source decides",
        ],
    ),
    (
        F,
        "kind: not scheduled",
        "kind: scheduled",
        [
            f"{F}:11: C1: 'scheduled', and no source for the calendar; name the work under 'calendar', or write not scheduled"
        ],
    ),
    (
        F,
        "kind: not scheduled",
        "kind: not scheduled, calendar: [willow-2022]",
        [
            f"{F}:11: C1: 'not scheduled', and a calendar is named; take 'calendar' out, or write scheduled"
        ],
    ),
    (
        F,
        "judged: 2023-02-01",
        "judged: 2023-02",
        [f"{F}:10: C1: 'judged': '2023-02' must be a day: 2026-11-22"],
    ),
    (
        F,
        LAST,
        "",
        [
            f"{F}:8: C1: last judged on 2022-03-05, and 'flood-of-june-2022' was entered on 2023-02-01; judge it again: add a verdict below the others, the same one if nothing changes",
            f"{F}:9: C1: 'open', and its window ended on 31 December 2022; judge it: borne out, partly or not borne out; or undecidable, where no source decides",
        ],
    ),
    (
        F,
        "judged: 2022-03-05",
        "judged: 2023-03-05",
        [
            f"{F}:8: C1: the verdicts are not in the order of their days; add the newest at the end",
            f"{F}:9: C1: 'open', and its window ended on 31 December 2022; judge it: borne out, partly or not borne out; or undecidable, where no source decides",
        ],
    ),
    (
        D,
        "forecast: C1",
        "forecast: C11",
        [
            f"{D}:12: unknown forecast 'C11'; did you mean 'C1'?",
            f"{F}:10: C1: 'borne out', and no development bears on it; add the development to data/developments.yml",
        ],
    ),
    (D, "reason: It is a flood in the year named.", "because: a flood", None),
    (
        D,
        "edtf: 2022-06\n",
        "edtf: 2020-06\n",
        [
            f"{D}:12: flood-of-june-2022: it happened before cedar-2021 speaks (2 January 2021); it cannot bear on C1; remove the bearing, or correct the date",
            f"{D}:4: flood-of-june-2022: none of its works is dated within ten days of 2020-06; correct the date, or add the report of the day",
        ],
    ),
    (
        D,
        "  - {origin: The ferryman, works: [hazel-2022]}\n",
        "",
        [
            f"{D}:8: flood-of-june-2022: one origin only, 'The gauge'; add an independent one, or say under 'single_source' why it is shown all the same"
        ],
    ),
    (
        D,
        "origin: The ferryman",
        "origin: the gauge",
        [
            f"{D}:8: flood-of-june-2022: the origin 'the gauge' is listed twice; join the two, they are one witness",
            f"{D}:8: flood-of-june-2022: one origin only, 'The gauge'; add an independent one, or say under 'single_source' why it is shown all the same",
        ],
    ),
    (
        D,
        "works: [hazel-2022]",
        "works: [willow-2022]",
        [
            f"{D}:8: flood-of-june-2022: the work 'willow-2022' has two origins; keep it under the one it rests on"
        ],
    ),
    (
        D,
        "works: [hazel-2022]",
        "works: [hazel-2021]",
        [f"{D}:10: unknown work 'hazel-2021'; did you mean 'hazel-2022'?"],
    ),
    (
        D,
        "  bearings:\n",
        "  single_source: none\n  bearings:\n",
        [f"{D}:11: flood-of-june-2022: there is more than one origin; take 'single_source' out"],
    ),
    (D, "follows: [flood-2019]", "follows: [flood]", None),
    (
        D,
        "- id: reeds-sold",
        "- id: flood-2019",
        [f"{D}:14: 'flood-2019' is used twice; the first is in {EVENTS} on line 2"],
    ),
    (
        D,
        "- id: reeds-sold",
        "- id: drought-2022",
        [
            f"{D}:14: the id 'drought-2022' is retired: it was no drought; take the next free number, ids are never reused"
        ],
    ),
    (
        D,
        "title: Reeds are sold",
        "title: The wall of reeds is sold",
        [f"{D}:15: 'wall of reeds' is Alder's term; say it in other words"],
    ),
    (
        D,
        "topics: [walls]",
        "topics: [wals]",
        [f"{D}:18: unknown topic 'wals'; did you mean 'walls'?"],
    ),
    (
        EVENTS,
        'edtf: "2022", basis: stated, expected: true',
        "expected: true",
        [
            f"{EVENTS}:14: flood-2022: expected, but by when?; add 'edtf' with its 'basis', or 'horizon': 2024-06/.."
        ],
    ),
    (
        EVENTS,
        "basis: stated, expected: true",
        "basis: stated, expected: true, horizon: 2021/..",
        [
            f"{EVENTS}:14: flood-2022: a horizon is for what is expected and has no date; take 'horizon' out"
        ],
    ),
]


@pytest.mark.parametrize(
    "path, old, new, expected",
    CASES,
    ids=[f"{case[0].split('/')[-1]}-{number}" for number, case in enumerate(CASES)],
)
def test_one_change(small, path, old, new, expected):
    for name in ("judgings.yml", "judgings-figures.json"):
        (small / "data" / name).unlink()
    changed(small, path, old, new)
    found = said(small)
    assert found or expected == []
    if expected is not None:
        assert sorted(found) == sorted(expected)


def test_a_development_between_a_briefs_two_dates_is_told_apart(small):
    changed(small, "data/briefs/cedar-2021.yml", "published: 2021-01-02", "published: 2022-08-01")
    corpus = check_data(small)[0]
    brief, (flood, reeds) = corpus.brief["cedar-2021"], corpus.developments
    assert publication_gap.gap(brief, flood)
    assert publication_gap.gap(brief, reeds)
    assert not publication_gap.gap(corpus.brief["alder-2020"], flood)


def test_the_counts_are_of_dated_forecasts(small):
    counts = forecast_tally.tally(check_data(small)[0].forecasts)
    assert (counts.dated, counts.decided, counts.open_ended) == (1, 1, 0)
    assert [item.claim for item in counts.risked] == ["C1"]
    assert (counts.scheduled, counts.safe, counts.unweighed, counts.risked_open) == (0, 0, 0, ())
    assert counts.verdicts == (("borne out", 1),)
    changed(small, F, 'edtf: "2022", basis', 'edtf: "2022/..", basis')
    counts = forecast_tally.tally(check_data(small)[0].forecasts)
    assert (counts.dated, counts.decided, counts.open_ended, counts.risked) == (0, 0, 1, ())
    assert counts.endless == (("borne out", 1),)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("either_way: true", "either_way: false", (0, 0, 1, 0, 0)),
        (
            "kind: not scheduled, either_way: true",
            "kind: scheduled, either_way: false",
            (0, 1, 0, 0, 0),
        ),
        (
            "  risk: {kind: not scheduled, either_way: true, reason: The river floods every other year.}\n",
            "",
            (0, 0, 0, 1, 0),
        ),
        (LAST, "", (0, 0, 0, 0, 1)),
    ],
)
def test_the_counts_say_what_the_decided_ones_risked(small, old, new, expected):
    changed(small, F, old, new)
    counts = forecast_tally.tally(check_data(small)[0].forecasts)
    found = (counts.scheduled, counts.safe, counts.unweighed, len(counts.risked_open))
    assert (len(counts.risked), *found) == expected


def ledger(small) -> str:
    """The overview of the ledger in Markdown, without the markup of marks."""
    (page, *_) = forecast_ledger.pages(check_data(small)[0])
    return re.sub(r"<[^>]+>", "", page.body).replace("\N{NO-BREAK SPACE}", " ")


def test_the_overview_names_what_risked_something_and_leads_to_it(small):
    text = ledger(small)
    assert "Of 1 dated forecast, 1 is decided; **it could have gone either way**." in text
    assert (
        "**The one decided could have gone either way:** [Another flood in 2022](#forecast-C1) ● borne out"
        in text
    )
    changed(small, F, "either_way: true", "either_way: false")
    text = ledger(small)
    assert "**it could not have gone either way**" in text
    assert "**The one decided could not have gone either way.**\n" in text
    assert "The one was hardly in doubt." in text
    assert "on news until September 2022." in text


def tallied(small, forecasts) -> str:
    """A brief's block on the overview, with these forecasts instead."""
    corpus = dataclasses.replace(check_data(small)[0], forecasts=tuple(forecasts))
    (page, *_) = forecast_ledger.pages(corpus)
    found = re.search(r'<p class="tally-line.*?</div>', page.body, re.S)
    assert found
    return re.sub(r"<[^>]+>", "", found[0])


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("s", "The one was hardly in doubt; it was scheduled."),
        ("ss", "The 2 were hardly in doubt; all were scheduled."),
        ("dd", "The 2 were hardly in doubt."),
        ("rsd", "The other 2 were hardly in doubt; 1 of these was scheduled."),
        ("rsssdd", "The other 5 were hardly in doubt; 3 of these were scheduled."),
        ("rd", "The other one was hardly in doubt."),
        ("rs", "The other one was hardly in doubt; it was scheduled."),
        ("ru", "The other one was not weighed yet."),
        (
            "rssdu",
            "Of the other 4, 3 were hardly in doubt; 2 of these were scheduled; 1 was not weighed yet.",
        ),
        ("rr", ""),
    ],
)
def test_the_rest_says_how_little_it_risked(small, kinds, expected):
    """r could have gone either way, s was scheduled, d was hardly in doubt, u nobody weighed."""
    (one,) = check_data(small)[0].forecasts
    risks = {
        "r": one.risk,
        "s": one.risk.model_copy(update={"kind": "scheduled", "either_way": False}),
        "d": one.risk.model_copy(update={"either_way": False}),
        "u": None,
    }
    text = tallied(small, [one.model_copy(update={"risk": risks[kind]}) for kind in kinds])
    said_of_it = text.rpartition("\n\n\n")[0].rpartition("\n")[2] if not expected else text
    assert expected in said_of_it and ("hardly" in text) == ("hardly" in expected)


def test_the_undecided_that_could_have_gone_either_way_are_named(small):
    (one,) = check_data(small)[0].forecasts

    def stood(*verdicts):
        given = [one.verdicts[0].model_copy(update={"verdict": name}) for name in verdicts]
        return one.model_copy(update={"verdicts": tuple(given)})

    text = tallied(small, [stood("undecidable"), stood("undecidable"), stood("open")])
    named = "[Another flood in 2022](#forecast-C1)"
    assert f"Of the 2 undecidable, 2 could have gone either way: {named}; {named}." in text
    assert f"The one open could have gone either way: {named}." in text


def test_a_block_says_what_changed_and_where_the_window_is_this_sites_reading(small):
    place = "[Another flood in 2022](#forecast-C1) ● borne out ([open until 1 February 2023](cedar-2021.md#forecast-C1)"
    assert f"{place})" in ledger(small)
    assert "● borne out (open until 1 February 2023)" in ledger(small), "beside the entry"
    changed(
        small, F, "  risk: {kind: not", "  revised: 2023-02-01, it was loose.\n  risk: {kind: not"
    )
    changed(
        small,
        F,
        'edtf: "2022", basis: stated, note',
        'edtf: "2022", read_as: 2021-12/2023-01, basis: stated, note',
    )
    text = ledger(small)
    assert "open until 1 February 2023; entry revised](cedar-2021.md#forecast-C1); " in text
    assert "[window as we read it](../about/" in text
    assert ": December 2021 – January 2023)" in text


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], None),
        (["open"], None),
        (["open", "open"], None),
        (["open", "partly"], ("open", "2022-01-02")),
        (["open", "partly", "borne out"], ("partly", "2022-01-03")),
        (["open", "borne out", "borne out"], ("open", "2022-01-02")),
    ],
)
def test_the_verdict_before_is_the_last_other_one(small, verdicts, expected):
    (one,) = check_data(small)[0].forecasts
    given = [
        one.verdicts[0].model_copy(update={"verdict": name, "judged": f"2022-01-{day:02}"})
        for day, name in enumerate(verdicts, 1)
    ]
    found = verdict_changes.earlier(one.model_copy(update={"verdicts": tuple(given)}))
    assert (found and (found.verdict, found.until)) == expected


def test_a_brief_says_from_when_it_speaks_where_that_is_not_its_date(small):
    assert "(speaks from" not in ledger(small)
    changed(small, "data/briefs/cedar-2021.yml", "published: 2021-01-02", "published: 2022-08-01")
    text = ledger(small)
    assert "[Cedar 2022](cedar-2021.md)** (speaks from 2 January 2021): 1 of 1" in text
    mark = "), June 2022, before the brief's printed date. It is a flood"
    assert mark in text
    (_, page, *_) = forecast_ledger.pages(check_data(small)[0])
    assert mark in page.body


def test_one_origin_is_marked_with_its_outlets(small):
    corpus = check_data(small)[0]
    flood, reeds = corpus.developments
    assert (origins.mark(corpus, flood), origins.mark(corpus, reeds)) == ("", "one origin")
    (gauge,) = reeds.witnesses
    carried = gauge.model_copy(update={"works": ("willow-2022", "hazel-2022")})
    several = reeds.model_copy(update={"witnesses": (carried,)})
    assert origins.mark(corpus, several) == "one origin, 2 outlets"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], ""),
        (["2022-06", "2022-07/2022-09"], "2022-09"),
        (["2022-06/..", "2022-05-03"], "2022-06"),
        (["2023", "2023-03-04"], "2023"),
    ],
)
def test_news_is_known_until_the_newest_date(small, dates, expected):
    corpus = check_data(small)[0]
    made = tuple(corpus.developments[0].model_copy(update={"edtf": edtf}) for edtf in dates)
    assert known_days.news(dataclasses.replace(corpus, developments=made)) == expected


def test_an_entry_shows_why_a_development_bears_on_it_and_whether_it_came_too_late(small):
    reason = "supports [The river floods again](../timeline/since.md#flood-of-june-2022), June 2022. It is a flood in the year named."
    assert reason in ledger(small)
    changed(small, F, 'edtf: "2022", basis', "edtf: 2022-01/2022-03, basis")
    text = ledger(small)
    assert reason.replace("June 2022.", "June 2022, after the window.") in text
    changed(small, F, "edtf: 2022-01/2022-03,", "edtf: 2022-01/2022-03, read_as: 2021-12/2022-06,")
    text = ledger(small)
    assert reason in text
    assert "January – March 2022, which we read as December 2021 – June 2022" in text
    changed(small, D, "bearing: supports", "bearing: partly")
    assert "No development supports it outright; 1 does in part." in ledger(small)


@pytest.mark.parametrize(
    ("read", "said_of_it"),
    [
        ("2022-02/2023", "'read_as' holds all of 'edtf'"),
        ("2021-12/2022-11", "'read_as' holds all of 'edtf'"),
        ("2021/2023, note: null", "'read_as' goes with a 'note' that says why"),
    ],
)
def test_a_window_is_read_wider_and_with_a_reason(small, read, said_of_it):
    old = 'edtf: "2022", basis: stated, note: The brief names the year.'
    note = "" if "note" in read else ", note: So."
    changed(small, F, old, f'edtf: "2022", basis: stated, read_as: {read}{note}')
    assert [line for line in said(small) if said_of_it in line and F in line]


def test_what_has_no_end_is_folded_and_what_decided_it_shown(small):
    changed(small, F, 'edtf: "2022", basis', 'edtf: "2022/..", basis')
    (page, *_) = forecast_ledger.pages(check_data(small)[0])
    folded = page.body.partition("## Open-ended: 1 forecast without an end { #open-ended }")
    assert folded[0].rstrip().endswith('<summary markdown="block">')
    assert 'id="forecast-C1"' in folded[2].partition("</details>")[0]
    assert "It is a flood in the year named." in folded[2]
    changed(small, F, LAST, "")
    (page, *_) = forecast_ledger.pages(check_data(small)[0])
    folded = page.body.partition("{ #open-ended }")[2]
    assert "It is a flood" not in folded
    assert "[What bears on it](cedar-2021.md#forecast-C1) (1)" in folded


def test_a_forecast_stands_in_the_section_of_its_window_and_verdict(small):
    corpus = check_data(small)[0]
    assert forecast_tally.section(corpus.forecast["C1"]) == "decided"
    changed(small, F, LAST, "")
    changed(small, F, 'edtf: "2022", basis', 'edtf: "2022/2030", basis')
    assert forecast_tally.section(check_data(small)[0].forecast["C1"]) == "open"


def test_a_report_on_its_publishers_page_is_offered_before_a_copy(small):
    corpus = check_data(small)[0]
    flood, _ = corpus.developments
    assert forecast_ledger.report(corpus, flood).key == "hazel-2022"


def test_the_picture_draws_windows_and_developments_at_their_dates(small):
    corpus = check_data(small)[0]
    panel = outcome_rows.panel(corpus, corpus.brief["cedar-2021"], corpus.forecasts)
    (row,) = panel.rows
    assert panel.years == ((2022, 0.0), (2023, 0.5))
    assert (row.x, row.width, row.read, row.goes_on) == (0.0, 0.5, None, False)
    (mark,) = row.marks
    assert mark.development.id == "flood-of-june-2022" and 0.2 < mark.x < 0.25
    changed(small, F, 'edtf: "2022", basis', 'edtf: "2022", read_as: "2022/2023", basis')
    corpus = check_data(small)[0]
    (row,) = outcome_rows.panel(corpus, corpus.brief["cedar-2021"], corpus.forecasts).rows
    assert (row.x, row.width, row.read) == (0.0, 0.5, (0.0, 1.0))
    changed(small, F, 'edtf: "2022", read_as: "2022/2023", basis', 'edtf: "2022/..", basis')
    corpus = check_data(small)[0]
    (row,) = outcome_rows.panel(corpus, corpus.brief["cedar-2021"], corpus.forecasts).rows
    assert (row.width, row.goes_on) == (1.0, True)


def test_developments_of_one_day_stand_below_each_other(small):
    changed(
        small,
        D,
        "- id: reeds-sold\n  title: Reeds are sold\n  edtf: 2022-07/2022-09",
        "- id: reeds-sold\n  title: Reeds are sold\n  edtf: 2022-06\n"
        "  bearings: [{forecast: C1, bearing: unclear, reason: Reeds float.}]",
    )
    corpus = check_data(small)[0]
    (row,) = outcome_rows.panel(corpus, corpus.brief["cedar-2021"], corpus.forecasts).rows
    assert [mark.line for mark in row.marks] == [0, 1] and row.lines == 2


def test_what_is_open_is_watched_by_its_end(small):
    assert watch_list.watch(check_data(small)[0]) == []
    changed(small, F, LAST, "")
    (item,) = watch_list.watch(check_data(small)[0])
    assert (item.forecast.claim, item.end) == ("C1", "2022")
    (entry,) = [entry for entry in feed_of(small).entries if "#watch" in entry.link]
    assert "By 2022: Another flood in 2022 (Cedar 2021). For: A flood" in entry.summary
    changed(small, F, 'edtf: "2022", basis', 'edtf: "2022/..", basis')
    text = ledger(small).partition("## Watch")[2]
    assert "News is known until September 2022; for anything later, no source was found." in text
    assert (
        "- [Another flood in 2022](cedar-2021.md#forecast-C1) (Cedar 2021). A flood of the river in 2022."
        in text
    )


def feed_of(small):
    return feedparser.parse(
        atom_feed.feed_xml(
            check_data(small)[0],
            "Rivers & walls",
            ["The keepers"],
            "https://example.org/x/",
            "CC-BY-4.0",
        )
    )


def test_the_feed_is_valid_atom_with_every_development_and_verdict(small):
    read = feed_of(small)
    assert not read.bozo and read.version == "atom10"
    assert (
        read.feed.title == "Rivers & walls: what happened since"
        and read.feed.updated == "2023-02-01T12:00:00Z"
    )
    assert sorted(entry.link for entry in read.entries) == [
        "https://example.org/x/forecasts/#forecast-C1"
    ] * 2 + [
        "https://example.org/x/timeline/since/#flood-of-june-2022",
        "https://example.org/x/timeline/since/#reeds-sold",
    ]
    assert all(
        entry.id.startswith("urn:uuid:") and entry.updated_parsed and entry.summary
        for entry in read.entries
    )
    assert [entry.updated for entry in read.entries] == sorted(
        (entry.updated for entry in read.entries), reverse=True
    )


def test_ids_of_the_feed_outlive_changes_of_text(small):
    before = {entry.link: entry.id for entry in feed_of(small).entries if "since" in entry.link}
    changed(small, D, "title: Reeds are sold", "title: Reeds <were> sold & gone")
    read = feed_of(small)
    assert not read.bozo
    assert {entry.link: entry.id for entry in read.entries if "since" in entry.link} == before
    assert len({entry.id for entry in read.entries}) == len(read.entries)
