"""A page for each brief: what it is, its outline by paragraph, all its claims."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from briefsite.model import addresses, argument_outline, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import HOME, Link, Page, with_neighbours
from briefsite.model.questions import Question
from briefsite.model.records import Brief, Claim
from briefsite.pages import coverage_map, review_report, since_publication
from briefsite.pages.rendering import render

INDEX = Link(addresses.BRIEFS, "Briefs")


def pages(corpus: Corpus) -> Iterator[Page]:
    """The index of briefs, and each brief's page."""
    yield Page(
        *INDEX,
        render("brief_index.md.jinja", INDEX.target, corpus=corpus),
        data_paths.BIBLIOGRAPHY,
        "The documents that this site takes apart.",
        (),
    )
    for brief, before, after in with_neighbours(corpus.briefs, _link):
        title = f"{brief.label}: claims and outline"
        yield Page(
            addresses.brief(brief.key),
            title,
            _body(corpus, brief, title),
            brief.at.path,
            f"Every claim of {corpus.works[brief.key].title}, by paragraph.",
            (HOME, INDEX),
            before,
            after,
            about=brief.key,
            boost=4,
        )


def _link(brief: Brief) -> Link:
    return Link(addresses.brief(brief.key), brief.label)


def _body(corpus: Corpus, brief: Brief, title: str) -> str:
    path = addresses.brief(brief.key)
    claims: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in brief.claims:
        claims[claim.paragraph].append(claim)
    return render(
        "brief_page.md.jinja",
        path,
        corpus=corpus,
        brief=brief,
        work=corpus.works[brief.key],
        title=title,
        sections=[
            (section, list(paragraphs))
            for section, paragraphs in groupby(brief.paragraphs, lambda item: item.section)
        ],
        claims=claims,
        argument=argument_outline.outline(corpus, brief),
        coverage=coverage_map.brief_map(corpus, brief, path),
        since=since_publication.of_brief(corpus, path, brief),
        uses=partial(uses, corpus),
        compared=partial(review_report.of_claims, corpus),
    )


def uses(corpus: Corpus, claim: Claim) -> dict[str, object]:
    """Where a claim is used, as links: pages, questions (with the claims on which the other
    briefs answer them), events, forecasts."""
    return {
        "pages": [
            Link(
                page.path.removeprefix("docs/"),
                corpus.topic[page.topic].title if page.topic else page.title,
            )
            for page in corpus.pages_with.get(claim.id, ())
        ],
        "questions": [
            (question, _other_answers(question, corpus.brief_of[claim.id]))
            for question in corpus.questions_with.get(claim.id, ())
        ],
        "events": [
            Link(addresses.event_entry(corpus, event), event.title)
            for event in corpus.events_with.get(claim.id, ())
        ],
        "forecasts": [
            Link(addresses.forecast(forecast.claim), forecast.title)
            for forecast in corpus.forecasts_with.get(claim.id, ())
        ],
    }


def _other_answers(question: Question, own: Brief) -> list[str]:
    """The claims on which the other briefs' answers to a question rest."""
    return [
        name for key, answer in question.answers.items() if key != own.key for name in answer.claims
    ]
