"""Generated parts of hand-written pages, by the name of the marker that takes them in."""

from briefsite.model import addresses
from briefsite.pages import (
    agreement_matrix,
    comparison_page,
    coverage_map,
    timeline_pages,
)
from briefsite.pages import outcome_sections as after
from briefsite.pages.brief_pages import speaking
from briefsite.pages.rendering import render


def comparison(corpus, path: str):
    """The comparison table of the topic that the page treats."""
    key = addresses.topic_of(path)
    return comparison_page.table(corpus, path, corpus.questions_of.get(key, []), overview=False)


def since(corpus, path: str):
    """What happened since publication in the topic that the page treats."""
    return after.of_topic(corpus, path, addresses.topic_of(path))


def topics(corpus, path: str):
    """All topics, with what each is about and how much each brief says of it."""
    return render(
        "topics.md.jinja",
        path,
        corpus=corpus,
        speaking=lambda claims: speaking(corpus, claims),
    )


def briefs(corpus, path: str):
    """The briefs, one line each."""
    return render("brief-list.md.jinja", path, corpus=corpus)


def ways(corpus, path: str):
    """The three ways in: by topic, by question, by date."""
    return render("ways.md.jinja", path, corpus=corpus)


def changes(corpus, path: str):
    """What each edition changed, newest first."""
    return render("changes.md.jinja", path, corpus=corpus)


def news(corpus, path: str):
    """The newest editions under a heading of their own; nothing as long as there are none."""
    return render("news.md.jinja", path, editions=corpus.editions[:-4:-1])


PARTS = {
    "comparison": comparison,
    "since": since,
    "topics": topics,
    "briefs": briefs,
    "ways": ways,
    "news": news,
    "matrix": agreement_matrix.part,
    "timeline": timeline_pages.excerpt,
    "coverage": coverage_map.totals,
    "checks": coverage_map.checks,
    "changes": changes,
}
