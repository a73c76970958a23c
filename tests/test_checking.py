"""What `make check` sees besides the data: links between pages, anchors, the nav, front matter, stray files."""

import shutil
import time
from pathlib import Path

import pytest
from conftest import ROOT, unnamed
from lxml import html

from briefsite.load import code_spans, date_suggestions
from briefsite.model import addresses
from briefsite.model.addresses import web as address
from briefsite.pages import all_pages
from briefsite.pages.made_pages import made_pages
from briefsite.rules import page_anchors
from briefsite.rules.check import check_data, check_project

WATER, CONFIG, EVENTS = "docs/topics/water.md", "mkdocs.yml", "data/events.yml"

CASES = [
    # file, text, its replacement, how one of the messages begins
    (
        WATER,
        "<!-- comparison -->",
        "Alder [probably on walls][A2], and [more](wals.md).\n\n<!-- comparison -->",
        f"{WATER}:9: dead link 'wals.md': there is no such page; did you mean 'walls.md'?",
    ),
    (
        WATER,
        "<!-- comparison -->",
        "Alder [probably on walls][A2], and [more](../actors/town.md#nowhere).\n\n<!-- comparison -->",
        f"{WATER}:9: dead link '../actors/town.md#nowhere': actors/town.md has no anchor 'nowhere'",
    ),
    (
        WATER,
        "<!-- comparison -->",
        "Alder [probably on walls][A2], and [more](walls.md#compard).\n\n<!-- comparison -->",
        f"{WATER}:9: dead link 'walls.md#compard': topics/walls.md has no anchor 'compard'; did you mean 'compared'?",
    ),
    (
        WATER,
        "<!-- comparison -->",
        "Alder [probably on walls][A2], and [more](/topics/walls/).\n\n<!-- comparison -->",
        f"{WATER}:9: the link '/topics/walls/' begins with a slash, which leads elsewhere when the site is not at the root; did you mean 'walls.md'?",
    ),
    (
        WATER,
        "<!-- comparison -->",
        "Alder [probably on walls][A2], and [more](../../../x.md).\n\n<!-- comparison -->",
        f"{WATER}:9: the link '../../../x.md' leads out of docs/; link a page by its address on the web, or a file below docs/",
    ),
    (
        WATER,
        "<!-- comparison -->",
        "Alder [probably on walls][A2], and [more](compare.md).\n\n<!-- comparison -->",
        f"{WATER}:9: dead link 'compare.md': there is no such page; did you mean '../compare.md'?",
    ),
    (
        WATER,
        "<!-- comparison -->",
        "Alder [probably on walls][A2], ![more](gone.png).\n\n<!-- comparison -->",
        f"{WATER}:9: dead link 'gone.png': there is no such file",
    ),
    (
        WATER,
        "<!-- comparison -->",
        "Alder [probably on walls][A2] and [on][a2].\n\n<!-- comparison -->",
        f"{WATER}:9: '[a2]' is not defined on this page, and would be printed as written; did you mean 'A2'?",
    ),
    (
        WATER,
        "<!-- comparison -->",
        "Alder [probably on walls][A2].[^1]\n\n<!-- comparison -->",
        f"{WATER}:9: this page has no note '[^1]'; add a paragraph that begins [^1]:",
    ),
    (
        WATER,
        "# Water",
        "---\ntitel: Water\n---\n\n# Water",
        f"{WATER}:2: unknown key 'titel' in the front matter; did you mean 'title'?",
    ),
    (WATER, "# Water", "---\ntitle: [\n---\n\n# Water", f"{WATER}:2: broken YAML"),
    (
        CONFIG,
        "- topics/walls.md",
        "- topics/wals.md",
        f"{CONFIG}:9: the nav lists 'topics/wals.md', and there is no such page; did you mean 'topics/walls.md'?",
    ),
    (
        CONFIG,
        "- topics/walls.md",
        "- topics/wals.md",
        f"{CONFIG}:4: docs/topics/walls.md is not in the nav; add it below 'nav', where readers look for it: - topics/walls.md",
    ),
    (
        CONFIG,
        "- Compare: compare.md",
        "- Compare: compar.md",
        f"{CONFIG}:11: the nav lists 'compar.md', and there is no such page; did you mean 'compare.md'?",
    ),
    (
        CONFIG,
        "strict: true",
        "strct: true",
        f"{CONFIG}:3: unknown setting 'strct'; did you mean 'strict'?",
    ),
    (
        CONFIG,
        "- Compare: compare.md",
        "- Compare: [compare.md",
        f"{CONFIG}:11: broken YAML: unbalanced brackets",
    ),
    (
        "CITATION.cff",
        "title:",
        "titel:",
        "CITATION.cff:3: unknown key 'titel'; did you mean 'title'?",
    ),
    (
        "bibliography.bib",
        "journaltitle",
        "journaltitel",
        "bibliography.bib:19: birch-2018: unknown field 'journaltitel'; did you mean 'journaltitle'?",
    ),
    (
        "bibliography.bib",
        "title = {Gauges},",
        "title = {Gauges}",
        "bibliography.bib:19: text outside of any entry; look for a missing comma or brace here or on the line above; a comment begins with %",
    ),
    (
        "data/actors.yml",
        "aliases: [township]}",
        "aliases: [township]}\n- {key: borough, name: The borough, kind: group, aliases: [Township]}",
        "data/actors.yml:3: borough: 'Township' is a name of town already; a name belongs to one actor",
    ),
    (
        EVENTS,
        "claims: [C1]",
        "claims: [flood-2019]",
        f"{EVENTS}:14: flood-2022: 'claims': 'flood-2019' must be a claim's id, capital letters and a number: E30; 'flood-2019' is an event; the claims behind it: A1",
    ),
    (
        EVENTS,
        "claims: [C1]",
        "claims: [c1]",
        f"{EVENTS}:14: flood-2022: 'claims': 'c1' must be a claim's id, capital letters and a number: E30; did you mean 'C1'?",
    ),
    (
        EVENTS,
        "actors: [town]",
        "actors: [Township]",
        f"{EVENTS}:5: flood-2019: 'actors': 'Township' may hold small letters, digits and single hyphens only: kim-jong-un; its key is 'town'",
    ),
    (
        EVENTS,
        "works: [willow-2022]",
        "works: [willow-2021]",
        f"{EVENTS}:8: unknown work 'willow-2021'; did you mean 'willow-2022'?",
    ),
    (
        EVENTS,
        "edtf: 2019-05-03",
        "edtf: 2019-28-05",
        f"{EVENTS}:8: flood-2019: 'edtf': '2019-28-05' is not a date in the calendar; did you mean '2019-05-28'?",
    ),
    (
        EVENTS,
        "edtf: 2019-05-03",
        "edtf: 2019-05-00",
        f"{EVENTS}:8: flood-2019: 'edtf': '2019-05-00' is not a date in the calendar; did you mean '2019-05'?",
    ),
    *(
        (
            "bibliography.bib",
            "  date = {2018}",
            f"  {field} = {{2024-00-00}}",
            "bibliography.bib:23: birch-2018: '2024-00-00' is not a date in the calendar; did you mean '2024'?",
        )
        for field in ("date", "year", "urldate", "origdate")
    ),
    (
        "data/briefs/alder-2020.yml",
        "- id: A3",
        "- id: A99999999",
        "data/briefs/alder-2020.yml:15: the claim A3 is missing",
    ),
]


