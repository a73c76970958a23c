"""A page's Markdown as an engine renders it: markers filled, citations resolved, references added.

Nothing here knows an engine. MkDocs is given the citations as they were written, since
mkdocs-bibtex resolves them by `resolve_citation`; the resolved tree has them resolved.
"""

import re

from briefsite.citations.formatted_references import split
from briefsite.engine.build_context import BuildContext
from briefsite.load import code_spans, markdown_pages
from briefsite.model.addresses import BIBLIOGRAPHY, between, topic_of
from briefsite.pages import bibliography_page, claim_links, rendering

AT_IN_CODE = "\ue000"
"""Stands for @ where it begins no citation: in code. No page may hold it (rules/checked_texts)."""
ADDRESS = re.compile(r"\s*https?://\S+$")


def filled(context: BuildContext, path: str) -> str:
    """The body of the page at `path`, every marker filled, citations as they were written."""
    if path in context.filled:
        return context.filled[path]
    body = context.generated[path].body
    if path == BIBLIOGRAPHY:
        entries = context.references.result().entries
        with rendering.compiled_in(context.template_cache):
            listing = bibliography_page.entries(context.corpus, entries)
        body = body.replace(bibliography_page.MARKER, listing)
    return body


def resolve_citation(context: BuildContext, citation: str) -> str | None:
    """The links that replace a citation (`@chun-2024, ¶ 7`), one a work, to the bibliography.

    None for a citation that no page holds. `references` defines where the links lead.
    """
    html = context.references.result().citations.get(citation)
    return html and "".join(
        f"[{text}][ref-{key}]{{ .cite }}" if key else text for key, text in split(html)
    )


def resolved(context: BuildContext, markdown: str) -> str:
    """Markdown with every citation that is not code replaced as `resolve_citation` does."""
    if "@" not in markdown:
        return markdown
    text = code_spans.replaced(markdown, lambda code: code.replace("@", AT_IN_CODE))
    return markdown_pages.CITATION.sub(
        lambda match: resolve_citation(context, match["body"]) or match.group(), text
    ).replace(AT_IN_CODE, "@")


def references(context: BuildContext, path: str, markdown: str, state_claims: bool = False) -> str:
    """What is appended to the page's `markdown`, citations resolved: the list of the works it
    cites, and definitions of what it links, marks or abbreviates.

    `state_claims` puts each claim's sentence into the title of its links, if no preview shows it.
    """
    cited = context.cited_works[path] if path != BIBLIOGRAPHY else ()
    page = context.generated.get(path)
    works = ""
    if cited:
        entries = context.references.result().entries
        named = frozenset(cited)
        listed = [(key, html) for key, html in entries.items() if key in named]
        with rendering.compiled_in(context.template_cache):
            works = "\n" + rendering.render(
                "works_cited.md.jinja",
                path,
                works=listed if page is None or page.references else [],
                folded=bool(topic_of(path)),
            )
    marked = page is None or page.marked
    notes = claim_links.notes(context.corpus, path, markdown) if marked else ""
    whole = markdown + works
    written = context.hand_written.get(path)
    titled = {use.name for use in written.claims if use.text} if written else ()
    definitions = (
        claim_links.definitions(context.corpus, path, whole, titled, state_claims),
        _definitions(context, path, cited),
        notes,
        # titles of works stay as they are printed
        claim_links.abbreviations(context.corpus, f"{whole} {notes}")
        if path != BIBLIOGRAPHY
        else "",
    )
    return "\n\n".join([works, *filter(None, definitions)]) + "\n"


def _definitions(context: BuildContext, path: str, cited: tuple[str, ...]) -> str:
    """Definitions for the links of `resolve_citation`, with each work's reference as the title."""
    plain = context.references.result().plain if cited else {}
    link = between(path, BIBLIOGRAPHY)
    return "\n".join(
        f'[ref-{key}]: {link}#{key} "{_title(plain[key])}"' for key in cited if key in plain
    )


def _title(reference: str) -> str:
    """A reference as a tooltip, without its address, which can't be followed there."""
    return re.sub(
        r"[\"\\&<>*_`\[\]]",
        lambda match: f"&#{ord(match.group())};",
        ADDRESS.sub("", reference),
    )
