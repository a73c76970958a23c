"""Generated parts of hand-written pages, by the name of the marker that takes them in."""

from pages import compare, coverage, links, matrix, timeline
from pages import since as after
from pages.briefs import speaking
from pages.markdown import render


def comparison(corpus, path: str):
    """The comparison table of the topic that the page treats."""
    key = path.removeprefix("topics/").removesuffix(".md")
    return compare.table(corpus, path, corpus.questions_of.get(key, []), overview=False)


def since(corpus, path: str):
    """What happened since publication in the topic that the page treats."""
    return after.of_topic(corpus, path, path.removeprefix("topics/").removesuffix(".md"))


def topics(corpus, path: str):
    """All topics, with what each is about and how much each brief says of it."""
    return render("topics.md.jinja", path, corpus=corpus, label=links.label,
                  speaking=lambda claims: speaking(corpus, claims))


def briefs(corpus, path: str):
    """The briefs, one line each."""
    return render("brief-list.md.jinja", path, corpus=corpus, label=links.label)


def ways(corpus, path: str):
    """The three ways in: by topic, by question, by date."""
    return render("ways.md.jinja", path, corpus=corpus)


def changes(corpus, path: str):
    """What each edition changed, newest first."""
    return render("changes.md.jinja", path, corpus=corpus)


def news(corpus, path: str):
    """The newest editions under a heading of their own; nothing as long as there are none."""
    return render("news.md.jinja", path, editions=corpus.editions[:-4:-1])


PARTS = {"comparison": comparison, "since": since, "topics": topics, "briefs": briefs, "ways": ways, "news": news,
         "matrix": matrix.part, "timeline": timeline.excerpt,
         "coverage": coverage.totals, "checks": coverage.checks, "changes": changes}
