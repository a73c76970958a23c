"""Citing, case by case: odd names and titles, dates, paragraphs, CITATION.cff, history, addresses, the cache."""

import json
import os
import subprocess
import sys

import pytest
from conftest import PUBLIC, ROOT
from lxml import html
from readers import records
from readers.heads import Head

from briefsite.citations import (
    citation_formats,
    citation_styles,
    cite_box,
    citeproc,
    csl_items,
    formatted_references,
    metadata_tags,
    pandoc_process,
    title_case,
)
from briefsite.load import bibtex, citation_cff, git_history
from briefsite.model.citation_file import Project

CFF = 'title: Made Up\nauthors:\n- name: Sons\nlicense: CC-BY-4.0\nversion: "1"\ndate-released: "2020-01-02"\n'


def work(fields: str, kind: str = "report") -> dict:
    """The item of a made-up work."""
    entries, problems = bibtex.parse(f"@{kind}{{key-2020, {fields}}}")
    assert problems == []
    return csl_items.work(entries["key-2020"])


def site(**changed) -> Project:
    made, problems = citation_cff.read(CFF, "https://example.org/")
    assert problems == []
    return Project(**vars(made) | changed)


NAMES = [
    ("Kim, Yang Gyu", {"family": "Kim", "given": "Yang Gyu"}),
    ("Chow, Jonathan T.", {"family": "Chow", "given": "Jonathan T."}),
    ("{World Bank}", {"literal": "World Bank"}),
    (
        "{Ministry of Culture, Sports and Tourism}",
        {"literal": "Ministry of Culture, Sports and Tourism"},
    ),
    ("{Rivers \\& Lakes}", {"literal": "Rivers & Lakes"}),
    ('{The "Quoted" House}', {"literal": 'The "Quoted" House'}),
    ("{A <b> and C}", {"literal": "A <b> and C"}),
    ("{통일부}", {"literal": "통일부"}),
    ("한, 기범", {"family": "한", "given": "기범"}),
]


@pytest.mark.parametrize("written, meant", NAMES, ids=[written for written, _ in NAMES])
def test_names_reach_every_format(written, meant):
    item = work(f"author = {{{written}}}, title = {{T}}, date = {{2020}}")
    assert item["author"] == [meant]
    (authors,) = [
        record.authors
        for record in records.with_json({"x": citation_formats.csl_json([item])})["x"]
    ]
    (bib,) = records.with_pybtex({"x": records.bibtex([item])})["x"]
    straight = str.maketrans("“”", '""')  # TeX would close twice
    assert tuple((a.translate(straight), b) for a, b in bib.authors) == authors
    (ris,) = records.with_rispy({"x": citation_formats.ris([item])})["x"]
    assert ", ".join(filter(None, ris.authors[0])).rstrip(",") == (
        meant.get("literal") or f"{meant['family']}, {meant['given']}"
    )


TITLES = [
    "A & B",
    'The "Quoted" Title',
    "Kim’s ‘Other’ Word",
    "1 < 2 > 0",
    "<script>alert(1)</script> & </script>",
    "<i>Not</i> Italic",
    "북한의 정책",
    "100% of $5 #1_a",
    "A [bracket]; a *star* and @at",
    "Back\\slash ~ ^",
]


@pytest.mark.parametrize("title", TITLES)
def test_titles_reach_every_format_and_style(title):
    item = csl_items.page(site(), "page-x", title, "x/", "2020-01-02")
    (csl,) = records.with_json({"x": citation_formats.csl_json([item])})["x"]
    (ris,) = records.with_rispy({"x": citation_formats.ris([item])})["x"]
    assert (
        json.loads(citation_formats.csl_json([item]))[0]["title"] == title
        and ris.title == csl.title
    )
    subject = cite_box.Subject(item)
    shown = [
        html.fromstring(f"<p>{form.full}</p>").text_content()
        for form in cite_box.Boxes([subject]).of(subject)
    ]
    assert [text for text in shown if _letters(title) not in _letters(text)] == []


@pytest.mark.parametrize("title", TITLES)
def test_titles_reach_bibtex(title):
    item = csl_items.page(site(), "page-x", title, "x/", "2020-01-02")
    text = records.bibtex([item])
    (found,) = records.with_pybtex({"x": text})["x"]
    (back,) = records.with_pandoc({"x": text}, "bibtex", {"x": 1})["x"]
    assert _letters(found.title) == _letters(title) and _letters(back.title) == _letters(title)


