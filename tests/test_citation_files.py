"""Files of citations: every field in every format, names whole in every reader, references as TeX's own styles
print them.

Tables over all fields, types, formats and names; readers and styles are programs that are not ours.
"""

import json
import re
import shutil
import subprocess
from urllib.parse import parse_qsl

import pytest
from conftest import ROOT
from readers import records

from briefsite.citations import (
    bibtex_fields,
    bibtex_files,
    citation_formats,
    cite_box,
    csl_items,
    item_files,
)
from briefsite.load import bibtex, citation_cff
from briefsite.rules import bibliography_rules
from briefsite.rules.bibliography_rules import FIELDS, NEEDED

NAMES = {
    "author": "Alder, Ann and {Rain & Sons, Ltd}",
    "editor": "Elder, Ed",
    "translator": "Tanner, Tom",
    "bookauthor": "Booker, Bo",
}
DATES = {
    "date": "2020-06-04",
    "urldate": "2021-07-05",
    "eventdate": "2019-05-03",
    "origdate": "1998-03-02",
}
SPECIAL = {
    "url": "https://example.org/a_b%20c",
    "doi": "10.1234/a_b",
    "pages": "31--39",
    "langid": "korean",
    "isbn": "978-3-16-148410-0",
    "issn": "2049-3630",
    "volume": "41",
    "volumes": "42",
    "seen": "https://example.org/seen",
    "archiveurl": "https://example.org/archived",
    "archivedate": "2022-08-06",
    "checked": "partly",
}
ELSEWHERE = {"year", "month", "day", "language", "entrysubtype"}
"""Tested by themselves: they would contradict others here."""
VALUES = {
    name: f"{name.capitalize()} of #{number} & 5%"
    for number, name in enumerate(sorted(FIELDS - ELSEWHERE))
} | (NAMES | DATES | SPECIAL)
WRITERS = {
    "json": lambda item: citation_formats.csl_json([item]),
    "ris": lambda item: citation_formats.ris([item]),
    "bibtex": lambda item: decoded(records.bibtex([item])),
    "biblatex": lambda item: decoded(records.bibtex([item], "-biblatex")),
}


def entry(kind: str, fields: dict[str, str], key: str = "key-2020"):
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    works, problems = bibtex.parse(f"@{kind}{{{key},\n{body}}}\n")
    assert problems == []
    return works[key]


def decoded(text: str) -> str:
    return re.sub(r"\\([&%$#_])", r"\1", text).replace("–", "--")


def seen(name: str, form: str) -> list[str]:
    """What of a field's value a file of a form must hold."""
    value = VALUES[name]
    if name in NAMES:
        parts = re.split(r" and |, ", re.sub("[{}]", "", value))
        return [part for part in parts if part != "Ltd"]
    if name in DATES:
        year, month, day = value.split("-")
        return {
            "json": [year, str(int(month)), str(int(day))],
            "ris": [f"{year}/{month}/{day}" if name in ("date", "urldate") else value],
            "bibtex": [f"year = {{{year}}}", "month = jun", "day = {4}"]
            if name == "date"
            else [value],
            "biblatex": [value],
        }[form]
    if name == "pages":
        return {"json": ["31-39"], "ris": ["SP  - 31", "EP  - 39"]}.get(form, [value])
    if name == "langid":
        return {"json": ['"ko"'], "ris": ["LA  - ko"]}.get(form, [value])
    return [value]


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("kind", NEEDED)
@pytest.mark.parametrize("name", sorted(FIELDS - ELSEWHERE))
def test_every_field_reaches_every_format(name, kind, form):
    """Each field of the bibliography alone, and all together, in entries of each type."""
    needed = {each: VALUES[each] for each, *_ in NEEDED[kind]} | {"title": VALUES["title"]}
    for fields in (needed | {name: VALUES[name]}, VALUES):
        item = csl_items.work(entry(kind, fields))
        text = WRITERS[form](item)
        assert [part for part in seen(name, form) if part not in text] == [], text


def test_fields_that_are_another_way_to_say_it():
    item = csl_items.work(
        entry("article", {"title": "T", "year": "2020", "month": "jun", "day": "4"})
    )
    assert item["issued"] == {"date-parts": [[2020, 6, 4]]}
    item = csl_items.work(entry("article", {"title": "T", "language": "english"}))
    assert item["language"] == "en"
    item = csl_items.work(entry("article", {"title": "T", "language": "Esperanto"}))
    assert "language = {Esperanto}" in records.bibtex([item], "-biblatex")
    item = csl_items.work(entry("article", {"title": "T", "entrysubtype": "newspaper"}))
    assert "TY  - NEWS" in citation_formats.ris([item])
    assert "entrysubtype = {newspaper}" in records.bibtex([item])


