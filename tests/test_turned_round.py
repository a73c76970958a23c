"""Who does what, what is denied, who is reported: texts against the texts they rest on."""

import shutil

import pytest
from test_build import ROOT

from briefsite.load.project import read_project
from briefsite.rules import said_in_briefs, said_otherwise
from briefsite.rules.check import check_data
from briefsite.rules.facets import Facets
from briefsite.rules.said import said
from briefsite.rules.turning_words import Facet, Vocabulary

WORDS = Vocabulary(
    {
        "mill": (Facet("actor", "mill"),),
        "miller": (Facet("actor", "miller"),),
        "bridge": (Facet("actor", "bridge"),),
        "council": (Facet("actor", "council"),),
        "us": (Facet("actor", "us"),),
        "not": (Facet("negation", "plain"),),
        "no": (Facet("negation", "plain"),),
        "without": (Facet("negation", "plain"),),
        "lacks": (Facet("negation", "implied"),),
    },
    {"miller": "mill"},
)


def turned(own, base):
    """The words that a text turns of another."""
    one, other = (Facets((), ((WORDS, text),)) for text in (own, base))
    found = [
        *said_otherwise.acts_of_others(one.said, other.said, "there"),
        *said_otherwise.turned_round(one.said, other.said, "there"),
        *said_otherwise.denials_added(one.said, other.said, "there"),
        *said_otherwise.denials_undone(one, other, "there"),
    ]
    return [item.word for item in found]


ALIKE = [
    ("The mill needs grain.", "In spring, the mill also needs grain."),
    ("The miller needs grain.", "The mill needs grain."),
    ("The mill and the council need grain.", "The council needs grain."),
    ("Aid comes from the mill and from the council.", "There was aid from the council."),
    ("With the bridge gone, the mill waits.", "The council pays. The mill waits."),
    ("Grain for the council is not paid.", "The council has not paid its grain."),
    ("Not yet.", "The mill pays for grain."),
    ("He gives no reason that concerns grain.", "The mill pays for grain."),
    ("It would help us to pay.", "It would help the council to pay."),
    ("The mill sold 43 barrels.", "The mill sold 43 oaken barrels."),
    ("Grain is unpaid.", "Grain is not paid."),
    ("The mill is trusted by the council.", "The council trusts the mill."),
]
OTHERWISE = [
    ("The bridge needs grain.", "The mill needs grain.", ["bridge"]),
    ("There was aid from the bridge.", "There was aid from the mill.", ["bridge"]),
    ("The council trusts the mill.", "The mill trusts the council.", ["mill", "council", "trust"]),
    ("Boats give up grain for timber.", "Boats give up timber for grain.", ["for"]),
    (
        "Trade with the mill lags behind the council.",
        "The council lags behind the mill.",
        ["council", "behind"],
    ),
    ("The mill does not need grain.", "The mill needs grain. The bridge lacks paint.", ["not"]),
    ("The mill needs grain.", "The mill does not need grain.", ["not"]),
    ("The mill sold 43 boats.", "The mill sold 43 barrels.", ["43"]),
    ("It was in March 2021.", "It was in March 2020.", ["march"]),
]


@pytest.mark.parametrize(("own", "base"), ALIKE)
def test_what_says_the_same_is_not_turned(own, base):
    assert turned(own, base) == []


@pytest.mark.parametrize(("own", "base", "words"), OTHERWISE)
def test_what_is_said_otherwise_is_found(own, base, words):
    assert turned(own, base) == words


def test_a_denial_reaches_three_words_and_no_comma():
    (denial,) = said(WORDS, "It does not buy dry summer grain, and sells boats.").denials
    assert denial.reach == {"buy", "dry", "summ"}
    (denial,) = said(WORDS, "Without grain, the mill waits.").denials
    assert denial.reach == {"grain"}


def test_the_sentence_of_a_brief_is_known_by_hashes_of_what_claims_use():
    signs = set(
        said_in_briefs.signs(
            WORDS, "The mill does not need secret timber.", ["The mill does not need timber."]
        )
    )
    assert ("denials", "1") in signs
    assert ("denied", "timb") in signs
    assert not any("secret" in text for _, text in signs)


