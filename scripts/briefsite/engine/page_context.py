"""What templates need of a page besides its text, as plain data: front matter of any engine."""

import html
import re
from collections.abc import Iterable
from typing import Any

from briefsite.citations import csl_items
from briefsite.engine.build_context import BuildContext
from briefsite.exports import atom_feed, page_search_records
from briefsite.load import code_spans
from briefsite.model import addresses, data_paths
from briefsite.model.split_pages import few

LEAD = re.compile(r"^(?![#<>|\s*-]|\d+\.|!|\[\^)[^\n]+(?:\n(?!\s*\n)[^\n]+)*", re.M)
"""The first paragraph of a page's Markdown that is neither a heading, a list, a table nor HTML."""
NOTE = re.compile(r"\[\^[\w-]+\]")
MARKS = re.compile(r"\[[\w-]+\](?![(\[])|\[-?@[^\]]*\]|\{[^{}\n]*\}|<[^<>]*>|[*`]")
LINK = re.compile(r"\[([^\]]*)\](?:\([^()]*\)|\[[^\]]*\])")
LONGEST = 200
"""Signs of a description, about as many as engines show."""


def lead(markdown: str) -> str:
    """The first sentences of a page as plain text: what describes a page that does not say it."""
    found = LEAD.search(code_spans.FRONT.sub("", markdown, count=1))
    text = MARKS.sub("", LINK.sub(r"\1", NOTE.sub("", found[0]))) if found else ""
    plain = html.unescape(" ".join(text.split()))
    ends = [match.end() for match in re.finditer(r"[.?!](?=\s|$)", plain)]
    return plain[: max((end for end in ends if end <= LONGEST), default=ends[0] if ends else None)]


def front_matter(
    context: BuildContext, path: str, description: str, searched: bool = True
) -> dict[str, Any]:
    """How to cite the page at `path`, which files made it, where to report an error; and the title
    of a generated page as plain text, since engines take `title` for markup.

    Where Pagefind makes the search (`searched`), also what a hand-written page is filtered by
    there. Values are what JSON can hold. Waits for pandoc.
    """
    description = description or lead(context.filled.get(path, ""))
    cited = context.citations.pages.get(path)
    host = context.corpus.forge
    written = context.hand_written.get(path) if searched else None
    page = context.generated.get(path)
    return {
        "description": description,
        "name": page.title if page else "",
        "full_title": csl_items.text(cited.subject.item, "title")
        if cited and addresses.topic_of(path)
        else "",
        "feed": atom_feed.NAME if context.corpus.developments else "",
        "cite": context.citations.context(path, description, context.cited_works.get(path, ())),
        "works": bool(context.cited_works.get(path)),
        "sources": [
            [source, host.edit(source) if host and not source.endswith("/") else ""]
            for source in _named(context, cited.sources if cited else ())
        ],
        "report": host.report(addresses.web(path)) if host else "",
        "found_as": written and page_search_records.page_filters(context.corpus, written),
    }


def _named(context: BuildContext, sources: Iterable[str]) -> list[str]:
    """The files that a page is made from as it names them: of many briefs' files their folder."""
    briefs = {brief.at.path for brief in context.corpus.briefs}
    folder = f"{data_paths.BRIEFS}/"
    if few(context.corpus):
        return list(sources)
    return list(dict.fromkeys(folder if source in briefs else source for source in sources))