@pytest.mark.parametrize("form", WRITERS)
def test_a_description_in_place_of_a_title_is_told_once(form):
    for title, label in (("[headline not seen]", 0), ("A Title", 1)):
        item = csl_items.work(entry("misc", {"title": title, "description": "Report on water"}))
        text = WRITERS[form](item)
        assert (text.count("Report on water"), text.count("Described as")) == (1, label), text


def test_every_field_is_in_the_table():
    """A field that the rules come to accept must be given a value here."""
    assert set(VALUES) | ELSEWHERE == FIELDS


ORGANISATIONS = [
    "World Bank",
    "ROK Ministry of Culture, Sports and Tourism",
    "Food and Agriculture Organization",
    "통일부",
    "Rivers & Lakes, Ltd.",
    "KCNA",
]


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_an_organisation_is_one_name_to_every_reader(name):
    item = csl_items.work(
        entry("report", {"author": f"{{{name}}}", "title": "T", "institution": "I", "date": "2020"})
    )
    files = {
        "a.ris": citation_formats.ris([item]),
        "b.bib": records.bibtex([item]),
        "c.bib": records.bibtex([item], "-biblatex"),
        "d.json": citation_formats.csl_json([item]),
    }
    read = {
        **records.with_rispy({"a.ris": files["a.ris"]}),
        **records.with_pybtex({each: files[each] for each in ("b.bib", "c.bib")}),
        **records.with_json({"d.json": files["d.json"]}),
    }
    for each, form in (("a.ris", "ris"), ("b.bib", "bibtex"), ("c.bib", "biblatex")):
        read[f"pandoc {each}"] = records.with_pandoc({each: files[each]}, form, {each: 1})[each]
    if not records.citation_js_missing():
        read |= {
            f"citation-js {each}": made for each, made in records.with_citation_js(files).items()
        }
    got = {
        each: [(a.replace("\u201a", ","), b) for a, b in made[0].authors]
        for each, made in read.items()
    }
    assert {each: authors for each, authors in got.items() if authors != [(name, "")]} == {}
    coins = parse_qsl(citation_formats.coins(item))
    assert ("rft.aucorp", name) in coins and "rft.au" not in dict(coins)


@pytest.mark.content
def test_the_classic_file_has_what_classic_styles_print(corpus):
    """A month by its macro, the kind of report, the address of a web page, no note of ours."""
    works = corpus.works
    report = records.bibtex([csl_items.work(works["han-2025"])], works=works)
    assert "month = jan,\n  day = {10}" in report and "type = {Asan Issue Brief}" in report
    assert "\n  note = " not in report and "annote = {English summary" in report
    (page,) = [item for item in own_items() if item["id"] == "page-x"]
    assert "howpublished = {Made Up, \\url{https://example.org/x/}}" in records.bibtex([page])
    assert "@online{page-x," in records.bibtex([page], "-biblatex")


@pytest.mark.content
def test_a_file_says_what_can_set_it(corpus):
    made = {
        key: records.bibtex([csl_items.work(corpus.works[key])]) for key in ("han-2024", "han-2025")
    }
    assert "use lualatex" in made["han-2024"] and "use lualatex" not in made["han-2025"]
    assert "\u2011" not in made["han-2024"] and "number = {2024-10}" in made["han-2024"]


def test_accents_are_ascii_for_classic_bibtex_alone():
    """It cuts names to initials byte by byte."""
    item = csl_items.work(entry("article", {"author": "Łuk, Élodie", "title": "Über"}))
    assert "author = {{\\L}uk, {\\'E}lodie}" in records.bibtex([item])
    assert "author = {Łuk, Élodie}" in records.bibtex([item], "-biblatex")
    assert records.with_pybtex({"x": records.bibtex([item])})["x"][0].authors == (
        ("Łuk", "Élodie"),
    )


CFF = 'title: Made Up\nauthors:\n- name: Sons\nlicense: CC-BY-4.0\nversion: "1"\ndate-released: "2020-01-02"\n'


def own_items() -> list[dict]:
    project, problems = citation_cff.read(CFF, "https://example.org/")
    assert problems == []
    return [
        csl_items.site(project, "site", "v1.0", "2026-11-21"),
        csl_items.data(project, "data", "v1.0", "data/", "2026-11-21"),
        csl_items.page(project, "page-x", "A & B of 5%", "x/", "2026-11-21"),
    ]


tex_needed = pytest.mark.skipif(
    not all(map(shutil.which, ("pdflatex", "lualatex", "bibtex", "biber"))),
    reason="TeX or biber is not installed: make test-all installs them",
)


