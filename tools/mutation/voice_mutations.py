"""Changes of who says it, whose term it is, who is named, and which claim is linked."""

import re

from briefsite.model.normalized_text import phrase
from briefsite.rules import required_phrases
from briefsite.rules.checked_texts import topic_page_blocks
from tools.mutation.change import Change
from tools.mutation.wording_mutations import claim_texts


def another_briefs_term(corpus, texts):
    """another brief's term put into a claim or an answer"""
    for term in corpus.terms:
        if not term.coined_by:
            continue
        for number, (claim, place) in enumerate(claim_texts(corpus, texts)):
            if corpus.brief_of[claim.id].key != term.coined_by and number % 7 == len(term.term) % 7:
                yield _appended(texts, place, f" amid the {term.term}")
        for question in corpus.questions:
            for key, answer in question.answers.items():
                if key != term.coined_by and len(question.id) % 5 == len(term.term) % 5:
                    yield _appended(texts, texts.field(answer, "says"), f" amid the {term.term}")


def _appended(texts, place, addition):
    path, start, end = place
    last = texts[path].rfind(".", start, end)
    return texts.within((path, last, end), ".", addition + ".") if last > 0 else None


def anothers_term_on_a_page(corpus, texts):
    """a brief's term put into a topic page's paragraph that links another brief alone"""
    terms = [term for term in corpus.terms if term.coined_by]
    if not terms:
        return
    for number, (path, line, links, _) in enumerate(topic_page_blocks(corpus)):
        term = terms[number % len(terms)]
        if not {term.coined_by, f"@{term.coined_by}"} & links and links:
            lines = texts[path].split("\n")
            lines[line - 1] += f" So much for the {term.term}."
            yield Change(path, "\n".join(lines))


def _names_in(corpus, claim):
    known = required_phrases.known_names(corpus)
    for demand in required_phrases.phrases_of_claim(corpus, claim):
        if demand.kind == "name" and demand.others:
            yield demand.text, known


def name_from_elsewhere(corpus, texts):
    """a name exchanged for one that the paragraph does not hold"""
    for claim, place in claim_texts(corpus, texts):
        prints = corpus.fingerprints[corpus.brief_of[claim.id].key]
        for text, _known in list(_names_in(corpus, claim))[:1]:
            for actor in corpus.actors:
                every = (actor.name, *actor.aliases)
                if (
                    not any(prints.in_paragraph("name", name, claim.paragraph) for name in every)
                    and actor.kind == "state"
                ):
                    yield texts.within(place, text, actor.name)
                    break


def attribution_left_out(corpus, texts):
    """a claim's `attributed_to` left out"""
    for claim in corpus.claim.values():
        if claim.attributed_to != "brief":
            yield texts.without(texts.field(claim, "attributed_to"))


def speaker_not_named(corpus, texts):
    """the speaker taken out of a claim attributed to somebody"""
    names = {
        phrase(name): (actor.name, *actor.aliases)
        for actor in corpus.actors
        for name in (actor.name, *actor.aliases)
    }
    names |= {phrase(name): words for name, words in corpus.lexicon.voices.items()}
    for claim, place in claim_texts(corpus, texts):
        if claim.attributed_to != "brief":
            path, start, end = place
            text = texts[path][start:end]
            for way in sorted(names[phrase(claim.attributed_to)], key=len, reverse=True):
                text = re.sub(rf"(?<!\w){re.escape(way)}(?!\w)", "somebody", text, flags=re.I)
            yield Change(path, texts[path][:start] + text + texts[path][end:])


def claim_of_the_other_brief(corpus, texts):
    """a claim's id in an answer exchanged for one of another brief"""
    for question in corpus.questions:
        for key, answer in question.answers.items():
            other = next(
                claim.id for claim in corpus.claim.values() if corpus.brief_of[claim.id].key != key
            )
            yield texts.within(texts.field(answer, "claims"), answer.claims[0], other)


def unknown_claim_on_a_page(corpus, texts):
    """a claim's id on a page mistyped into one that does not exist"""
    for page in corpus.pages:
        for use in page.claims[:4]:
            yield _renamed(texts, page, use.name, f"{use.name}00")


def not_dropped(corpus, texts):
    """a "not", "no" or "cannot" dropped from a claim"""
    for claim, place in claim_texts(corpus, texts):
        for old, new in ((" not ", " "), (" no ", " "), ("cannot", "can"), (" nor ", " or ")):
            if old in claim.says:
                yield texts.within(place, old, new)


def name_from_the_paragraph(corpus, texts):
    """a name exchanged for another that the same paragraph holds"""
    for claim, place in claim_texts(corpus, texts):
        prints = corpus.fingerprints[corpus.brief_of[claim.id].key]
        for text, known in list(_names_in(corpus, claim))[:1]:
            own = known[phrase(text)]
            for actor in corpus.actors:
                if (
                    actor.kind == "state"
                    and actor.name not in own
                    and prints.in_paragraph("name", actor.name, claim.paragraph)
                ):
                    yield texts.within(place, text, actor.name)
                    break


def link_to_another_claim(corpus, texts):
    """a link or mark on a page led to another claim of the same brief"""
    for page in corpus.pages:
        for use in page.claims[::3]:
            same = [claim.id for claim in corpus.brief_of[use.name].claims]
            other = same[(same.index(use.name) + 5) % len(same)]
            yield _renamed(texts, page, use.name, other)


def _renamed(texts, page, name: str, other: str) -> Change | None:
    """A link or mark of a claim on a page exchanged for that of another."""
    place = page.path, 0, len(page.text)
    link, mark = (
        texts.within(place, f"{before}{name}]", f"{before}{other}]") for before in ("][", "[^")
    )
    return link or mark
