"""Claims that lead to others, which must not lead back."""

from collections.abc import Callable, Iterable

from briefsite.model.corpus import Corpus
from briefsite.model.records import Claim


def reached(corpus: Corpus, claim: Claim, linked: Callable[[Claim], Iterable[str]]) -> set[str]:
    """The ids to which a claim leads, over any number of steps of `linked`; unknown ids lead
    nowhere."""
    seen, todo = set[str](), list(linked(claim))
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += linked(corpus.claim[name]) if name in corpus.claim else ()
    return seen
