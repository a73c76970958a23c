"""What claims, answers and pages say, against the fingerprints of the briefs."""

from briefsite.load import fingerprints
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.rules import quotation_suggestions, required_phrases
from briefsite.rules.checked_texts import data_texts, topic_page_blocks
from briefsite.rules.required_phrases import phrases_required
from briefsite.rules.wording import holds, phrase

WHAT = {
    "quote": 'the quotation "{}"',
    "figure": "the figure '{}'",
    "name": "the name '{}'",
    "hedge": "the hedge '{}'",
}


def briefs_have_fingerprints(corpus: Corpus):
    """Every brief has fingerprints, with as many paragraphs and sentences as the brief's file."""
    for brief in corpus.briefs:
        prints = corpus.fingerprints.get(brief.key)
        if prints is None:
            yield brief.at.problem(
                f"{brief.key} has no fingerprints, so nothing it is said to say can be checked",
                fingerprints.command(brief.key),
                "key",
            )
        elif [len(item) for item in prints.sentences] != [
            len(item.sentences) for item in brief.paragraphs
        ]:
            yield brief.at.problem(
                f"the fingerprints of {brief.key} count other sentences than this file",
                fingerprints.command(brief.key),
                "paragraphs",
            )


def _demanded(corpus: Corpus, kind: str):
    for demand in phrases_required(corpus):
        if demand.kind == kind and demand.places:
            yield from _unmet(corpus, demand)


def _unmet(corpus: Corpus, demand):
    """The problem of a demand that no place meets: not there, or not known to the fingerprints."""
    unknown = []
    for key, paragraph, sentences in demand.places:
        prints = corpus.fingerprints.get(key)
        if prints is None:
            return
        for text in (demand.text, *demand.others):
            if demand.kind in fingerprints.BY_SENTENCE:
                there = prints.in_sentences(demand.kind, text, paragraph, sentences)
            else:
                there = prints.in_paragraph(demand.kind, text, paragraph)
            if there:
                return
        if not prints.knows(demand.kind, demand.text):
            unknown.append(key)
    what = WHAT[demand.kind].format(demand.text)
    where = " or ".join(dict.fromkeys(_place(demand.kind, *place) for place in demand.places))
    like = quotation_suggestions.hint(corpus, demand)
    like = f"; {like}" if like else ""
    if unknown:
        yield Problem(
            demand.at.path,
            demand.at.line,
            f"{demand.at.message}: {what} is unknown to the fingerprints of {unknown[0]}",
            f"if it stands in {where}, {fingerprints.command(unknown[0])}; else mend it{like}",
        )
    else:
        yield Problem(
            demand.at.path,
            demand.at.line,
            f"{demand.at.message}: {what} does not stand in {where}",
            f"take the brief's own, or name the place where it stands{like}",
        )


def _place(kind: str, key: str, paragraph: int, sentences) -> str:
    if kind in fingerprints.BY_SENTENCE:
        return f"{key} ¶ {paragraph}, sentence {' or '.join(map(str, sentences))}"
    return f"{key} ¶ {paragraph}"


def quotations_are_verbatim(corpus: Corpus):
    """What stands in quotation marks in a claim, an answer, or a paragraph of a page that links a
    claim, stands verbatim in the paragraph that the claim names."""
    yield from _demanded(corpus, "quote")


def figures_are_the_briefs(corpus: Corpus):
    """Every figure, month and year of a claim, an answer or a stated date stands in the sentences named."""
    yield from _demanded(corpus, "figure")


def names_are_the_briefs(corpus: Corpus):
    """Every proper name of a claim or an answer stands in its paragraph, by that name or another of
    the same actor (data/actors.yml)."""
    yield from _demanded(corpus, "name")


def inferred_years_are_given(corpus: Corpus):
    """The year of an inferred date is one that the brief speaks from or was published in."""
    for brief in corpus.briefs:
        given = {brief.published[:4], brief.speaks_from[:4]}
        dated = [(claim.id, item) for claim in brief.claims for item in claim.dates]
        dated += [
            (event.id, mention)
            for event in corpus.events
            for mention in event.mentions
            if mention.brief == brief.key
        ]
        for name, item in dated:
            if (
                item.basis == "inferred"
                and not set(required_phrases.parts_of_date(item.edtf)[:1]) <= given
            ):
                yield item.at.problem(
                    f"{name}: the year of '{item.edtf}' is inferred, but {brief.key} speaks from {' and '.join(sorted(given))}",
                    "an inferred date needs a year that the brief implies",
                    "edtf",
                )


def allowed_differences_are_needed(corpus: Corpus):
    """A figure or name listed under `allowed` is one that the claim uses and its place lacks."""
    for brief in corpus.briefs:
        prints = corpus.fingerprints.get(brief.key)
        for claim in brief.claims:
            for text in claim.allowed:
                there = prints and (
                    prints.in_sentences("figure", text, claim.paragraph, claim.sentences)
                    or prints.in_paragraph("name", text, claim.paragraph)
                )
                if there or not holds(claim.says, text):
                    yield claim.at.problem(
                        f"{claim.id}: '{text}' need not be allowed",
                        "take it out of 'allowed'",
                        "allowed",
                    )


def terms_stay_with_their_brief(corpus: Corpus):
    """A term that one brief owns (`coined_by` in data/glossary.yml) stands in no claim or answer of
    another brief, in no question, reason or title of a topic, and on topic pages only in a paragraph that links a
    claim of the owning brief or cites it."""
    for term in corpus.terms:
        for form in (term.term, *term.forms) if term.coined_by else ():
            yield from _strayed(corpus, term.coined_by, form)


def _strayed(corpus: Corpus, owner: str, form: str):
    name = corpus.brief[owner].name if owner in corpus.brief else owner
    hint = "say it in other words"
    wanted = f" {phrase(form)} "
    if not wanted.strip():
        return
    for key, record, field, text in data_texts(corpus):
        if key != owner and wanted in text:
            yield record.at.problem(f"'{form}' is {name}'s term", hint, field)
    for page, line, links, text in topic_page_blocks(corpus):
        if wanted in text and not {owner, f"@{owner}"} & links:
            yield Problem(
                page,
                line,
                f"'{form}' is {name}'s term, and this paragraph neither links nor cites that brief",
                "link the claim that uses it, or " + hint,
            )


RULES = (
    briefs_have_fingerprints,
    quotations_are_verbatim,
    figures_are_the_briefs,
    names_are_the_briefs,
    inferred_years_are_given,
    allowed_differences_are_needed,
    terms_stay_with_their_brief,
)
