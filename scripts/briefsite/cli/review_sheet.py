"""What a reviewer sees of one record: its fields, what changed, and its source."""

import json
from collections.abc import Iterator
from pathlib import Path

from briefsite.brief_text.alignment import TextMismatchError, align
from briefsite.changes import signed_states
from briefsite.load.text_files import read_text
from briefsite.model.corpus import Corpus
from briefsite.model.records import Claim
from briefsite.model.reviewed_records import Reviewed, reviewed_records
from briefsite.rules.review_states import Review

TEXTS = "../shared/briefs"
"""Where whoever has the briefs' texts keeps them, beside the project."""
Texts = dict[str, list[list[str]]]


def texts(corpus: Corpus, root: Path, files: list[Path]) -> tuple[Texts, list[str]]:
    """The sentences of each brief whose text is at hand, by paragraph, and what can't be read.
    Without `files`, texts are looked for beside the project."""
    found: Texts = {}
    faults: list[str] = []
    beside = sorted((root / TEXTS).glob("*.txt"))
    for file in files or beside:
        text, problems = read_text(file, str(file), foreign=True)
        faults += map(str, problems)
        fitting = 0
        for brief in corpus.briefs:
            try:
                found[brief.key] = align(brief, text)
                fitting += 1
            except TextMismatchError:
                continue
        if files and not fitting and not problems:
            faults.append(f"{file}:1: this is not the text of a brief; give the whole text")
    return found, faults


def sheet(corpus: Corpus, review: Review, root: Path, at_hand: Texts) -> Iterator[str]:
    """The lines to read before signing a record."""
    record, stamp = review.record, review.stamp
    yield f"{record.name}  {record.path}:{record.line}"
    yield f"  {review.words}{f' (by {stamp.by}, with {stamp.against})' if stamp else ''}"
    for name, value in record.fields.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        yield f"  {name}: {text}"
    if stamp and review.state in ("changed", "below"):
        before = signed_states.when_signed(root, stamp)
        if before:
            yield "  Since it was signed:"
            for words in signed_states.became(before, reviewed_records(corpus), record.key):
                yield f"    {words}"
        else:
            yield "  What it said when it was signed can't be known: it is not in Git's history."
    below = list(_claims(corpus, record))
    for claim in below:
        yield from _source(corpus, claim, at_hand, whole=record.kind == "claim")
    for name in record.rests_on:
        kind, _, key = name.partition("/")
        if kind == "work" and key in corpus.works:
            work = corpus.works[key]
            yield f"  rests on {key}: {work.title} {work['url']}".rstrip()
        elif kind in ("development", "answer", "mention", "relation"):
            yield f"  rests on {name}: {_said(reviewed_records(corpus)[kind, key])}"


def _claims(corpus: Corpus, record: Reviewed) -> Iterator[Claim]:
    if record.kind == "claim":
        yield corpus.claim[record.id]
    for name in record.rests_on:
        kind, _, key = name.partition("/")
        if kind == "claim" and key in corpus.claim:
            yield corpus.claim[key]


def _source(corpus: Corpus, claim: Claim, at_hand: Texts, whole: bool) -> Iterator[str]:
    """A claim, and its sentences where the text is at hand; `whole`: those around them too."""
    brief = corpus.brief_of[claim.id]
    place = f"{brief.label}, ¶ {claim.paragraph}"
    if not whole:
        yield f"  rests on {claim.id} ({place}): {claim.says}"
    paragraphs = at_hand.get(brief.key)
    if not paragraphs or claim.paragraph > len(paragraphs):
        if whole:
            yield f"  {place}, sentence {', '.join(map(str, claim.sentences))}: no text here"
        return
    for number, sentence in enumerate(paragraphs[claim.paragraph - 1], 1):
        if number in claim.sentences:
            yield f"  {place} » {number} {sentence}"
        elif whole:
            yield f"  {place}   {number} {sentence}"


def _said(record: Reviewed) -> str:
    return str(
        record.fields.get("says") or record.fields.get("question") or record.fields.get("note", "")
    )
