"""How a development is marked that rests on the word of one origin."""

from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Development
from briefsite.model.vocabulary import ONE_ORIGIN, OUTLETS


def mark(corpus: Corpus, development: Development) -> str:
    """`one origin`, with the number of outlets where several carry it; "" for several origins."""
    if len({witness.origin.casefold() for witness in development.witnesses}) > 1:
        return ""
    outlets = {corpus.works[key].publisher for key in development.works if key in corpus.works}
    return ONE_ORIGIN + (f", {len(outlets)} {OUTLETS}" if len(outlets) > 1 else "")
