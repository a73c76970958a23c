"""JSON Schemas of the data files, made from the models; editors complete and check with them.

The ids of today are in a file of their own, which the others refer to: whoever adds a record
changes that one alone.
"""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from briefsite.model import codings, data_files, judgings, outcomes, records
from briefsite.model.corpus import Corpus
from briefsite.model.references import kinds_by_field

JsonObject = dict[str, Any]
FILES: dict[str, type[BaseModel]] = {
    "brief": records.Brief,
    "topics": data_files.Topics,
    "actors": data_files.Actors,
    "glossary": data_files.Glossary,
    "comparisons": data_files.Comparisons,
    "codings": codings.Codings,
    "judgings": judgings.Judgings,
    "events": data_files.Events,
    "forecasts": outcomes.Forecasts,
    "developments": outcomes.Developments,
    "lexicon": data_files.Lexicon,
    "editions": data_files.Editions,
}
IDS = "ids.json"


def texts(corpus: Corpus) -> dict[str, str]:
    """The text of each schema (JSON Schema 2020-12), by file name; `corpus` gives the ids."""
    schemas = {f"{name}.json": _schema(model) for name, model in FILES.items()}
    return {
        name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in (schemas | {IDS: _ids(corpus)}).items()
    }


def _ids(corpus: Corpus) -> JsonObject:
    """Every id by kind, in the order of the files, in which editors offer them."""
    kinds: dict[str, Iterable[str]] = {
        "topic": corpus.topic,
        "actor": corpus.actor,
        "work": corpus.works,
        "brief": corpus.brief,
        "claim": corpus.claim,
        "event": corpus.event,
        "forecast": corpus.forecast,
    }
    return {
        "description": "The ids that stand now. After adding a record: make schema",
        "$defs": {
            kind: {"type": "string"} | ({"enum": values} if (values := list(ids)) else {})
            for kind, ids in kinds.items()
        },
    }


def _schema(model: type[BaseModel]) -> JsonObject:
    """The schema of a model whose fields that name other records refer to the ids."""
    schema: JsonObject = model.model_json_schema()
    kinds = kinds_by_field()
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, field in part.get("properties", {}).items():
            if name in kinds:
                _refer(field, f"{IDS}#/$defs/{kinds[name]}")
    return schema


def _refer(field: JsonObject, target: str) -> None:
    """Replace the text in a field, a list of texts, or the keys of a mapping, by a reference."""
    if field.get("type") == "string":
        for key in ("type", "pattern", "minLength"):
            field.pop(key, None)
        field["$ref"] = target
    elif field.get("type") == "object":
        field["propertyNames"] = {"$ref": target}
    inner: list[JsonObject] = [*field.get("anyOf", ()), *field.get("prefixItems", ())]
    for part in (field.get("items"), *inner):
        if part:
            _refer(part, target)
