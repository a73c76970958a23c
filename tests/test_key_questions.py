"""The overview of questions says which it puts first, and that these are a choice."""

import re
from dataclasses import replace

import pytest
from conftest import ROOT

from briefsite.model import vocabulary
from briefsite.pages import comparison_page
from briefsite.rules.check import check_data


@pytest.fixture(scope="module")
def little():
    return check_data(ROOT / "tests/small")[0]


def first_page(corpus) -> str:
    return next(comparison_page.pages(corpus)).body


def asked(corpus, *kinds: tuple[str, bool]):
    """The corpus with its first question over and over: of a relation, and key or not."""
    first = next(item for item in corpus.questions if item.relation)
    made = tuple(
        first.model_copy(
            update={"id": f"q-{at}", "relation": relation, "key": key, "key_reason": "It is."}
        )
        for at, (relation, key) in enumerate(kinds)
    )
    return replace(corpus, questions=made)


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (
            [("dissonance", True), ("dissonance", False), ("agreement", True)],
            "The editors' choice: 2 of 3 questions, among them 1 of [the 2 dissonances](#dissonance).",
        ),
        (
            [("dissonance", True), ("dissonance", True), ("agreement", False)],
            "The editors' choice: 2 of 3 questions, among them all of [the 2 dissonances](#dissonance).",
        ),
        (
            [("dissonance", True), ("agreement", False)],
            "The editors' choice: 1 of 2 questions, among them [the one dissonance](#dissonance).",
        ),
        (
            [("dissonance", False), ("agreement", True)],
            "The editors' choice: 1 of 2 questions, without [the one dissonance](#dissonance).",
        ),
        ([("agreement", True), ("agreement", False)], "The editors' choice: 1 of 2 questions."),
    ],
)
def test_the_choice_is_counted(little, kinds, said):
    assert f"\n{said}\n" in first_page(asked(little, *kinds))


def test_nothing_is_said_of_a_choice_where_none_is_made(little):
    assert "editors" not in first_page(asked(little, ("agreement", False)))


def test_what_is_counted_is_what_is_listed(corpus):
    body = first_page(corpus)
    chosen, every = re.search(r"choice: (\d+) of (\d+) questions", body).groups()
    assert int(every) == len(corpus.questions)
    listed = body.partition('<div class="key-questions"')[2].partition("</div>")[0]
    assert listed.count("\n- ") == int(chosen) == sum(item.key for item in corpus.questions)
    if named := re.search(r"among them (\d+) of \[the (\d+) dissonances\]\(#dissonance\)", body):
        assert listed.count("- **dissonance**") == int(named[1])
        relations = [item.relation_or_silence for item in corpus.questions]
        assert relations.count("dissonance") == int(named[2])
        assert "{ #dissonance }" in body


def test_the_reason_says_what_it_is(little):
    body = first_page(little)
    assert vocabulary.WHY_KEY == "Why it matters"
    for question in little.questions:
        assert body.count(f"**Why it matters:** {question.key_reason}") == question.key
