"""What templates need of a page besides its text. Nothing here knows an engine."""

from typing import Any

from briefsite.engine.build_context import BuildContext
from briefsite.exports import atom_feed
from briefsite.model import addresses


def values(context: BuildContext, path: str, description: str) -> dict[str, Any]:
    """How to cite the page at `path`, which files made it, and where to report an error."""
    cited = context.citations.pages.get(path)
    host = context.corpus.forge
    return {
        "feed": atom_feed.NAME if context.corpus.developments else "",
        "cite": context.citations.context(path, description),
        "sources": [
            (source, host.edit(source) if host else "")
            for source in (cited.sources if cited else ())
        ],
        "report": host.report(addresses.web(path)) if host else "",
    }
