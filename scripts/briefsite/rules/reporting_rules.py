"""Who is reported: in claims, in answers, in what is said of answers, and on topic pages."""

import re
from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.questions import Answer, Question
from briefsite.rules.facets import all_known, facets
from briefsite.rules.hedges import lexicon
from briefsite.rules.page_sentences import accounts
from briefsite.rules.reported_speech import (
    has_report,
    names_speaker,
    reported_by_others,
    reporters,
    reporters_that,
    speaker_of,
    without_authors,
)
from briefsite.rules.resemblance import share, weights
from briefsite.rules.said_otherwise import same

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
ALIKE = 0.5
"""The share of a claim's words by which a sentence of an answer is about it."""


def claims_report_their_speaker(corpus: Corpus) -> Iterator[Problem]:
    """A claim that the brief attributes to somebody has a word that reports (`reports` in
    data/lexicon.yml), and reports no other actor than this one."""
    for claim in corpus.claim.values():
        if claim.attributed_to == "brief":
            continue
        own, speaker = facets(corpus, claim.says), speaker_of(corpus, claim)
        if not has_report(corpus, claim.says, *claim.hedge):
            yield claim.at.problem(
                f"{claim.id}: the brief attributes this to {claim.attributed_to}, and no word of "
                "the restatement reports",
                f"write: {claim.attributed_to} says, argues, calls for …",
                "says",
            )
        told = reporters(corpus, own)
        if speaker and told and not any(same(speaker, act) for act in told):
            yield claim.at.problem(
                f"{claim.id}: the brief attributes this to {claim.attributed_to}, and the "
                f"restatement reports '{told[0].name}'",
                f"write: {claim.attributed_to} says, argues, calls for …",
                "says",
            )


def own_claims_report_nobody(corpus: Corpus) -> Iterator[Problem]:
    """A claim of the brief's own says of no actor that they say it, unless its sentence holds a
    word that reports; what an actor will announce is a forecast."""
    for claim in corpus.claim.values():
        prints = corpus.fingerprints.get(corpus.brief_of[claim.id].key)
        if claim.attributed_to != "brief" or claim.kind == "forecast" or not prints:
            continue
        words = prints.words_in(
            "reporting", lexicon(corpus).reporting, claim.paragraph, claim.sentences
        )
        for act in reporters_that(corpus, claim.says) if not words else ():
            yield claim.at.problem(
                f"{claim.id}: this reports '{act.name}', and its sentence reports nobody",
                "say it as the brief's own; or attribute it, if the brief does",
                "says",
            )


def answers_report_whom_their_claims_report(corpus: Corpus) -> Iterator[Problem]:
    """The sentence of an answer that restates a claim of a reported speaker has a word that
    reports, and the speaker is named in it, before it or in the question; an answer reports no
    other actor."""
    for question in corpus.questions:
        for key, answer in question.answers.items():
            if not all_known(corpus, answer.claims):
                continue
            for message in (*_lost(corpus, question, answer), *_added(corpus, answer)):
                hint = "say who says it: … says, argues, calls for"
                yield answer.at.problem(f"{question.id}, {key}: {message}", hint, "says")


def _lost(corpus: Corpus, question: Question, answer: Answer) -> Iterator[str]:
    sentences = SENTENCE.split(answer.says)
    for name in answer.claims if weights(corpus) else ():
        claim = corpus.claim[name]
        if claim.attributed_to == "brief":
            continue
        shares = [share(corpus, name, sentence) for sentence in sentences]
        best = shares.index(max(shares))
        told = " ".join((question.question, *sentences[: best + 1]))
        if not names_speaker(corpus, claim, " ".join((question.question, answer.says))):
            yield f"the brief reports {claim.attributed_to} in {name}, and this does not name them"
        elif shares[best] >= ALIKE and not (
            has_report(corpus, sentences[best], *claim.hedge) and names_speaker(corpus, claim, told)
        ):
            yield f"the brief reports {claim.attributed_to} in {name}, and this says it outright"


def _added(corpus: Corpus, answer: Answer) -> Iterator[str]:
    claims = [corpus.claim[name] for name in answer.claims]
    base = facets(corpus, *(claim.says for claim in claims))
    for act in reported_by_others(corpus, facets(corpus, answer.says), base, claims):
        yield f"this reports '{act.name}', and no claim behind it does"
    for sentence in SENTENCE.split(answer.says) if weights(corpus) else ():
        about = [claim for claim in claims if share(corpus, claim.id, sentence) >= ALIKE]
        voices = facets(corpus, sentence).of("speaker")
        reported = any(
            claim.attributed_to != "brief" or facets(corpus, claim.says).of("speaker")
            for claim in about
        )
        if voices and about and not reported:
            word = next(iter(voices.values()))
            yield f"'{word}' reports somebody, and {about[0].id} reports nobody"


def pages_name_speakers(corpus: Corpus) -> Iterator[Problem]:
    """A sentence of a brief's section on a topic page that names a claim of a reported speaker has
    a word that reports them, and names them or stands below their name in its paragraph; it reports
    no other actor. That the author of the brief argues something does not report them."""
    told, paragraph = "", ("", ())
    for sentence in accounts(corpus):
        if (sentence.path, sentence.nearby) != paragraph:
            told, paragraph = "", (sentence.path, sentence.nearby)
        told = f"{told} {sentence.text}"
        claims = [corpus.claim[name] for name in sentence.claims]
        for claim in claims:
            if claim.attributed_to == "brief":
                continue
            reported = has_report(corpus, sentence.text, *claim.hedge)
            if not reported or not names_speaker(corpus, claim, told):
                speaker = claim.attributed_to
                yield Problem(
                    sentence.path,
                    sentence.line,
                    f"the brief reports {speaker} in {claim.id}, and this sentence does not",
                    f"name them, with a word that reports: {speaker} says, argues, calls for …",
                )
        own = facets(corpus, without_authors(corpus, sentence.text))
        base = facets(corpus, *(claim.says for claim in claims))
        for act in reported_by_others(corpus, own, base, claims):
            names = " and ".join(sentence.claims)
            message = f"this sentence reports '{act.name}', and {names} does not"
            yield Problem(sentence.path, sentence.line, message, "say it as the claims have it")


def titles_report(corpus: Corpus) -> Iterator[Problem]:
    """The title of a forecast that the brief attributes to somebody says so."""
    for forecast in corpus.forecasts:
        claim = corpus.claim.get(forecast.claim)
        if not claim or claim.attributed_to == "brief" or not lexicon(corpus).reports:
            continue
        named = names_speaker(corpus, claim, forecast.title)
        if not named and not has_report(corpus, forecast.title):
            message = f"{claim.id}: the brief reports {claim.attributed_to}, the title does not"
            yield forecast.at.problem(message, f"{claim.attributed_to}: …", "title")


RULES = (
    claims_report_their_speaker,
    own_claims_report_nobody,
    answers_report_whom_their_claims_report,
    pages_name_speakers,
    titles_report,
)