def said(root: Path) -> list[str]:
    return unnamed(check_project(root, made_pages)[2])


@pytest.mark.parametrize("path, old, new, expected", CASES, ids=range(len(CASES)))
def test_one_change(small, path, old, new, expected):
    text = (small / path).read_text("utf-8")
    assert old in text
    (small / path).write_text(text.replace(old, new, 1), "utf-8")
    found = said(small)
    assert [
        line
        for line in found
        if line.startswith(expected) or (expected in line and expected[0] == "A")
    ], found
    assert len(found) < 15


def test_links_that_lead_somewhere_are_none_of_its_business(small):
    page = small / WATER
    page.write_text(
        page.read_text("utf-8")
        + "\n\nAlder [rose][A1]: [a](walls.md#compared), [b](../briefs/alder-2020.md#A2), [c](../compare.md#q-flood), [d](#water), "
        "[e](https://example.org/x.md), [g](mailto:a@b.c), `[h](gone.md)`, [i][here], note[^1].\n\n    [j](gone.md) [@nobody] in code\n\n"
        '[here]: ../index.md "Home"\n\n[^1]: A note on [rivers][A1].\n',
        "utf-8",
    )
    assert said(small) == []


def test_a_missing_brief_is_reported_once(small):
    (small / "data/briefs/alder-2020.yml").unlink()
    assert len(said(small)) == 1 and said(small)[0].startswith(
        "data/briefs/alder-2020.yml:1: this file is missing, and with it every claim of alder-2020; restore it: git checkout HEAD -- "
    )
    (small / "data/fingerprints/alder-2020.json").unlink()
    assert len([line for line in said(small) if "no brief has claims like 'A" in line]) == 1


