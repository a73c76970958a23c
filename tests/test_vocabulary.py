"""Words shown to readers, ids and addresses: each in one place, and the models know the same values."""

import re
from typing import get_args

import pytest
from conftest import ROOT

from briefsite.model import addresses, ids, questions, records, vocabulary


@pytest.mark.parametrize(
    "words, values",
    [
        (vocabulary.CLAIM_KINDS, get_args(vocabulary.ClaimKind)),
        (vocabulary.CLAIM_KIND_MEANINGS, get_args(vocabulary.ClaimKind)),
        (vocabulary.VERDICTS, get_args(vocabulary.VerdictValue)),
        (vocabulary.VERDICT_SIGNS, get_args(vocabulary.VerdictValue)),
        (vocabulary.BEARINGS, get_args(vocabulary.BearingKind)),
        (vocabulary.BEARING_SIGNS, get_args(vocabulary.BearingKind)),
        (vocabulary.RELATIONS, (*get_args(questions.Relation), "silence")),
        (vocabulary.RELATION_MEANINGS, (*get_args(questions.Relation), "silence")),
        (vocabulary.DIMENSIONS, get_args(questions.Dimension)),
        (
            vocabulary.ACTOR_KINDS,
            get_args(records.Actor.model_fields["kind"].annotation),
        ),
    ],
)
def test_each_value_of_the_data_has_its_word(words, values):
    assert list(words) == list(values)


@pytest.mark.parametrize("value", [*vocabulary.CLAIM_KINDS, *vocabulary.RELATIONS])
def test_each_kind_and_relation_has_its_mark(value):
    marks = (ROOT / "docs/assets/styles/4-marks.css").read_text("utf-8")
    assert f"\n.{value.replace(' ', '-')} {{ --mark: url(" in marks


@pytest.mark.parametrize(
    "script", sorted(path.name for path in (ROOT / "docs/assets").glob("*.js"))
)
def test_no_script_keeps_a_word_of_its_own(script):
    """Scripts read the words from the page, which has them from vocabulary; what addresses called
    relations before (OLD) are values, not words."""
    words = {
        word
        for table in (vocabulary.RELATIONS, vocabulary.VERDICTS, vocabulary.BEARINGS)
        for word in table.values()
    }
    text = (ROOT / "docs/assets" / script).read_text("utf-8")
    text = re.sub(r"const OLD = \{.*?\};", "", text)
    quoted = {found.group()[1:-1] for found in re.finditer(r"""(["'`]).*?\1""", text)}
    assert words.isdisjoint(quoted)


def test_a_target_as_an_address():
    assert addresses.web("index.md") == ""
    assert addresses.web("topics/index.md") == "topics/"
    assert addresses.web("briefs/easley-2024.md#E31") == "briefs/easley-2024/#E31"
    assert addresses.web("compare.md?topic=x#q-a") == "compare/?topic=x#q-a"


def test_links_from_page_to_page():
    assert addresses.between("topics/a.md", "briefs/b.md#E1") == "../briefs/b.md#E1"
    assert addresses.between("briefs/b.md", "briefs/b.md#E1") == "#E1"
    assert addresses.url("topics/a.md", "briefs/b.md#E1") == "../../briefs/b/#E1"
    assert addresses.url("topics/a.md", "index.md") == "../../"
    assert addresses.file_url("topics/a.md", "data/x.csv") == "../../data/x.csv"


def test_the_topic_of_a_page():
    assert addresses.topic_of("topics/a.md") == addresses.topic_of("docs/topics/a.md") == "a"
    assert addresses.topic_of("topics/index.md") == addresses.topic_of("index.md") == ""


def test_claims_sort_by_prefix_and_number():
    assert sorted(["E10", "E9", "AB2"], key=ids.claim_number) == ["AB2", "E9", "E10"]


def test_markers_known_are_those_that_pages_fill():
    from briefsite.pages import markers, page_parts

    assert set(page_parts.PARTS) == vocabulary.CORPUS_MARKERS
    assert set(markers.PARTS) <= vocabulary.CORPUS_MARKERS | vocabulary.BUILD_MARKERS