def _letters(text: str) -> str:
    """Letters and signs, modulo case, blanks and the shape of quotation marks."""
    return records.fold(text).replace(" ", "").replace("'", "")


@pytest.mark.parametrize("title", TITLES)
def test_json_ld_stays_whole(title):
    item = csl_items.page(site(title=title), "page-x", title, "x/", "2020-01-02")
    text = metadata_tags.json_ld(
        item,
        site(title=title),
        [work("title = {A </script> B}, author = {X, Y}")],
        description="</script><!-- & -->",
    )
    page = html.document_fromstring(
        f'<head><script type="application/ld+json">{text}</script></head><p id="after">here</p>'
    )
    assert (
        json.loads(page.xpath("//script/text()")[0]) == json.loads(text)
        and page.get_element_by_id("after").text == "here"
    )
    assert (json.loads(text)["name"], json.loads(text)["isPartOf"]["name"]) == (title, title)
    assert "<" not in text and "&" not in text


DATES = [
    ("2023-12-30", [[2023, 12, 30]], False),
    ("2024-05", [[2024, 5]], False),
    ("2024", [[2024]], False),
    ("2024~", [[2024]], True),
    ("2023-01-03?", [[2023, 1, 3]], True),
    ("2025-10/2026-01", [[2025, 10], [2026, 1]], False),
    ("2025/..", [[2025]], False),
]


@pytest.mark.parametrize("edtf, parts, circa", DATES)
def test_dates(edtf, parts, circa):
    assert csl_items.issued(edtf) == {"date-parts": parts} | ({"circa": True} if circa else {})
    item = work(f"author = {{X, Y}}, title = {{T}}, date = {{{edtf}}}")
    (ris,) = records.with_rispy({"x": citation_formats.ris([item])})["x"]
    (bib,) = records.with_pybtex({"x": records.bibtex([item])})["x"]
    assert (ris.year, ris.month) == (bib.year, bib.month) == (parts[0][0], (parts[0] + [0])[1])


def test_no_date():
    item = work("author = {X, Y}, title = {T}")
    assert (
        "issued" not in item
        and "PY  - " not in citation_formats.ris([item])
        and "DA  - " not in citation_formats.ris([item])
    )
    assert "rft.date" not in citation_formats.coins(
        item
    ) and "datePublished" not in metadata_tags.json_ld(
        csl_items.site(site(), "site", "1", "2020"), site(), [item]
    )
    (bib,) = records.with_pybtex({"x": records.bibtex([item])})["x"]
    assert (bib.year, bib.month) == (0, 0)
    subject = cite_box.Subject(item)
    chicago, notes, apa, mla = cite_box.Boxes([subject]).of(subject)
    assert (
        "n.d." in chicago.full
        and "n.d." in apa.short
        and not any(
            sign in form.full
            for form in (chicago, notes, apa, mla)
            for sign in ("()", " ,", "..", "None")
        )
    )


TWO = """@report{elm-2020, author = {Elm, Ed}, title = {A First}, institution = {H}, date = {2020}}
@report{elm-2020-b, author = {Elm, Ed}, title = {B Second}, institution = {H}, date = {2020}}
"""


def test_two_works_of_one_author_in_one_year():
    """On pages they have letters, the same everywhere; alone in a cite box they have none, and no dash for a name."""
    works, _ = bibtex.parse(TWO)
    made = formatted_references.request(
        ["@elm-2020", "@elm-2020-b", "@elm-2020-b, ¶ 3"], works.values()
    ).result()
    assert [citeproc.plain(text) for text in made.citations.values()] == [
        "(Elm 2020a)",
        "(Elm 2020b)",
        "(Elm 2020b, ¶ 3)",
    ]
    subjects = [cite_box.Subject(csl_items.work(entry)) for entry in works.values()]
    formed = cite_box.Boxes(subjects)
    for subject in subjects:
        for form in formed.of(subject):
            assert (
                "2020a" not in form.full + form.short
                and "2020b" not in form.full + form.short
                and "———" not in form.full
            )
            assert "Elm" in form.full and subject.item["title"] in citeproc.plain(form.full), form


@pytest.mark.parametrize(
    "numbers, said",
    [
        ((), ""),
        ((7,), "7"),
        ((1, 2), "1–2"),
        ((1, 3, 4, 5), "1, 3–5"),
        ((5, 4, 3, 1, 1), "1, 3–5"),
        ((1, 3, 5), "1, 3, 5"),
        ((9, 10, 11, 20, 21), "9–11, 20–21"),
    ],
)
def test_ranges(numbers, said):
    assert cite_box.ranges(numbers) == said


