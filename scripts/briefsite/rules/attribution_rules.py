"""How sure a claim is, and who says it."""

from collections.abc import Iterator

from briefsite.load import fingerprint_files
from briefsite.model.corpus import Corpus
from briefsite.model.normalized_text import phrase
from briefsite.model.problems import Problem, nearest
from briefsite.model.records import Claim
from briefsite.rules.facets import facets
from briefsite.rules.hedges import hedge_words, lexicon, synonyms, words_in
from briefsite.rules.speakers import forms_of_speakers
from briefsite.rules.wording import holds, unquoted


def hedges_stand_in_the_brief(corpus: Corpus) -> Iterator[Problem]:
    """A hedge that a claim declares stands in the sentences it names, and is a word of
    data/lexicon.yml."""
    for claim in corpus.claim.values():
        prints = corpus.fingerprints.get(corpus.brief_of[claim.id].key)
        for word in claim.hedge:
            if not synonyms(corpus, word):
                yield claim.at.problem(
                    f"{claim.id}: '{word}' is not a hedge of data/lexicon.yml",
                    nearest(word, hedge_words(corpus))
                    or "add it there, with words of the same strength",
                    "hedge",
                )
            elif prints and not prints.in_sentences(
                "hedge", word, claim.paragraph, claim.sentences
            ):
                sentences = " or ".join(map(str, claim.sentences))
                yield claim.at.problem(
                    f"{claim.id}: the hedge '{word}' is not in sentence {sentences} "
                    f"of ¶ {claim.paragraph}",
                    "give the brief's own word",
                    "hedge",
                )


def hedges_are_kept(corpus: Corpus) -> Iterator[Problem]:
    """A claim with a hedge carries it, or a word that stands for it, in its restatement."""
    for claim in corpus.claim.values():
        restated = words_in(unquoted(claim.says), hedge_words(corpus))
        for word in claim.hedge:
            equivalent = synonyms(corpus, word)
            if equivalent and equivalent.isdisjoint(restated):
                yield claim.at.problem(
                    f"{claim.id}: the brief says '{word}', the restatement does not",
                    f"write one of: {', '.join(sorted(equivalent))}",
                    "says",
                )


def hedges_are_not_added(corpus: Corpus) -> Iterator[Problem]:
    """A restatement holds no hedge that the claim does not declare, neither weaker nor stronger."""
    for claim in corpus.claim.values():
        words = (*claim.hedge, *claim.elsewhere)
        declared = {equivalent for word in words for equivalent in synonyms(corpus, word)}
        declared |= _reporting_of(corpus, claim)
        declared |= {same for word in claim.not_hedges for same in synonyms(corpus, word)}
        for word in words_in(unquoted(claim.says), hedge_words(corpus)):
            if word not in declared:
                yield claim.at.problem(
                    f"{claim.id}: '{word}' is a hedge that the claim does not declare",
                    "declare the brief's word under 'hedge', or take it out of 'says'",
                    "says",
                )


def _reporting_of(corpus: Corpus, claim: Claim) -> set[str]:
    """Words that report a named speaker ("implied") and so are no hedge of the brief's."""
    named = claim.attributed_to != "brief"
    return set(map(phrase, lexicon(corpus).reporting)) if named else set()


def hedged_answers_are_hedged(corpus: Corpus) -> Iterator[Problem]:
    """An answer or an actor's aims that rest on hedged claims alone carry a hedge."""
    answers = [
        (question.id, answer, "this answer", "the answer is not")
        for question in corpus.questions
        for answer in question.answers.values()
    ]
    aims = [
        (actor.key, aims, "these aims", "the sentence is not")
        for actor in corpus.actors
        for aims in actor.aims.values()
    ]
    for name, record, called, fault in (*answers, *aims):
        hedges = [corpus.claim[claim].hedge for claim in record.claims if claim in corpus.claim]
        if hedges and all(hedges) and not words_in(record.says, hedge_words(corpus)):
            words = sorted({word for hedge in hedges for word in hedge})
            yield record.at.problem(
                f"{name}: the claims behind {called} are all hedged, {fault}",
                f"keep it: {', '.join(words)}",
                "says",
            )


