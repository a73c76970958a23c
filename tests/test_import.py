"""`build.py new work --from`: works of other programs taken over, all or none, and what was changed is said."""

import io
import json
import sys

import pytest

from briefsite.cli import main
from briefsite.rules.check import check_data
from briefsite.scaffold import import_works, refusal

BIB = r"""
@article{probe_trade_2024,
	title = {Trade \& {Aid} 38\% in {May}},
	doi = {https://doi.org/10.1234/ab\_c},
	url = {https://doi.org/10.1234/ab_c},
	journal = {Journal of Probes},
	shortjournal = {J. Pr.},
	author = {Probe, Petra and {World Bank}},
	month = jun, year = {2024}, number = {2}, pages = {1--9}, issn = {2049-3630},
	abstract = {x}, file = {/home/x.pdf:a},
}
@phdthesis{x, author = {M{\"u}ller, J{\'o}zef}, title = {T}, school = {Uni}, year = 2020}
@misc{y, author = {{통일부}}, title = {W}, howpublished = {\url{https://example.org/x}}, year = {2021}}
"""
RIS = """TY  - RPRT
AU  - Probe, Petra
AU  - ROK Ministry of Culture‚ Sports and Tourism,
PY  - 2024
DA  - 2024/03/26/
TI  - A <i>Report</i> &amp; {More}
PB  - Institute
SN  - 12
M3  - Issue Brief
UR  - https://example.org/r
KW  - a
ER  -

TY  - JOUR
A1  - Kim, Yang Gyu
T1  - Two Lines
 of a Title
JF  - Journal
Y1  - 2023
SP  - 3
EP  - 9
ER  -
"""
CROSSREF = {
    "status": "ok",
    "message": {
        "type": "journal-article",
        "title": ["A Title"],
        "DOI": "10.5555/x",
        "author": [{"given": "P.", "family": "Probe"}, {"name": "World Bank"}],
        "container-title": ["J"],
        "issued": {"date-parts": [[2024, 3]]},
        "URL": "http://dx.doi.org/10.5555/x",
        "reference-count": 3,
    },
}


def taken(small, tmp_path, text, name="x.bib"):
    source = tmp_path / name
    source.write_text(text, "utf-8")
    added, changes = import_works.add_works(small, check_data(small)[0], str(source))
    corpus, problems = check_data(small)
    assert problems == []
    return [corpus.works[each.id] for each in added], changes


def test_bibtex(small, tmp_path):
    (trade, thesis, web), changes = taken(small, tmp_path, BIB)
    assert (trade.key, trade.title, trade.date) == (
        "probe-2024",
        "Trade & Aid 38% in May",
        "2024-06",
    )
    assert trade["doi"] == "10.1234/ab_c" and not trade["url"]
    assert trade["journaltitle"] == "Journal of Probes" and trade["pages"] == "1–9"
    assert trade.authors == ("Probe, Petra", "World Bank")
    assert (thesis.key, thesis.type, thesis["institution"]) == ("muller-2020", "thesis", "Uni")
    assert thesis["type"] == "PhD thesis" and thesis.authors == ("Müller, Józef",)
    assert web["url"] == "https://example.org/x" and not web["howpublished"]
    for told in (
        "probe-2024: the key was 'probe_trade_2024'",
        "probe-2024: 'journal' is 'journaltitle'",
        "probe-2024: 'shortjournal' left out",
        "probe-2024: 'doi' is the DOI alone",
        "probe-2024: left out: abstract, file",
        "muller-2020: @phdthesis is @thesis",
    ):
        assert told in changes


def test_ris(small, tmp_path):
    (report, article), changes = taken(small, tmp_path, RIS, "x.ris")
    assert (report.type, report.title, report.date) == ("report", "A Report & {More}", "2024-03-26")
    assert report["institution"] == "Institute" and report["number"] == "12"
    assert report.authors == ("Probe, Petra", "ROK Ministry of Culture, Sports and Tourism")
    assert (article.title, article["pages"], article.date) == (
        "Two Lines of a Title",
        "3–9",
        "2023",
    )
    assert changes == ["probe-2024: left out: KW"]


def test_csl_json_on_standard_input(small, monkeypatch, capsys):
    raw = io.TextIOWrapper(io.BytesIO(json.dumps(CROSSREF).encode()))
    monkeypatch.setattr(sys, "stdin", raw)
    assert main.main(["--root", str(small), "new", "work", "--from", "-"]) == 0
    said = capsys.readouterr().out
    assert "added work probe-2024" in said and "left out: reference-count" in said
    work = check_data(small)[0].works["probe-2024"]
    assert (work.title, work["journaltitle"], work.date) == ("A Title", "J", "2024-03")
    assert work.authors == ("Probe, P.", "World Bank") and work["doi"] == "10.5555/x"


REFUSED = [
    ("@article{x, author = {Petra Maria Probe}, title = {T}, journal = {J}, year = 2024}", "write Probe, Petra Maria for a person"),
    (r"@misc{x, title = {\emph{x} y}}", r"the TeX command '\emph' is not known"),
    ("@misc{x, title = {T}, crossref = {y}}", "unknown field 'crossref'"),
    ("@misc{x, title = {T}, year = {in press}}", "is not an EDTF date"),
    ("@misc{x, title = {T}, year = 2024, month = {summer}}", "is not a month"),
    ("@artcle{x, title = {T}}", "unknown type '@artcle'"),
    ("@misc{x, title = {T}", "broken BibTeX"),
    ("TY  - XXXX\nTI  - T\nER  - \n", "unknown type 'TY  - XXXX'"),
    ("TY  - RPRT\nTI  - T\n", "this record has no end"),
    ("TY  - GEN\nTI  - T\nQQ  - T\nER  - \n", "unknown tag 'QQ'"),
    ('{"type": "song", "title": "T"}', "unknown type 'song'"),
    ("[1, null, {}]", "unknown type ''"),
    ("{", "this is not JSON"),
    ('{"type": "document", "title": {"a": 1}, "issued": {"date-parts": 3}}', ""),
    ("[" * 5000, "this is not JSON"),
    ("nothing", "this is not a known file of works"),
    ("", "this is not a known file of works"),
]  # fmt: skip


@pytest.mark.parametrize("text, said", REFUSED, ids=[said or text for text, said in REFUSED])
def test_what_cannot_be_known_is_refused(small, tmp_path, text, said):
    """All or none: the first work would be fine alone."""
    before = (small / "bibliography.bib").read_bytes()
    if text.startswith("@"):
        text = "@misc{fine, title = {Fine}, date = {2020}}\n" + text
    with pytest.raises(refusal.RefusedError) as refused:
        taken(small, tmp_path, text)
    lines = list(map(str, refused.value.problems))
    assert any(said in line and str(tmp_path / "x.bib") in line for line in lines), lines
    assert (small / "bibliography.bib").read_bytes() == before


def test_a_work_that_is_here_is_refused(small, tmp_path):
    taken(small, tmp_path, BIB)
    with pytest.raises(refusal.RefusedError, match="here already, as probe-2024: its doi"):
        taken(small, tmp_path, BIB)


def test_a_second_work_of_a_year_has_a_letter(small, tmp_path):
    text = "@misc{a, author = {Probe, P.}, title = {A}, date = {2020}}\n@misc{b, author = {Probe, P.}, title = {B}, date = {2020}}"
    works, _ = taken(small, tmp_path, text)
    assert [work.key for work in works] == ["probe-2020", "probe-2020b"]


def test_no_file(small):
    with pytest.raises(refusal.RefusedError, match="can't be read"):
        import_works.add_works(small, check_data(small)[0], str(small / "gone.bib"))
