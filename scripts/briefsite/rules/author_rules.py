"""Which briefs a difference names, and of which it says that they leave something out."""

from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.questions import Answer, Question
from briefsite.rules.page_sentences import briefs_named
from briefsite.rules.resemblance import covered, weights
from briefsite.rules.speakers import unnamed
from briefsite.rules.view_rules import SILENT, clauses_of_views

FEW = 3
"""Words from which on the matter that a brief leaves out can be compared."""


def differences_name_whom_they_part(corpus: Corpus) -> Iterator[Problem]:
    """A `difference` that names one brief names each of the two or three that answer."""
    for question in corpus.questions:
        answering = [corpus.brief[key] for key in question.answers if key in corpus.brief]
        named = briefs_named(corpus, question.difference or "")
        missing = [brief.name for brief in answering if brief not in named]
        held = {key for side in question.sides for key in side.briefs}
        whole = held >= question.answers.keys()  # if not, that is a rule by itself
        if whole and named and missing and 1 < len(answering) < 4:
            message = f"{question.id}: difference: it names no {' and no '.join(missing)}"
            hint = "say of each brief what it holds"
            yield question.at.problem(message, hint, "difference")


def silences_are_of_the_silent(corpus: Corpus) -> Iterator[Problem]:
    """What a `difference` says that a brief leaves out resembles another's answer, and not its
    own."""
    for question in corpus.questions if weights(corpus) else ():
        for name in ("difference", "key_reason"):
            told = ""
            for clause in clauses_of_views(corpus, getattr(question, name) or ""):
                briefs, found = briefs_named(corpus, clause), SILENT.search(clause)
                if len(briefs) == 1 and found:
                    matter = clause[found.end() :]
                    matter = matter if len(matter.split()) >= FEW else told
                    key = briefs[0].key
                    if key in question.answers and _is_of(corpus, question, key, matter):
                        message = f"{question.id}: {name}: {briefs[0].name} says what this says "
                        message += "that it leaves out"
                        yield question.at.problem(message, "which brief leaves it out?", name)
                told = f"{told} {clause}"


def _is_of(corpus: Corpus, question: Question, key: str, matter: str) -> bool:
    """Whether the answer of this brief says of a matter more than the answers of the others."""
    text = unnamed(corpus, matter)
    own = covered(corpus, text, *_words(corpus, question.answers[key]))
    others = (
        word
        for other, answer in question.answers.items()
        if other != key
        for word in _words(corpus, answer)
    )
    return own > covered(corpus, text, *others)


def _words(corpus: Corpus, answer: Answer) -> Iterator[str]:
    yield answer.says
    yield from (corpus.claim[name].says for name in answer.claims if name in corpus.claim)


RULES = (
    differences_name_whom_they_part,
    silences_are_of_the_silent,
)