def hedges_are_declared(corpus: Corpus) -> Iterator[Problem]:
    """A hedge or reporting word in the brief's sentence is declared by each claim that restates it
    (`hedge`, `attributed_to`). Two fields set one aside: `not_hedges`, with the reason why it
    weakens and reports nothing (a concession, a permission, a name), and `elsewhere`, where another
    claim of the sentence carries it."""
    for claim in corpus.claim.values():
        prints = corpus.fingerprints.get(corpus.brief_of[claim.id].key)
        if not prints:
            continue
        place = claim.paragraph, claim.sentences
        hedges = prints.words_in("hedge", hedge_words(corpus), *place)
        reporting = prints.words_in("reporting", lexicon(corpus).reporting, *place)
        aside = set(map(phrase, (*claim.elsewhere, *claim.not_hedges)))
        declared = {same for word in claim.hedge for same in synonyms(corpus, word)} | aside
        declared |= _reporting_of(corpus, claim)
        for word in hedges:
            if phrase(word) not in declared:
                yield claim.at.problem(
                    f"{claim.id}: the brief's sentence holds '{word}', and the claim does not "
                    "say so",
                    f"hedge: [{word}]; if it weakens nothing: not_hedges: {{{word}: why}}",
                    "sentences",
                )
        for word in reporting if claim.attributed_to == "brief" else ():
            if phrase(word) not in aside:
                yield claim.at.problem(
                    f"{claim.id}: the brief's sentence reports somebody ('{word}'), and the "
                    "claim is the brief's own",
                    f"attributed_to: …; if it reports nobody: not_hedges: {{{word}: why}}",
                    "sentences",
                )
        for name in ("elsewhere", "not_hedges"):
            for word in getattr(claim, name):
                if phrase(word) not in map(phrase, [*hedges, *reporting]):
                    yield claim.at.problem(
                        f"{claim.id}: '{word}' is not in its sentences",
                        f"take it out of '{name}'",
                        name,
                    )


def what_is_set_aside_is_carried(corpus: Corpus) -> Iterator[Problem]:
    """A word under `elsewhere` is carried by another claim of the same sentence: as its hedge, by a
    reported speaker, by a word that reports, or under its `not_hedges`."""
    for claim in corpus.claim.values():
        prints = corpus.fingerprints.get(corpus.brief_of[claim.id].key)
        for word in claim.elsewhere:
            place = claim.paragraph, claim.sentences
            if prints and not any(
                prints.in_sentences(kind, word, *place) for kind in ("hedge", "reporting")
            ):
                continue  # it is set aside for nothing, which is a rule by itself
            others = [
                other
                for other in corpus.brief_of[claim.id].claims
                if other.paragraph == claim.paragraph
                and set(other.sentences) & set(claim.sentences)
            ]
            if not any(_carries(corpus, other, claim, word) for other in others):
                yield claim.at.problem(
                    f"{claim.id}: '{word}' is set aside, and no claim of its sentence carries it",
                    "carry it in the claim that it bears on",
                    "elsewhere",
                )


def speakers_have_a_reporting_word(corpus: Corpus) -> Iterator[Problem]:
    """Where a claim is attributed to somebody, its sentences report: they hold a word that
    data/lexicon.yml lists under `reporting`, or a hedge such as "allegedly". A word that is missing
    there is added."""
    for claim in corpus.claim.values():
        key = corpus.brief_of[claim.id].key
        prints = corpus.fingerprints.get(key)
        if claim.attributed_to == "brief" or not prints:
            continue
        place = claim.paragraph, claim.sentences
        words = prints.words_in("reporting", lexicon(corpus).reporting, *place)
        if not words and not prints.words_in("hedge", hedge_words(corpus), *place):
            yield claim.at.problem(
                f"{claim.id}: attributed to {claim.attributed_to}, but its sentence has no "
                "reporting word that data/lexicon.yml knows",
                "add the sentence's word there, under 'reporting'; then "
                f"{fingerprint_files.command(key)}",
                "attributed_to",
            )


def _carries(corpus: Corpus, other: Claim, claim: Claim, word: str) -> bool:
    """Whether a claim of a sentence carries a hedge or reporting word that `claim` sets aside."""
    if other is not claim and phrase(word) in map(phrase, other.not_hedges):
        return True
    if same := synonyms(corpus, word):
        hedges = {each for hedge in other.hedge for each in synonyms(corpus, hedge)}
        if other is not claim and same & hedges:
            return True
    reports = phrase(word) in map(phrase, lexicon(corpus).reporting)
    return reports and (
        other.attributed_to != "brief" or bool(facets(corpus, other.says).of("report"))
    )


def speakers_are_named(corpus: Corpus) -> Iterator[Problem]:
    """A claim that the brief attributes to somebody names them in its restatement."""
    groups, forms = lexicon(corpus).voices, forms_of_speakers(corpus)
    for claim in corpus.claim.values():
        speaker = claim.attributed_to
        if speaker == "brief":
            continue
        if (names := forms.get(phrase(speaker))) is None:
            known = [*groups, *(actor.name for actor in corpus.actors), "brief"]
            add = f"add it under 'voices' there: '{speaker}: [{speaker}]'"
            yield claim.at.problem(
                f"{claim.id}: '{speaker}' is neither an actor nor under 'voices' in "
                "data/lexicon.yml",
                f"{guess} if not, {add}" if (guess := nearest(speaker, known)) else add,
                "attributed_to",
            )
        elif not any(holds(claim.says, name) for name in names):
            yield claim.at.problem(
                f"{claim.id}: the brief attributes this to {speaker}, the restatement does not "
                "name them",
                f"name them: {', '.join(names)}",
                "says",
            )


RULES = (
    hedges_stand_in_the_brief,
    hedges_are_kept,
    hedges_are_not_added,
    hedged_answers_are_hedged,
    hedges_are_declared,
    speakers_have_a_reporting_word,
    what_is_set_aside_is_carried,
    speakers_are_named,
)
