"""Pages of the resolved tree as HTML that pandoc reads, in the order of the navigation."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any, cast

import markdown

from briefsite.documents import pandoc_ast
from briefsite.engine import resolved_tree
from briefsite.engine.build_context import BuildContext

PICTURE = re.compile(r'<(ul|ol|figure)\b[^<>]*\sdata-picture="([^"]+)"[^<>]*>.*?</\1>', re.S)
"""What the site shows as a picture, with the picture's name."""
LEFT_OUT = re.compile(
    r"<(svg|form|select|button|output|script|style|template)\b.*?</\1>"
    r"|<(p|div|nav)\b[^<>]*(?:\sdata-search-exclude\b|class=\"(?:cite-files|as-data|claim-citation)\")"
    r"[^<>]*>(?:(?!<\2\b).)*?</\2>",
    re.S,
)
"""What works in a browser only: shapes styled by the site, filters, files to take along."""
SUMMARY = re.compile(r"<summary>(?!\s*<h[1-6])(.*?)</summary>", re.S)
"""The words on what is folded; in a document, what stands above it."""
LOST_IDS = re.compile(r'(<(?:p|dt|dd)\b[^<>]*\sid="([^"]+)"[^<>]*>)')
"""Ids of elements that pandoc reads without them."""
TERM_ALONE = re.compile(r"</dt>(?=\s*(?:<dt\b|</dl>))")
"""The end of a term with nothing beside it, which pandoc would join with the next."""
NOTHING = "</dt><dd></dd>"
ONLY_FOR_ENGINES = "material."
INDEX = "index.md"


def order(context: BuildContext) -> dict[str, int]:
    """Every page with its level, as the navigation has them: 1, and one more for each section whose
    index it is below. A page outside the navigation follows the last
    of its folder, below the folder's index."""
    navigation = resolved_tree.configuration(context)["nav"]
    pages = [item for item in _pages(navigation, 1) if item[0] in context.paths]
    known = {path for path, _ in pages}
    for path in context.paths:
        if path not in known:
            folder = posixpath.dirname(path)
            heads = (posixpath.join(folder, INDEX), f"{folder}.md") if folder else ()
            near = [
                place
                for place, (other, _) in enumerate(pages)
                if other in heads or posixpath.dirname(other) == folder
            ]
            level = 1 + max((own for other, own in pages if other in heads), default=0)
            pages.insert(near[-1] + 1 if near else len(pages), (path, level))
    return dict(pages)


def _pages(navigation: list[Any], level: int) -> Iterator[tuple[str, int]]:
    """Pages of a navigation, or of a section in it, with their levels."""
    for item in navigation:
        values: Any = cast("dict[str, Any]", item).values() if isinstance(item, dict) else [item]
        for value in values:
            if isinstance(value, str):
                yield value, level
                continue
            index = [part for part in value[:1] if posixpath.basename(str(part)) == INDEX]
            yield from _pages(index, level)
            yield from _pages(value[len(index) :], level + len(index))


def html(context: BuildContext, path: str) -> str:
    """One page as HTML, as Python-Markdown makes it with the extensions of the tree."""
    names: list[str] = []
    options: dict[str, dict[str, Any]] = {}
    for item in resolved_tree.configuration(context)["markdown_extensions"]:
        values: dict[str, Any] = {}
        name = item
        if not isinstance(item, str):
            name, values = next(iter(item.items()))
        if not name.startswith(ONLY_FOR_ENGINES):
            names.append(name)
            options[name] = {} if name == "toc" else values
    text = resolved_tree.markdown(context, path)
    made = markdown.markdown(text, extensions=names, extension_configs=options)
    made = LEFT_OUT.sub("", PICTURE.sub(r'<div data-picture="\2"></div>', made))
    made = SUMMARY.sub(rf'<div class="{pandoc_ast.LABEL}"><p>\1</p></div>', made)
    made = TERM_ALONE.sub(NOTHING, made)
    return LOST_IDS.sub(r'\1<a id="\2"></a>', made)
