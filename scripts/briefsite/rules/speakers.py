"""Those whom the briefs report, and by which words a text names them."""

import re

from briefsite.model.corpus import Corpus, derived
from briefsite.model.normalized_text import phrase
from briefsite.rules.hedges import lexicon


@derived
def forms_of_speakers(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """The names of every actor and voice, by each of its names in normal form."""
    return {
        phrase(name): (actor.name, *actor.aliases)
        for actor in corpus.actors
        for name in (actor.name, *actor.aliases)
    } | {phrase(name): words for name, words in lexicon(corpus).voices.items()}


@derived
def names_of_briefs(corpus: Corpus) -> str:
    """The names of the briefs as alternatives of a regular expression, the longest first."""
    names = sorted({brief.name for brief in corpus.briefs}, key=lambda name: (-len(name), name))
    return "|".join(map(re.escape, names)) or "(?!)"


def unnamed(corpus: Corpus, text: str, instead: str = "") -> str:
    """A text without the names of the briefs, which are no words of what they say."""
    return re.sub(rf"\b(?:{names_of_briefs(corpus)})\b(?:['’]s)?", instead, text)
