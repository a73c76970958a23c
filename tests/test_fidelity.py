"""The words themselves: normalisation, fingerprints, and the proof that the checker is alive."""

import json
import shutil

import pytest
from conftest import ROOT, SMALL, TEXTS
from test_build import run

from briefsite.brief_text import alignment, copied_runs, make_fingerprints
from briefsite.brief_text.alignment import sentences
from briefsite.model.normalized_text import phrase, words
from briefsite.rules.check import check_data
from briefsite.rules.hedges import words_in
from briefsite.rules.wording import figures, holds, names, quotations
from tools.mutation import measure, mutation_kinds

at_hand = pytest.mark.skipif(not TEXTS.is_dir(), reason="the briefs' texts are not at hand")


@pytest.mark.parametrize(
    "text, normal",
    [
        ("“Cold War 2.0”", "cold war 2 0"),
        ("‘K-content’", "k content"),
        ("North Korea’s", "north korea"),
        ("self‑reliance (*juche*)", "self reliance juche"),
        ("<u>https</u> A", "https a"),
        ("a\n\nb  c", "a b c"),
        ("ＡＢ", "ab"),
    ],
)
def test_normal_form(text, normal):
    assert phrase(text) == normal


@pytest.mark.parametrize(
    "text, wanted, there",
    [
        ("a wall of reeds", "wall of reeds", True),
        ("a wall of reeds", "wall reeds", False),
        ("a Wall of\n\nreeds", "“wall of reeds”", True),
        ("walls of reeds", "wall of reeds", False),
        ("anything", "", False),
    ],
)
def test_holds(text, wanted, there):
    assert holds(text, wanted) is there


@pytest.mark.parametrize(
    "text, expected",
    [
        ("the 13th largest of 187 in 2022", ["13th", "187", "2022"]),
        ("on December 30, 2023", ["30", "2023", "December"]),
        ("Cold War 2.0", ["2.0"]),
        ("it may come in May 2024", ["2024", "May"]),
        ("no number, COVID-19", []),
    ],
)
def test_figures(text, expected):
    assert figures(text) == expected


KNOWN = frozenset({"north korea", "kim jong un", "un", "the south", "russia"})


@pytest.mark.parametrize(
    "text, expected",
    [
        ("North Korea sells arms to Russia.", ["North Korea", "Russia"]),
        ("Stronger ties bind Russia.", ["Russia"]),
        ("It violates the UN Charter.", ["UN", "Charter"]),
        ("Kim Jong Un's regime waits.", ["Kim Jong Un"]),
        ("In December 2023, the South objected. Seoul did not.", ["South"]),
        ("The river rose.", []),
    ],
)
def test_names(text, expected):
    assert names(text, KNOWN) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("it is extremely unlikely", ("extremely unlikely",)),
        ("unlikely, and likely", ("unlikely", "likely")),
        ("in May 2019", ()),
        ("it may rise", ("may",)),
        ("Maybe", ()),
    ],
)
def test_the_longest_hedge_counts(text, expected):
    assert words_in(text, ("likely", "unlikely", "extremely unlikely", "may")) == expected


def test_quotations():
    assert quotations("a \"b c\" d “e” 'f'") == ["b c", "e"]


def test_sentences():
    text = 'U.S. forces came. "So what?" Asked Lee et al. 2023. He said so (Lee 2020). Then (juche*). But the political. Next'
    assert sentences(text)[:3] == ["U.S. forces came.", '"So what?"', "Asked Lee et al. 2023."]
    assert sentences(text)[-1] == "Next" and "But the political." in sentences(text)


def test_a_page_break_is_closed(small):
    corpus, _ = check_data(small)
    cut = alignment.align(
        corpus.brief["alder-2020"], (SMALL / "texts/alder-2020.txt").read_text("utf-8")
    )
    assert cut == [
        [
            "In May 2019 the river rose above all marks.",
            "The town likely built its 'wall of reeds' late.",
        ],
        ["So after this the town of Ann Alder should build a new wall."],
    ]


@pytest.mark.parametrize("key", ["alder-2020", "cedar-2021"])
def test_fingerprints_are_made_again_alike(small, key):
    before = (small / f"data/fingerprints/{key}.json").read_text("utf-8")
    assert run(small, "fingerprint", key, str(small / f"texts/{key}.txt")).returncode == 0
    assert (small / f"data/fingerprints/{key}.json").read_text("utf-8") == before


def test_fingerprints_hold_nothing_that_the_data_do_not_use(small):
    """No hash of a word of the text that no record uses, and no text."""
    from briefsite.model.fingerprints import PHRASE_KINDS, digest

    value = json.loads((small / "data/fingerprints/alder-2020.json").read_text("utf-8"))
    every = set(value["known"])
    text = (SMALL / "texts/alder-2020.txt").read_text("utf-8")
    corpus, _ = check_data(small)
    used = {
        item
        for items in make_fingerprints.phrases_used(corpus, "alder-2020").values()
        for item in items
    }
    unused = [word for word in words(text) if word not in used]
    assert "marks" in unused and not [
        word
        for word in unused
        for kind in PHRASE_KINDS
        if digest(value["salt"], kind, word) in every
    ]