@pytest.fixture
def real(tmp_path):
    """The data and pages of the real project."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "bibliography.bib", tmp_path)
    return tmp_path


def exchanged(root, path, old, new):
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def _first(records, wanted):
    return next(record for record in records if wanted(record))


@pytest.mark.content
def test_what_is_said_of_one_brief_is_not_what_another_says(real):
    """The names of two briefs exchanged in a difference."""
    corpus, _, _ = read_project(real)
    one, other = (brief.name for brief in corpus.briefs[:2])
    question = _first(
        corpus.questions,
        lambda each: (
            each.difference
            and each.difference.startswith(f"{one} says")
            and f". {other} " in each.difference
        ),
    )
    text = question.difference
    swapped = text.replace(one, "…").replace(other, one).replace("…", other)
    exchanged(real, "data/comparisons.yml", text[:40], swapped[:40])
    assert any(
        problem.message.startswith(f"{question.id}: difference: what this says of {other}")
        for problem in check_data(real)[1]
    )


@pytest.mark.content
def test_a_note_names_the_silent_brief(real):
    corpus, _, _ = read_project(real)
    one, other = (brief.name for brief in corpus.briefs[:2])
    question = _first(
        corpus.questions,
        lambda each: (
            (each.note or "").startswith(f"{one} says nothing")
            or (each.note or "").startswith(f"{other} says nothing")
        ),
    )
    silent = one if question.note.startswith(one) else other
    name = other if silent == one else one
    exchanged(real, "data/comparisons.yml", question.note, question.note.replace(silent, name))
    assert any(
        problem.message == f"{question.id}: note: {name} answers, and this says it is silent"
        for problem in check_data(real)[1]
    )


@pytest.mark.content
def test_a_reported_speaker_is_reported_in_claim_answer_page_and_title(real):
    corpus, _, _ = read_project(real)
    claim = _first(corpus.claim.values(), lambda each: each.attributed_to == "some")
    exchanged(real, claim.at.path, "Some argue that", "Some know that")
    assert any(
        problem.message.startswith(f"{claim.id}: the brief attributes this to some, and no word")
        for problem in check_data(real)[1]
    )
    exchanged(real, claim.at.path, "Some know that", "Some argue that")
    forecast = _first(corpus.forecasts, lambda each: each.claim == claim.id)
    exchanged(real, forecast.at.path, "Some argue: ", "")
    assert any(
        problem.message == f"{claim.id}: the brief reports some, the title does not"
        for problem in check_data(real)[1]
    )


@pytest.mark.content
def test_a_limit_is_kept(real):
    corpus, _, _ = read_project(real)
    claim = _first(corpus.claim.values(), lambda each: " often " in each.says)
    exchanged(real, claim.at.path, "often oppose", "oppose")
    assert any("has 'often', and this does not" in str(item) for item in check_data(real)[1])


def test_an_answer_of_no_shares_a_denial(small):
    answers = small / "data/comparisons.yml"
    text = answers.read_text("utf-8")
    text = text.replace("says: It rose", "says: No. It rose").replace(
        '"Experts exp', '"No. Experts exp'
    )
    answers.write_text(text, "utf-8")
    told = "q-flood: every answer is No, and what is shared denies nothing"
    assert told in [problem.message for problem in check_data(small)[1]]
    answers.write_text(text.replace("The water rises", "The water never rises"), "utf-8")
    assert told not in [problem.message for problem in check_data(small)[1]]


@pytest.mark.content
def test_a_term_is_whose_its_claims_are(real):
    corpus, _, _ = read_project(real)
    term = _first(
        corpus.terms, lambda each: each.coined_by and each.claims and each.whose.endswith("'s")
    )
    other = _first(corpus.briefs, lambda each: each.key != term.coined_by)
    text = (real / "data/glossary.yml").read_text("utf-8")
    start = text.index(f"key: {term.key}\n")
    changed = text[start:].replace(f"whose: {term.whose}", f"whose: {other.name}'s", 1)
    (real / "data/glossary.yml").write_text(text[:start] + changed, "utf-8")
    assert any(
        problem.message.startswith(f"{term.key}: 'whose'") for problem in check_data(real)[1]
    )
