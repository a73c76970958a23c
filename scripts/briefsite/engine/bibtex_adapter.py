"""mkdocs-bibtex, fed from one run of pandoc for the whole site instead of three for each page.

The package finds the citations of a page and replaces them; the replacements come from the
build's context. `give_registry` sets up the plugin of one build.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from mkdocs.config.defaults import MkDocsConfig

from briefsite.engine.build_context import BuildContext
from briefsite.engine.page_markdown import AT_IN_CODE, resolve_citation
from briefsite.load import code_spans


class CitationBlock(Protocol):
    """mkdocs_bibtex.citation.CitationBlock: `raw` is the text in its brackets."""

    raw: str


class OnePassRegistry:
    """A mkdocs_bibtex.registry.ReferenceRegistry that answers from a build's context."""

    footnote_format = "{key}"

    def __init__(self, context: BuildContext):
        self._context = context

    def validate_citation_blocks(self, citation_blocks: Sequence[CitationBlock]) -> None:
        """Do nothing: the rules have checked every key, with path and line."""

    def validate_inline_references(self, inline_references: object) -> set[object]:
        return set()

    def inline_text(self, citation_block: CitationBlock) -> str:
        return resolve_citation(self._context, citation_block.raw) or str(citation_block)

    def reference_text(self, citation: object) -> str:
        return ""


def give_registry(config: MkDocsConfig, context: BuildContext) -> None:
    """Let the configured bibtex plugin, if any, use the context's references.

    Called before the plugin's own `on_config`, which then takes its registry for up to date.
    """
    plugins = cast("Mapping[str, object]", config.plugins)
    if "bibtex" in plugins:
        vars(plugins["bibtex"]).update(registry=OnePassRegistry(context), last_configured=math.inf)


def masked(markdown: str, appended: str) -> str:
    """A page in which the package finds the citations of `markdown` alone: none in code, which it
    would replace too, and none in what is `appended`. AT_IN_CODE stands for @ there,
    until `unmasked`."""
    body = code_spans.replaced(markdown, lambda code: code.replace("@", AT_IN_CODE))
    return body + appended.replace("@", AT_IN_CODE)


def unmasked(markdown: str) -> str:
    return markdown.replace(AT_IN_CODE, "@")
