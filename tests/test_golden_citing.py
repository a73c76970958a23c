"""Each type of thing to cite, letter by letter: its item, its files, and four styles in two lengths.

After a change that is meant: `python tests/test_golden_citing.py` writes the files anew, and git
shows what became different. A test run never does.
"""

import json
import sys
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import pytest

from briefsite.citations import bibtex_files, citation_formats, cite_box, citeproc, csl_items
from briefsite.load import (
    bibtex,
    citation_cff,
)

GOLDEN = Path(__file__).resolve().parent / "golden-citing"
WORKS = r"""
@report{alder-2020, author = {Alder, Ann}, title = {On {Rivers}: A "Short" View}, type = {Issue Brief}, series = {River Notes},
  number = {RN7}, institution = {River Institute}, date = {2020-05-04}, isbn = {978-3-16-148410-0}, url = {https://example.org/a?x=1&y=2}}
@article{birch-oak-2018, author = {Birch, Bo C. and Oak, Olga}, title = {Gauges and Tides}, journaltitle = {Journal of Gauges},
  volume = {3}, number = {1}, pages = {1--9}, date = {2018-10}, doi = {10.1234/gauge_1}}
@article{cedar-2021, author = {Cedar, Cy}, title = {A Wall Falls}, journaltitle = {The Wall Times}, entrysubtype = {newspaper},
  date = {2021-01-02}, url = {https://example.org/wall}}
@online{mist-2022, author = {{Mist \& Dew News}}, title = {[headline not seen]}, date = {2022-03-04}, url = {https://example.org/mist}}
@report{elm-2023, author = {Elm, Ed and others}, title = {White Paper on Rain}, institution = {Rain House}, date = {2023}}
@report{han-2024, author = {Han, Ki-bum}, title = {북한의 정책 (Bukhanui jeongchaek) [The {North}'s Policy]}, type = {Issue Brief},
  number = {2024‑10}, institution = {The Asan Institute (아산정책연구원)}, date = {2024}, pages = {1--17}, langid = {korean}, note = {In Korean}}
"""
CFF = 'title: "Small & Whole"\nabstract: Made up.\nauthors:\n- name: Small & Sons, Ltd.\nlicense: CC-BY-4.0\nversion: "1.0"\ndate-released: "2026-01-02"\n'


def subjects() -> dict[str, cite_box.Subject]:
    """File name in golden-citing/ to what is cited there."""
    site, problems = citation_cff.read(CFF, "https://example.org/small")
    works, faults = bibtex.parse(WORKS)
    assert problems == faults == []
    work = {key: csl_items.work(entry) for key, entry in works.items()}
    return {
        "site": cite_box.Subject(csl_items.site(site, "site", "v1.0", "2026-02-03")),
        "data": cite_box.Subject(csl_items.data(site, "data", "v1.0", "data/", "2026-02-03")),
        "page": cite_box.Subject(
            csl_items.page(site, "page-rivers", "Rivers & “Walls”", "topics/rivers/", "2026-02-03")
        ),
        "claim": cite_box.Subject(
            csl_items.page(
                site, "sw-E7", "Claim E7: Alder 2020, ¶ 3", "briefs/alder-2020/#E7", "2026-02-03"
            )
        ),
        "brief-report": cite_box.Subject(work["alder-2020"], (1, 3, 4, 5)),
        "article": cite_box.Subject(work["birch-oak-2018"], (7,)),
        "newspaper": cite_box.Subject(work["cedar-2021"]),
        "webpage-no-headline": cite_box.Subject(work["mist-2022"]),
        "et-al": cite_box.Subject(work["elm-2023"]),
        "korean-original": cite_box.Subject(work["han-2024"]),
    }


@cache
def made() -> dict[str, str]:
    """File name to text."""
    cited = subjects()
    works, _ = bibtex.parse(WORKS)
    formed = cite_box.Boxes(cited.values(), entries=works)
    writers = [bibtex_files.Writer(dialect, works) for dialect in bibtex_files.DIALECTS.values()]
    texts = {}
    for name, subject in cited.items():
        parts = [
            json.dumps(subject.item, ensure_ascii=False, indent=1),
            citation_formats.ris([subject.item]).replace("\r\n", "\n").strip(),
            *(writer.file([subject.item]).strip() for writer in writers),
            citation_formats.coins(subject.item),
        ]
        parts += [f"{form.label}\n{form.full}\n{form.short}" for form in formed.of(subject)]
        texts[f"{name}.txt"] = "\n\n".join(parts) + "\n"
    return texts


def test_no_golden_file_is_left_over():
    assert {path.name for path in GOLDEN.iterdir()} == set(made())


@pytest.mark.parametrize(
    "name", sorted(path.name for path in GOLDEN.iterdir()) if GOLDEN.exists() else []
)
def test_golden(name):
    assert made()[name] == (GOLDEN / name).read_text("utf-8")


def test_a_reader_finds_each_form_in_plain_text():
    """What is copied: no entity, no markup, the brief's paragraphs in every form that names some."""
    for name, text in made().items():
        for form in text.split("\n\n")[-4:]:
            plain = citeproc.plain(form)
            assert "<" not in plain and "&amp;" not in plain and "&#" not in plain, name
            assert name != "brief-report.txt" or "1, 3" in citeproc.plain(form.split("\n")[2])


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.iterdir():
        old.unlink()
    for name, text in made().items():
        (GOLDEN / name).write_text(text, "utf-8")
