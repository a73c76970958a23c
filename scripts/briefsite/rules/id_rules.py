"""Ids and keys: unique, never reused, of the right form."""

import re
from collections.abc import Iterable, Iterator
from itertools import count, pairwise

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Mark, Problem
from briefsite.model.records import Brief, Record

MANY = 20
"""More numbers than this in a row are not gone: the next was mistyped."""


def _unique(records: Iterable[Record], field: str) -> Iterator[Problem]:
    places: dict[str, Mark] = {}
    for record in records:
        value = getattr(record, field)
        first = places.setdefault(value, record.at)
        if first is not record.at:
            hint = f"the first is in {first.path} on line {first.line}"
            yield record.at.problem(f"'{value}' is used twice", hint, field)


def briefs_are_told_apart(corpus: Corpus) -> Iterator[Problem]:
    """No two briefs have the same `name`, since pages call a brief by it."""
    first: dict[str, str] = {}
    for brief in corpus.briefs:
        if (other := first.setdefault(brief.name, brief.key)) != brief.key:
            free = brief.label
            if free in {one.name for one in corpus.briefs}:
                free += "b"
            yield brief.at.problem(
                f"{brief.key}: pages call it '{brief.name}', as they call {other}",
                f"add the year to its name: '{free}'",
                "name",
            )


def ids_are_unique(corpus: Corpus) -> Iterator[Problem]:
    """An id or key stands once among all records of its kind; a development is no event, and shares
    no id with one."""
    claims = [claim for brief in corpus.briefs for claim in brief.claims]
    yield from _unique(claims, "id")
    yield from _unique([*corpus.events, *corpus.developments], "id")
    yield from _unique(corpus.forecasts, "claim")
    yield from _unique(corpus.questions, "id")
    for records in (corpus.briefs, corpus.topics, corpus.actors, corpus.terms):
        yield from _unique(records, "key")
    yield from _unique(corpus.briefs, "prefix")
    yield from _unique(corpus.editions, "name")


def briefs_have_colors_of_their_own(corpus: Corpus) -> Iterator[Problem]:
    """Each brief has a `color`, a number that no other brief has, so that a brief keeps its color
    when others join."""
    owners: dict[int, Brief] = {}
    taken = {brief.color for brief in corpus.briefs}
    free = next(number for number in count(1) if number not in taken)
    hint = f"the first free number is {free}"
    for brief in corpus.briefs:
        if brief.color is None:
            yield brief.at.problem(f"{brief.key} has no color", f"write color: {free}")
        elif owner := owners.get(brief.color):
            message = f"color {brief.color} is {owner.key}'s already"
            yield brief.at.problem(message, hint, "color")
        else:
            owners[brief.color] = brief


def retired_ids_stay_retired(corpus: Corpus) -> Iterator[Problem]:
    """The id of a claim, question, event or development that is gone is never given to another."""
    living = [*corpus.claim.values(), *corpus.questions, *corpus.events, *corpus.developments]
    for record in living:
        if record.id in corpus.retired:
            stone = corpus.retired[record.id]
            yield record.at.problem(
                f"the id '{record.id}' is retired: {stone.retired}",
                "take the next free number, ids are never reused",
                "id",
            )


def no_claim_vanishes(corpus: Corpus) -> Iterator[Problem]:
    """Every number up to a brief's highest is a claim, or stands under `retired` with what became
    of it."""
    for brief in corpus.briefs:
        names = {item.id for item in (*brief.claims, *brief.retired)} | corpus.malformed
        pattern = re.compile(rf"{brief.prefix}([1-9][0-9]{{0,5}})")
        numbers = sorted({int(match[1]) for match in map(pattern.fullmatch, names) if match})
        for before, number in pairwise([0, *numbers]):
            if number - before > MANY:
                message = f"{brief.prefix}{number} follows {brief.prefix}{before or 1}"
                hint = f"the next free number is {brief.prefix}{before + 1}"
                yield brief.at.problem(message, hint, "claims")
                continue
            for missing in range(before + 1, number):
                name = f"{brief.prefix}{missing}"
                message = f"the claim {name} is missing"
                hint = (
                    "keep its address: list it under 'retired' as "
                    f"{{id: {name}, retired: merged into …}}"
                )
                yield brief.at.problem(message, hint, "claims")


def claims_carry_their_briefs_prefix(corpus: Corpus) -> Iterator[Problem]:
    """A claim's id begins with the prefix of its brief, followed by a number."""
    for brief in corpus.briefs:
        for claim in (*brief.claims, *brief.retired):
            if not re.fullmatch(rf"{brief.prefix}[1-9][0-9]*", claim.id):
                yield claim.at.problem(
                    f"'{claim.id}' does not begin with this brief's prefix",
                    f"ids here are {brief.prefix}1, {brief.prefix}2, …",
                    "id",
                )


def files_are_named_by_their_key(corpus: Corpus) -> Iterator[Problem]:
    """A brief's file is data/briefs/<key>.yml."""
    for brief in corpus.briefs:
        if brief.at.path != f"data/briefs/{brief.key}.yml":
            yield brief.at.problem(
                f"the key is '{brief.key}'",
                f"rename the file to {brief.key}.yml, or correct the key",
                "key",
            )


RULES = (
    ids_are_unique,
    briefs_have_colors_of_their_own,
    briefs_are_told_apart,
    no_claim_vanishes,
    retired_ids_stay_retired,
    claims_carry_their_briefs_prefix,
    files_are_named_by_their_key,
)
