"""The files of a built site that are no pages: citation files, data, feed."""

from pathlib import Path

from briefsite.engine.build_context import BuildContext
from briefsite.exports import atom_feed
from briefsite.model import addresses
from briefsite.pages import data_page


def write(context: BuildContext, site: Path) -> None:
    """Write them into the folder `site`, in which every page stands at its address."""
    for path, works in context.cited_works.items():
        for name, text in context.citations.files(path, works).items():
            (site / addresses.web(path) / name).write_text(text, "utf-8", newline="")
    data_page.write(context.corpus, context.citations, site, context.build_time)
    if context.corpus.developments:
        (site / atom_feed.NAME).write_text(_feed(context), "utf-8", newline="")


def _feed(context: BuildContext) -> str:
    project = context.citations.project
    names = [
        author.get("literal") or f"{author['given']} {author['family']}"
        for author in project.authors
    ]
    return atom_feed.text(context.corpus, project.title, names, project.address, project.licence)
