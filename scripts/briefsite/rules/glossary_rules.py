"""Whose a term of the glossary is, and notes of events, against their claims."""

from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.records import Term
from briefsite.rules import said_otherwise
from briefsite.rules.facets import all_known, facets
from briefsite.rules.reported_speech import names_speaker
from briefsite.rules.wording import holds


def terms_are_whose_they_are_said_to_be(corpus: Corpus) -> Iterator[Problem]:
    """Where `whose` names one brief alone, the claims that use the term are its; where it begins
    with a brief's name ("Alder's"), `coined_by` names no other, or without it one of the claims is
    the brief's own; an actor whom it names acts in one of the claims."""
    for term in corpus.terms:
        if term.claims and all_known(corpus, term.claims):
            for message in _faults(corpus, term):
                yield term.at.problem(f"{term.key}: {message}", "whose is it?", "whose")


def _faults(corpus: Corpus, term: Term) -> Iterator[str]:
    claims = [corpus.claim[name] for name in term.claims]
    briefs = {corpus.brief_of[claim.id].key for claim in claims}
    named = {brief.key for brief in corpus.briefs if holds(term.whose, brief.name)}
    if len(named) == 1 and named != briefs:
        yield f"'whose' names {', '.join(named)}, its claims are of {', '.join(sorted(briefs))}"
    for brief in corpus.briefs:
        if term.whose.startswith(f"{brief.name}'s"):
            owner = corpus.brief.get(term.coined_by or "")
            if owner and owner.name != brief.name:
                yield f"'whose' says {brief.name}'s, 'coined_by' says {term.coined_by}"
            if not term.coined_by and all(claim.attributed_to != "brief" for claim in claims):
                yield f"{claims[0].id} reports {claims[0].attributed_to}, 'whose' names the brief"
    actors = facets(corpus, term.whose).of("actor")
    acting = {actor for claim in claims for actor in claim.actors}
    if (
        actors
        and not actors.keys() & acting
        and not any(names_speaker(corpus, claim, term.whose) for claim in claims)
    ):
        yield f"'whose' names '{next(iter(actors.values()))}', who acts in none of its claims"


def meanings_and_notes_turn_nothing(corpus: Corpus) -> Iterator[Problem]:
    """The meaning of a term and the note on a mention of an event name no actor beside a word where
    their claims have another, and say nothing that these deny in the same words."""
    for term in corpus.terms:
        if term.claims and all_known(corpus, term.claims):
            for message in _turned(corpus, term.meaning, term.claims):
                yield term.at.problem(f"{term.key}: {message}", "say it as they have it", "meaning")
    for event in corpus.events:
        named = {brief.key for brief in corpus.briefs if holds(event.title, brief.name)}
        for key in sorted(named - {mention.brief for mention in event.mentions}):
            message = f"{event.id}: its title names {key}, which does not mention it"
            yield event.at.problem(message, "name the brief that does", "title")
        for mention in event.mentions:
            if mention.note and all_known(corpus, mention.claims):
                for message in _turned(corpus, mention.note, mention.claims):
                    hint = "say it as they have it"
                    yield mention.at.problem(f"{event.id}: {message}", hint, "note")


def _turned(corpus: Corpus, text: str, claims: tuple[str, ...]) -> Iterator[str]:
    own = facets(corpus, text)
    base = facets(corpus, *(corpus.claim[name].says for name in claims))
    rest = "the text of its claims"
    yield from (item.message for item in said_otherwise.acts_of_others(own.said, base.said, rest))
    yield from (item.message for item in said_otherwise.denials_undone(own, base, rest))


RULES = (terms_are_whose_they_are_said_to_be, meanings_and_notes_turn_nothing)
