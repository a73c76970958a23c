"""Ids and keys: unique, never reused, of the right form."""

import re

from briefsite.model.corpus import Corpus

MANY = 20
"""More numbers than this in a row are not gone: the next was mistyped."""


def _unique(records, name: str):
    first: dict[str, object] = {}
    for record in records:
        value = getattr(record, name)
        if value in first:
            other = first[value].at
            yield record.at.problem(
                f"'{value}' stands twice",
                f"the first is in {other.path} on line {other.line}",
                name,
            )
        else:
            first[value] = record


def ids_are_unique(corpus: Corpus):
    """An id or key stands once among all records of its kind; a development is no event, and shares no id with one."""
    claims = [claim for brief in corpus.briefs for claim in brief.claims]
    yield from _unique(claims, "id")
    yield from _unique([*corpus.events, *corpus.developments], "id")
    yield from _unique(corpus.forecasts, "claim")
    yield from _unique(corpus.questions, "id")
    for records in (corpus.briefs, corpus.topics, corpus.actors, corpus.terms):
        yield from _unique(records, "key")
    yield from _unique(corpus.briefs, "prefix")
    yield from _unique(corpus.editions, "name")


def retired_ids_stay_retired(corpus: Corpus):
    """The id of a claim, event or development that is gone is never given to another."""
    living = [*corpus.claim.values(), *corpus.events, *corpus.developments]
    for record in living:
        if record.id in corpus.retired:
            stone = corpus.retired[record.id]
            yield record.at.problem(
                f"the id '{record.id}' is retired: {stone.retired}",
                "take the next free number, ids are never reused",
                "id",
            )


def no_claim_vanishes(corpus: Corpus):
    """Every number up to a brief's highest is a claim, or stands under `retired` with what became of it."""
    for brief in corpus.briefs:
        names = {item.id for item in (*brief.claims, *brief.retired)} | corpus.malformed
        numbers = sorted(
            {
                int(name[len(brief.prefix) :])
                for name in names
                if re.fullmatch(rf"{brief.prefix}[1-9][0-9]{{0,5}}", name)
            }
        )
        for before, number in zip([0, *numbers], numbers):
            gone = [
                f"{brief.prefix}{each}"
                for each in range(before + 1, min(number, before + 1 + MANY))
            ]
            if number - before > MANY:
                yield brief.at.problem(
                    f"{brief.prefix}{number} follows {brief.prefix}{before or 1}",
                    f"the next free number is {brief.prefix}{before + 1}",
                    "claims",
                )
                continue
            for name in gone:
                yield brief.at.problem(
                    f"the claim {name} is gone without a trace",
                    "its address must live: list it under "
                    f"'retired' as {{id: {name}, retired: merged into …}}",
                    "claims",
                )


def claims_carry_their_briefs_prefix(corpus: Corpus):
    """A claim's id begins with the prefix of its brief, followed by a number."""
    for brief in corpus.briefs:
        for claim in (*brief.claims, *brief.retired):
            if not re.fullmatch(rf"{brief.prefix}[1-9][0-9]*", claim.id):
                yield claim.at.problem(
                    f"'{claim.id}' does not begin with this brief's prefix",
                    f"ids here are {brief.prefix}1, {brief.prefix}2, …",
                    "id",
                )


def files_are_named_by_their_key(corpus: Corpus):
    """A brief's file is data/briefs/<key>.yml."""
    for brief in corpus.briefs:
        if brief.at.path != f"data/briefs/{brief.key}.yml":
            yield brief.at.problem(
                f"the key is '{brief.key}'",
                f"rename the file to {brief.key}.yml, or mend the key",
                "key",
            )


RULES = (
    ids_are_unique,
    no_claim_vanishes,
    retired_ids_stay_retired,
    claims_carry_their_briefs_prefix,
    files_are_named_by_their_key,
)
