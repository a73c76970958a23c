"""What is said of a brief by its name, against what each brief says, where there are twenty claims
or more."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefsite.model.corpus import Corpus, derived
from briefsite.model.problems import Problem
from briefsite.model.questions import Question
from briefsite.model.records import Brief
from briefsite.rules.resemblance import covered, most_covered, weights
from briefsite.rules.topic_page_rules import topic_sections
from briefsite.rules.wording import holds

MARGIN, REASON = 0.12, 0.2
"""By how much more of what is said of one brief another brief says; and of the reasons of key
questions, which look beyond their question."""
SILENT = re.compile(
    r"\b(?:says? (?:nothing|no)\b|(?:do|does) not (?:\w+ )?(?:name|say|compare|judge|mention)"
    r"|names? (?:no|nothing)|gives? no|but (?:no|not|nothing)\b|without it\b)"
)
"""What tells that a brief leaves something out."""


class View(NamedTuple):
    """A part of a text that names one brief alone, without what it says that the brief leaves
    out."""

    brief: Brief
    text: str
    silent: bool


def relations_give_each_its_own_view(corpus: Corpus) -> Iterator[Problem]:
    """What the `difference`, the `note` or the reason of a key question says of a brief by its name
    resembles what this brief says, and not another."""
    for question in corpus.questions if weights(corpus) else ():
        answers = _answers(corpus, question)
        for name in ("difference", "key_reason", "note"):
            for view in views(corpus, getattr(question, name) or ""):
                least = REASON if name == "key_reason" else MARGIN
                if other := _anothers(corpus, view, answers, least):
                    yield question.at.problem(
                        f"{question.id}: {name}: what this says of {view.brief.name} is what "
                        f"{other.name} says: '{view.text[:60]}…'",
                        f"is it {other.name}'s view?",
                        name,
                    )


def topics_give_each_its_own_view(corpus: Corpus) -> Iterator[Problem]:
    """So does what a topic's page says of a brief by its name outside the brief's section."""
    for path, found in topic_sections(corpus) if weights(corpus) else ():
        for section in found:
            for view in views(corpus, section.text) if not section.brief else ():
                if other := _anothers(corpus, view, {}, MARGIN):
                    line = section.line + section.text.count("\n", 0, _place(section.text, view))
                    message = f"what this says of {view.brief.name} is what {other.name} says"
                    message += f": '{view.text[:60]}…'"
                    yield Problem(path, line, message, f"is it {other.name}'s view?")


def views(corpus: Corpus, text: str) -> Iterator[View]:
    """The parts of a text that name one brief alone."""
    for part in _parts(corpus).split(" ".join(text.split())):
        briefs = [brief for brief in corpus.briefs if holds(part, brief.name)]
        if len(briefs) == 1:
            found = SILENT.search(part)
            told = part[: found.start()] if found else part
            yield View(briefs[0], told, bool(found))


@derived
def _parts(corpus: Corpus) -> re.Pattern[str]:
    names = "|".join(re.escape(brief.name) for brief in corpus.briefs)
    return re.compile(rf"(?<=[.!?])\s+(?=[A-Z])|,?\s+(?:and|while|whereas|but)\s+(?=(?:{names})\b)")


def _answers(corpus: Corpus, question: Question) -> dict[str, str]:
    return {
        key: " ".join(
            (
                answer.says,
                *(corpus.claim[name].says for name in answer.claims if name in corpus.claim),
                *(side.holds for side in question.sides if key in side.briefs),
            )
        )
        for key, answer in question.answers.items()
    }


def _anothers(corpus: Corpus, view: View, answers: dict[str, str], margin: float) -> Brief | None:
    """The brief, if there is one, whose view this is rather."""
    names = "|".join(re.escape(brief.name) for brief in corpus.briefs)
    text = re.sub(rf"\b(?:{names})\b(?:['’]s)?", "", view.text)
    if len(text.split()) < 4:
        return None
    said = {brief.key: _said(corpus, brief, text, answers) for brief in corpus.briefs}
    own = said.pop(view.brief.key)
    most = max(said, key=lambda key: said[key], default="")
    return corpus.brief[most] if most and said[most] > own + margin else None


def _said(corpus: Corpus, brief: Brief, text: str, answers: dict[str, str]) -> float:
    """How much of a text a brief says, in its answer or in one of its claims."""
    return max(covered(corpus, text, answers.get(brief.key)), most_covered(corpus, text, brief))


def _place(text: str, view: View) -> int:
    return max(0, text.find(view.text[:20]))


def notes_name_the_silent(corpus: Corpus) -> Iterator[Problem]:
    """Where one brief alone answers a question, its `note` says of no brief that answers that it
    leaves something out."""
    for question in corpus.questions:
        for view in views(corpus, question.note or ""):
            if view.silent and view.brief.key in question.answers and len(question.answers) == 1:
                message = (
                    f"{question.id}: note: {view.brief.name} answers, and this says it is silent"
                )
                yield question.at.problem(message, "name the brief that is silent", "note")


RULES = (
    relations_give_each_its_own_view,
    topics_give_each_its_own_view,
    notes_name_the_silent,
)
