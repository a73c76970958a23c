"""A third brief of twelve sentences, made up, added as the guide says: what its speakers need.

docs/about/contributing/brief.md is followed block by block in test_worked_example; here the text is full of
reporting words, and one of them, and most speakers, are unknown to the lexicon.
"""

import re

import pytest
from conftest import ROOT, copy_project, unnamed

from briefsite.brief_text.alignment import sentences
from briefsite.cli.main import main
from briefsite.model.normalized_text import phrase
from briefsite.rules import hedges, wording
from briefsite.rules.check import check_data

KEY = "sample-2026"
MADE_UP = ROOT / "tests/third_brief"
BRIEF = f"data/briefs/{KEY}.yml"
WORK = """
@report{sample-2026,
  author      = {Sample, Ada},
  title       = {A Brief Invented for a Trial of the Guide},
  institution = {An Institute That Was Invented},
  date        = {2026-02-01},
}
"""
VOICES = """voices:
  a customs clerk: [customs clerk]
  Russian officials: [Russian officials]
  analysts: [analysts]
  one clerk: [one clerk]
"""
PAGE = """## Sample

Ada Sample, writing in February 2026, has a customs clerk say that North Korea sold ninety lanterns to Russia.[^S1]
Nobody has the receipt, the customs clerk says.[^S3] Russian officials call the price fair.[^S2] Analysts say that Beijing took
note.[^S4] China says nothing of a purchase.[^S5] The lanterns may serve badly at sea.[^S6] [@sample-2026, ¶¶ 1–2]

<!-- comparison -->"""
FORECAST = """forecasts:
- claim: S8
  sort: forecast
  title: The order on lanterns ignored by 2027
  horizon:
    edtf: 2026-02-01/2027
    basis: stated
  confirms: Before 2028 a lantern is sold against the order.
  refutes: No lantern is sold against the order before 2028.
  also: [S9]
"""


