"""mkdocs-bibtex, fed from one run of pandoc instead of three per page.

The plugin finds the citations of a page and puts text in their place; what that text is comes
from here: one link per work, to its entry in the bibliography, with the reference as its title.
"""

import re

import mkdocs_bibtex.plugin
from mkdocs_bibtex.registry import ReferenceRegistry

from briefsite.citations.formatted_references import split
from briefsite.engine import build_context

BIBLIOGRAPHY = "bibliography.md"
ADDRESS = re.compile(r"\s*https?://\S+$")


class OnePassRegistry(ReferenceRegistry):
    """The plugin's registry, without its parsing and its runs of pandoc."""

    def __init__(self, bib_files, csl_file=None, csl_file_encoding=None, footnote_format="{key}"):
        self.footnote_format = footnote_format

    def validate_citation_blocks(self, citation_blocks):
        """Nothing: the corpus has checked every key, with path and line."""

    def validate_inline_references(self, inline_references):
        return set()

    def inline_text(self, citation_block):
        known = build_context.current().references.result().citations
        html = known.get(citation_block.raw)
        if html is None:
            return str(citation_block)
        return "".join(
            f"[{text}][ref-{key}]{{ .cite }}" if key else text for key, text in split(html)
        )

    def reference_text(self, citation):
        return ""


mkdocs_bibtex.plugin.PandocRegistry = OnePassRegistry


def definitions(keys, plain: dict[str, str], link: str) -> str:
    """Reference definitions for the links that `inline_text` makes; `link` leads to the bibliography."""
    return "\n".join(
        f'[ref-{key}]: {link}#{key} "{_title(plain[key])}"' for key in keys if key in plain
    )


def _title(text: str) -> str:
    """A reference as a tooltip; its address can't be followed there and stands in the bibliography."""
    text = ADDRESS.sub("", text)
    return re.sub(r"[\"\\&<>*_`\[\]]", lambda found: f"&#{ord(found.group())};", text)
