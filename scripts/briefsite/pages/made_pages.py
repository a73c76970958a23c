"""Every page's Markdown as the build makes it: what links between pages can lead to.

The other pages' modules are imported late: checking links needs them only where it finds a fault.
"""

import re

from briefsite.load.markdown_pages import MARKER
from briefsite.model.corpus import Corpus
from briefsite.model.vocabulary import CORPUS_MARKERS


def made_pages(corpus: Corpus) -> dict[str, str]:
    """Markdown by path below docs/, without pages whose markers the build alone can fill."""
    from briefsite.pages import all_pages, page_parts, topic_layout

    pages = {page.path: page.body for page in all_pages.generate(corpus)}
    for page in corpus.pages:
        path = page.path.removeprefix("docs/")
        if all(marker.name in CORPUS_MARKERS for marker in page.markers):

            def part(marker: re.Match[str], path: str = path) -> str:
                return page_parts.PARTS[marker["name"]](corpus, path)

            pages[path] = MARKER.sub(part, topic_layout.arrange(corpus, path, page.text))
    return pages
