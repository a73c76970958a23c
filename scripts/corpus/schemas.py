"""JSON Schemas of the data files, made from the models; editors complete and check with them."""

import json

from corpus import files, models, since

FILES = {"brief": models.Brief, "topics": files.Topics, "actors": files.Actors, "glossary": files.Glossary,
         "comparisons": files.Comparisons, "events": files.Events,
         "forecasts": since.Forecasts, "developments": since.Developments, "lexicon": files.Lexicon, "editions": files.Editions}


def texts() -> dict[str, str]:
    """The text of each schema (JSON Schema 2020-12), by file name."""
    return {f"{name}.json": json.dumps(model.model_json_schema(), indent=1, ensure_ascii=False) + "\n"
            for name, model in FILES.items()}
