"""All tables, in the order in which they are listed."""

from exports import briefs, comparisons, events, since, words, works
from exports.table import Table

KINDS = (briefs.briefs, briefs.claims, comparisons.questions, comparisons.answers, comparisons.relations, events.events, events.mentions,
         since.forecasts, since.verdicts, since.left_out, since.developments, since.witnesses, since.bearings, since.unsourced,
         words.topics, words.actors, words.glossary, works.bibliography, words.retired)


def tables(corpus) -> list[Table]:
    """Every table of a corpus without problems."""
    return [kind(corpus) for kind in KINDS]
