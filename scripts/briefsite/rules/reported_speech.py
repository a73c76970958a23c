"""Who is reported in a text, and by which words."""

import re

from briefsite.model.corpus import Corpus, derived
from briefsite.model.normalized_text import phrase
from briefsite.model.records import Claim
from briefsite.rules.facets import Facets, facets
from briefsite.rules.hedges import lexicon
from briefsite.rules.said import Act
from briefsite.rules.said_otherwise import same
from briefsite.rules.speakers import forms_of_speakers, may_name_briefs, names_of_briefs
from briefsite.rules.stems import stem
from briefsite.rules.turning_words import vocabulary
from briefsite.rules.wording import holds


def without_authors(corpus: Corpus, text: str) -> str:
    """The text without what reports a brief itself: "Easley argues", "in Easley's view"."""
    if not may_name_briefs(corpus, text):
        return text
    names = names_of_briefs(corpus)
    return re.sub(rf"\b(?:{names})\b(?:['’]s)?(?: (?:also|only|adds?))?(?: \w+)?", "…", text)


OTHER_SENSES = frozenset("see sees saw propos hold show point link maint thoug".split())
"""Stems of words that report, and as often mean something else."""
SEEING = frozenset(("see", "sees", "saw"))
"""Those by which nobody is reported unless a speaker is named before them."""


@derived
def reports(corpus: Corpus) -> frozenset[str]:
    """The stems of words that report."""
    known = lexicon(corpus).reports
    stems = frozenset(stem(phrase(word).split(" ")[0]) for word in known if phrase(word))
    return stems - OTHER_SENSES


def reporters(corpus: Corpus, said: Facets) -> list[Act]:
    """The actors whom a text reports: those who stand before a word that reports."""
    return [act for act in said.said.acts if act.side == "before" and act.word in reports(corpus)]


def speaker_of(corpus: Corpus, claim: Claim) -> Act | None:
    """The actor to whom a claim is attributed."""
    return _actors_by_name(corpus).get(phrase(claim.attributed_to))


@derived
def _actors_by_name(corpus: Corpus) -> dict[str, Act]:
    """Actors as those who say something, by each of their names; the first of two has the name."""
    states = vocabulary(corpus).states
    return {
        phrase(name): Act("before", "", "", actor.key, states.get(actor.key, ""), actor.name)
        for actor in reversed(corpus.actors)
        for name in (actor.name, *actor.aliases)
    }


def names_speaker(corpus: Corpus, claim: Claim, text: str) -> bool:
    """Whether a text names the one to whom a claim is attributed."""
    names = forms_of_speakers(corpus).get(phrase(claim.attributed_to), ())
    return not names or any(holds(text, name) for name in names)


def has_report(corpus: Corpus, text: str) -> bool:
    """Whether a text has a word that reports somebody other than a brief, if the lexicon lists
    any."""
    found = facets(corpus, without_authors(corpus, text))
    words = (phrase(word).split(" ")[0] for word in found.of("report"))
    told = any(stem(word) not in SEEING for word in words)
    return told or bool(found.of("speaker")) or not lexicon(corpus).reports


def reported_by_others(corpus: Corpus, own: Facets, base: Facets, claims: list[Claim]) -> list[Act]:
    """The actors whom a text reports, and neither its base nor the attribution of its claims."""
    there = [*reporters(corpus, base)]
    there += [speaker for claim in claims if (speaker := speaker_of(corpus, claim))]
    return [
        act
        for act in sorted(reporters(corpus, own))
        if not any(same(act, other) for other in there)
    ]
