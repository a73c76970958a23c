"""How sure a claim is, and who says it."""

from briefsite.model.corpus import Corpus
from briefsite.model.problems import nearest
from briefsite.rules.hedges import equals, found, hedges
from briefsite.rules.wording import holds, phrase, unquoted


def hedges_stand_in_the_brief(corpus: Corpus):
    """A hedge that a claim declares stands in the sentences it names, and is a word of data/lexicon.yml."""
    for brief in corpus.briefs:
        prints = corpus.fingerprints.get(brief.key)
        for claim in brief.claims:
            for word in claim.hedge:
                if not equals(corpus.lexicon, word):
                    yield claim.at.problem(
                        f"{claim.id}: '{word}' is no hedge of data/lexicon.yml",
                        nearest(word, hedges(corpus.lexicon))
                        or "add it there with the words that stand for it",
                        "hedge",
                    )
                elif prints and not prints.in_sentences(
                    "hedge", word, claim.paragraph, claim.sentences
                ):
                    yield claim.at.problem(
                        f"{claim.id}: the hedge '{word}' does not stand in sentence "
                        f"{' or '.join(map(str, claim.sentences))} of ¶ {claim.paragraph}",
                        "give the brief's own word",
                        "hedge",
                    )


def hedges_are_kept(corpus: Corpus):
    """A claim with a hedge carries it, or a word that stands for it, in its restatement."""
    for claim in corpus.claim.values():
        said = found(unquoted(claim.says), hedges(corpus.lexicon))
        for word in claim.hedge:
            same = equals(corpus.lexicon, word)
            if same and not same & set(said):
                yield claim.at.problem(
                    f"{claim.id}: the brief says '{word}', the restatement does not",
                    f"write one of: {', '.join(sorted(same))}",
                    "says",
                )


def hedges_are_not_added(corpus: Corpus):
    """A restatement holds no hedge that the claim does not declare, neither weaker nor stronger."""
    for claim in corpus.claim.values():
        declared = {
            same
            for word in (*claim.hedge, *claim.elsewhere)
            for same in equals(corpus.lexicon, word)
        }
        for word in found(unquoted(claim.says), hedges(corpus.lexicon)):
            if word not in declared:
                yield claim.at.problem(
                    f"{claim.id}: '{word}' is a hedge that the claim does not declare",
                    "declare the brief's word under 'hedge', or take it out of 'says'",
                    "says",
                )


def hedged_answers_are_hedged(corpus: Corpus):
    """An answer that rests on hedged claims alone carries a hedge."""
    for question in corpus.questions:
        for answer in question.answers.values():
            claims = [corpus.claim[name] for name in answer.claims if name in corpus.claim]
            if (
                claims
                and all(claim.hedge for claim in claims)
                and not found(answer.says, hedges(corpus.lexicon))
            ):
                yield answer.at.problem(
                    f"{question.id}: the claims behind this answer are all hedged, the answer is not",
                    f"keep it: {', '.join(sorted({word for claim in claims for word in claim.hedge}))}",
                    "says",
                )


def hedges_are_declared(corpus: Corpus):
    """A hedge or reporting word in the brief's sentence is declared by each claim that restates it
    (`hedge`, `attributed_to`), or listed under `elsewhere` as bearing on another part."""
    watched = hedges(corpus.lexicon)
    for brief in corpus.briefs:
        prints = corpus.fingerprints.get(brief.key)
        for claim in brief.claims if prints else ():
            there = {
                kind: prints.words_in(kind, words, claim.paragraph, claim.sentences)
                for kind, words in (("hedge", watched), ("reporting", corpus.lexicon.reporting))
            }
            set_apart = {phrase(word) for word in claim.elsewhere}
            declared = {same for word in claim.hedge for same in equals(corpus.lexicon, word)}
            for word in there["hedge"]:
                if phrase(word) not in declared | set_apart:
                    yield claim.at.problem(
                        f"{claim.id}: the brief's sentence holds '{word}', and the claim does not say so",
                        f"hedge: [{word}], or elsewhere: [{word}] if it bears on another part",
                        "sentences",
                    )
            for word in there["reporting"] if claim.attributed_to == "brief" else ():
                if phrase(word) not in set_apart:
                    yield claim.at.problem(
                        f"{claim.id}: the brief's sentence reports somebody ('{word}'), and the claim is the brief's own",
                        f"attributed_to: …, or elsewhere: [{word}] if it bears on another part",
                        "sentences",
                    )
            for word in claim.elsewhere:
                if phrase(word) not in {
                    phrase(other) for words in there.values() for other in words
                }:
                    yield claim.at.problem(
                        f"{claim.id}: '{word}' does not stand in its sentences",
                        "take it out of 'elsewhere'",
                        "elsewhere",
                    )


def voices_are_named(corpus: Corpus):
    """A claim that the brief attributes to somebody names them in its restatement."""
    names = {
        phrase(name): (actor.name, *actor.aliases)
        for actor in corpus.actors
        for name in (actor.name, *actor.aliases)
    }
    names |= {phrase(name): words for name, words in corpus.lexicon.voices.items()}
    for claim in corpus.claim.values():
        if claim.attributed_to == "brief":
            continue
        ways = names.get(phrase(claim.attributed_to))
        if ways is None:
            yield claim.at.problem(
                f"{claim.id}: '{claim.attributed_to}' is no actor, and no voice of data/lexicon.yml",
                nearest(
                    claim.attributed_to,
                    [*corpus.lexicon.voices, *(actor.name for actor in corpus.actors), "brief"],
                ),
                "attributed_to",
            )
        elif not any(holds(claim.says, way) for way in ways):
            yield claim.at.problem(
                f"{claim.id}: the brief says this of {claim.attributed_to}, the restatement does not name them",
                f"name them: {', '.join(ways)}",
                "says",
            )


RULES = (
    hedges_stand_in_the_brief,
    hedges_are_kept,
    hedges_are_not_added,
    hedged_answers_are_hedged,
    hedges_are_declared,
    voices_are_named,
)
