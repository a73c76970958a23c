"""A brief's argument as an outline: its parts, their claims, and below a claim its reasons."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefsite.model.corpus import Corpus
from briefsite.model.records import Brief, Claim
from briefsite.model.vocabulary import ARGUMENT_PARTS


@dataclass(frozen=True)
class Step:
    """A claim; `reasons` are those that stand below it, `named` those with a place of their own."""

    claim: Claim
    reasons: tuple["Step", ...]
    named: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A part of the argument and what heads it."""

    heading: str
    steps: tuple[Step, ...]


def outline(corpus: Corpus, brief: Brief) -> tuple[Part, ...]:
    """The parts that a brief's argument has; none where no argument is given.

    Every claim stands once: a reason that the argument lists, or that stands below an earlier
    claim, is only named. Claims that are not there are passed over, so that rules can use this.
    """
    if not brief.argument:
        return ()
    chosen = {part: getattr(brief.argument, part) for part in ARGUMENT_PARTS}
    placed = {name for names in chosen.values() for name in names}
    return tuple(
        Part(ARGUMENT_PARTS[part], tuple(_steps(corpus, names, placed)))
        for part, names in chosen.items()
        if names
    )


def _steps(corpus: Corpus, names: tuple[str, ...], placed: set[str]) -> Iterator[Step]:
    for name in names:
        if claim := corpus.claim.get(name):
            below = tuple(reason for reason in claim.because if reason not in placed)
            placed.update(below)
            named = tuple(reason for reason in claim.because if reason not in below)
            yield Step(claim, tuple(_steps(corpus, below, placed)), named)


def words(parts: tuple[Part, ...]) -> int:
    """How many words an outline has, headings and "because" included, the ids of claims not."""
    return sum(len(part.heading.split()) + sum(map(_words, part.steps)) for part in parts)


def _words(step: Step) -> int:
    because = bool(step.reasons or step.named)
    return len(step.claim.says.split()) + because + sum(map(_words, step.reasons))
