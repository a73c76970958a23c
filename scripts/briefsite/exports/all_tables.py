"""All tables, in the order in which they are listed."""

from briefsite.exports import (
    bibliography_table,
    brief_tables,
    comparison_tables,
    development_tables,
    event_tables,
    forecast_tables,
    index_tables,
)
from briefsite.exports.table import Table
from briefsite.model.corpus import Corpus

TABLES = (
    brief_tables.briefs,
    brief_tables.claims,
    comparison_tables.questions,
    comparison_tables.answers,
    comparison_tables.relations,
    comparison_tables.sides,
    comparison_tables.codings,
    event_tables.events,
    event_tables.mentions,
    forecast_tables.forecasts,
    forecast_tables.verdicts,
    forecast_tables.judgings,
    forecast_tables.left_out,
    development_tables.developments,
    development_tables.witnesses,
    development_tables.bearings,
    development_tables.unsourced,
    index_tables.topics,
    index_tables.actors,
    index_tables.aims,
    index_tables.glossary,
    bibliography_table.bibliography,
    index_tables.retired,
)


def tables(corpus: Corpus) -> list[Table]:
    """Every table of a corpus without problems."""
    return [kind(corpus) for kind in TABLES]
