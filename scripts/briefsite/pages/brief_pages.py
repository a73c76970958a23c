"""A page for each brief: what it is, its outline by paragraph, all its claims."""

from collections import defaultdict
from itertools import groupby

from briefsite.model import addresses
from briefsite.pages import coverage_map, outcome_sections
from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render

FEW = 3
"""Up to so many briefs stand side by side; beyond that a page names only those that speak."""


def pages(corpus):
    """The index of briefs, and each brief's page."""
    briefs = corpus.briefs
    yield Page(
        addresses.BRIEFS,
        "Briefs",
        render("briefs.md.jinja", addresses.BRIEFS, corpus=corpus),
        "bibliography.bib",
        "The documents that this site takes apart.",
    )
    for place, brief in enumerate(briefs):
        path = addresses.brief(brief.key)
        title = f"{brief.label}: claims and outline"
        near = [
            (addresses.brief(other.key), other.label) if other else None
            for other in (
                briefs[place - 1] if place else None,
                briefs[place + 1] if place + 1 < len(briefs) else None,
            )
        ]
        yield Page(
            path,
            title,
            _body(corpus, brief, path, title),
            brief.at.path,
            f"Every claim of {corpus.works[brief.key].title}, by paragraph.",
            ((addresses.HOME, "Home"), (addresses.BRIEFS, "Briefs")),
            *near,
            about=brief.key,
            boost=4,
        )


def _body(corpus, brief, path: str, title: str) -> str:
    by_paragraph = defaultdict(list)
    for claim in brief.claims:
        by_paragraph[claim.paragraph].append(claim)
    sections = [
        (section, list(group))
        for section, group in groupby(brief.paragraphs, lambda item: item.section)
    ]
    return render(
        "brief.md.jinja",
        path,
        corpus=corpus,
        brief=brief,
        work=corpus.works[brief.key],
        title=title,
        sections=sections,
        claims=by_paragraph,
        coverage=coverage_map.brief_map(brief, path),
        since=outcome_sections.of_brief(corpus, path, brief),
        uses=lambda claim: uses(corpus, claim),
    )


def uses(corpus, claim) -> dict[str, list[tuple[str, str]]]:
    """Where a claim is used, as (target, title): topic pages and others, questions (with what the
    other briefs answer), events, forecasts."""
    return {
        "pages": [
            (
                page.path.removeprefix("docs/"),
                corpus.topic[page.topic].title if page.topic else page.title,
            )
            for page in corpus.pages_with.get(claim.id, ())
        ],
        "questions": [
            (
                addresses.question(question.id),
                question.question,
                _others(corpus, question, corpus.brief_of[claim.id]),
            )
            for question in corpus.questions_with.get(claim.id, ())
        ],
        "events": [
            (
                addresses.event(event),
                event.title,
            )
            for event in corpus.events_with.get(claim.id, ())
        ],
        "forecasts": [
            (addresses.forecast(forecast.claim), forecast.title)
            for forecast in corpus.forecasts_with.get(claim.id, ())
        ],
    }


def speaking(corpus, claims) -> list[tuple[object, list]]:
    """Claims, given in the order of the corpus, by their brief.

    A few briefs are all there, the silent ones with no claim. Of many only those that speak are,
    or a page for each topic and actor that names each brief would grow with their square.
    """
    groups = {brief.key: [] for brief in corpus.briefs} if len(corpus.briefs) <= FEW else {}
    for claim in claims:
        groups.setdefault(corpus.brief_of[claim.id].key, []).append(claim)
    return [(corpus.brief[key], group) for key, group in groups.items()]


def _others(corpus, question, own) -> list[tuple[str, tuple[str, ...]]]:
    """What the other briefs answer to a question, by their claims; the silent are named while briefs are few."""
    shown = (
        [brief for brief in corpus.briefs if brief is not own]
        if len(corpus.briefs) <= FEW
        else [corpus.brief[key] for key in question.answers if key != own.key]
    )
    return [
        (
            brief.label,
            question.answers[brief.key].claims if brief.key in question.answers else (),
        )
        for brief in shown
    ]
