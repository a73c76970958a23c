"""Those whom the briefs report, and by which words a text names them."""

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
