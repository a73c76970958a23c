"""Fingerprints of one brief from its text: hashes of what the data use, and of nothing else."""

import json
import re
import secrets

from briefsite.brief_text.alignment import align
from briefsite.load.fingerprints import KINDS, digest
from briefsite.model.corpus import Corpus
from briefsite.model.records import Brief
from briefsite.rules import hedges
from briefsite.rules.required_phrases import phrases_required
from briefsite.rules.wording import holds, phrase

CITATION = re.compile(r"\((?:see )?[A-Z][^()]*\b(?:19|20)\d\d[a-z]?\)")
"""A citation in brackets, (World Bank 2024): its year is not a year that the sentence states."""


def fingerprints(corpus: Corpus, brief: Brief, text: str, salt: str | None = None) -> str:
    """The JSON of data/fingerprints/<key>.json. Raises Mismatch when the text is another.

    With the `salt` of the file of before, what has not changed keeps its hashes.
    """
    salt = salt or secrets.token_hex(16)
    wanted = used(corpus, brief.key)
    paragraphs = align(brief, text)
    value = {
        "brief": brief.key,
        "hash": "blake2b-64, keyed with the salt, of kind:phrase in normal form (scripts/briefsite/rules/wording.py)",
        "salt": salt,
        "known": sorted({digest(salt, kind, item) for kind in KINDS for item in wanted[kind]}),
        "paragraphs": [
            {
                "holds": _hashes(salt, corpus, wanted, ("name", "quote", "term"), [" ".join(cut)]),
                "sentences": [
                    _hashes(salt, corpus, wanted, ("figure", "hedge", "reporting"), [sentence])
                    for sentence in cut
                ],
            }
            for cut in paragraphs
        ],
    }
    return json.dumps(value, indent=1) + "\n"


def used(corpus: Corpus, key: str) -> dict[str, set[str]]:
    """What the data use of a brief, by kind: the demands on it, the lexicon and the owned terms."""
    wanted: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for demand in phrases_required(corpus):
        if any(place[0] == key for place in demand.places):
            wanted[demand.kind] |= {phrase(item) for item in (demand.text, *demand.others)}
    for claim in corpus.brief[key].claims:
        wanted["figure"] |= {phrase(item) for item in claim.allowed}
        wanted["name"] |= {phrase(item) for item in claim.allowed}
    wanted["hedge"] |= {phrase(word) for word in hedges.hedges(corpus.lexicon)}
    wanted["reporting"] |= {phrase(word) for word in corpus.lexicon.reporting}
    wanted["term"] |= {
        phrase(form) for term in corpus.terms if term.coined_by for form in (term.term, *term.forms)
    }
    return {kind: items - {""} for kind, items in wanted.items()}


def _hashes(salt: str, corpus: Corpus, wanted, kinds, texts: list[str]) -> list[str]:
    found = set()
    for kind in kinds:
        for text in texts:
            if kind == "hedge":
                there = hedges.found(text, hedges.hedges(corpus.lexicon))
            else:
                stated = CITATION.sub(" ", text) if kind == "figure" else text
                there = [item for item in wanted[kind] if holds(stated, item)]
            found |= {digest(salt, kind, item) for item in there}
    return sorted(found)
