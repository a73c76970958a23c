"""Claims against what their sentences deny, count, name and point to."""

from collections.abc import Iterator

from briefsite.model.corpus import Corpus, derived
from briefsite.model.normalized_text import phrase
from briefsite.model.problems import Problem
from briefsite.model.records import Claim
from briefsite.rules import said_in_briefs, turned
from briefsite.rules.facets import (
    Facets,
    facets,
    facets_of_sentences,
    sentences_facets,
    unlooked_for,
)
from briefsite.rules.hedges import synonyms

MEND = "say it as the sentence has it; if both mean the same: reworded: {%s: why}"


def claims_turn_nothing(corpus: Corpus) -> Iterator[Problem]:
    """A claim denies only what its sentences deny, and as often; it counts as they count, has no
    word of certainty that they lack, no word whose opposite they have instead, and names no actor
    beside a word where they have another; or `reworded` says why it means the same."""
    for claim in _checked(corpus):
        base = sentences_facets(corpus, claim)
        for found in turned.without(_turns(corpus, claim, base), claim.reworded):
            message = f"{claim.id}: {found.message}"
            yield claim.at.problem(message, MEND % found.word, "says")


def _turns(corpus: Corpus, claim: Claim, base: Facets) -> Iterator[turned.Turned]:
    own, rest = facets(corpus, claim.says), f"¶ {claim.paragraph}, sentence {_numbers(claim)}"
    yield from turned.speakers_added(own, base, rest)
    yield from turned.numbers_added(own, base, rest)
    yield from turned.denial_added(own, base, rest)
    yield from turned.opposites_of(own, base, rest)
    yield from (
        found for found in turned.sureness_added(own, base, rest) if found.kind == "certainty"
    )
    yield from said_in_briefs.said_otherwise(corpus, claim)


def claims_name_who_stands_there(corpus: Corpus) -> Iterator[Problem]:
    """An actor named by a claim is named in its sentences or, where these say "it", earlier in the
    paragraph; `allowed` holds a name that the brief leaves to be understood."""
    for claim in _checked(corpus):
        key = corpus.brief_of[claim.id].key
        if claim.paragraph > len(corpus.fingerprints[key].sentences):
            continue  # there is no such paragraph, as another rule says
        base = sentences_facets(corpus, claim)
        for number in range(1, claim.sentences[0]):
            base |= facets_of_sentences(corpus).get((key, claim.paragraph, number), Facets())
        allowed = set(map(phrase, claim.allowed))
        for found in turned.actors_added(facets(corpus, claim.says), base, f"¶ {claim.paragraph}"):
            if found.word not in allowed:
                message = f"{claim.id}: {found.message} up to sentence {claim.sentences[-1]}"
                yield claim.at.problem(message, "name who acts there", "says")


def claims_list_their_actors(corpus: Corpus) -> Iterator[Problem]:
    """Every actor that a claim names stands in its `actors`, and every one of these is named by it
    or in its paragraph, or is the state (`of`) of one who is; groups aside."""
    for claim in _checked(corpus):
        key = corpus.brief_of[claim.id].key
        own = facets(corpus, claim.says).of("actor")
        there = set(own) | _actors_of_paragraphs(corpus).get((key, claim.paragraph), set())
        there |= {corpus.actor[name].of or "" for name in there if name in corpus.actor}
        for actor, word in own.items():
            if corpus.actor[actor].kind == "group":
                continue
            if actor not in claim.actors and not _other(corpus, word, claim.actors):
                yield claim.at.problem(
                    f"{claim.id}: '{word}' is named, and '{actor}' is not among its actors",
                    f"add {actor} to 'actors'",
                    "actors" if claim.actors else "says",
                )
        for actor in claim.actors:
            known = corpus.actor.get(actor)
            if known and known.kind != "group" and actor not in there:
                yield claim.at.problem(
                    f"{claim.id}: '{actor}' is listed, and nothing there names it",
                    "take it out of 'actors', or name it in 'says'",
                    "actors",
                )


@derived
def _actors_of_paragraphs(corpus: Corpus) -> dict[tuple[str, int], set[str]]:
    """The actors whom the sentences of a paragraph name, by (brief, paragraph)."""
    actors: dict[tuple[str, int], set[str]] = {}
    for (brief, paragraph, _), known in facets_of_sentences(corpus).items():
        actors.setdefault((brief, paragraph), set()).update(known.of("actor"))
    return actors


def _other(corpus: Corpus, word: str, actors: tuple[str, ...]) -> bool:
    """Whether a name is that of one of these actors too."""
    return any(
        phrase(name) == word
        for actor in actors
        if actor in corpus.actor
        for name in (corpus.actor[actor].name, *corpus.actor[actor].aliases)
    )