def run(folder, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace")
    return done.stdout


def all_kinds(works) -> list[dict]:
    """An entry of each type with all that the bibliography accepts, besides the real ones."""
    made = [
        csl_items.work(entry(kind, VALUES | {"author": "Alder, Ann"}, f"kind-{kind}"))
        for kind in NEEDED
    ]
    return [*own_items(), *(csl_items.work(work) for work in works.values()), *made]


@pytest.mark.long
@tex_needed
@pytest.mark.parametrize("style", ["plain", "apalike"])
def test_classic_styles_print_it(corpus, tmp_path, style):
    """pdflatex and bibtex, all entries but those in Hangul: no warning, and what must be read is there."""
    items = [
        item
        for item in all_kinds(corpus.works)
        if not re.search("[가-힣]", json.dumps({**item, "annote": ""}, ensure_ascii=False))
    ]
    (tmp_path / "a.bib").write_text(records.bibtex(items, works=corpus.works), "utf-8")
    (tmp_path / "a.tex").write_text(
        "\\documentclass{article}\\usepackage{url}\\begin{document}\\nocite{*}"
        f"\\bibliographystyle{{{style}}}\\bibliography{{a}}\\end{{document}}"
    )
    run(tmp_path, "pdflatex", "-interaction=batchmode", "a")
    said = run(tmp_path, "bibtex", "a")
    faults = re.findall(r"^Warning--.*|.*error.*", said, re.M)
    assert [fault for fault in faults if "kind-" not in fault] == [], "of what can be in one entry"
    run(tmp_path, "pdflatex", "-interaction=batchmode", "a")
    assert re.findall(r"^!.*", (tmp_path / "a.log").read_text("latin-1"), re.M) == []
    printed = " ".join((tmp_path / "a.bbl").read_text("utf-8").split())
    assert "Asan Issue Brief 2025-3(S)" in printed and "Technical Report" not in printed
    assert "\\url{https://example.org/x/}" in printed
    assert style == "apalike" or "November 2026" in printed
    assert "Correction:" not in printed and "joins the ISBN" not in printed


@pytest.mark.long
@tex_needed
@pytest.mark.parametrize(
    "style", ["[authordate,backend=biber]{biblatex-chicago}", "[style=apa,backend=biber]{biblatex}"]
)
@pytest.mark.parametrize("dialect", bibtex_files.DIALECTS)
def test_biblatex_prints_it(corpus, tmp_path, style, dialect):
    """lualatex and biber; biber finds nothing against the data model in biblatex's own dialect."""
    items = all_kinds(corpus.works)
    (tmp_path / "a.bib").write_text(records.bibtex(items, dialect, corpus.works), "utf-8")
    (tmp_path / "a.tex").write_text(
        "\\documentclass{article}\\usepackage[american]{babel}\\usepackage{csquotes}"
        f"\\usepackage{style}\\addbibresource{{a.bib}}"
        "\\begin{document}\\nocite{*}\\printbibliography\\end{document}"
    )
    run(tmp_path, "lualatex", "-interaction=batchmode", "a")
    said = run(tmp_path, "biber", "--validate-datamodel", "a")
    faults = re.findall(r"^(?:WARN|ERROR).*", said, re.M)
    if "apa" in style:  # its own model has no place for some fields of conferences
        faults = [fault for fault in faults if "kind-inproceedings" not in fault]
    assert dialect == "" or faults == []
    run(tmp_path, "lualatex", "-interaction=batchmode", "a")
    assert re.findall(r"^!.*", (tmp_path / "a.log").read_text("utf-8", "replace"), re.M) == []
    assert (tmp_path / "a.pdf").stat().st_size > 10_000


def test_the_table_of_types_names_known_fields():
    """A field that no type takes would always be told in a note."""
    known = set().union(*bibtex_fields.TAKEN.values())
    assert set(bibtex_fields.FIELDS.values()) - known == set()
    assert bibliography_rules.FIELDS and (ROOT / "bibliography.bib").is_file()


def test_files_of_a_page_write_an_item_once_and_another_of_its_id_anew(monkeypatch):
    one, other = (
        csl_items.work(entry("misc", {"title": title, "date": "2020"}, key))
        for key, title in (("one", "Überraschungen"), ("other", "강 2020"))
    )
    read = one | {"accessed": cite_box.ACCESSED}
    rounds = ([one], [one, other], [read], [other, read])
    expected = [
        {
            "BibTeX": records.bibtex(items),
            "BibLaTeX": records.bibtex(items, "-biblatex"),
            "RIS": citation_formats.ris(items),
            "CSL-JSON": json.dumps(items, ensure_ascii=False, indent=1) + "\n",
        }
        for items in rounds
    ]
    written, write = [], bibtex_files.Writer.entry
    monkeypatch.setattr(
        bibtex_files.Writer, "entry", lambda self, item: written.append(item) or write(self, item)
    )
    files = item_files.ItemFiles({})
    assert [files.texts(items) for items in rounds] == expected
    assert written == [one, one, other, other, read, read]
