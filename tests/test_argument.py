"""How a brief argues: the rules, the outline, and the page that opens with it."""

import pytest
from conftest import unnamed
from lxml import html

from briefsite.model import argument_outline
from briefsite.model.vocabulary import ARGUMENT_PARTS
from briefsite.rules.check import check_data

A, C = "data/briefs/alder-2020.yml", "data/briefs/cedar-2021.yml"
REASON = "  note: A note with <b>markup</b> and a | bar.\n"


def said(small, changes):
    """What the rules say of the small project after some (file, text, replacement)."""
    for name, old, new in changes:
        text = (small / name).read_text("utf-8")
        assert old in text
        (small / name).write_text(text.replace(old, new, 1), "utf-8")
    return unnamed(check_data(small)[1])


def argument(text):
    return (A, "retired:\n", f"argument:\n{text}retired:\n")


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ([(A, REASON, REASON + "  because: [A1]\n")], []),
        (
            [(A, REASON, REASON + "  because: [C1]\n")],
            [
                f"{A}:42: A3: 'C1' is a claim of another brief; 'because' names claims of its own brief"
            ],
        ),
        (
            [(A, REASON, REASON + "  because: [A3]\n")],
            [f"{A}:42: A3: its reasons lead in a circle"],
        ),
        (
            [(A, REASON, REASON + "  because: [A9]\n")],
            [f"{A}:42: unknown claim 'A9'; did you mean 'A3'?"],
        ),
        (  # sentence 2 of ¶ 1 has no connective
            [(A, "  cites: [birch-2018]\n", "  cites: [birch-2018]\n  because: [A1]\n")],
            [
                f"{A}:34: A2: no word of ¶ 1, sentence 2 gives a reason; take 'because' out, or list "
                "the word under 'connectives' of data/lexicon.yml"
            ],
        ),
        (
            [
                (A, REASON, REASON + "  because: [A1]\n"),
                ("data/lexicon.yml", "connectives: [because, so]\n", ""),
            ],
            [
                f"{A}:42: A3: no word of ¶ 2, sentence 1 gives a reason; take 'because' out, or list "
                "the word under 'connectives' of data/lexicon.yml"
            ],
        ),
        (
            [(A, REASON, REASON + "  see: [A1, A2, A3]\n")],
            [
                f"{A}:42: A3: 'A2' is in 'see' and in 'restates'; take it out of 'see'",
                f"{A}:42: A3: it is related to itself",
            ],
        ),
        (
            [(A, REASON, REASON + "  because: [A1]\n  see: [A1]\n")],
            [f"{A}:43: A3: 'A1' is in 'see' and in 'because'; take it out of 'see'"],
        ),
        (
            [(A, REASON, REASON + "  see: [C1]\n")],
            [f"{A}:42: A3: 'C1' is a claim of another brief; 'see' names claims of its own brief"],
        ),
        ([argument("  thesis: [A2]\n  rests_on: [A1]\n  recommends: [A3]\n")], []),
        (
            [argument("  thesis: [A2]\n  rests_on: [A2, C1]\n  expects: [A1]\n  recommends: [A3]\n")],
            [
                f"{A}:44: alder-2020: 'A2' is in the argument twice; keep one",
                f"{A}:44: alder-2020: 'C1' is a claim of another brief; an argument is made of the "
                "brief's own claims",
                f"{A}:45: alder-2020: 'A1' is of the kind fact, not forecast; 'expects' takes claims of the "
                "kind forecast",
            ],
        ),
        ([argument("  rests_on: [A1]\n")], [f"{A}:43: alder-2020: the field 'thesis' is missing"]),
    ],
)  # fmt: skip
def test_rules_of_arguments(small, changes, problems):
    assert said(small, changes) == problems


def test_a_circle_of_two_is_found_at_both(small):
    text = (small / A).read_text("utf-8")
    text = text.replace(REASON, REASON + "  because: [A1]\n")
    text = text.replace("  dates: [{edtf", "  because: [A3]\n  dates: [{edtf")
    (small / A).write_text(text, "utf-8")
    found = unnamed(check_data(small)[1])
    assert f"{A}:23: A1: its reasons lead in a circle" in found
    assert f"{A}:43: A3: its reasons lead in a circle" in found


def test_an_argument_is_short(small):
    """Words are counted with the reasons below the claims: A3 alone is short enough, with A1 not."""
    long = "The town should build " + "again and " * 116 + "again."
    changes = [
        (A, "says: The town should build again.", f"says: {long}"),
        argument("  thesis: [A2]\n  recommends: [A3]\n"),
    ]
    assert said(small, changes) == []
    assert said(small, [(A, REASON, REASON + "  because: [A1]\n")]) == [
        f"{A}:44: alder-2020: the argument has 257 words; 250 at most; which claim can it do without?"
    ]


def test_a_reason_stands_once_below_its_claim(small):
    assert not said(
        small,
        [
            (A, REASON, REASON + "  because: [A1, A2]\n"),
            (A, "  restates: [A2]\n", ""),
            argument("  thesis: [A2]\n  recommends: [A3]\n"),
        ],
    )
    corpus, _ = check_data(small)
    thesis, recommends = argument_outline.outline(corpus, corpus.brief["alder-2020"])
    assert (thesis.heading, recommends.heading) == (
        ARGUMENT_PARTS["thesis"],
        ARGUMENT_PARTS["recommends"],
    )
    (step,) = recommends.steps
    assert [reason.claim.id for reason in step.reasons] == ["A1"] and step.named == ("A2",)
    own = sum(len(corpus.claim[name].says.split()) for name in ("A1", "A2", "A3"))
    assert argument_outline.words((thesis, recommends)) == own + len(
        "Thesis It recommends because".split()
    )


def test_each_brief_opens_with_its_argument(site, corpus):
    for brief in corpus.briefs:
        page = html.parse(str(site / f"briefs/{brief.key}/index.html")).getroot()
        (heading,) = page.xpath("//h2[@id='argument']")
        assert page.xpath("//h2")[0] is heading
        (shown,) = page.xpath("//div[@class='argument']")
        links = [link.get("href") for link in shown.xpath(".//li/a")]
        chosen = [name for _, names in brief.argument for name in names]
        reasons = [
            name
            for claim in chosen
            for name in corpus.claim[claim].because
        ]  # fmt: skip
        assert set(links) == {f"#{name}" for name in (*chosen, *reasons)}
        for link in links:
            assert page.xpath(f"//*[@id='{link[1:]}']")
        for link in shown.xpath(".//ul//ul//ul/li/a[1]"):  # a reason, nested in its claim
            above = link.xpath("ancestor::li[2]/a[1]/@href")[0][1:]
            assert link.get("href")[1:] in corpus.claim[above].because
        for link in shown.xpath(".//a"):
            link.drop_tree()
        assert len(shown.text_content().split()) <= 250


@pytest.mark.content
def test_what_a_claim_is_used_for_folds(site, corpus):
    page = html.parse(str(site / "briefs/han-2025/index.html")).getroot()
    (about,) = page.xpath("//h4[@id='H72']/following-sibling::div[1]")
    assert [link.get("href") for link in about.xpath("./p[1]/a")] == ["#H73", "#H74", "#H75"]
    (folded,) = about.xpath("./details")
    assert folded.get("open") is None and len(folded.xpath("./summary")) == 1
    assert folded.xpath(".//*[@class='claim-citation']") and not about.xpath(
        "./p//*[@class='claim-citation']"
    )