def test_a_further_style_is_a_line_of_styles(monkeypatch):
    """A second style that cites in notes is read as the first one is."""
    again = citation_styles.Style("Again", "own-chicago-notes", in_notes=True)
    monkeypatch.setattr(citation_styles, "STYLES", citation_styles.STYLES | {"again": again})
    subject = cite_box.Subject(work("author = {X, Y}, title = {T}, date = {2020}"), (7,))
    forms = {form.style: form for form in cite_box.Boxes([subject]).of(subject)}
    assert forms["again"].label == "Again"
    assert (forms["again"].full, forms["again"].short) == (
        forms["notes"].full,
        forms["notes"].short,
    )
    assert forms["again"].full != forms["again"].short


def test_the_references_of_pages_have_the_style_that_mkdocs_names():
    assert f"styles/{citation_styles.SITE_STYLE}.csl\n" in (ROOT / "mkdocs.yml").read_text("utf-8")


def test_one_work_with_other_paragraphs_is_another_subject():
    item = work("author = {X, Y}, title = {T}, date = {2020}")
    _whole, some, _one = subjects = [
        cite_box.Subject(item, numbers) for numbers in ((), (1, 3, 4, 5), (7,))
    ]
    formed = cite_box.Boxes([*subjects, some])
    shown = [[citeproc.plain(form.short) for form in formed.of(subject)] for subject in subjects]
    assert not any("¶" in text for text in shown[0])
    assert all(text.rstrip(").").endswith("¶¶ 1, 3–5") for text in shown[1]) and all(
        text.rstrip(").").endswith("¶ 7") for text in shown[2]
    )


SENTENCES = [
    ("On Rivers and Walls", "On rivers and walls"),
    (
        "A View of {North Korea}'s Aims: The Second Part",
        "A view of North Korea's aims: The second part",
    ),
    ("Talks? Not Yet", "Talks? Not yet"),
    ("The {US} Shuts {On} a COVID Ward", "The US shuts on a COVID ward"),
    ("What I Saw {within} {Kim}'s Court", "What I saw within Kim's court"),
    ("[{News Today}] Trade Falls", "[News Today] Trade falls"),
    ("Troops For 28Th Time", "Troops for 28th time"),
    ("Newly-Released “Two-State” Plan", "Newly-released “two-state” plan"),
    ("already small, {Two} Words", "Already small, Two words"),
    ("Éclat and Élan", "Éclat and élan"),
]


@pytest.mark.parametrize("written, said", SENTENCES)
def test_a_title_in_sentence_case(written, said):
    entries, problems = bibtex.parse(f"@book{{a-1, title = {{{written}}}, author = {{X, Y}}}}")
    assert problems == []
    item = csl_items.work(entries["a-1"])
    assert title_case.in_sentence_case(item, entries["a-1"])["title"] == said
    assert title_case.in_sentence_case(item)["title"][1:] == item["title"][1:], "without its entry"


def test_a_title_in_another_language_keeps_its_capitals():
    entries, _ = bibtex.parse(
        "@book{a-1, title = {Der Fluss und das Wehr [The River and the {Weir}]}, author = {X, Y}, "
        "langid = {german}}"
    )
    item = csl_items.work(entries["a-1"])
    said = title_case.in_sentence_case(item, entries["a-1"])["title"]
    assert said == "Der Fluss und das Wehr [The river and the Weir]"


def test_sentence_case_is_for_styles_that_want_it():
    """What braces protect keeps its case in headline style too, where a small word is made small."""
    entries, _ = bibtex.parse(
        "@report{a-1, title = {Forum Put {On} Hold By {N. Korea} {within} Days}, author = {X, Y}, "
        "institution = {Z}, date = {2020}}"
    )
    subject = cite_box.Subject(csl_items.work(entries["a-1"]))
    forms = {form.style: form.full for form in cite_box.Boxes([subject], None, entries).of(subject)}
    assert "<em>Forum put on hold by N. Korea within days</em>" in forms["apa"]
    for style in ("chicago", "notes", "mla"):
        assert "<em>Forum Put On Hold by N. Korea within Days</em>" in forms[style], forms[style]


def test_a_remark_on_a_page_of_ours_keeps_its_case():
    title = "No new talks (forecast of X; undecidable, 2 May 2026)"
    subject = cite_box.Subject(csl_items.page(site(), "k", title, "x/", "2020-01-02"))
    forms = {form.style: form.full for form in cite_box.Boxes([subject]).of(subject)}
    assert "No New Talks (forecast of X; undecidable, 2 May 2026)" in forms["chicago"]
    assert "<em>No new talks (forecast of X; undecidable, 2 May 2026)</em>" in forms["apa"]


