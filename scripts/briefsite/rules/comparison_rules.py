"""Questions, their answers, and how the answers relate."""

from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.ids import question_ids
from briefsite.model.problems import Problem, nearest

MAX_KEY_QUESTIONS = 12
PARTS = ("shared", "difference", "dimension", "sides")
NEEDED = {
    "agreement": {"shared"},
    "partial agreement": {"shared", "difference", "dimension", "sides"},
    "dissonance": {"difference", "dimension", "sides"},
}
"""What a question of each relation says besides; dissonance may have `shared` as well."""


def answers_rest_on_their_briefs_claims(corpus: Corpus) -> Iterator[Problem]:
    """A brief's answer names claims of that brief only."""
    for question in corpus.questions:
        for key, answer in question.answers.items():
            for claim in answer.claims:
                if claim in corpus.claim and corpus.brief_of[claim].key != key:
                    yield answer.at.problem(
                        f"{question.id}: {claim} is not a claim of {key}",
                        f"it belongs to {corpus.brief_of[claim].key}",
                        "claims",
                    )


def answers_are_related(corpus: Corpus) -> Iterator[Problem]:
    """A question that two or more briefs answer has one `relation` over all of them; one that a
    single brief answers has none, which is silence."""
    for question in corpus.questions:
        if len(question.answers) > 1 and not question.relation:
            yield question.at.problem(
                f"{question.id}: {len(question.answers)} briefs answer, and 'relation' is missing",
                f"one of {', '.join(NEEDED)}: docs/about/coding.md says which",
            )
        if len(question.answers) == 1:
            for name in ("relation", *PARTS):
                if getattr(question, name):
                    yield question.at.problem(
                        f"{question.id}: '{name}' is set, but only one brief answers",
                        "give the other answer, or take it out; silence is computed",
                        name,
                    )


def relations_say_what_is_shared_and_what_differs(corpus: Corpus) -> Iterator[Problem]:
    """Agreement says what is `shared`, and nothing of a difference; partial agreement what is
    `shared`, the `difference`, its `dimension` and the `sides`; dissonance the last three."""
    for question in corpus.questions:
        if len(question.answers) == 1 or not question.relation:
            continue
        for name in PARTS:
            given, needed = bool(getattr(question, name)), name in NEEDED[question.relation]
            if needed and not given:
                yield question.at.problem(
                    f"{question.id}: '{name}' is missing in a question of {question.relation}",
                    f"{question.relation} needs {', '.join(sorted(NEEDED[question.relation]))}",
                )
            if given and not needed and name != "shared":
                yield question.at.problem(
                    f"{question.id}: '{name}' is set in a question of {question.relation}",
                    "take it out, or is it partial agreement?",
                    name,
                )


def sides_hold_every_answering_brief_once(corpus: Corpus) -> Iterator[Problem]:
    """The `sides` of a question are two or more, and hold every brief that answers once, and no
    other."""
    for question in corpus.questions:
        if not question.sides:
            continue
        if len(question.sides) == 1:
            yield question.at.problem(
                f"{question.id}: there is one side only",
                "if all briefs are on one side, it is agreement",
                "sides",
            )
        seen = set[str]()
        for side in question.sides:
            for brief in side.briefs:
                if brief not in question.answers:
                    message, hint = f"{brief} is on a side, but silent here", "give its answer"
                elif brief in seen:
                    message, hint = f"{brief} is on two sides", "keep it on one"
                else:
                    seen.add(brief)
                    continue
                yield side.at.problem(f"{question.id}: {message}", hint, "briefs")
        for brief in question.answers:
            if brief not in seen:
                message = f"{question.id}: {brief} answers, and no side names it"
                yield question.at.problem(message, "add it to a side, or add a side", "sides")


def silence_is_explained(corpus: Corpus) -> Iterator[Problem]:
    """A question that only one brief answers says so in a `note`; others need none."""
    for question in corpus.questions:
        if len(question.answers) == 1 and not question.note:
            yield question.at.problem(
                f"{question.id}: only one brief answers, and 'note' is missing",
                "one neutral sentence: what the other briefs leave out",
            )
        if len(question.answers) > 1 and question.note:
            yield question.at.problem(
                f"{question.id}: a 'note' is for questions that one brief alone answers",
                "say it in 'shared' or 'difference'",
                "note",
            )


def key_questions_are_few_and_have_a_reason(corpus: Corpus) -> Iterator[Problem]:
    """At most twelve questions are `key`, those on which the briefs' conclusions turn, and each
    says why in `key_reason`."""
    keys = [question for question in corpus.questions if question.key]
    for question in keys[MAX_KEY_QUESTIONS:]:
        yield question.at.problem(
            f"{question.id}: {len(keys)} questions are key; the limit is {MAX_KEY_QUESTIONS}",
            "which conclusion turns least on its question?",
            "key",
        )
    for question in corpus.questions:
        if question.key and not question.key_reason:
            yield question.at.problem(
                f"{question.id}: a key question says why in 'key_reason'", key="key"
            )
        if question.key_reason and not question.key:
            message = f"{question.id}: 'key_reason' is set, and the question is not key"
            yield question.at.problem(message, "add 'key: true', or take it out", "key_reason")


def no_question_vanishes(corpus: Corpus) -> Iterator[Problem]:
    """A question that was coded, or into which another was merged, stands in
    data/comparisons.yml or under its `retired`; a retired one names a question that stands."""
    stand = {question.id: question for question in corpus.questions}
    retired = {stone.id for stone in corpus.retired_questions}
    for stone in corpus.retired_questions:
        named = question_ids(stone.retired)
        for name in named:
            if name not in stand and name not in retired | corpus.malformed:
                message = f"{stone.id}: there is no question '{name}'"
                yield stone.at.problem(message, nearest(name, stand), "retired")
        if not named:
            message = f"{stone.id}: no question takes its place"
            yield stone.at.problem(message, "name it: merged into q-…", "retired")
    for coding in corpus.codings.codings if corpus.codings else ():
        if coding.question not in stand and coding.question not in retired | corpus.malformed:
            yield coding.at.problem(
                f"the question '{coding.question}' is missing",
                nearest(coding.question, stand)
                or "keep its address: list it under 'retired' of data/comparisons.yml",
                "question",
            )


RULES = (
    answers_rest_on_their_briefs_claims,
    answers_are_related,
    relations_say_what_is_shared_and_what_differs,
    sides_hold_every_answering_brief_once,
    silence_is_explained,
    key_questions_are_few_and_have_a_reason,
    no_question_vanishes,
)
