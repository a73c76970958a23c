"""Generated parts of hand-written pages, by the name of the marker that they replace.

Each is a function of the corpus and the page's path below docs/ that returns Markdown.
"""

from collections.abc import Callable
from functools import partial

from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.pages import (
    agreement_map,
    coding_report,
    comparison_page,
    coverage_map,
    judging_report,
    review_report,
    summary_page,
    timeline_pages,
    topic_findings,
    topic_since,
)
from briefsite.pages.rendering import COLOURS, render
from briefsite.pages.side_by_side import claims_by_brief


def comparison(corpus: Corpus, path: str) -> str:
    """The comparison table of the topic that the page treats, folded under a heading."""
    table = comparison_page.of_topic(corpus, path)
    return render("topic_comparison.md.jinja", path, table=table)


def since(corpus: Corpus, path: str) -> str:
    """What happened since publication in the topic that the page treats."""
    return topic_since.of_topic(corpus, path, addresses.topic_of(path))


def topics(corpus: Corpus, path: str) -> str:
    """All topics, with what each is about and how much each brief says of it."""
    by_brief = partial(claims_by_brief, corpus)
    return render("topic_list.md.jinja", path, corpus=corpus, claims_by_brief=by_brief)


def briefs(corpus: Corpus, path: str) -> str:
    """The briefs, one line each; of more than have a color of their own, how many."""
    return render("brief_list.md.jinja", path, corpus=corpus, most=COLOURS)


def changes(corpus: Corpus, path: str) -> str:
    """What each edition changed, newest first."""
    return render("edition_changes.md.jinja", path, corpus=corpus)


def news(corpus: Corpus, path: str) -> str:
    """The newest editions and developments under a heading of their own; "" where there is none."""
    return render(
        "edition_news.md.jinja",
        path,
        corpus=corpus,
        editions=corpus.editions[:-4:-1],
        built=corpus.edition,
        developments=corpus.chronicle[:-4:-1],
    )


def checks(corpus: Corpus, path: str) -> str:
    """What share of deliberate mistakes the rules caught, for the method page."""
    claimed = [kind for kind in corpus.mutations if kind.claimed]
    return render(
        "mutation_figures.md.jinja",
        path,
        kinds=corpus.mutations,
        made=sum(kind.made for kind in corpus.mutations),
        claimed=sum(kind.made for kind in claimed),
        caught=sum(kind.caught for kind in claimed),
    )


def kinds(corpus: Corpus, path: str) -> str:
    """The kinds of claims, with what each is, for the method page."""
    return render("claim_kinds.md.jinja", path)


Part = Callable[[Corpus, str], str]
PARTS: dict[str, Part] = {
    "dateline": topic_findings.dateline,
    "findings": topic_findings.findings,
    "comparison": comparison,
    "since": since,
    "topics": topics,
    "briefs": briefs,
    "news": news,
    "map": agreement_map.part,
    "summary": summary_page.part,
    "counts": summary_page.counts,
    "timeline": timeline_pages.excerpt,
    "coverage": coverage_map.totals,
    "checks": checks,
    "changes": changes,
    "kinds": kinds,
    "codings": coding_report.part,
    "judgings": judging_report.part,
    "verdicts": judging_report.meanings,
    "reviews": review_report.part,
}
