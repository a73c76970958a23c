"""References in pages, `[words][E31]` and `[^note]`, that Markdown would print as they stand;
claims of a brief that is not here."""

import re
from collections.abc import Iterator

from briefsite.load.markdown_pages import blank, lines
from briefsite.model.corpus import Corpus
from briefsite.model.ids import CLAIM_ID, claim_number
from briefsite.model.problems import Problem, nearest
from briefsite.model.references import references
from briefsite.rules.id_suggestions import id_hint

REFERENCE = re.compile(r"(?<!\\)\[(?P<text>[^\[\]]+)\](?P<gap> ?)\[(?!\^)(?P<label>[^\[\]\n]*)\]")
NOTE = re.compile(r"(?<!\\)\[\^(?P<note>[^\]\s]+)\](?P<defines>:?)")
DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\[\]\n]+)\]:", re.M)
FEW = 3
"""So many claims of an unknown brief are more likely mistyped than the brief's file missing."""


def references_are_defined(corpus: Corpus) -> Iterator[Problem]:
    """A reference link, `[words][label]`, names a claim or a label that its page defines, and every
    `[^note]` that is no claim's mark has its note."""
    for page in corpus.pages:
        if not any(sign in page.text for sign in ("][", "] [", "[^")):
            continue
        visible = blank(page.text)
        line = lines(visible)
        defined = {_normal_label(match["label"]) for match in DEFINITION.finditer(visible)}
        for match in REFERENCE.finditer(visible):
            label = match["label"] or match["text"]
            if re.fullmatch(CLAIM_ID, match["text"].lstrip("^")):
                continue  # reported by the rules of marks
            if re.fullmatch(CLAIM_ID, label) and match["gap"]:
                yield Problem(
                    page.path,
                    line(match.start()),
                    f"'{match.group()}' would be printed as written",
                    f"write [{match['text']}][{label}]",
                )
            if not (
                re.fullmatch(CLAIM_ID, label)
                or "@" in match.group()
                or _normal_label(label) in defined
                or match["text"].startswith("^")
            ):
                yield Problem(
                    page.path,
                    line(match.start()),
                    f"'[{label}]' is not defined on this page, and would be printed as written",
                    id_hint(corpus, "claim", label)
                    or nearest(label, defined)
                    or "a claim is marked by its id, words.[^E31], or linked: [words][E31]",
                )
        for match in NOTE.finditer(visible):
            note, claim = f"^{match['note']}", match["note"].upper()
            if re.fullmatch(CLAIM_ID, match["note"]):
                continue  # a claim's mark
            if not match["defines"] and note.casefold() not in defined:
                yield Problem(
                    page.path,
                    line(match.start()),
                    f"this page has no note '[{note}]'",
                    f"write [^{claim}]"
                    if claim in corpus.claim
                    else nearest(note, defined) or f"add a paragraph that begins [{note}]:",
                )


def _normal_label(label: str) -> str:
    """A label as Markdown compares it: neither case nor the amount of blanks matters."""
    return " ".join(label.casefold().split())


def prefixes_belong_to_a_brief(corpus: Corpus) -> Iterator[Problem]:
    """A claim's id begins with the prefix of a brief that is here; told once for each prefix that
    is not."""
    prefixes = {brief.prefix for brief in corpus.briefs}
    uses = [
        (name, reference.record.at.problem("", key=reference.field))
        for reference in references(corpus)
        if reference.kind in ("claim", "forecast")
        for name in reference.ids
    ] + [
        (use.name, Problem(page.path, use.line, "")) for page in corpus.pages for use in page.claims
    ]
    unknown: dict[str, list[tuple[str, Problem]]] = {}
    for name, place in uses:
        prefix, _ = claim_number(name)
        if prefix not in prefixes and name not in corpus.malformed:
            unknown.setdefault(prefix, []).append((name, place))
    for found in unknown.values():
        name, place = found[0]
        more = f"; {len(found)} uses, this is the first" if len(found) > 1 else ""
        yield Problem(
            place.path,
            place.line,
            f"no brief has claims like '{name}'{more}",
            id_hint(corpus, "claim", name)
            if len(found) <= FEW
            else "is the brief's file in data/briefs?",
        )


RULES = (references_are_defined, prefixes_belong_to_a_brief)
