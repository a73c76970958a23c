"""What turns the meaning of a text: the actors it names, what it denies, its hedges, its direction,
its numbers. Texts that rest on each other are compared by these, whatever their words are."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from briefsite.model.corpus import Corpus, derived
from briefsite.model.fingerprints import TURN
from briefsite.model.records import Claim
from briefsite.model.remembered import remembered
from briefsite.rules.said import Said, said, together
from briefsite.rules.turning_words import Facet, Vocabulary, vocabulary


class Facets:
    """The facets of one or several texts, each with the word that showed it first; and what these
    texts say of whom."""

    def __init__(
        self,
        signs: Iterable[tuple[str, tuple[Facet, ...]]] = (),
        texts: tuple[tuple[Vocabulary, str], ...] = (),
    ) -> None:
        self.by: dict[Facet, str] = {}
        self.texts = texts
        for text, found in signs:
            for facet in found:
                self.by.setdefault(facet, text)

    def of(self, kind: str) -> dict[str, str]:
        """The values of a kind, each with the word that showed it."""
        return self._kinds.get(kind, {})

    @cached_property
    def _kinds(self) -> dict[str, dict[str, str]]:
        kinds: dict[str, dict[str, str]] = {}
        for facet, text in self.by.items():
            kinds.setdefault(facet.kind, {})[facet.value] = text
        return kinds

    @cached_property
    def said(self) -> Said:
        """What the texts say of whom, together."""
        return together(said(known, text) for known, text in self.texts)

    def __or__(self, other: "Facets") -> "Facets":
        for one, rest in ((self, other), (other, self)):
            if not one.by and not one.texts:
                return rest  # which remembers what it was asked
        both = Facets(texts=self.texts + other.texts)
        both.by = {**other.by, **self.by}
        return both


def facets(corpus: Corpus, *texts: str | None) -> Facets:
    """The facets of texts, taken together."""
    joined = Facets()
    for text in texts:
        if text:
            joined |= facets_of(vocabulary(corpus), text)
    return joined


@remembered
def facets_of(known: Vocabulary, text: str) -> Facets:
    """The facets of one text."""
    return Facets(((sign.text, sign.facets) for sign in known.found(text)), ((known, text),))


def claims_facets(corpus: Corpus, claims: Iterable[str]) -> Facets:
    """The facets of what claims restate and of the sentences that carry them."""
    joined = Facets()
    for name in claims:
        if claim := corpus.claim.get(name):
            joined |= facets(corpus, claim.says) | sentences_facets(corpus, claim)
    return joined


def restated(corpus: Corpus, claims: Iterable[str]) -> Facets:
    """The facets of what claims say, with the hedges that they declare and may have lost."""
    known = [corpus.claim[name] for name in claims if name in corpus.claim]
    return facets(corpus, *(text for claim in known for text in (claim.says, *claim.hedge)))


def base_of_claims(corpus: Corpus, claims: Iterable[str]) -> Facets:
    """These facets, with the actors of the claims, whether or not their restatements name them."""
    known = [corpus.claim[name] for name in claims if name in corpus.claim]
    actors = {actor for claim in known for actor in claim.actors}
    listed = Facets((actor, (Facet("actor", actor),)) for actor in sorted(actors))
    return restated(corpus, (claim.id for claim in known)) | listed


@derived
def _doubled(corpus: Corpus) -> frozenset[str]:
    counts = Counter(claim.id for brief in corpus.briefs for claim in brief.claims)
    return frozenset(name for name, count in counts.items() if count > 1)


def all_known(corpus: Corpus, names: Iterable[str]) -> bool:
    """Whether each of these claims is there, once, with actors that are there. What rests on a
    claim that can't be read, or is mistyped, can't be compared with it; another rule names it."""
    return all(
        name in corpus.claim
        and name not in _doubled(corpus)
        and all(actor in corpus.actor for actor in corpus.claim[name].actors)
        for name in names
    )


def sentences_facets(corpus: Corpus, claim: Claim) -> Facets:
    """The facets of a claim's sentences, as far as the fingerprints of its brief know them."""
    joined, key = Facets(), corpus.brief_of[claim.id].key
    for number in claim.sentences:
        joined |= facets_of_sentences(corpus).get((key, claim.paragraph, number), NONE)
    return joined


NONE = Facets()


@derived
def facets_of_sentences(corpus: Corpus) -> dict[tuple[str, int, int], Facets]:
    """The facets of every sentence of every brief, by (brief, paragraph, sentence)."""
    known = vocabulary(corpus)
    return {
        (key, paragraph, number): Facets(
            (word, known.facets[word])
            for word in prints.words_in(TURN, known.words, paragraph, (number,))
        )
        for key, prints in corpus.fingerprints.items()
        for paragraph, sentences in enumerate(prints.sentences, 1)
        for number in range(1, len(sentences) + 1)
    }


@derived
def unlooked_for(corpus: Corpus) -> dict[str, frozenset[str]]:
    """Words of the vocabulary that nobody with a brief's text has looked for, by the brief."""
    return {
        key: frozenset(word for word in vocabulary(corpus).words if not prints.knows(TURN, word))
        for key, prints in corpus.fingerprints.items()
    }
