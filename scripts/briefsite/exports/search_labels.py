"""The names of what search filters by, in the order of the site."""

from briefsite.model import vocabulary
from briefsite.model.corpus import Corpus


def labels(corpus: Corpus) -> dict[str, dict[str, str]]:
    """For each filter the name of every key, in the order in which they are offered."""
    actors = sorted(corpus.actors, key=lambda actor: actor.name.casefold())
    return {
        "kind": vocabulary.RECORD_KINDS,
        "brief": {brief.key: brief.label for brief in corpus.briefs},
        "topic": {topic.key: topic.title for topic in corpus.topics},
        "actor": {actor.key: actor.name for actor in actors},
    }
