"""Fingerprints of one brief from its text: hashes of what the data use, and of sentences."""

import json
import re
import secrets
from collections.abc import Iterator

from briefsite.brief_text.alignment import align
from briefsite.model.corpus import Corpus
from briefsite.model.fingerprints import BY_SENTENCE, PHRASE_KINDS, TURN, digest
from briefsite.model.letters import INITIAL
from briefsite.model.normalized_text import phrase
from briefsite.model.records import Brief
from briefsite.rules import hedges, said_in_briefs
from briefsite.rules.required_phrases import phrases_required
from briefsite.rules.turning_words import vocabulary
from briefsite.rules.wording import holds

CITATION = re.compile(rf"\((?:see )?[{INITIAL}][^()]*\b(?:19|20)\d\d[a-z]?\)")
"""A citation in brackets, (World Bank 2024): its year is not a year that the sentence states."""

SHORT = 9
"""Sentences of fewer words are not hashed alone."""


def fingerprints(corpus: Corpus, brief: Brief, text: str, salt: str | None = None) -> str:
    """The JSON of data/fingerprints/<key>.json. Raises TextMismatchError when the text is another.

    With the `salt` of the file of before, what has not changed keeps its hashes.
    """
    salt = salt or secrets.token_hex(16)
    used = phrases_used(corpus, brief.key)
    value = {
        "brief": brief.key,
        "hash": "blake2b-64, keyed with the salt, of kind:phrase in normal form "
        "(scripts/briefsite/model/normalized_text.py)",
        "salt": salt,
        "known": sorted({digest(salt, kind, item) for kind in PHRASE_KINDS for item in used[kind]}),
        "paragraphs": [
            {
                "holds": _hashes(
                    salt, corpus, used, ("name", "quote", "term"), " ".join(sentences)
                ),
                "sentences": [
                    sorted(
                        {
                            *_hashes(salt, corpus, used, BY_SENTENCE, sentence),
                            *_said(salt, corpus, brief, number, sentence),
                        }
                    )
                    for sentence in sentences
                ],
                "wording": [
                    _wording(salt, sentence, " ".join(sentences)) for sentence in sentences
                ],
            }
            for number, sentences in enumerate(align(brief, text), 1)
        ],
    }
    return json.dumps(value, indent=1) + "\n"


def _wording(salt: str, sentence: str, paragraph: str) -> str:
    """The hash of a sentence as a whole; a short one, which could be guessed, counts with its
    paragraph."""
    return digest(salt, "wording", sentence if len(sentence.split()) >= SHORT else paragraph)


def _said(salt: str, corpus: Corpus, brief: Brief, paragraph: int, sentence: str) -> Iterator[str]:
    """The hashes of what a sentence says of whom, in words of the paragraph's claims."""
    claims = [claim.says for claim in brief.claims if claim.paragraph == paragraph]
    stated = CITATION.sub(" ", sentence)
    for kind, text in said_in_briefs.signs(vocabulary(corpus), stated, claims):
        yield digest(salt, kind, text)


def phrases_used(corpus: Corpus, key: str) -> dict[str, set[str]]:
    """What the data use of a brief, by kind: required phrases, the lexicon and the owned terms."""
    texts: dict[str, list[str]] = {kind: [] for kind in PHRASE_KINDS}
    for required in phrases_required(corpus):
        if any(place.brief == key for place in required.places):
            texts[required.kind] += [required.text, *required.others]
    for claim in corpus.brief[key].claims:
        texts["figure"] += claim.allowed
        texts["name"] += claim.allowed
    texts["hedge"] += hedges.hedge_words(corpus)
    texts["reporting"] += hedges.lexicon(corpus).reporting
    texts[TURN] += vocabulary(corpus).words
    texts["connective"] += hedges.lexicon(corpus).connectives
    texts["term"] += [
        form for term in corpus.terms if term.coined_by for form in (term.term, *term.forms)
    ]
    return {kind: {*map(phrase, items)} - {""} for kind, items in texts.items()}


def _hashes(
    salt: str, corpus: Corpus, used: dict[str, set[str]], kinds: tuple[str, ...], text: str
) -> list[str]:
    """The hashes of those used phrases that stand in a text, sorted."""
    hashes: set[str] = set()
    for kind in kinds:
        if kind == "hedge":
            phrases = hedges.words_in(text, hedges.hedge_words(corpus))
        elif kind == TURN:
            found = vocabulary(corpus).found(CITATION.sub(" ", text))
            phrases = [sign.text for sign in found]
        else:
            stated = CITATION.sub(" ", text) if kind == "figure" else text
            phrases = [item for item in used[kind] if holds(stated, item)]
        hashes |= {digest(salt, kind, item) for item in phrases}
    return sorted(hashes)
