"""What prose calls a brief."""

from briefsite.model.corpus import Corpus
from briefsite.model.records import Brief


def called(corpus: Corpus, brief: Brief) -> str:
    """The name of a brief; with its year where another brief has the name too, as one by the same
    author has."""
    shared = sum(other.name == brief.name for other in corpus.briefs) > 1
    return brief.label if shared else brief.name
