"""Claims against the paragraphs of their brief."""

import re
from collections.abc import Iterable, Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.rules.checked_texts import topic_page_quotations
from briefsite.rules.claim_chains import reached
from briefsite.rules.wording import quotations

QUOTE_WORDS = 12
EXCUSED_SHARE = 20


def claims_stand_in_a_paragraph(corpus: Corpus) -> Iterator[Problem]:
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
                    f"{claim.id}: paragraph {claim.paragraph} has no sentence "
                    f"{max(claim.sentences)}",
                    f"it has 1 to {lengths[claim.paragraph]}",
                    "sentences",
                )
            elif list(claim.sentences) != sorted(set(claim.sentences)):
                yield claim.at.problem(
                    f"{claim.id}: sentences are named once each, in order", key="sentences"
                )


def paragraphs_are_counted_from_one(corpus: Corpus) -> Iterator[Problem]:
    """Paragraphs are numbered 1, 2, 3, … in the order of the brief."""
    for brief in corpus.briefs:
        for number, paragraph in enumerate(brief.paragraphs, 1):
            if paragraph.number != number:
                yield paragraph.at.problem(
                    f"paragraph {paragraph.number} is where {number} is expected", key="number"
                )


def every_sentence_is_carried(corpus: Corpus) -> Iterator[Problem]:
    """Every sentence of a brief has a claim or excused with a reason, at most one in
    twenty."""
    for brief in corpus.briefs:
        carried = {
            (claim.paragraph, sentence) for claim in brief.claims for sentence in claim.sentences
        }
        excused = {(item.paragraph, item.sentence): item for item in brief.excused}
        sentences = {
            (paragraph.number, sentence): paragraph
            for paragraph in brief.paragraphs
            for sentence in range(1, len(paragraph.sentences) + 1)
        }
        if not any(re.fullmatch(rf"{brief.prefix}\d+", name) for name in corpus.malformed):
            for number, sentence in sentences.keys() - carried - excused.keys():
                yield sentences[number, sentence].at.problem(
                    f"{brief.key}: sentence {sentence} of ¶ {number} has no claim",
                    "write a claim for it, or list it under 'excused' with the reason",
                )
        for (number, sentence), item in excused.items():
            if (number, sentence) not in sentences:
                yield item.at.problem(f"{brief.key} has no sentence {sentence} in ¶ {number}")
            elif (number, sentence) in carried:
                message = f"sentence {sentence} of ¶ {number} has a claim"
                yield item.at.problem(message, "take it out of 'excused'")
        if len(excused) * EXCUSED_SHARE > len(sentences):
            yield brief.at.problem(
                f"{len(excused)} of {len(sentences)} sentences are excused, more than one in "
                f"{EXCUSED_SHARE}",
                key="excused",
            )


def claims_stand_in_reading_order(corpus: Corpus) -> Iterator[Problem]:
    """The claims of a brief's file stand in the order of its paragraphs and sentences."""
    for brief in corpus.briefs:
        before = None
        for claim in brief.claims:
            if before and (claim.paragraph, claim.sentences) < (before.paragraph, before.sentences):
                yield claim.at.problem(
                    f"{claim.id}: ¶ {claim.paragraph}, sentence {claim.sentences[0]} comes after "
                    f"{before.id}, ¶ {before.paragraph}, sentence {before.sentences[0]}",
                    "correct the place, or move the claim there",
                    "paragraph",
                )
            before = claim


def quotes_are_short(corpus: Corpus) -> Iterator[Problem]:
    """A quotation has 12 words at most."""
    hint = f"{QUOTE_WORDS} at most"
    for question in corpus.questions:
        for answer in question.answers.values():
            for words in _too_long(quotations(answer.says)):
                message = f"{question.id}: a quotation of {words} words"
                yield answer.at.problem(message, hint, "says")
    for actor in corpus.actors:
        for aims in actor.aims.values():
            for words in _too_long(quotations(aims.says)):
                yield aims.at.problem(f"{actor.key}: a quotation of {words} words", hint, "says")
    for path, line, text in topic_page_quotations(corpus):
        for words in _too_long([text]):
            yield Problem(path, line, f"a quotation of {words} words", hint)
    for claim in corpus.claim.values():
        quote = claim.quote or ""
        for key, texts in (("says", {*quotations(claim.says)} - {quote}), ("quote", {quote})):
            for words in _too_long(texts):
                yield claim.at.problem(f"{claim.id}: a quotation of {words} words", hint, key)


def _too_long(texts: Iterable[str]) -> list[int]:
    """The numbers of words of those quotations that are longer than they may be."""
    return [words for text in texts if (words := len(text.split())) > QUOTE_WORDS]


def quotes_stand_in_their_claim(corpus: Corpus) -> Iterator[Problem]:
    """A claim's `quote` stands in its `says`, between double quotation marks."""
    for claim in corpus.claim.values():
        if claim.quote and not any(
            claim.quote.strip(" .,") in text for text in quotations(claim.says)
        ):
            yield claim.at.problem(
                f"{claim.id}: the quote is not in 'says'",
                f'write "{claim.quote}" there, with the quotation marks',
                "quote",
            )


def restatements_lead_somewhere(corpus: Corpus) -> Iterator[Problem]:
    """`restates` names other claims of the same brief, and never leads in a circle."""
    for claim in corpus.claim.values():
        for origin in claim.restates:
            if origin in corpus.claim and corpus.brief_of[origin] is not corpus.brief_of[claim.id]:
                yield claim.at.problem(
                    f"{claim.id}: '{origin}' is a claim of another brief",
                    "a claim restates claims of its own brief",
                    "restates",
                )
        if claim.id in reached(corpus, claim, lambda one: one.restates):
            yield claim.at.problem(f"{claim.id}: restates itself in a circle", key="restates")


RULES = (
    claims_stand_in_a_paragraph,
    paragraphs_are_counted_from_one,
    every_sentence_is_carried,
    claims_stand_in_reading_order,
    quotes_are_short,
    quotes_stand_in_their_claim,
    restatements_lead_somewhere,
)
