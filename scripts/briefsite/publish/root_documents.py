"""CONTRIBUTING.md and its like, which a forge looks for at the root, made from the site's pages."""

import posixpath
import re
from collections.abc import Mapping

from briefsite.engine.build_error import BuildError
from briefsite.load import code_spans
from briefsite.model.corpus import Corpus
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.problems import Problem
from briefsite.pages import markers

DOCUMENTS = {
    "CONTRIBUTING.md": ("about/contributing/index.md", "about/contributing/rules.md"),
    "GOVERNANCE.md": ("about/governance.md",),
    "CODE_OF_CONDUCT.md": ("about/conduct.md",),
}
"""File at the root, and the pages below docs/ whose text it holds, one after the other."""
LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s:#]+\.md)(#[^()\s]*)?\)")
HEADING = re.compile(r"^(#+ .*?)(?: \{.*\})?$", re.M)


def texts(corpus: Corpus) -> dict[str, str]:
    """The text of each of DOCUMENTS; its links lead to the pages' files, or to the page within it.

    Raises BuildError for a page that a document is made from and that is not there.
    """
    pages = {page.path.removeprefix("docs/"): page for page in corpus.pages}
    if missing := [
        Problem(f"docs/{path}", 1, "this file is missing", f"{name} is made from it")
        for name, paths in DOCUMENTS.items()
        for path in paths
        if path not in pages
    ]:
        raise BuildError(missing)
    notice = "<!-- Made from {}: edit there, then run `make contributing`. -->\n\n"
    return {
        name: notice.format(", ".join(f"docs/{path}" for path in paths))
        + "\n".join(_part(corpus, pages, path, paths) for path in paths)
        for name, paths in DOCUMENTS.items()
    }


def _part(
    corpus: Corpus, pages: Mapping[str, HandwrittenPage], path: str, paths: tuple[str, ...]
) -> str:
    """The page at `path` in the document made from `paths`, headings below the first's."""

    def heading(match: re.Match[str]) -> str:
        return f"{'#' if path != paths[0] else ''}{match[1]}"

    def link(match: re.Match[str]) -> str:
        text, fragment = match[1], match[3] or ""
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2]))
        if target not in pages:
            return text
        if target in paths:
            place = fragment or "#" + pages[target].title.lower().replace(" ", "-")
        else:
            file = next((name for name, first in DOCUMENTS.items() if first[0] == target), "")
            place = (file or f"docs/{target}") + fragment
        return f"[{text}]({place})"

    text = markers.fill(corpus, path, code_spans.FRONT.sub("", pages[path].text, count=1))
    parts, start = "", 0
    for begins, ends in (*code_spans.spans(text), (len(text), len(text))):  # code stays as it is
        parts += HEADING.sub(heading, LINK.sub(link, text[start:begins])) + text[begins:ends]
        start = ends
    return parts.strip() + "\n"
