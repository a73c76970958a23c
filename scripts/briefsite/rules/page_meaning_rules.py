"""Sentences of topic pages against the claims that they mark or link."""

import re
from collections.abc import Iterator

from briefsite.load.markdown_pages import CITATION, CITED_KEY
from briefsite.model.corpus import Corpus
from briefsite.model.ids import CLAIM_USE
from briefsite.model.normalized_text import phrase
from briefsite.model.problems import Problem
from briefsite.model.records import Claim
from briefsite.rules import turned
from briefsite.rules.facets import Facet, Facets, all_known, facets
from briefsite.rules.page_sentences import PageSentence, accounts, page_sentences
from briefsite.rules.required_phrases import page_blocks
from briefsite.rules.speakers import forms_of_speakers
from briefsite.rules.topic_page_rules import topic_sections
from briefsite.rules.wording import holds, unquoted

MEND = "say it as the claims have it, or mark the claim that says it"


def sentences_keep_to_one_voice(corpus: Corpus) -> Iterator[Problem]:
    """A sentence of a topic page that names one brief names claims of that brief only; so does one
    that names none in a section headed by one."""
    accounts_of = {
        (path, line): section.brief
        for path, found in topic_sections(corpus)
        for section in found
        for line in range(section.line, section.line + section.text.count("\n") + 1)
    }
    for sentence in page_sentences(corpus):
        only = sentence.named or ((sentence.section,) if sentence.section else ())
        if len(only) != 1 or only[0] is accounts_of.get((sentence.path, sentence.line)):
            continue  # what an account carries is a rule by itself
        for name in sentence.claims:
            if corpus.brief_of[name] is not only[0]:
                yield Problem(
                    sentence.path,
                    sentence.line,
                    f"this sentence gives the view of {only[0].name}, and {name} is a claim of "
                    f"{corpus.brief_of[name].name}",
                    f"name {corpus.brief_of[name].name}, or mark a claim of {only[0].name}",
                )


def pages_turn_nothing(corpus: Corpus) -> Iterator[Problem]:
    """A sentence of a brief's section on a topic page names no actor, number, hedge or word of
    certainty that its claims lack, denies only where they deny, and has no word whose opposite they
    have instead."""
    for sentence in accounts(corpus):
        own = facets(corpus, unquoted(_unnamed(corpus, sentence.text)))
        for found in turned.added(own, _base(corpus, sentence), _claims(sentence)):
            yield Problem(sentence.path, sentence.line, found.message, MEND)


def pages_keep_hedges_and_denials(corpus: Corpus) -> Iterator[Problem]:
    """A sentence of such a section, or the one before it, keeps the hedge of each claim it names;
    one that names a single claim denies where the claim denies."""
    before = None
    for sentence in accounts(corpus):
        own = facets(corpus, _unnamed(corpus, sentence.text))
        near = own
        if before and (before.path, before.nearby) == (sentence.path, sentence.nearby):
            near |= facets(corpus, _unnamed(corpus, before.text))
        before = sentence
        for name in sentence.claims:
            claim = corpus.claim[name]
            found = [*turned.hedges_lost(near, facets(corpus, *claim.hedge), name)]
            if len(sentence.claims) == 1 and not claim.reworded:
                found += turned.denial_lost(own, facets(corpus, claim.says), name)
            for item in found:
                yield Problem(sentence.path, sentence.line, item.message, MEND)


