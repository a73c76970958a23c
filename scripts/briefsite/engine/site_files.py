"""The files of a built site that are no pages: citation files, data, feed."""

from pathlib import Path

from briefsite.engine.build_context import BuildContext
from briefsite.exports import atom_feed, data_package
from briefsite.model import addresses


def write(context: BuildContext, site: Path) -> None:
    """Write them into the folder `site`, in which every page stands at its address."""
    for path, works in context.cited_works.items():
        for name, text in context.citations.files(path, works).items():
            (site / addresses.web(path) / name).write_text(text, "utf-8", newline="")
    citations = context.citations
    about = data_package.About(citations.project, citations.version, context.build_time)
    data_package.write(context.corpus, about, site)
    if context.corpus.developments:
        (site / atom_feed.NAME).write_text(_feed(context), "utf-8", newline="")


def _feed(context: BuildContext) -> str:
    project = context.citations.project
    names = [
        author.get("literal") or f"{author['given']} {author['family']}"
        for author in project.authors
    ]
    return atom_feed.text(context.corpus, project.title, names, project.address, project.licence)
