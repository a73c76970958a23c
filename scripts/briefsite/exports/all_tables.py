"""All tables, in the order in which they are listed."""

from briefsite.exports import (
    bibliography_table,
    brief_tables,
    comparison_tables,
    event_tables,
    outcome_tables,
    vocabulary_tables,
)
from briefsite.exports.table import Table

KINDS = (
    brief_tables.briefs,
    brief_tables.claims,
    comparison_tables.questions,
    comparison_tables.answers,
    comparison_tables.relations,
    event_tables.events,
    event_tables.mentions,
    outcome_tables.forecasts,
    outcome_tables.verdicts,
    outcome_tables.left_out,
    outcome_tables.developments,
    outcome_tables.witnesses,
    outcome_tables.bearings,
    outcome_tables.unsourced,
    vocabulary_tables.topics,
    vocabulary_tables.actors,
    vocabulary_tables.glossary,
    bibliography_table.bibliography,
    vocabulary_tables.retired,
)


def tables(corpus) -> list[Table]:
    """Every table of a corpus without problems."""
    return [kind(corpus) for kind in KINDS]
