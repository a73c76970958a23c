"""CONTRIBUTING.md and its like, which a forge looks for at the root, made from pages of the site."""

import posixpath
import re

from briefsite.load import code_spans
from briefsite.model.problems import Problem
from briefsite.pages import markers

MADE = {
    "CONTRIBUTING.md": ("about/contributing/index.md", "about/contributing/rules.md"),
    "GOVERNANCE.md": ("about/governance.md",),
    "CODE_OF_CONDUCT.md": ("about/conduct.md",),
}
"""File at the root, and the pages below docs/ whose text it holds, one after the other."""
LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s:#]+\.md)(#[^()\s]*)?\)")
HEADING = re.compile(r"^(#+ .*?)(?: \{.*\})?$", re.M)


def texts(corpus) -> dict[str, str]:
    """The text of each file of MADE; its links lead to the pages' files, or to the page within it."""
    written = {page.path.removeprefix("docs/"): page.text for page in corpus.pages}
    return {
        name: f"<!-- Made from docs/{', docs/'.join(paths)}: edit there, then run `make contributing`. -->\n\n"
        + "\n".join(
            _part(corpus, path, written[path], paths, place) for place, path in enumerate(paths)
        )
        for name, paths in MADE.items()
    }


def missing(corpus) -> list[Problem]:
    """A Problem for each page that a file of MADE would be made from and that is not there."""
    there = {page.path for page in corpus.pages}
    return [
        Problem(f"docs/{path}", 1, "this file is missing", f"{name} is made from it")
        for name, paths in MADE.items()
        for path in paths
        if f"docs/{path}" not in there
    ]


def _part(corpus, path: str, text: str, within: tuple[str, ...], place: int) -> str:
    def heading(found):
        return f"{'#' if place else ''}{found[1]}"

    def link(found):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[2]))
        if target in within:
            page = next(page for page in corpus.pages if page.path == f"docs/{target}")
            return f"[{found[1]}]({found[3] or '#' + page.title.lower().replace(' ', '-')})"
        known = any(page.path == f"docs/{target}" for page in corpus.pages)
        return (
            f"[{found[1]}]({next((name for name, paths in MADE.items() if paths[0] == target), 'docs/' + target)}{found[3] or ''})"
            if known
            else found[1]
        )

    text = markers.fill(corpus, path, code_spans.FRONT.sub("", text, count=1))
    parts, start = [], 0
    for begins, ends in (*code_spans.spans(text), (len(text), len(text))):  # code stays as it is
        parts += [HEADING.sub(heading, LINK.sub(link, text[start:begins])), text[begins:ends]]
        start = ends
    return "".join(parts).strip() + "\n"
