"""How a brief argues, against its claims."""

from collections.abc import Iterator

from briefsite.model import argument_outline
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.records import Claim
from briefsite.model.vocabulary import ARGUMENT_PARTS
from briefsite.rules import hedges
from briefsite.rules.claim_chains import reached

OUTLINE_WORDS = 250
KINDS = {"expects": "forecast", "recommends": "recommendation"}
"""The kind of claim that belongs in a part of the argument."""


def reasons_are_the_briefs_own(corpus: Corpus) -> Iterator[Problem]:
    """`because` names other claims of the same brief, and never leads in a circle."""
    for claim in corpus.claim.values():
        yield from _of_another_brief(corpus, claim, "because")
        if claim.id in reached(corpus, claim, lambda one: one.because):
            yield claim.at.problem(f"{claim.id}: its reasons lead in a circle", key="because")


def reasons_have_a_connective(corpus: Corpus) -> Iterator[Problem]:
    """A claim has reasons only where a word of the brief gives them: one of the `connectives` of
    data/lexicon.yml ("because", "due to", "therefore") stands in the sentences of the claim."""
    connectives = hedges.lexicon(corpus).connectives
    for claim in corpus.claim.values():
        prints = corpus.fingerprints.get(corpus.brief_of[claim.id].key)
        if not (claim.because and prints):
            continue
        if not prints.words_in("connective", connectives, claim.paragraph, claim.sentences):
            yield claim.at.problem(
                f"{claim.id}: no word of ¶ {claim.paragraph}, sentence "
                f"{' or '.join(map(str, claim.sentences))} gives a reason",
                "take 'because' out, or list the word under 'connectives' of data/lexicon.yml",
                "because",
            )


def related_claims_are_others(corpus: Corpus) -> Iterator[Problem]:
    """`see` names other claims of the same brief, which the claim does not repeat and which are no
    reason of it."""
    for claim in corpus.claim.values():
        yield from _of_another_brief(corpus, claim, "see")
        for name in claim.see:
            field = "restates" if name in claim.restates else "because"
            if name == claim.id:
                yield claim.at.problem(f"{claim.id}: it is related to itself", key="see")
            elif name in getattr(claim, field):
                yield claim.at.problem(
                    f"{claim.id}: '{name}' is in 'see' and in '{field}'",
                    "take it out of 'see'",
                    "see",
                )


def arguments_are_made_of_their_briefs_claims(corpus: Corpus) -> Iterator[Problem]:
    """A brief's `argument` names claims of that brief, each once; what it `expects` are forecasts,
    what it `recommends` are recommendations."""
    for brief in corpus.briefs:
        seen = set[str]()
        for part in ARGUMENT_PARTS if brief.argument else ():
            for name in getattr(brief.argument, part):
                claim = corpus.claim.get(name)
                if name in seen:
                    message, hint = f"'{name}' is in the argument twice", "keep one"
                elif claim and corpus.brief_of[name] is not brief:
                    message = f"'{name}' is a claim of another brief"
                    hint = "an argument is made of the brief's own claims"
                elif claim and claim.kind != KINDS.get(part, claim.kind):
                    message = f"'{name}' is of the kind {claim.kind}, not {KINDS[part]}"
                    hint = f"'{part}' takes claims of the kind {KINDS[part]}"
                else:
                    seen.add(name)
                    continue
                assert brief.argument
                yield brief.argument.at.problem(f"{brief.key}: {message}", hint, part)


def arguments_are_short(corpus: Corpus) -> Iterator[Problem]:
    """A brief's argument has 250 words at most, the reasons below its claims included."""
    for brief in corpus.briefs:
        count = argument_outline.words(argument_outline.outline(corpus, brief))
        if brief.argument and count > OUTLINE_WORDS:
            yield brief.argument.at.problem(
                f"{brief.key}: the argument has {count} words",
                f"{OUTLINE_WORDS} at most; which claim can it do without?",
            )


def _of_another_brief(corpus: Corpus, claim: Claim, field: str) -> Iterator[Problem]:
    for name in getattr(claim, field):
        if name in corpus.claim and corpus.brief_of[name] is not corpus.brief_of[claim.id]:
            yield claim.at.problem(
                f"{claim.id}: '{name}' is a claim of another brief",
                f"'{field}' names claims of its own brief",
                field,
            )


RULES = (
    reasons_are_the_briefs_own,
    reasons_have_a_connective,
    related_claims_are_others,
    arguments_are_made_of_their_briefs_claims,
    arguments_are_short,
)
