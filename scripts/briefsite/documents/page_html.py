"""Pages of the resolved tree as HTML that pandoc reads, in the order of the navigation."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any, cast

import markdown

from briefsite.engine import resolved_tree
from briefsite.engine.build_context import BuildContext

LEFT_OUT = re.compile(
    r"<(svg|figure|form|select|button|output|script|style|template)\b.*?</\1>"
    r"|<(p|div|nav)\b[^<>]*(?:\sdata-search-exclude\b|class=\"(?:cite-files|as-data|claim-citation)\")"
    r"[^<>]*>(?:(?!<\2\b).)*?</\2>",
    re.S,
)
"""What works in a browser only: pictures styled by the site, filters, files to take along."""
LOST_IDS = re.compile(r'(<(?:p|dt|dd)\b[^<>]*\sid="([^"]+)"[^<>]*>)')
"""Ids of elements that pandoc reads without them."""
ONLY_FOR_ENGINES = "material."


def order(context: BuildContext) -> list[str]:
    """Every page, as the navigation has them; one outside it follows the last of its folder."""
    navigation = resolved_tree.configuration(context)["nav"]
    paths = [path for path in _paths(navigation) if path in context.paths]
    for path in context.paths:
        if path not in paths:
            folder = posixpath.dirname(path)
            places = [n for n, other in enumerate(paths) if posixpath.dirname(other) == folder]
            paths.insert(places[-1] + 1 if places else len(paths), path)
    return paths


def _paths(item: Any) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    else:
        parts: Any = cast("dict[str, Any]", item).values() if isinstance(item, dict) else item
        for part in parts:
            yield from _paths(part)


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
    return LOST_IDS.sub(r'\1<a id="\2"></a>', LEFT_OUT.sub("", made))