def test_another_text_is_refused(small, tmp_path):
    (tmp_path / "other.txt").write_text("Another text.\n\nAltogether.", "utf-8")
    done = run(small, "fingerprint", "alder-2020", str(tmp_path / "other.txt"))
    assert (
        done.returncode == 1
        and "no block of the text has the sentences of ¶ 1 (9, 9 words)" in done.stderr
        and "Traceback" not in done.stderr
    )
    done = run(small, "fingerprint", "adler-2020", str(tmp_path / "other.txt"))
    assert done.returncode == 1 and "did you mean 'alder-2020'?" in done.stderr
    done = run(small, "fingerprint", "alder-2020", str(tmp_path / "none.txt"))
    assert done.returncode == 1 and "missing" in done.stderr


@at_hand
def test_the_real_fingerprints_are_those_of_the_texts(corpus):
    for brief in corpus.briefs:
        prints = corpus.fingerprints[brief.key]
        made = make_fingerprints.fingerprints(
            corpus, brief, (TEXTS / f"{brief.key}.txt").read_text("utf-8"), prints.salt
        )
        assert made == (ROOT / f"data/fingerprints/{brief.key}.json").read_text("utf-8"), (
            f"run: build.py fingerprint {brief.key} …"
        )


def project_files():
    for pattern in ("docs/**/*.md", "data/**/*.yml", "*.md", "*.bib", "data/**/*.json"):
        yield from ROOT.glob(pattern)


@at_hand
def test_restatements_are_no_copies(corpus):
    problems = []
    for brief in corpus.briefs:
        cut = alignment.align(brief, (TEXTS / f"{brief.key}.txt").read_text("utf-8"))
        titles = tuple(work.title for work in corpus.works.values())
        for path in project_files():
            problems += copied_runs.copied_runs(
                brief.key, cut, path.relative_to(ROOT).as_posix(), path.read_text("utf-8"), titles
            )
    assert "\n".join(map(str, problems)) == ""


def test_a_copy_is_found():
    cut = [["One two three four five six seven eight nine."]]
    found_ = copied_runs.copied_runs(
        "x-1",
        cut,
        "docs/a.md",
        "Intro.\n\nHe says two three [four five][E1] six, seven eight; nine ends.",
    )
    assert [str(problem) for problem in found_] == [
        "docs/a.md:3: 8 words in a row of x-1 ¶ 1: “two three four five six seven eight nine”; say it in your own words"
    ]
    assert (
        copied_runs.copied_runs(
            "x-1", cut, "docs/a.md", 'He says "two three four five six seven eight nine".'
        )
        == []
    )


COUNTS = ROOT / "data/mutations.json"
RECORDED = {
    row["kind"]: row
    for row in (json.loads(COUNTS.read_text("utf-8"))["kinds"] if COUNTS.exists() else ())
}


@pytest.mark.content
def test_a_mistake_of_each_kind_is_caught(monkeypatch):
    """One of each kind: those that a rule claims to catch are caught."""
    monkeypatch.setattr(measure, "MANY", measure.EACH)
    rows = json.loads(measure.measure(ROOT, each=1))["kinds"]
    assert [row["kind"] for row in rows] == [*RECORDED], "run: make mutate"
    assert [row["kind"] for row in rows if row["claimed"] and row["caught"] < row["made"]] == []
    assert {row["made"] for row in rows} == {1}


@pytest.mark.content
@pytest.mark.long
@pytest.mark.parametrize(
    "kind", [*mutation_kinds.CAUGHT, *mutation_kinds.OPEN], ids=lambda kind: kind.__name__
)
def test_mistakes_are_caught(kind):
    """Every mistake that a rule claims to catch is caught; the recorded figures are those of today."""
    (row,) = json.loads(measure.measure(ROOT, only={kind.__name__}))["kinds"]
    assert row == RECORDED[row["kind"]], "run: make mutate"
    assert row["made"] >= 10
    if kind in mutation_kinds.CAUGHT:
        assert row["caught"] == row["made"]


@pytest.mark.content
def test_there_are_enough_of_them():
    assert sum(row["made"] for row in RECORDED.values()) >= 300
    assert all(row["made"] >= (5 if row["by_hand"] else 10) for row in RECORDED.values())
    assert all(row["caught"] == row["made"] for row in RECORDED.values() if row["claimed"])
    kinds = (*mutation_kinds.CAUGHT, *mutation_kinds.OPEN, *mutation_kinds.REWORDED)
    assert len(RECORDED) == len(kinds)


def test_an_empty_project_is_not_all_well(tmp_path):
    shutil.copytree(SMALL / "docs", tmp_path / "docs")
    assert check_data(tmp_path)[1]
