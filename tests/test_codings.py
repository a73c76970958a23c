"""How the relations were coded: the figures are those of a library, and the page tells them."""

import pytest
from conftest import ROOT, SMALL

from briefsite.model.codings import Codings
from briefsite.pages import coding_report
from briefsite.rules.check import check_data


@pytest.mark.parametrize("root", [SMALL, ROOT], ids=["small", "real"])
def test_the_figures_are_those_of_the_codings(root):
    figures = pytest.importorskip("tools.codings.figures")
    corpus, _ = check_data(root)
    made = figures.figures(corpus.codings)
    assert corpus.coding_figures.model_dump() == made.model_dump(), "run: make codings"


def coded(*pairs: tuple[str, str]) -> Codings:
    """Codings of questions by two coders, each a pair of relations."""
    return Codings.model_validate(
        {
            "coders": [
                {"name": name, "day": "2026-01-02", "saw": "the questions"} for name in ("a", "b")
            ],
            "codings": [
                {
                    "question": f"q-{place}",
                    "codes": {
                        name: {"relation": relation, "reason": "It is so."}
                        for name, relation in zip("ab", pair, strict=True)
                    },
                    "settled": {"relation": pair[0]},
                }
                for place, pair in enumerate(pairs)
            ],
        }
    )


def test_kappa_is_cohens():
    """By hand: of four questions, three alike; by chance 0.5 · 0.75 + 0.5 · 0.25 = 0.5."""
    figures = pytest.importorskip("tools.codings.figures")
    yes, no = "agreement", "dissonance"
    (pair,) = figures.figures(coded((yes, yes), (yes, yes), (no, no), (no, yes))).pairs
    relation = pair.fields[0]
    assert (relation.raw, relation.kappa) == (0.75, 0.5)
    assert relation.matrix == {yes: {yes: 2}, no: {no: 1, yes: 1}}
    assert relation.differ == ("q-3",)


def test_kappa_is_left_out_where_it_is_not_defined():
    figures = pytest.importorskip("tools.codings.figures")
    (pair,) = figures.figures(coded(("agreement", "agreement"))).pairs
    assert (pair.fields[0].raw, pair.fields[0].kappa) == (1.0, None)


def test_the_page_tells_what_was_settled(corpus):
    text = coding_report.part(corpus, "about/coding.md")
    settled = [coding for coding in corpus.codings.codings if coding.settled.reason]
    assert settled and all(f"(../compare.md#{coding.question})" in text for coding in settled)
    for field in corpus.coding_figures.pairs[0].fields:
        assert f"| {field.field} | {field.coded} | {field.same} |" in text
