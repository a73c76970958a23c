"""Definitions that make claims named on a page plain Markdown: links `[food and fuel][E31]`, and
marks `[^E31]`, which are footnotes."""

import re
from collections.abc import Collection

from briefsite.load.markdown_pages import blank
from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.ids import CLAIM_MARK, CLAIM_REFERENCE, claim_number
from briefsite.pages.rendering import attribute, escape

ABBREVIATION = re.compile(r"[A-Za-z][\w-]*")


def definitions(
    corpus: Corpus,
    path: str,
    markdown: str,
    titled: Collection[str] | None = None,
    state_claims: bool = False,
) -> str:
    """The reference definitions for all claims that a page's Markdown links, sorted by id.

    The `titled`, or all, have a title on hover, the locator; generated parts link claims by their
    number and need none. With `state_claims` the title states the claim too, where no preview can
    show it.
    """
    lines: list[str] = []
    for name in _sorted(corpus, CLAIM_REFERENCE.findall(markdown)):
        title = f"{corpus.brief_of[name].label}, ¶ {corpus.claim[name].paragraph}"
        if state_claims:
            title += f" · {name}: {corpus.claim[name].says}"
        shown = titled is None or name in titled
        link = f"[{name}]: {addresses.between(path, addresses.claim(corpus, name))}"
        lines.append(link + (f' "{attribute(title)}"' if shown or state_claims else ""))
    return "\n".join(lines)


def notes(corpus: Corpus, path: str, markdown: str) -> str:
    """The notes for all claims that a page's Markdown marks, sorted by id: plain Markdown.

    `[^E9]: Easley 2024, ¶ 1: The claim's sentence. [E9](../briefs/easley-2024.md#E9)`. A mark
    within code has no note, which would be shown without it.
    """
    marked: list[str] = CLAIM_MARK.findall(blank(markdown)) if "[^" in markdown else []
    return "\n\n".join(
        f"[^{name}]: {escape(corpus.brief_of[name].label)}, ¶ {corpus.claim[name].paragraph}: "
        f"{escape(corpus.claim[name].says)} "
        f"[{name}]({addresses.between(path, addresses.claim(corpus, name))})"
        for name in _sorted(corpus, marked)
    )


def _sorted(corpus: Corpus, names: list[str]) -> list[str]:
    """The claims among some names, each once, by brief and number."""
    return sorted(
        {name for name in names if name in corpus.claim},
        key=lambda name: (corpus.brief_of[name].key, claim_number(name)),
    )


def abbreviations(corpus: Corpus, markdown: str) -> str:
    """Definitions of the glossary's abbreviations that a page uses, explained on hover."""
    words = set(ABBREVIATION.findall(markdown))
    return "\n".join(
        f"*[{term.term}]: {attribute(term.expansion)}"
        for term in corpus.terms
        if term.expansion and term.term in words
    )
