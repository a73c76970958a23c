"""Those whom the briefs report, and by which words a text names them."""

import re

from briefsite.model.corpus import Corpus, derived
from briefsite.model.normalized_text import phrase, words
from briefsite.model.records import Brief
from briefsite.rules.hedges import lexicon

WORD = re.compile(r"\w+")


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


def may_name_briefs(corpus: Corpus, text: str) -> bool:
    """Whether a text holds the first word of a brief's name. To look for each name in each text
    would take the square of the time when the corpus grows."""
    return not _first_words(corpus).isdisjoint(WORD.findall(text))


@derived
def _first_words(corpus: Corpus) -> frozenset[str]:
    return frozenset(word for brief in corpus.briefs for word in WORD.findall(brief.name)[:1])


def briefs_by_first_word(corpus: Corpus, text: str) -> list[Brief]:
    """The briefs the first word of whose name stands in a text, in normal form."""
    known = _by_first_word(corpus)
    return [brief for word in dict.fromkeys(words(text)) for brief in known.get(word, ())]


@derived
def _by_first_word(corpus: Corpus) -> dict[str, list[Brief]]:
    briefs: dict[str, list[Brief]] = {}
    for brief in corpus.briefs:
        for word in words(brief.name)[:1]:
            briefs.setdefault(word, []).append(brief)
    return briefs


def unnamed(corpus: Corpus, text: str, instead: str = "") -> str:
    """A text without the names of the briefs, which are no words of what they say."""
    if not may_name_briefs(corpus, text):
        return text
    return re.sub(rf"\b(?:{names_of_briefs(corpus)})\b(?:['’]s)?", instead, text)
