"""Claims against the paragraphs of their brief."""

import re

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.records import Brief, Claim
from briefsite.rules.checked_texts import topic_page_quotations
from briefsite.rules.wording import quotations

QUOTE_WORDS = 12
EXCUSED_SHARE = 20


def claims_stand_in_a_paragraph(corpus: Corpus):
    """A claim names a paragraph of its brief and one or two sentences that it has, in order."""
    for brief in corpus.briefs:
        lengths = {paragraph.number: len(paragraph.sentences) for paragraph in brief.paragraphs}
        for claim in brief.claims:
            if claim.paragraph not in lengths:
                yield claim.at.problem(
                    f"{claim.id}: {brief.key} has no paragraph {claim.paragraph}",
                    f"it has 1 to {len(lengths)}",
                    "paragraph",
                )
            elif max(claim.sentences) > lengths[claim.paragraph]:
                yield claim.at.problem(
                    f"{claim.id}: paragraph {claim.paragraph} has no sentence {max(claim.sentences)}",
                    f"it has 1 to {lengths[claim.paragraph]}",
                    "sentences",
                )
            elif list(claim.sentences) != sorted(set(claim.sentences)):
                yield claim.at.problem(
                    f"{claim.id}: sentences are named once each, in order", key="sentences"
                )


def paragraphs_are_counted_from_one(corpus: Corpus):
    """Paragraphs are numbered 1, 2, 3, … in the order of the brief."""
    for brief in corpus.briefs:
        for number, paragraph in enumerate(brief.paragraphs, 1):
            if paragraph.number != number:
                yield paragraph.at.problem(
                    f"paragraph {paragraph.number} stands where {number} is expected", key="number"
                )


def every_sentence_is_carried(corpus: Corpus):
    """Every sentence of a brief is carried by a claim or excused with a reason, at most one in twenty."""
    for brief in corpus.briefs:
        carried = {
            (claim.paragraph, sentence) for claim in brief.claims for sentence in claim.sentences
        }
        excused = {(item.paragraph, item.sentence): item for item in brief.excused}
        every = [
            (paragraph, sentence)
            for paragraph in brief.paragraphs
            for sentence in range(1, len(paragraph.sentences) + 1)
        ]
        if not any(claim_id in corpus.malformed for claim_id in _ids_of(brief, corpus)):
            for paragraph, sentence in every:
                if (paragraph.number, sentence) not in carried | excused.keys():
                    yield paragraph.at.problem(
                        f"{brief.key}: sentence {sentence} of ¶ {paragraph.number} is carried by no claim",
                        "write a claim for it, or list it under 'excused' with the reason",
                    )
        known = {(paragraph.number, sentence) for paragraph, sentence in every}
        for place, item in excused.items():
            if place not in known:
                yield item.at.problem(f"{brief.key} has no sentence {place[1]} in ¶ {place[0]}")
            elif place in carried:
                yield item.at.problem(
                    f"sentence {place[1]} of ¶ {place[0]} is carried by a claim",
                    "take it out of 'excused'",
                )
        if len(excused) * EXCUSED_SHARE > len(every):
            yield brief.at.problem(
                f"{len(excused)} of {len(every)} sentences are excused, more than one in {EXCUSED_SHARE}",
                key="excused",
            )


def _ids_of(brief: Brief, corpus: Corpus):
    return [name for name in corpus.malformed if re.fullmatch(rf"{brief.prefix}\d+", name)]


def claims_stand_in_reading_order(corpus: Corpus):
    """The claims of a brief's file stand in the order of its paragraphs and sentences."""
    for brief in corpus.briefs:
        before = None
        for claim in brief.claims:
            if before and (claim.paragraph, claim.sentences) < (before.paragraph, before.sentences):
                yield claim.at.problem(
                    f"{claim.id}: ¶ {claim.paragraph}, sentence {claim.sentences[0]} stands after "
                    f"{before.id}, ¶ {before.paragraph}, sentence {before.sentences[0]}",
                    "mend the place, or move the claim to it",
                    "paragraph",
                )
            before = claim


def quotes_are_short(corpus: Corpus):
    """A quotation has 12 words at most."""
    for question in corpus.questions:
        for answer in question.answers.values():
            for text in quotations(answer.says):
                if len(text.split()) > QUOTE_WORDS:
                    yield answer.at.problem(
                        f"{question.id}: a quotation of {len(text.split())} words",
                        f"{QUOTE_WORDS} at most",
                        "says",
                    )
    for path, line, text in topic_page_quotations(corpus):
        if len(text.split()) > QUOTE_WORDS:
            yield Problem(
                path, line, f"a quotation of {len(text.split())} words", f"{QUOTE_WORDS} at most"
            )
    for claim in corpus.claim.values():
        for text in {*quotations(claim.says), *filter(None, [claim.quote])}:
            if len(text.split()) > QUOTE_WORDS:
                key = "quote" if text == claim.quote else "says"
                yield claim.at.problem(
                    f"{claim.id}: a quotation of {len(text.split())} words",
                    f"{QUOTE_WORDS} at most",
                    key,
                )


def quotes_stand_in_their_claim(corpus: Corpus):
    """A claim's `quote` stands in its `says`, between double quotation marks."""
    for claim in corpus.claim.values():
        if claim.quote and not any(
            claim.quote.strip(" .,") in text for text in quotations(claim.says)
        ):
            yield claim.at.problem(
                f"{claim.id}: the quote does not stand in 'says'",
                f'write "{claim.quote}" there, with the quotation marks',
                "quote",
            )


def restatements_lead_somewhere(corpus: Corpus):
    """`restates` names other claims of the same brief, and never leads in a circle."""
    for claim in corpus.claim.values():
        for origin in claim.restates:
            if origin in corpus.claim and corpus.brief_of[origin] is not corpus.brief_of[claim.id]:
                yield claim.at.problem(
                    f"{claim.id}: '{origin}' is a claim of another brief",
                    "a claim restates claims of its own brief",
                    "restates",
                )
        if claim.id in _origins(corpus, claim):
            yield claim.at.problem(f"{claim.id}: restates itself in a circle", key="restates")


def _origins(corpus: Corpus, claim: Claim) -> set[str]:
    seen, todo = set(), list(claim.restates)
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += corpus.claim[name].restates if name in corpus.claim else ()
    return seen


RULES = (
    claims_stand_in_a_paragraph,
    paragraphs_are_counted_from_one,
    every_sentence_is_carried,
    claims_stand_in_reading_order,
    quotes_are_short,
    quotes_stand_in_their_claim,
    restatements_lead_somewhere,
)
