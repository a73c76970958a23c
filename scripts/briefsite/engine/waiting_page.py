"""A rendered page, made small until its template asks for it: an engine renders all pages before it
writes the first."""

import json
from sys import intern

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from briefsite.engine.rendered_pages import entry


def put_away(page: Page, html: str) -> str:
    """Take a page's contents from it, and give them back with its HTML as one text. Of its anchors
    and links, which are checked when all pages are there, each text is kept once for all pages."""
    contents = json.dumps([entry(link) for link in page.toc])
    page.markdown, page.toc = "", get_toc([])
    page.present_anchor_ids = set(map(intern, page.present_anchor_ids or ()))
    page.links_to_anchors = {
        file: {intern(anchor): intern(link) for anchor, link in links.items()}
        for file, links in (page.links_to_anchors or {}).items()
    }
    return f"{contents}\n{html}"


def take_back(page: Page, text: str) -> None:
    """Give a page what `put_away` took from it."""
    contents, _, page.content = text.partition("\n")
    page.toc = get_toc(json.loads(contents))
