"""How the relations were coded: the figures are those of a library, and the page tells them."""

import pytest
from conftest import ROOT, SMALL
from test_rules import changed, said

from briefsite.model.codings import Codings
from briefsite.pages import coding_report, judging_report
from briefsite.rules.check import check_data


@pytest.mark.content
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


@pytest.mark.content
def test_the_page_tells_what_was_settled(corpus):
    text = coding_report.part(corpus, "about/coding.md")
    settled = [coding for coding in corpus.codings.codings if coding.settled.reason]
    assert settled and all(f"(../compare.md#{coding.question})" in text for coding in settled)
    for field in corpus.coding_figures.pairs[0].fields:
        assert f"| {field.field} | {field.coded} | {field.same} |" in text


def test_the_judges_are_compared_as_the_coders_are(small):
    figures = pytest.importorskip("tools.codings.figures")
    corpus, _ = check_data(small)
    assert corpus.judgings and corpus.judging_figures
    made = figures.judging_figures(corpus.judgings)
    assert corpus.judging_figures.model_dump() == made.model_dump(), "run: make codings"
    verdict, either_way = made.pairs[0].fields
    assert (verdict.coded, verdict.same, verdict.differ) == (1, 0, ("C1",))
    assert (either_way.raw, either_way.matrix) == (1.0, {"yes": {"yes": 1}})


def test_the_judging_page_tells_what_was_settled(small):
    corpus, _ = check_data(small)
    text = judging_report.part(corpus, "about/judging.md")
    assert "| verdict | 1 | 0 | 0&#46;00 |" in text
    assert "[Another flood in 2022](../forecasts/index.md#forecast-C1)" in text
    assert "The criteria ask for a flood of any length." in text


J = "data/judgings.yml"


@pytest.mark.parametrize(
    "old, new, expected",
    [
        (
            "reader-b: {verdict",
            "reader-c: {verdict",
            f"{J}:6: C1: unknown judge 'reader-c'; did you mean 'reader-b'?",
        ),
        (
            "settled: {verdict: borne out",
            "settled: {verdict: partly",
            f"{J}:9: C1: the settled verdict is partly, the ledger's borne out; settle it by rereading, and write the same in data/forecasts.yml",
        ),
        (
            "settled: {verdict: borne out, either_way: true",
            "settled: {verdict: borne out, either_way: false",
            f"{J}:9: C1: it is settled that it was hardly in doubt, and the ledger says that it could have gone either way; settle it by rereading, and write the same in data/forecasts.yml",
        ),
        (
            ", reason: The criteria ask for a flood of any length.",
            "",
            f"{J}:9: C1: the judgments differ, and 'settled' gives no reason; by the sources, in one sentence",
        ),
    ],
)
def test_one_change_of_the_judgings(small, old, new, expected):
    changed(small, J, old, new)
    assert expected in said(small)


def test_a_forecast_that_nobody_judged_is_named(small):
    text = (small / J).read_text("utf-8")
    (small / J).write_text(text.partition("judgings:")[0] + "judgings: []\n", "utf-8")
    assert (
        "data/forecasts.yml:2: C1: nobody judged it in data/judgings.yml; two readers judge it, each alone: docs/about/judging.md"
        in said(small)
    )
