"""Reference definitions that make `[food and fuel][E31]` a plain Markdown link."""

import re

from briefsite.model import addresses
from briefsite.model.ids import CLAIM_REFERENCE, claim_number
from briefsite.pages.rendering import attribute

ABBREVIATION = re.compile(r"[A-Za-z][\w-]*")


def locator(corpus, claim_id: str) -> str:
    """A claim's place as people cite it: Easley 2024, ¶ 6."""
    return f"{corpus.brief_of[claim_id].label}, ¶ {corpus.claim[claim_id].paragraph}"


def definitions(corpus, path: str, markdown: str, titled: bool = True, told: bool = False) -> str:
    """The reference definitions for all claims that a page's Markdown links, sorted by id.

    `titled` ones say the place on hover; generated pages link claims by their number and need no title.
    `told` ones say the claim itself besides, where no preview of it can be shown.
    """
    used = sorted(
        {name for name in CLAIM_REFERENCE.findall(markdown) if name in corpus.claim},
        key=lambda name: (corpus.brief_of[name].key, claim_number(name)),
    )
    return "\n".join(
        f"[{name}]: {addresses.between(path, addresses.claim(corpus, name))}"
        + (
            f' "{attribute(locator(corpus, name))}{_said(corpus, name) if told else ""}"'
            if titled or told
            else ""
        )
        for name in used
    )


def _said(corpus, name: str) -> str:
    return f" · {name}: {attribute(corpus.claim[name].says)}"


def abbreviations(corpus, markdown: str) -> str:
    """Definitions of the glossary's abbreviations that a page uses, explained on hover."""
    words = set(ABBREVIATION.findall(markdown))
    return "\n".join(
        f"*[{term.term}]: {attribute(term.expansion)}"
        for term in corpus.terms
        if term.expansion and term.term in words
    )
