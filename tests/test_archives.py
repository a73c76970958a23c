"""What archives read of the repository: CITATION.cff, by the schema of its format, and .zenodo.json in step."""

import json

import jsonschema
import pytest
import yaml
from conftest import ROOT, SMALL

from briefsite.exports import citation_cff_text
from briefsite.load import bibtex
from briefsite.load.project import read_project

SCHEMA = json.loads((ROOT / "tests/readers/cff-1.2.0.schema.json").read_text("utf-8"))
"""The schema of the Citation File Format 1.2.0 (CC BY 4.0), as cffconvert 2.0.0 has it."""


def citation(root):
    return yaml.load((root / "CITATION.cff").read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("root", [ROOT, SMALL], ids=["real", "small"])
def test_the_citation_file_is_valid(root):
    jsonschema.Draft7Validator(SCHEMA).validate(citation(root))


def test_the_schema_refuses_what_is_wrong():
    wrong = citation(ROOT) | {"date-released": "soon"}
    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(wrong)


@pytest.mark.content
def test_the_citation_file_names_the_briefs():
    """As the bibliography has them, once an edition was prepared, which writes them:
    `scripts/build.py edition NAME --prepare`."""
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    assert (
        "references" not in citation(ROOT)
        or citation_cff_text.with_references(text, read_project(ROOT)[0]) == text
    )


@pytest.mark.parametrize("root", [ROOT, SMALL], ids=["real", "small"])
def test_the_citation_file_of_an_edition_is_valid(root):
    corpus = read_project(root)[0]
    text = (root / "CITATION.cff").read_text("utf-8")
    address = "https://x.example/e/2026.12/"
    made = citation_cff_text.of_edition(text, corpus, "2026.12", "2026-12-01", address)
    again = citation_cff_text.of_edition(made, corpus, "2026.12", "2026-12-01", address)
    cited = yaml.load(made, yaml.BaseLoader)
    jsonschema.Draft7Validator(SCHEMA).validate(cited)
    assert again == made
    assert (cited["version"], cited["date-released"], cited["url"]) == (
        "2026.12",
        "2026-12-01",
        address,
    )
    assert [work["title"] for work in cited["references"]] == [
        corpus.works[brief.key].full_title for brief in corpus.briefs
    ]
    kept = yaml.load(text, yaml.BaseLoader)
    assert {key: kept[key] for key in ("title", "authors", "license", "message")} == {
        key: cited[key] for key in ("title", "authors", "license", "message")
    }


def test_a_reference_has_what_the_bibliography_knows():
    work = bibtex.parse(
        "@report{a-2020, author = {van der Test, Jr., Otto and {Ministry of X}}, title = {On Y},"
        " institution = {Z}, date = {2020-05}, number = {7}, doi = {10.1/x}}"
    )[0]["a-2020"]
    assert citation_cff_text.reference(work) == {
        "type": "report",
        "title": "On Y",
        "authors": [
            {
                "family-names": "Test",
                "given-names": "Otto",
                "name-particle": "van der",
                "name-suffix": "Jr.",
            },
            {"name": "Ministry of X"},
        ],
        "institution": {"name": "Z"},
        "year": 2020,
        "number": "7",
        "doi": "10.1/x",
    }


def test_what_stands_after_the_references_stays():
    text = "title: A\nreferences:\n- type: report\n  title: Old\n\nversion: '1'\n"
    made = citation_cff_text.of_edition(text, read_project(SMALL)[0], "2026.12", "2026-12-01")
    cited = yaml.safe_load(made)
    assert set(cited) == {"title", "version", "date-released", "references"}
    assert list(cited)[-1] == "references"
    assert "Old" not in made and "url" not in cited


def test_zenodo_is_told_the_same():
    told, cited = json.loads((ROOT / ".zenodo.json").read_text("utf-8")), citation(ROOT)
    assert told["title"] == cited["title"] and told["description"] == cited["abstract"]
    assert [each["name"] for each in told["creators"]] == [
        each["name"] for each in cited["authors"]
    ]
    assert told.get("version", cited["version"]) == cited["version"]
    assert told["license"] == cited["license"].lower() and told["upload_type"] == cited["type"]
