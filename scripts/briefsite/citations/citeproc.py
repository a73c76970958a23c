"""Citations and references in a citation style (CSL), formatted by pandoc's citeproc."""

import html
import re
from collections.abc import Iterable
from pathlib import Path

from briefsite.citations import descriptions, pandoc_process
from briefsite.model.korean import mark_korean

CITATION = re.compile(r'<div id="c(\d+)">\s*<p>(.*?)</p>\s*</div>', re.S)
ENTRY = re.compile(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>\s*(.*?)\s*</div>', re.S)

SPANS = re.compile(r"</?span[^>]*>")


def start(
    citations: Iterable[str],
    bibliography: tuple[str, str],
    style: str,
    metadata: str,
    cache: Path | None,
) -> pandoc_process.Run:
    """Start pandoc on citations in its own syntax, without brackets: `@chun-2024, ¶ 7`.

    `bibliography` is a file's name, whose ending gives its format, and its text; `style` a file of
    styles/; `metadata` YAML.
    """
    name, text = bibliography
    body = "\n\n".join(
        f"::: {{#c{number}}}\n[{citation}]\n:::" for number, citation in enumerate(citations)
    )
    return pandoc_process.start(
        ("-f", "markdown", "-t", "html", "--wrap=none", "--bibliography", name),
        {"in": f"---\n{metadata}\nlang: en-US\n---\n\n{body}\n", name: text},
        style,
        cache,
    )


def citations(output: str) -> dict[int, str]:
    """The citations in pandoc's HTML by their number, 0 for the first; none where a style makes
    notes."""
    return {int(number): citation for number, citation in CITATION.findall(output)}


def entries(output: str) -> dict[str, str]:
    """The references in pandoc's HTML by key, in the order of the style."""
    return dict(ENTRY.findall(output))


def tidy(markup: str, *, without: re.Pattern[str] = SPANS) -> str:
    """HTML without the tags of `without`, Korean marked, and descriptions in place of a title in
    roman type."""
    text = without.sub("", markup).strip()
    return mark_korean(descriptions.in_roman(text))


def plain(markup: str) -> str:
    """HTML of a reference as plain text."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).split())
