"""Reading dates, pages and the bibliography."""

from datetime import date
from itertools import product

import edtf
import pytest

from briefsite.load import bibtex, markdown_pages
from briefsite.model import dates


@pytest.mark.parametrize(
    "text, earliest, latest, words",
    [
        ("2023-12-30", (2023, 12, 30), (2023, 12, 30), "30 December 2023"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "February 2024"),
        ("2024", (2024, 1, 1), (2024, 12, 31), "2024"),
        ("2024~", (2024, 1, 1), (2024, 12, 31), "about 2024"),
        ("2023-01-03?", (2023, 1, 3), (2023, 1, 3), "probably 3 January 2023"),
        ("2025-10/2026-01", (2025, 10, 1), (2026, 1, 31), "October 2025 – January 2026"),
        ("2023-09-12/2023-09-17", (2023, 9, 12), (2023, 9, 17), "12–17 September 2023"),
        (
            "2023-08-26?/2023-09-25",
            (2023, 8, 26),
            (2023, 9, 25),
            "probably 26 August 2023 – 25 September 2023",
        ),
        ("2024-05-28/2024-06-02", (2024, 5, 28), (2024, 6, 2), "28 May – 2 June 2024"),
        ("2025/..", (2025, 1, 1), (9999, 12, 31), "2025 onwards"),
        ("../2024", (1, 1, 1), (2024, 12, 31), "until 2024"),
    ],
)
def test_dates(text, earliest, latest, words):
    span = dates.parse(text)
    assert (span.earliest, span.latest) == (date(*earliest), date(*latest))
    assert dates.spoken(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "2024-13-26",
        "2024-02-30",
        "2026/2024",
        "yesterday",
        "",
        "2024-5-1",
        "12/2024",
        "2023-02-29",
        "0000-13",
        "2024-00",
        "2024-00-00",
        "2024-05-00",
        "2024-00-05",
        "2024-05/2024-06-00",
        "2024-05-1٠",
    ],
)
def test_no_dates(text):
    with pytest.raises(ValueError):
        dates.parse(text)


@pytest.mark.parametrize(
    "text", ["2020-XX", "202X", "2020-05-01T10:00:00", "2020-06-~11", "2024-21", "../.."]
)
def test_forms_of_edtf_that_are_not_used(text):
    with pytest.raises(ValueError, match="of the forms used here|not a date in the calendar"):
        dates.parse(text)


SINGLE = [
    "".join(("-".join(parts), qualifier))
    for parts in product(["1999", "2024", "20240", "24"], ["01", "02", "00", "13"], ["29", "00"])
    for parts in (parts[:1], parts[:2], parts)
    for qualifier in ("", "?", "x")
]
PAIRS = [f"{start}/{end}" for start, end in product(["2024", "2024-02?", "..", ""], repeat=2)]


@pytest.mark.parametrize("text", dict.fromkeys(SINGLE + PAIRS))
def test_the_edtf_package_agrees(text):
    """Whatever is a date here is one to the package, of the same days; it refuses the rest,
    but for what is not in the calendar, unknown ends, and intervals without any date."""
    try:
        parsed = edtf.parse_edtf(text)
    except (edtf.EDTFParseException, TypeError):
        parsed = None
    try:
        span = dates.parse(text)
    except ValueError as error:
        known = "in the calendar" in str(error) or text in ("../..", "2024-02?/2024")
        assert parsed is None or known or text.startswith("/") or text.endswith("/")
        return
    assert parsed is not None
    if ".." not in text:
        assert parsed.lower_strict()[:3] == span.earliest.timetuple()[:3]
        assert parsed.upper_strict()[:3] == span.latest.timetuple()[:3]


def test_a_page_is_read_by_line():
    page = markdown_pages.parse(
        "docs/x.md",
        "---\ntitle: no [a][E1]\n---\n# Title { #t }\n\nA [b [c] d][E2] and\n[@k-1, ¶ 7; see @k-2]\n`[x][E3] [@no]`\n\n```\n[@no]\n```\n<!-- comparison -->\n",
    )
    assert page.title == "Title"
    assert [(use.name, use.line, use.text) for use in page.claims] == [("E2", 6, "b [c] d")]
    assert [(use.name, use.line) for use in page.works] == [("k-1", 7), ("k-2", 7)]
    assert [use.name for use in page.markers] == ["comparison"]


def test_an_address_is_no_citation():
    page = markdown_pages.parse(
        "docs/x.md", "# T\n[write to a@b.org](mailto:a@b.org) and [a@b.org]\n"
    )
    assert page.works == ()


def test_a_bibliography_is_read_by_line():
    works, problems = bibtex.parse(
        "% c\n@article{a-1,\n  title = {{A} \\& B--C},\n  author = {X, Y and {O and P}},\n  url = {http://e.x/a_b%20c#~}\n}\n"
    )
    assert problems == []
    work = works["a-1"]
    assert (work.title, work.authors, work["url"], work.at.line) == (
        "A & B–C",
        ("X, Y", "O and P"),
        "http://e.x/a_b%20c#~",
        2,
    )
    assert dict(work.at.keys)["author"] == 4


def test_a_broken_bibliography_is_one_line():
    _, problems = bibtex.parse(
        "@article{a-1,\n  title = {A\n}\n@book{b-2, title = {B}, author {x}}\n"
    )
    assert problems and all(
        problem.path == "bibliography.bib" and problem.line >= 1 for problem in problems
    )
    assert "broken BibTeX" in problems[0].message


def test_the_schemas_that_editors_use_are_those_of_the_models(corpus):
    from conftest import ROOT

    from briefsite.exports import json_schemas

    texts = json_schemas.texts(corpus)
    assert {path.name for path in (ROOT / "data/schemas").iterdir()} == set(texts)
    assert all(
        (ROOT / "data/schemas" / name).read_text("utf-8") == text for name, text in texts.items()
    ), "run: make schema"
