"""The accounts of a topic by each brief, on a page of their own where the briefs are many."""

from collections.abc import Iterator

from briefsite.load import topic_sections
from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import HOME, Link, Page, with_neighbours
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.split_pages import accounts_stand_apart
from briefsite.pages import topic_layout
from briefsite.pages.rendering import render


def pages(corpus: Corpus) -> Iterator[Page]:
    """A page for each topic that has one; none where the accounts stand with their topics."""
    if not accounts_stand_apart(corpus):
        return
    place = {topic.key: number for number, topic in enumerate(corpus.topics)}
    written = [page for page in corpus.pages if page.topic in place]
    written.sort(key=lambda page: place[page.topic])
    for page, before, after in with_neighbours(written, _link):
        yield _page(corpus, page, before, after)


def _link(page: HandwrittenPage) -> Link:
    return Link(addresses.accounts(page.topic), page.title)


def _page(corpus: Corpus, page: HandwrittenPage, before: Link | None, after: Link | None) -> Page:
    path, topic = _link(page)
    title = f"{topic}, by brief"
    body = render(
        "account_page.md.jinja",
        path,
        title=title,
        topic=topic,
        key=page.topic,
        briefs=topic_sections.accounts(corpus, page),
        accounts=topic_layout.accounts(corpus, page),
    )
    return Page(
        path,
        title,
        body,
        page.path,
        f"{topic}: an account of what each brief says.",
        (HOME, Link(addresses.TOPICS, "Topics"), Link(addresses.topic(page.topic), topic)),
        before,
        after,
        marked=True,
    )
