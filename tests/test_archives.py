"""What archives read of the repository: CITATION.cff, by the schema of its format, and .zenodo.json in step."""

import json

import jsonschema
import pytest
import yaml
from conftest import ROOT, SMALL

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


def test_zenodo_is_told_the_same():
    told, cited = json.loads((ROOT / ".zenodo.json").read_text("utf-8")), citation(ROOT)
    assert told["title"] == cited["title"] and told["description"] == cited["abstract"]
    assert [each["name"] for each in told["creators"]] == [
        each["name"] for each in cited["authors"]
    ]
    assert told["license"] == cited["license"].lower() and told["upload_type"] == cited["type"]
