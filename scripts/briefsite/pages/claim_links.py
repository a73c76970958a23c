"""Reference definitions that make `[food and fuel][E31]` a plain Markdown link."""

import re

from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.ids import CLAIM_REFERENCE, claim_number
from briefsite.pages.rendering import attribute

ABBREVIATION = re.compile(r"[A-Za-z][\w-]*")


def definitions(
    corpus: Corpus, path: str, markdown: str, titled: bool = True, state_claims: bool = False
) -> str:
    """The reference definitions for all claims that a page's Markdown links, sorted by id.

    `titled` ones have a title on hover, the locator; generated pages link claims by their number
    and need none. With `state_claims` the title states the claim too, where no preview can show it.
    """
    linked = sorted(
        {name for name in CLAIM_REFERENCE.findall(markdown) if name in corpus.claim},
        key=lambda name: (corpus.brief_of[name].key, claim_number(name)),
    )
    lines: list[str] = []
    for name in linked:
        title = f"{corpus.brief_of[name].label}, ¶ {corpus.claim[name].paragraph}"
        if state_claims:
            title += f" · {name}: {corpus.claim[name].says}"
        link = f"[{name}]: {addresses.between(path, addresses.claim(corpus, name))}"
        lines.append(link + (f' "{attribute(title)}"' if titled or state_claims else ""))
    return "\n".join(lines)


def abbreviations(corpus: Corpus, markdown: str) -> str:
    """Definitions of the glossary's abbreviations that a page uses, explained on hover."""
    words = set(ABBREVIATION.findall(markdown))
    return "\n".join(
        f"*[{term.term}]: {attribute(term.expansion)}"
        for term in corpus.terms
        if term.expansion and term.term in words
    )