def test_the_works_of_a_list_for_machines():
    works = [work("author = {X, Y}, title = {A <b> & “T”}"), work("author = {{Z}}, title = {U}")]
    page = csl_items.page(site(), "k", "Works", "bibliography/", "2020-01-02")
    told = json.loads(metadata_tags.works_json_ld(page, works, site()))
    assert told["@type"] == "ItemList" and told["numberOfItems"] == 2
    first, second = (entry["item"] for entry in told["itemListElement"])
    assert first["@id"] == f"{site().address}bibliography/#{works[0]['id']}"
    assert first["author"] == [{"@type": "Person", "name": "Y X"}]
    assert second["author"] == [{"@type": "Organization", "name": "Z"}]


BAD = [
    ("title: [", 1, "broken YAML"),
    ("- a\n- b\n", 1, "keys and values"),
    ("", 1, "this file is empty"),
    (CFF.replace("title: Made Up\n", ""), 1, "'title' is missing"),
    (CFF.replace("title: Made Up", "title:"), 1, "'title' must be text (it is empty)"),
    (CFF.replace('version: "1"', "version:"), 5, "'version' must be text (it is empty)"),
    (CFF.replace('"2020-01-02"', ""), 6, "'date-released' must be text (it is empty)"),
    (CFF.replace("- name: Sons", "- alias: sons"), 3, "an author needs"),
    (CFF.replace("authors:\n- name: Sons", "authors: Sons"), 2, "'authors' must be a list"),
    (
        CFF.replace("CC-BY-4.0", "CC-BY-4"),
        4,
        "'license' is 'CC-BY-4', not CC-BY-4.0; did you mean 'CC-BY-4.0'?",
    ),
    (CFF.replace("CC-BY-4.0", "WTFPL"), 4, "'license' is 'WTFPL', not CC-BY-4.0"),
    (CFF.replace('"2020-01-02"', "yesterday"), 6, "date-released"),
    (CFF.replace("2020-01-02", "2020-01-00"), 6, "did you mean '2020-01'?"),
    (CFF.replace("2020-01-02", "2020-01"), 6, "'2020-01' must be a day: 2026-11-22"),
    (CFF.replace("CC-BY-4.0", "[CC-BY-4.0, MIT]"), 4, "license"),
    (CFF.replace("title: Made Up", "title: [Made, Up]"), 1, "title"),
    (CFF.replace('version: "1"', "version: {a: b}"), 5, "version"),
    (
        CFF.replace("- name: Sons", "- name: Sons\n- just text"),
        4,
        "'authors' must hold keys and values",
    ),
    (CFF.replace("name: Sons", "name: [Sons]"), 3, "'name' must be text"),
    (CFF.replace("- name: Sons", "- family-names: Elm"), 3, "an author needs"),
]


@pytest.mark.parametrize("text, line, message", BAD)
def test_a_bad_citation_file_is_a_line(text, line, message):
    made, problems = citation_cff.read(text)
    assert made is None and [
        problem
        for problem in problems
        if str(problem).startswith(f"CITATION.cff:{line}: ") and message in str(problem)
    ], problems


def test_a_good_citation_file():
    made, problems = citation_cff.read(
        CFF.replace("- name: Sons", "- family-names: Elm\n  given-names: Ed\n- name: Sons"),
        "https://example.org/a",
    )
    assert problems == [] and made.authors == (
        {"family": "Elm", "given": "Ed"},
        {"literal": "Sons"},
    )
    assert (
        made.address,
        made.preview,
        citation_cff.read(CFF)[0].address,
        citation_cff.read(CFF)[0].preview,
    ) == ("https://example.org/a/", False, citation_cff.PREVIEW, True)


def git(folder, *arguments, date="2024-05-06T12:00:00Z"):
    names = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "X"), ("EMAIL", "x@example.org"), ("DATE", date))
    }
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, env=os.environ | names
    )


def test_history_without_git(tmp_path):
    assert git_history.read(tmp_path) == git_history.History({}, "")
    assert git_history.read(tmp_path).latest(["a"], "2020-01-02") == "2020-01-02"


