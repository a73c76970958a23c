"""JSON Schemas of the data files, made from the models; editors complete and check with them.

The ids that stand now are in a file of their own, which the others refer to: what adds a record
changes that one alone.
"""

import json

from briefsite.model import data_files, outcomes, records

FILES = {
    "brief": records.Brief,
    "topics": data_files.Topics,
    "actors": data_files.Actors,
    "glossary": data_files.Glossary,
    "comparisons": data_files.Comparisons,
    "events": data_files.Events,
    "forecasts": outcomes.Forecasts,
    "developments": outcomes.Developments,
    "lexicon": data_files.Lexicon,
    "editions": data_files.Editions,
}
IDS = "ids.json"
NAMES = {
    "topic": "topic",
    "topics": "topic",
    "actors": "actor",
    "cites": "work",
    "works": "work",
    "original": "work",
    "claim": "claim",
    "claims": "claim",
    "also": "claim",
    "restates": "claim",
    "follows": "event",
    "forecast": "forecast",
    "brief": "brief",
    "between": "brief",
    "coined_by": "brief",
    "answers": "brief",
}
"""Fields whose text is the id of another record, and of which kind."""


def texts(corpus) -> dict[str, str]:
    """The text of each schema (JSON Schema 2020-12), by file name; `corpus` gives the ids that stand now."""
    return {
        f"{name}.json": _text(_referring(model.model_json_schema()))
        for name, model in FILES.items()
    } | {IDS: _text(_ids(corpus))}


def _text(schema: dict) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _ids(corpus) -> dict:
    """Every id by kind; in the order of the files, which is the order in which editors offer them."""
    kinds = {
        "topic": corpus.topic,
        "actor": corpus.actor,
        "work": corpus.works,
        "brief": corpus.brief,
        "claim": corpus.claim,
        "event": [event.id for event in corpus.events],
        "forecast": corpus.forecast,
    }
    return {
        "description": "The ids that stand now. After adding a record: make schema",
        "$defs": {
            kind: {"type": "string", **({"enum": list(ids)} if ids else {})}
            for kind, ids in kinds.items()
        },
    }


def _referring(schema: dict) -> dict:
    """A schema whose fields of NAMES refer to the ids."""
    for model in (schema, *schema.get("$defs", {}).values()):
        for name, field in model.get("properties", {}).items():
            if name in NAMES:
                _refer(field, f"{IDS}#/$defs/{NAMES[name]}")
    return schema


def _refer(field: dict, target: str) -> None:
    """Replace the text within a field, a list of texts, or the names of a mapping, by a reference."""
    if field.get("type") == "string":
        for key in ("type", "pattern", "minLength"):
            field.pop(key, None)
        field["$ref"] = target
    elif field.get("type") == "object":
        field["propertyNames"] = {"$ref": target}
    for inner in (field.get("items"), *field.get("anyOf", ()), *field.get("prefixItems", ())):
        if isinstance(inner, dict):
            _refer(inner, target)