def sentences_are_carried_whole(corpus: Corpus) -> Iterator[Problem]:
    """What a sentence denies, hedges, limits, or says of an actor is carried by at least one of its
    claims: one of them denies, keeps the hedge (or says under `not_hedges` why it is none), has the
    word that says how much, how often or how soon, and names the actor."""
    for (brief, paragraph, number), base in facets_of_sentences(corpus).items():
        claims = (
            [
                claim
                for claim in corpus.brief[brief].claims
                if claim.paragraph == paragraph and number in claim.sentences
            ]
            if brief in corpus.brief
            else []
        )
        if not claims:
            continue
        own = facets(corpus, *(claim.says for claim in claims))
        ids = " and ".join(claim.id for claim in claims)
        for found in (
            *turned.denial_lost(own, base, f"sentence {number} of ¶ {paragraph}"),
            *turned.limits_lost(own, base, f"sentence {number} of ¶ {paragraph}"),
            *_hedges_lost(corpus, claims, own, base),
            *_actors_lost(corpus, claims, own, base, number),
        ):
            if not any(found.word in claim.reworded for claim in claims):
                message = f"{ids}: {found.message}"
                yield claims[0].at.problem(message, "carry it in the claim it bears on", "says")


def _hedges_lost(
    corpus: Corpus, claims: list[Claim], own: Facets, base: Facets
) -> Iterator[turned.Turned]:
    granted = {phrase(word) for claim in claims for word in claim.not_hedges}
    for word in {word for claim in claims for word in claim.hedge}:
        granted |= synonyms(corpus, word)  # that its claim keeps it is a rule by itself
    for found in turned.hedges_lost(own, base, "the sentence"):
        if found.word not in granted and not _reported(corpus, claims, found.word):
            yield found


def _reported(corpus: Corpus, claims: list[Claim], word: str) -> bool:
    """Whether a hedge is a word that reports, and a claim names who is reported."""
    assert corpus.lexicon
    return word in map(phrase, corpus.lexicon.reporting) and any(
        claim.attributed_to != "brief" for claim in claims
    )


def _actors_lost(
    corpus: Corpus, claims: list[Claim], own: Facets, base: Facets, number: int
) -> Iterator[turned.Turned]:
    carried = set(own.of("actor")) | {actor for claim in claims for actor in claim.actors}
    for actor, word in base.of("actor").items():
        if actor not in carried and not any(_other(corpus, word, c.actors) for c in claims):
            message = f"sentence {number} names '{word}', and none of its claims does"
            yield turned.Turned(word, message, "actor")


def rewordings_are_needed(corpus: Corpus) -> Iterator[Problem]:
    """A word under `reworded` of a claim is one that the rules would ask about."""
    for claim in _checked(corpus):
        if not claim.reworded:
            continue
        base = sentences_facets(corpus, claim)
        asked = {found.word for found in _turns(corpus, claim, base)} | {*base.by.values()}
        for word in claim.reworded:
            if phrase(word) not in asked:
                message = f"{claim.id}: '{word}' need not be explained"
                yield claim.at.problem(message, "take it out of 'reworded'", "reworded")


def _checked(corpus: Corpus) -> Iterator[Claim]:
    """The claims whose brief has fingerprints with what turns a meaning."""
    for claim in corpus.claim.values():
        prints = corpus.fingerprints.get(corpus.brief_of[claim.id].key)
        if prints and len(unlooked_for(corpus)[prints.key]) * 2 < len(prints.known):
            yield claim


def _numbers(claim: Claim) -> str:
    return " or ".join(map(str, claim.sentences))


def words_are_looked_for(corpus: Corpus) -> Iterator[Problem]:
    """The fingerprints of a brief know every word of data/lexicon.yml and every name of
    data/actors.yml."""
    for key, words in unlooked_for(corpus).items():
        if words and key in corpus.brief:
            some = ", ".join(f"'{word}'" for word in sorted(words)[:3])
            yield corpus.brief[key].at.problem(
                f"nobody with the text of {key} has looked for {some}"
                + (f" and {len(words) - 3} words more" if len(words) > 3 else ""),
                f"someone with the text runs: scripts/build.py fingerprint {key} TEXTFILE",
                "key",
            )


RULES = (
    words_are_looked_for,
    claims_turn_nothing,
    claims_name_who_stands_there,
    claims_list_their_actors,
    sentences_are_carried_whole,
    rewordings_are_needed,
)
