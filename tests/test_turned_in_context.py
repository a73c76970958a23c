"""Opposites beside a word, actors on the other side of one, endings, authors called "he"."""

import shutil

import pytest
from test_build import ROOT

from briefsite.load.project import read_project
from briefsite.model.records import Brief
from briefsite.rules import said_otherwise, turned, view_rules
from briefsite.rules.check import check_data
from briefsite.rules.contexts import contexts
from briefsite.rules.facets import Facets
from briefsite.rules.turning_words import Facet, Vocabulary

WORDS = Vocabulary(
    {
        "mill": (Facet("actor", "mill"),),
        "council": (Facet("actor", "council"),),
        "stronger": (Facet("direction", "0+"),),
        "more": (Facet("direction", "0+"),),
        "weaker": (Facet("direction", "0-"),),
        "before": (Facet("direction", "1+"),),
        "after": (Facet("direction", "1-"),),
        "refuses": (Facet("adverse", ""),),
        "eased off": (Facet("adverse", ""),),
        "not": (Facet("negation", "plain"),),
    }
)


def facets(text):
    return Facets(((sign.text, sign.facets) for sign in WORDS.found(text)), ((WORDS, text),))


def found(own, base):
    one, other = facets(own), facets(base)
    return [
        *said_otherwise.contexts_turned(one.said, other.said, "there"),
        *said_otherwise.roles_turned(one.said, other.said, "there"),
        *turned.adverse_added(one, other, "there"),
        *turned.adverse_lost(one, other, "there"),
    ]


@pytest.mark.parametrize(
    ("own", "base"),
    [
        ("A stronger alliance helps.", "The alliance is stronger."),
        ("It waits until after the vote.", "Before spring it waits until after the vote."),
        ("A weaker dam, and a stronger alliance.", "A stronger alliance, and a weaker dam."),
        ("The mill abandons the council.", "The council hears that the mill abandons it."),
        ("Talks benefit the mill.", "The mill benefits."),
        ("The mill refuses grain.", "The mill does not take grain."),
        ("The mill has eased off.", "The mill refuses more grain."),
        ("The mill takes grain.", "The mill has taken grain."),
    ],
)
def test_what_says_the_same_in_other_words_passes(own, base):
    assert found(own, base) == []


@pytest.mark.parametrize(
    ("own", "base", "message"),
    [
        (
            "A weaker alliance helps.",
            "A stronger alliance helps, and a weaker dam.",
            "there has 'stronger' before 'allian…', and this 'weaker'",
        ),
        (
            "Until before the vote it rests.",
            "Before spring it waits until after the vote.",
            "there has 'after' before 'vote…', and this 'before'",
        ),
        (
            "It need not abandon the mill.",
            "The mill does not abandon it.",
            "'mill' stands after 'abando…', and in there before it",
        ),
        (
            "The mill refuses grain.",
            "The mill takes grain.",
            "'refuses' ends, refuses or falls short, and there does not",
        ),
        (
            "The mill takes grain.",
            "The mill has eased off.",
            "there has 'eased off', and this ends, refuses or denies nothing",
        ),
    ],
)
def test_what_is_turned_round_is_found(own, base, message):
    assert [item.message for item in found(own, base)] == [message]


def test_a_word_with_an_opposite_is_known_by_what_stands_beside_it():
    there = {context.sign for context in contexts(WORDS, "For the mill, a stronger old alliance.")}
    assert there == {"0+ >old"}
    there = {context.sign for context in contexts(WORDS, "The council before the mill")}
    assert there == {"1+ <@council", "1+ >@mill"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Alder sees a flood. He expects another.", ["Alder", "Alder"]),
        ("Alder sees a flood. Like Alder, he expects another.", ["Alder", "Alder"]),
        ("Alder sees one. Cedar sees none; he expects more.", ["Alder", "Cedar", "Cedar"]),
        ("Alder sees a flood. It expects another.", ["Alder"]),
        ("Both see a flood. He was a miller.", []),
    ],
)
def test_an_author_called_he_is_the_one_named_last(small, text, names):
    corpus, _, _ = read_project(small)
    told: list[Brief] = [view.brief for view in view_rules.views(corpus, text)]
    assert [brief.name for brief in told] == names


def put(root, path, old, new):
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def messages(root):
    return [problem.message for problem in check_data(root)[1]]


def test_a_difference_names_every_brief_that_answers(small):
    told = "q-flood: difference: it names no Cedar"
    put(small, "data/comparisons.yml", "Alder looks back and Cedar ahead.", "They look apart.")
    assert told not in messages(small)
    put(small, "data/comparisons.yml", "They look apart.", "Alder looks back and Alder ahead.")
    assert told in messages(small)


def test_a_figure_of_a_verdict_stands_in_a_development(small):
    told = "C1: 'July' stands in no development that bears on it"
    assert told not in messages(small)
    put(small, "data/forecasts.yml", "flooded in June 2022.", "flooded in July 2022.")
    assert told in messages(small)


def test_a_person_who_acts_in_a_development_is_listed(small):
    put(
        small,
        "data/actors.yml",
        "actors:\n",
        "actors:\n- {key: reed, name: Ann Reed, kind: person}\n",
    )
    put(small, "data/developments.yml", "The river rose over", "Ann Reed saw the river rise over")
    told = "flood-of-june-2022: 'ann reed' acts in it, and is not among its actors"
    assert told in messages(small)
    put(small, "data/developments.yml", "actors: [town]", "actors: [town, reed]")
    assert told not in messages(small)


def test_a_claim_of_the_briefs_own_reports_nobody(small):
    put(small, "data/lexicon.yml", "voices:", "reports: [says, holds]\nvoices:")
    told = "A1: this reports 'the town', and its sentence reports nobody"
    put(small, "data/briefs/alder-2020.yml", "The river rose in", "The town holds water since")
    assert told not in messages(small)
    put(
        small,
        "data/briefs/alder-2020.yml",
        "The town holds water since",
        "The town holds that it rose in",
    )
    assert told in messages(small)


@pytest.fixture
def real(tmp_path):
    """The data and pages of the real project."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "bibliography.bib", tmp_path)
    return tmp_path


@pytest.mark.content
def test_the_sentence_of_an_answer_denies_as_its_claim(real):
    put(real, "data/comparisons.yml", "They have no three-way", "They have three-way")
    assert "sentences-of-answers-deny-as-their-claims" in [
        problem.rule for problem in check_data(real)[1]
    ]


@pytest.mark.content
def test_a_silence_is_of_the_silent(real):
    put(
        real,
        "data/comparisons.yml",
        "Easley says nothing of a freeze",
        "Han says nothing of a freeze",
    )
    assert "silences-are-of-the-silent" in [problem.rule for problem in check_data(real)[1]]
