"""Words of sense that a restatement has, and what it restates, and everything else that restates
it, has not."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefsite.model.corpus import Corpus, derived
from briefsite.model.normalized_text import words
from briefsite.model.records import Claim
from briefsite.rules.clauses import SENTENCE
from briefsite.rules.page_sentences import accounts
from briefsite.rules.speakers import unnamed
from briefsite.rules.stems import FUNCTION, stem
from briefsite.rules.turning_words import Vocabulary, vocabulary

STEM = "stem"
"""The kind of a paragraph's fingerprints that hold the stems of its words."""
COMPARED = frozenset({"actor", "hedge", "report", "number", "negation", "limit", "certainty"})
"""Facets that rules of their own compare."""
PLAIN = frozenset(
    """above ahead alone along apart around away back better bring brings brought come comes
    countries country day days elsewhere far follow following follows four go goes good
    great greater head heading heads hold holds inside keep keeps kept kind let lets like
    little long mean means name names near next old onto outside own part put puts read
    reading set sets side sides sort speak speaking speaks state states take taken takes
    thing things three time toward towards two upon use used uses want wants way ways well
    work works year years""".split()
)
"""Everyday words with too many senses to say what a text is about."""


@lru_cache(maxsize=8192)
def stems(known: Vocabulary, text: str) -> frozenset[str]:
    """The stems of a text's words of sense, but for those of words that other rules compare."""
    found = set[str]()
    for sentence in SENTENCE.split(known.cased(text)):
        tokens, place = words(sentence or ""), 0
        while place < len(tokens):
            sign = known.at(tokens, place)
            if not sign or not any(facet.kind in COMPARED for facet in sign.facets):
                found |= {
                    stem(word)
                    for word in (sign.tokens if sign else tokens[place : place + 1])
                    if len(word) > 2 and not word.isdigit() and word not in FUNCTION | PLAIN
                }
            place += len(sign.tokens) if sign else 1
    return frozenset(found)


@derived
def restating(corpus: Corpus) -> dict[str, dict[str, frozenset[str]]]:
    """The stems of the texts that restate a claim, by the claim and a name for each text."""
    known, by = vocabulary(corpus), dict[str, dict[str, frozenset[str]]]()

    def add(name: str, text: str, claims: Iterable[str]) -> None:
        own = stems(known, text)
        for claim in claims:
            texts = by.setdefault(claim, {})
            texts[name] = texts.get(name, frozenset()) | own

    for question in corpus.questions:
        for key, answer in question.answers.items():
            add(f"{question.id} {key}", f"{question.question} {answer.says}", answer.claims)
    for sentence in accounts(corpus):
        add(sentence.path, unnamed(corpus, sentence.text, "…"), sentence.claims)
    for forecast in corpus.forecasts:
        text = " ".join((forecast.title, forecast.condition or "", forecast.confirms))
        add(f"forecast {forecast.claim}", text, (forecast.claim, *forecast.also))
    for event in corpus.events:
        claims = [name for mention in event.mentions for name in mention.claims]
        add(f"event {event.id}", event.title, claims)
    return by


def used_of(corpus: Corpus, key: str, paragraph: int) -> frozenset[str]:
    """The stems that the claims of a paragraph use, and the texts that restate these."""
    known, found = vocabulary(corpus), set[str]()
    for claim in corpus.brief[key].claims:
        if claim.paragraph == paragraph:
            found |= stems(known, claim.says)
            found |= set[str]().union(*restating(corpus).get(claim.id, {}).values())
    return frozenset(found)


def of_claim(corpus: Corpus, claim: Claim) -> set[str]:
    """Stems that a claim alone has."""
    brief, known = corpus.brief_of[claim.id], vocabulary(corpus)
    own = set(stems(known, claim.says))
    own -= set[str]().union(*restating(corpus).get(claim.id, {}).values())
    for other in brief.claims:
        if other is not claim and (
            other.paragraph == claim.paragraph or other.id in (*claim.restates, *claim.see)
        ):
            own -= stems(known, other.says)
    return set(_absent(corpus, own, [claim]))


def of_text(corpus: Corpus, name: str, text: str, claims: Iterable[str], about: str) -> set[str]:
    """Stems that a text alone has of those that restate these claims; `name` tells it from the
    others, `about` is what it answers."""
    known = vocabulary(corpus)
    own = set(stems(known, text)) - stems(known, about)
    behind = [corpus.claim[each] for each in claims]
    for claim in behind:
        own -= stems(known, claim.says)
        for other, there in restating(corpus).get(claim.id, {}).items():
            if other != name:
                own -= there
    return set(_absent(corpus, own, behind))


def _absent(corpus: Corpus, own: set[str], claims: list[Claim]) -> Iterator[str]:
    """Those that the paragraphs of the claims have not."""
    for each in sorted(own):
        if not any(
            corpus.fingerprints[corpus.brief_of[claim.id].key].in_paragraph(
                STEM, each, claim.paragraph
            )
            for claim in claims
        ):
            yield each