def put(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def build(root, *arguments):
    return main(["--root", str(root), *arguments])


@pytest.fixture
def begun(tmp_path):
    """The project with the work, the text beside it, and the brief begun by the command."""
    root = copy_project(tmp_path / "project")
    (tmp_path / "text.txt").write_bytes((MADE_UP / "text.txt").read_bytes())
    works = root / "bibliography.bib"
    works.write_text(works.read_text("utf-8") + WORK, "utf-8")
    text = str(tmp_path / "text.txt")
    given = ["--text", text, "--prefix", "S", "--name", "Sample", "--author", "Ada Sample"]
    assert build(root, "new", "brief", KEY, *given) == 0
    return root


@pytest.fixture
def told(begun):
    """All of the guide followed but for the lexicon."""
    (begun / BRIEF).write_bytes((MADE_UP / "brief.yml").read_bytes())
    put(begun / "docs/topics/russia.md", "<!-- comparison -->", PAGE)
    put(begun / "data/forecasts.yml", "forecasts:\n", FORECAST)
    return begun


def said(root):
    """What the check says once the fingerprints are made."""
    assert build(root, "fingerprint", KEY, str(root.parent / "text.txt")) == 0
    return unnamed(check_data(root)[1])


def test_the_command_counts_the_words_and_names_what_is_left(begun):
    counts = re.findall(r"sentences: \[([\d, ]+)\]", (begun / BRIEF).read_text("utf-8"))
    assert counts == ["14, 7, 9", "7, 6, 14", "15, 8, 9", "8, 5, 8"]
    problems = unnamed(check_data(begun)[1])
    assert len(problems) == 12
    assert all(line.startswith(BRIEF) and "the template's text" in line for line in problems)


def test_a_reporting_word_asks_who_speaks(told):
    file = told / BRIEF
    file.write_text(re.sub("  attributed_to: .*\n", "", file.read_text("utf-8")), "utf-8")
    found = re.findall(
        r"(S\d+): the brief's sentence reports somebody \('(.*?)'\)", str(said(told))
    )
    words = ["according to", "said", "told", "analysts", "believe", "reported", "warned"]
    assert [word for _, word in found] == words
    assert [name for name, _ in found] == ["S1", "S2", "S3", "S4", "S4", "S5", "S7"]


def test_what_the_lexicon_lacks_is_named_with_its_place(told):
    problems = "\n".join(said(told))
    for speaker in ("a customs clerk", "Russian officials", "analysts", "one clerk"):
        assert (
            f"'{speaker}' is neither an actor nor under 'voices' in data/lexicon.yml; " in problems
            and f"add it under 'voices' there: '{speaker}: [{speaker}]'" in problems
        )
    assert (
        "S12: attributed to one clerk, but its sentence has no reporting word that data/lexicon.yml "
        "knows; add the sentence's word there, under 'reporting'; then " in problems
    )


def finish(root):
    put(root / "data/lexicon.yml", "voices:\n", VOICES)
    put(root / "data/lexicon.yml", "- believe\n", "- believe\n- cautioned\n")


def test_all_is_well_when_the_lexicon_knows_them(told):
    finish(told)
    assert said(told) == []


UNDATED = "where no date is given, write the latest that it can be: '../2024', not after 2024"
PRINTED = "published: 2026-02-01"
ANSWERED = [
    ({PRINTED: "published: n.d."}, UNDATED),
    ({f"{PRINTED}\n": ""}, f"the field 'published' is missing; {UNDATED}"),
    ({PRINTED: "published: ../2026"}, ""),
    (
        {"name: Sample": "name: Sample\nlanguage: ko"},
        "the checks compare English; take apart an English translation",
    ),
    (
        {"name: Sample": "name: Easley"},
        "pages call it 'Easley', as they call easley-2024; add the year to its name: 'Easley 2026'",
    ),
    ({"name: Sample": "name: Easley 2026"}, ""),
]


@pytest.mark.parametrize(("changes", "answer"), ANSWERED)
def test_other_kinds_of_brief_have_an_answer(told, changes, answer):
    finish(told)
    assert said(told) == []
    for old, new in changes.items():
        put(told / BRIEF, old, new)
        if old == "name: Sample":  # the pages call it by its name
            page, name = (
                told / "docs/topics/russia.md",
                new.partition("\n")[0].removeprefix("name: "),
            )
            put(page, "## Sample", f"## {name}")
        if ".." in new:  # its entry has no day either
            put(told / "bibliography.bib", "date        = {2026-02-01}", "year        = {2026}")
    corpus, problems = check_data(told)
    if answer:
        assert answer in "\n".join(unnamed(problems))
        return
    assert problems == []
    if PRINTED in changes and ".." in changes[PRINTED]:
        assert corpus.brief[KEY].label == "Sample n.d."


def test_a_name_with_a_year_is_not_the_name_without(corpus):
    from dataclasses import replace

    from briefsite.rules.page_sentences import briefs_named

    one, two = corpus.briefs[:2]
    year = two.label.split()[-1]
    second = two.model_copy(update={"name": f"{one.name} {year}"})
    both = replace(corpus, briefs=(one, second))
    assert briefs_named(both, f"## {one.name}") == (one,)
    assert briefs_named(both, f"{second.name} says it.") == (second,)
    assert briefs_named(both, f"{one.name} says what {second.name} says.") == (one, second)
    assert second.label == second.name


def test_names_and_sentences_begin_with_any_capital():
    text = "In May Édouard Ångström met Şükrü Özal. Éva left. 한기범 spoke."
    assert wording.names(text, frozenset()) == ["Édouard Ångström", "Şükrü Özal", "한기범"]
    assert sentences("It ended. Édouard left. 북한은 갔다. É. Zola wrote.") == [
        "It ended.",
        "Édouard left.",
        "북한은 갔다.",
        "É. Zola wrote.",
    ]


@pytest.mark.parametrize("word", ["according to", "said", "says", "told", "reported", "noted"])
def test_usual_reporting_words_are_known(corpus, word):
    assert phrase(word) in map(phrase, hedges.lexicon(corpus).reporting)
