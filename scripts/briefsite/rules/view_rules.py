"""What is said of a brief by its name, against what each brief says, where there are twenty claims
or more."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefsite.model.corpus import Corpus, derived
from briefsite.model.problems import Problem
from briefsite.model.questions import Question, Side
from briefsite.model.records import Brief, Claim
from briefsite.rules import said_otherwise, turned
from briefsite.rules.facets import facets
from briefsite.rules.reported_speech import has_report
from briefsite.rules.resemblance import covered, likeness, most_covered, share, weights
from briefsite.rules.speakers import briefs_by_first_word, names_of_briefs, unnamed
from briefsite.rules.topic_page_rules import topic_sections
from briefsite.rules.wording import holds

MARGIN, REASON = 0.12, 0.2
"""By how much more of what is said of one brief another brief says; and of the reasons of key
questions, which look beyond their question."""
ALIKE, LIKE, UNDONE = 0.45, 0.35, 0.34
"""The share of a text's words, and of a claim's, by which the one restates the other; and of the
words that a denial of the claim reaches, which the text says without it."""
SILENT = re.compile(
    r"\b(?:says? (?:nothing|no)\b|(?:do|does) not (?:\w+ )?(?:name|say|compare|judge|mention)"
    r"|names? (?:no|nothing)|gives? (?:\w+ ){0,3}no|but (?:no|not|nothing)\b|without it\b)"
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
        near = briefs_by_first_word(corpus, part)
        briefs = [brief for brief in near if holds(part, brief.name)]
        if len(briefs) == 1:
            found = SILENT.search(part)
            told = part[: found.start()] if found else part
            yield View(briefs[0], told, bool(found))


@derived
def _parts(corpus: Corpus) -> re.Pattern[str]:
    names = names_of_briefs(corpus)
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
    text = unnamed(corpus, view.text)
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


def views_keep_what_their_claim_says(corpus: Corpus) -> Iterator[Problem]:
    """What is said of a brief by its name, what is `shared` and what a side of one brief holds keep
    the hedge, the speaker and the denials of the claim that they restate, if one is near enough,
    have no word whose opposite it has, and name no actor beside a word where it has another."""
    for question in corpus.questions if weights(corpus) else ():
        for at, name, text, claims in _restating(corpus, question):
            for message in _against_nearest(corpus, text, claims, hedges=name not in PLAIN):
                yield at.at.problem(f"{question.id}: {name}: {message}", MEND, name)
    for path, found in topic_sections(corpus) if weights(corpus) else ():
        for section in found:
            for view in views(corpus, section.text) if not section.brief else ():
                line = section.line + section.text.count("\n", 0, _place(section.text, view))
                text = unnamed(corpus, view.text)
                for message in _against_nearest(corpus, text, view.brief.claims):
                    yield Problem(path, line, message, MEND)


PLAIN = ("shared", "holds")
"""Fields whose hedges are compared with all the claims behind them, and which name nobody."""
MEND = "say it as this claim has it"


def _restating(
    corpus: Corpus, question: Question
) -> Iterator[tuple[Question | Side, str, str, Sequence[Claim]]]:
    for name in ("difference", "key_reason", "note"):
        for view in views(corpus, getattr(question, name) or ""):
            yield question, name, unnamed(corpus, view.text), view.brief.claims
    behind = {
        key: [corpus.claim[name] for name in answer.claims if name in corpus.claim]
        for key, answer in question.answers.items()
    }
    for claims in behind.values() if question.shared else ():
        yield question, "shared", question.shared or "", claims
    for side in question.sides:
        if len(side.briefs) == 1:
            yield side, "holds", side.holds, behind.get(side.briefs[0], [])


def _against_nearest(
    corpus: Corpus, text: str, claims: Sequence[Claim], hedges: bool = True
) -> Iterator[str]:
    """Messages of what a text loses or turns of the claim that it restates."""
    alike = likeness(corpus, text, claims)
    name = max(alike, key=lambda name: alike[name], default="")
    if not name or alike[name] < ALIKE or share(corpus, name, text) < LIKE:
        return
    claim = corpus.claim[name]
    own, base = facets(corpus, text), facets(corpus, claim.says)
    found = [*turned.hedges_lost(own, facets(corpus, *claim.hedge), name)] if hedges else []
    found += turned.opposites_of(own, base, name)
    found += said_otherwise.acts_of_others(own.said, base.said, name)
    if not claim.reworded:
        found += said_otherwise.denials_undone(own, base, name, UNDONE)
    yield from (item.message for item in found)
    if hedges and claim.attributed_to != "brief" and not has_report(corpus, text):
        yield f"the brief reports {claim.attributed_to} in {name}, and this does not"


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
    views_keep_what_their_claim_says,
    notes_name_the_silent,
)
