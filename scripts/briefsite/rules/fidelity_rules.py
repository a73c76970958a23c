"""What claims, answers and pages say, against the fingerprints of the briefs."""

from collections.abc import Iterator

from briefsite.load import fingerprint_files
from briefsite.model import dates
from briefsite.model.corpus import Corpus
from briefsite.model.normalized_text import phrase
from briefsite.model.problems import Problem
from briefsite.rules import quotation_suggestions
from briefsite.rules.checked_texts import data_texts, data_texts_by_word, topic_page_blocks
from briefsite.rules.required_phrases import RequiredPhrase, parts_of_date, phrases_required
from briefsite.rules.wording import figures, holds


def briefs_have_fingerprints(corpus: Corpus) -> Iterator[Problem]:
    """Every brief has fingerprints, with as many paragraphs and sentences as the brief's file."""
    for brief in corpus.briefs:
        prints = corpus.fingerprints.get(brief.key)
        if prints is None:
            yield brief.at.problem(
                f"{brief.key} has no fingerprints, so its claims cannot be checked",
                fingerprint_files.command(brief.key),
                "key",
            )
        elif [len(item) for item in prints.sentences] != [
            len(item.sentences) for item in brief.paragraphs
        ]:
            yield brief.at.problem(
                f"the fingerprints of {brief.key} count other sentences than this file",
                fingerprint_files.command(brief.key),
                "paragraphs",
            )


def _absent(corpus: Corpus, kind: str) -> Iterator[Problem]:
    """A Problem for each required phrase of a kind that none of its places holds."""
    for required in phrases_required(corpus):
        if (
            required.kind == kind
            and required.places
            and all(place.brief in corpus.fingerprints for place in required.places)
            and not any(
                place.holds(corpus, kind, text)
                for place in required.places
                for text in (required.text, *required.others)
            )
        ):
            yield _absence(corpus, required)


def _absence(corpus: Corpus, required: RequiredPhrase) -> Problem:
    """The problem of a phrase that is absent from the brief, or not known to its fingerprints."""
    at, kind = required.at, required.kind
    phrase_shown = (
        f'the quotation "{required.text}"' if kind == "quote" else f"the {kind} '{required.text}'"
    )
    where = " or ".join(dict.fromkeys(place.described(kind) for place in required.places))
    likeness = quotation_suggestions.hint(corpus, required)
    likeness = f"; {likeness}" if likeness else ""
    for place in required.places:
        if not corpus.fingerprints[place.brief].knows(kind, required.text):
            return Problem(
                at.path,
                at.line,
                f"{at.message}: {phrase_shown} is unknown to the fingerprints of {place.brief}",
                f"if it is in {where}, {fingerprint_files.command(place.brief)}; if not, "
                f"correct it{likeness}",
            )
    return Problem(
        at.path,
        at.line,
        f"{at.message}: {phrase_shown} is not in {where}",
        f"use the brief's own, or name the place that has it{likeness}",
    )


def briefs_are_in_english(corpus: Corpus) -> Iterator[Problem]:
    """The text of a brief is English, because the checks compare words. A brief in another language
    is taken apart from a translation, with `language: en`, and `original` names the work that was
    translated."""
    for brief in corpus.briefs:
        if not brief.language.lower().startswith("en"):
            yield brief.at.problem(
                f"{brief.key}: the language is '{brief.language}', and the checks compare English",
                "take apart an English translation: 'language: en', 'original' with the key of the "
                "work that was translated",
                "language",
            )


def quotations_are_verbatim(corpus: Corpus) -> Iterator[Problem]:
    """What stands in quotation marks in a claim, an answer, an actor's aims, or a paragraph of a
    page that links a claim, stands verbatim in the paragraph that the claim names."""
    yield from _absent(corpus, "quote")


def figures_are_the_briefs(corpus: Corpus) -> Iterator[Problem]:
    """Every figure, month and year of a claim, an answer, an actor's aims or a stated date stands
    in the sentences named."""
    yield from _absent(corpus, "figure")


def names_are_the_briefs(corpus: Corpus) -> Iterator[Problem]:
    """Every proper name of a claim, an answer or an actor's aims stands in its paragraph, by that
    name or another of the same actor (data/actors.yml)."""
    yield from _absent(corpus, "name")


def inferred_years_are_given(corpus: Corpus) -> Iterator[Problem]:
    """The year of an inferred date is one that the brief speaks from or was published in."""
    dated = [
        (claim.id, corpus.brief_of[claim.id].key, date)
        for claim in corpus.claim.values()
        for date in claim.dates
    ]
    dated += [
        (event.id, mention.brief, mention) for event in corpus.events for mention in event.mentions
    ]
    for name, key, date in dated:
        if not (date.edtf and date.basis == "inferred" and key in corpus.brief):
            continue
        brief = corpus.brief[key]
        years = {*dates.years(brief.published), *dates.years(brief.speaks_from)}
        if parts_of_date(date.edtf)[0] not in years:
            yield date.at.problem(
                f"{name}: the year of '{date.edtf}' is inferred, but {key} speaks from "
                f"{' and '.join(sorted(years))}",
                "an inferred date needs a year that the brief implies",
                "edtf",
            )


def allowed_differences_are_needed(corpus: Corpus) -> Iterator[Problem]:
    """A name listed under `allowed` is one that the claim uses and its place lacks; a figure is
    never allowed. The year, month and day from which a brief speaks need no allowance."""
    for claim in corpus.claim.values():
        prints = corpus.fingerprints.get(corpus.brief_of[claim.id].key)
        for text in claim.allowed:
            if figures(text):
                message = f"{claim.id}: '{text}' is a figure, which cannot be allowed"
                hint = "name the sentence that gives it, or leave it out"
                yield claim.at.problem(message, hint, "allowed")
            elif (prints and prints.in_paragraph("name", text, claim.paragraph)) or not holds(
                claim.says, text
            ):
                message = f"{claim.id}: '{text}' need not be allowed"
                yield claim.at.problem(message, "take it out of 'allowed'", "allowed")


def terms_stay_with_their_brief(corpus: Corpus) -> Iterator[Problem]:
    """A term that one brief owns (`coined_by` in data/glossary.yml) stands in no claim or answer of
    another brief, in no question, reason or title of a topic, and on topic pages only in a
    paragraph that links a claim of the owning brief or cites it, or names it and links none."""
    for term in corpus.terms:
        if owner := term.coined_by:
            for form in filter(phrase, (term.term, *term.forms)):
                yield from _outside_its_brief(corpus, owner, form)


def _outside_its_brief(corpus: Corpus, owner: str, form: str) -> Iterator[Problem]:
    name = corpus.brief[owner].name if owner in corpus.brief else owner
    hint = "say it in other words"
    words, by_word = f" {phrase(form)} ", data_texts_by_word(corpus)
    rarest = min((by_word.get(word, []) for word in words.split()), key=len)
    for key, record, field, text in map(data_texts(corpus).__getitem__, rarest):
        if key != owner and words in text:
            yield record.at.problem(f"'{form}' is {name}'s term", hint, field)
    for page, line, links, text in topic_page_blocks(corpus):
        if words in text and links.isdisjoint({owner, f"@{owner}"}):
            yield Problem(
                page,
                line,
                f"'{form}' is {name}'s term, and this paragraph neither links nor cites that brief",
                f"link the claim that uses it, or {hint}",
            )


RULES = (
    briefs_have_fingerprints,
    briefs_are_in_english,
    quotations_are_verbatim,
    figures_are_the_briefs,
    names_are_the_briefs,
    inferred_years_are_given,
    allowed_differences_are_needed,
    terms_stay_with_their_brief,
)