def test_files_that_nobody_reads_are_named(small):
    shutil.copy(small / EVENTS, small / "data/event.yml")
    (small / "data/briefs/alder-2020.yml").rename(small / "data/briefs/alder-2020.yaml")
    (small / "docs/more.markdown").write_text("# More\n")
    found = said(small)
    assert "data/event.yml:1: this file is not read; did you mean 'data/events.yml'?" in found
    assert (
        "data/briefs/alder-2020.yaml:1: this file is not read; a brief is a file data/briefs/<key>.yml: rename it to alder-2020.yml"
        in found
    )
    assert "docs/more.markdown:1: this page is not read; rename it to more.md" in found


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/small"])
def test_the_list_of_pages_is_that_of_the_pages_made(root):
    corpus = check_data(root)[0]
    made = {page.path: page.body for page in all_pages.generate(corpus)}
    assert addresses.generated(corpus) == set(made)
    for path, body in made.items():
        assert path == "bibliography.md" or addresses.anchors(
            corpus, path
        ) <= page_anchors.anchors_of(body), path


def test_anchors_are_those_of_the_built_pages(site, corpus):
    made = made_pages(corpus)
    assert len(made) > 30
    for path, text in made.items():
        built = set(html.parse(str(site / address(path) / "index.html")).xpath("//article//@id"))
        assert page_anchors.anchors_of(text) <= built, path


@pytest.mark.parametrize(
    "text, hint",
    [
        ("2024-28-05", "2024-05-28"),
        ("28.05.2024", "2024-05-28"),
        ("May 28, 2024", "2024-05-28"),
        ("28 May 2024", "2024-05-28"),
        ("2024-5-8", "2024-05-08"),
        ("20240528", "2024-05-28"),
        ("c. 2024", "2024~"),
        ("2024-2025", "2024/2025"),
        ("2025-01/2024-10", "2024-10/2025-01"),
        ("2024-00", "2024"),
        ("2024-00-00", "2024"),
        ("2024-06-00", "2024-06"),
        ("2024-06-00~", "2024-06~"),
        ("2024-00/2025-00", "2024/2025"),
    ],
)
def test_dates_are_suggested(text, hint):
    assert date_suggestions.hint(text) == f"did you mean '{hint}'?"


def test_dates_that_can_be_two_days_are_not_decided():
    assert date_suggestions.hint("3/4/2024") == "did you mean '2024-04-03' or '2024-03-04'?"
    assert date_suggestions.hint("2024-02-30") == "February 2024 has 29 days"
    assert date_suggestions.hint("2024-13").startswith(
        "dates are written"
    ) and date_suggestions.hint("spring 2024").startswith("dates are written")


@pytest.mark.parametrize(
    "text, found",
    [
        ("a `b` c", ["`b`"]),
        ("a ``b ` c`` d", ["``b ` c``"]),
        ("a ` b", []),
        ("a `b\n\nc` d", []),
        ("```\nx\n```\n", ["```\nx\n```\n"]),
        ("```\nx\n", []),
        ("~~~ py\n```\n~~~\n", ["~~~ py\n```\n~~~\n"]),
        ("a\n\n    b\n    c\n\nd", ["    b\n", "    c\n"]),
        ("- a\n\n    b\n", []),
        ("a\n    b\n", []),
        ("a <!-- b --> c", ["<!-- b -->"]),
        ("a <!-- b", []),
        ("[^1]: a\n\n    b\n", []),
        ("# a\n    b\n", ["    b\n"]),
    ],
)
def test_code_and_comments_are_found(text, found):
    assert [text[start:end] for start, end in code_spans.spans(text)] == found


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "[@a",
        "`",
        "``a",
        "~~~\n",
        "```a\n",
        "<!--",
        "“",
        "<a",
        "[A1][A1]",
        "\n---\n",
        "# a\n",
        "[^a",
    ],
)
def test_no_pattern_crawls(small, piece):
    page = small / WATER
    page.write_text(page.read_text("utf-8") + (piece * (6_000 // len(piece)) + "\n") * 3, "utf-8")
    started = time.process_time()
    said(small)
    assert time.process_time() - started < 8
