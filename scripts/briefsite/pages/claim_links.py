"""Reference definitions that make `[food and fuel][E31]` a plain Markdown link."""

import re

from briefsite.pages.generated_page import between
from briefsite.pages.rendering import attribute

USED = re.compile(r"\]\[([A-Z]+[0-9]+)\]")
ABBREVIATION = re.compile(r"[A-Za-z][\w-]*")


def claim_target(corpus, claim_id: str) -> str:
    """Where a claim stands: briefs/easley-2024.md#E31."""
    return f"briefs/{corpus.brief_of[claim_id].key}.md#{claim_id}"


def locator(corpus, claim_id: str) -> str:
    """A claim's place as people cite it: Easley 2024, ¶ 6."""
    return f"{label(corpus.brief_of[claim_id])}, ¶ {corpus.claim[claim_id].paragraph}"


def label(brief) -> str:
    """A brief's short name: Easley 2024."""
    return f"{brief.name} {brief.published[:4]}"


def definitions(corpus, path: str, markdown: str, titled: bool = True, told: bool = False) -> str:
    """The reference definitions for all claims that a page's Markdown links, sorted by id.

    `titled` ones say the place on hover; generated pages link claims by their number and need no title.
    `told` ones say the claim itself besides, where no preview of it can be shown.
    """
    used = sorted(
        {name for name in USED.findall(markdown) if name in corpus.claim},
        key=lambda name: (corpus.brief_of[name].key, int(re.sub(r"\D", "", name))),
    )
    return "\n".join(
        f"[{name}]: {between(path, claim_target(corpus, name))}"
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