def test_history_without_the_git_program(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git_history.read(tmp_path) == git_history.History({}, "")


def test_history_with_git(tmp_path):
    git(tmp_path, "init", "-q")
    (tmp_path / "unpacked").mkdir()
    for name, date in (("old 한.md", "2024-05-06"), ("unpacked/b.md", "2024-07-08")):
        (tmp_path / name).write_text("x")
        git(tmp_path, "add", name)
        git(tmp_path, "commit", "-q", "-m", "x", date=f"{date}T12:00:00Z")
    past = git_history.read(tmp_path)
    assert (
        past.dates == {"old 한.md": "2024-05-06", "unpacked/b.md": "2024-07-08"}
        and len(past.version) == 10
    )
    assert (past.latest(["old 한.md", "new.md"], ""), past.latest(past.dates, "")) == (
        "2024-05-06",
        "2024-07-08",
    )
    git(tmp_path, "tag", "v1.0")
    assert git_history.read(tmp_path).version == "v1.0"
    assert git_history.read(tmp_path / "unpacked") == git_history.History({}, "")


def test_the_records_that_a_tag_holds(tmp_path):
    """A forecast has the id of its claim, which says nothing of whether the tag has the forecast."""
    git(tmp_path, "init", "-q")
    (tmp_path / "data/briefs").mkdir(parents=True)
    (tmp_path / "data/briefs/a.yml").write_text("claims:\n- id: A1\n  kind: forecast\n- id: A2\n")
    (tmp_path / "data/forecasts.yml").write_text("forecasts:\n- claim: A1\n")
    (tmp_path / "data/glossary.yml").write_text("terms:\n- {key: fl, term: FL}\n")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "-q", "-m", "x")
    git(tmp_path, "tag", "1")
    (tmp_path / "data/forecasts.yml").write_text("forecasts:\n- claim: A1\n- claim: A2\n")
    (tmp_path / "data/briefs/a.yml").write_text("claims:\n- id: A1\n- id: A2\n- id: A3\n")
    held = git_history.read(tmp_path, "1").tagged_ids
    assert held == {"A1", "A2", "forecast-A1", "fl"}


def test_the_answers_of_pandoc_are_kept_for_the_next_build(small_site):
    code = (
        "import os; from pathlib import Path; from briefsite.citations import pandoc_process as pandoc; from briefsite.model.build_settings import BuildSettings; from briefsite.publish import build_site as publish\n"
        "for _ in range(2): publish.build(Path('.').resolve(), Path('site').resolve(), BuildSettings.from_environment(os.environ)); print(pandoc.started)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=small_site,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": "scripts"},
    )
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.split()
    assert first == second != "0"


def test_the_address_comes_from_site_url(public):
    """All pages call it their own, none is a preview."""
    pages = list(public.rglob("index.html"))
    assert pages
    for path in pages:
        head, address = Head(path), path.parent.relative_to(public).as_posix().removeprefix(".")
        assert (
            head.link("canonical")
            == head.link("cite-as")
            == f"{PUBLIC}{address}{'/' if address else ''}"
        )
        assert not head.document.find_class("cite-preview") and "127.0.0.1" not in path.read_text(
            "utf-8"
        )
    assert not [path for path in public.rglob("cite.*") if "127.0.0.1" in path.read_text("utf-8")]


def test_without_site_url_every_box_says_preview(site):
    assert [
        path
        for path in site.rglob("index.html")
        if Head(path).document.find_class("cite-box")
        and not Head(path).document.find_class("cite-preview")
    ] == []


def test_an_answer_is_kept_whole_or_not_at_all(tmp_path):
    """The same question starts pandoc once; another style, another; a folder that can't be written is no fault."""

    def ask(style, cache):
        before = pandoc_process.started
        answer = pandoc_process.start(
            ("-f", "markdown", "-t", "html"), {"in": "*x*"}, style, cache
        ).result()
        return pandoc_process.started - before, answer.strip()

    kept = tmp_path / "kept"
    assert [ask("", kept), ask("", kept), ask("own-apa", kept), ask("", None)] == [
        (count, "<p><em>x</em></p>") for count in (1, 0, 1, 1)
    ]
    (tmp_path / "file").write_text("")
    assert (
        ask("", tmp_path / "file/below") == (1, "<p><em>x</em></p>")
        and len(list(kept.iterdir())) == 2
    )


def test_pandoc_says_what_is_wrong(tmp_path):
    with pytest.raises(RuntimeError, match="pandoc: .*nonsense"):
        pandoc_process.start(("-f", "nonsense", "-t", "html"), {"in": ""}, cache=tmp_path).result()
    assert list(tmp_path.iterdir()) == []