def pages_name_speakers(corpus: Corpus) -> Iterator[Problem]:
    """A sentence of such a section that names a claim of a reported speaker names them, or has a
    reporting word and stands below their name in its paragraph."""
    forms, told, paragraph = forms_of_speakers(corpus), "", ("", ())
    for sentence in accounts(corpus):
        if (sentence.path, sentence.nearby) != paragraph:
            told, paragraph = "", (sentence.path, sentence.nearby)
        told = f"{told} {sentence.text}"
        reports = bool(facets(corpus, sentence.text).of("report"))
        for name in sentence.claims:
            speaker = corpus.claim[name].attributed_to
            names = forms.get(phrase(speaker), ())
            if speaker == "brief" or not names:
                continue
            if not any(holds(sentence.text, form) for form in names) and not (
                reports and any(holds(told, form) for form in names)
            ):
                yield Problem(
                    sentence.path,
                    sentence.line,
                    f"the brief reports {speaker} in {name}, and this sentence does not",
                    f"name them, with a word that reports: {speaker} says, argues, calls for …",
                )


def citations_are_those_of_the_claims(corpus: Corpus) -> Iterator[Problem]:
    """A work that a paragraph of a topic page cites is cited by one of the claims that it names, or
    is their brief; the paragraphs cited of a brief are those of its claims there."""
    for page in corpus.pages:
        for line, block in page_blocks(page) if page.topic else ():
            names = CLAIM_USE.findall(block)
            if not names or not all_known(corpus, names):
                continue
            claims = [corpus.claim[name] for name in names]
            briefs = {corpus.brief_of[claim.id].key for claim in claims}
            allowed = {key for claim in claims for key in claim.cites} | briefs
            mistyped = any(key not in corpus.works for key in allowed - briefs)
            for citation in CITATION.finditer(block):
                for part in citation["body"].split(";"):
                    key = CITED_KEY.search(part)
                    if not key or key["key"] not in corpus.works:
                        continue
                    row = line + block[: citation.start()].count("\n")
                    if key["key"] not in allowed and not mistyped:
                        message = (
                            f"'@{key['key']}' is cited, and no claim of this paragraph cites it"
                        )
                        yield Problem(page.path, row, message, "take it out, or mark its claim")
                    elif key["key"] in briefs and "¶" in part:
                        yield from _locators(corpus, page.path, row, key["key"], part, claims)


def _locators(
    corpus: Corpus, path: str, line: int, key: str, part: str, claims: list[Claim]
) -> Iterator[Problem]:
    cited, last_of_all = set[int](), len(corpus.brief[key].paragraphs)
    for first, last in re.findall(r"(\d+)(?:\s*[-–]+\s*(\d+))?", part.partition("¶")[2]):
        cited |= set(range(int(first), int(last or first) + 1))
    there = {claim.paragraph for claim in claims if corpus.brief_of[claim.id].key == key}
    if wrong := ", ".join(str(n) for n in sorted(cited - there) if n <= last_of_all):
        message = f"the paragraphs cited of {key} are not those of the claims here: ¶ {wrong}"
        hint = "the claims stand in ¶ " + ", ".join(map(str, sorted(there)))
        yield Problem(path, line, message, hint)


def _unnamed(corpus: Corpus, text: str) -> str:
    """The text without the names of the briefs, which are no words of what they say."""
    longest = sorted(corpus.briefs, key=lambda brief: -len(brief.name))
    names = "|".join(re.escape(brief.name) for brief in longest)
    return re.sub(rf"\b(?:{names})\b", "…", text) if names else text


def _base(corpus: Corpus, sentence: PageSentence) -> Facets:
    joined = Facets()
    for name in sentence.claims:
        claim = corpus.claim[name]
        topics = (corpus.topic[key].title for key in claim.topics if key in corpus.topic)
        named = Facets((actor, (Facet("actor", actor),)) for actor in claim.actors)
        about = Facets(
            (word, (facet,))
            for facet, word in facets(corpus, *topics).by.items()
            if facet.kind == "actor"
        )
        joined |= facets(corpus, claim.says, *claim.hedge) | named | about
    return joined


def _claims(sentence: PageSentence) -> str:
    return " and ".join(sentence.claims)


RULES = (
    sentences_keep_to_one_voice,
    pages_turn_nothing,
    pages_keep_hedges_and_denials,
    pages_name_speakers,
    citations_are_those_of_the_claims,
)
