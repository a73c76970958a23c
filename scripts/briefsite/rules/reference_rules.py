"""References in pages, `[words][E31]` and `[^note]`, that Markdown would print as they stand; claims of a brief that is not here."""

import re
from collections import Counter

from briefsite.load.markdown_pages import blank, lines
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem, nearest
from briefsite.rules.id_suggestions import meant

REFERENCE = re.compile(r"(?<!\\)\[(?P<text>[^\[\]]+)\](?: ?\[(?P<label>[^\[\]\n]*)\])")
NOTE = re.compile(r"(?<!\\)\[\^(?P<note>[^\]\s]+)\](?P<defines>:?)")
DEFINED = re.compile(r"^ {0,3}\[(?P<label>[^\[\]\n]+)\]:", re.M)
PREFIX = re.compile(r"([A-Z]+)[1-9][0-9]*")


def references_are_defined(corpus: Corpus):
    """A reference link, `[words][label]`, names a claim or a label that its page defines, and every `[^note]` has its note."""
    for page in corpus.pages:
        if "][" not in page.text and "] [" not in page.text and "[^" not in page.text:
            continue
        visible = blank(page.text)
        line = lines(visible)
        defined = {
            " ".join(found["label"].casefold().split()) for found in DEFINED.finditer(visible)
        }
        for found in REFERENCE.finditer(visible):
            label = found["label"] or found["text"]
            if (
                PREFIX.fullmatch(label)
                or "@" in found.group()
                or " ".join(label.casefold().split()) in defined
                or found["text"].startswith("^")
            ):
                continue
            yield Problem(
                page.path,
                line(found.start()),
                f"'[{label}]' is defined nowhere on this page, and would be printed as it stands",
                meant(corpus, "claim", label)
                or nearest(label, defined)
                or "a claim is linked by its id: [words][E31]",
            )
        for found in NOTE.finditer(visible):
            if not found["defines"] and f"^{found['note'].casefold()}" not in defined:
                yield Problem(
                    page.path,
                    line(found.start()),
                    f"the note '[^{found['note']}]' is nowhere on this page",
                    nearest(f"^{found['note']}", defined)
                    or f"add a paragraph that begins [^{found['note']}]:",
                )


def prefixes_belong_to_a_brief(corpus: Corpus):
    """A claim's id begins with the prefix of a brief that is here; told once for each prefix that is not."""
    known = {brief.prefix for brief in corpus.briefs}
    uses = []
    for question in corpus.questions:
        uses += [
            (name, answer.at.problem("", key="claims"))
            for answer in question.answers.values()
            for name in answer.claims
        ]
    for event in corpus.events:
        uses += [
            (name, mention.at.problem("", key="claims"))
            for mention in event.mentions
            for name in mention.claims
        ]
    for term in corpus.terms:
        uses += [(name, term.at.problem("", key="claims")) for name in term.claims]
    for claim in corpus.claim.values():
        uses += [(name, claim.at.problem("", key="restates")) for name in claim.restates]
    uses += [
        (forecast.claim, forecast.at.problem("", key="claim")) for forecast in corpus.forecasts
    ]
    uses += [
        (use.name, Problem(page.path, use.line, "")) for page in corpus.pages for use in page.claims
    ]
    strange = [
        (PREFIX.match(name)[1], name, at)
        for name, at in uses
        if PREFIX.match(name)[1] not in known and name not in corpus.malformed
    ]
    for prefix, count in Counter(prefix for prefix, _, _ in strange).items():
        name, at = next((name, at) for other, name, at in strange if other == prefix)
        more = f"; {count} uses, this is the first" if count > 1 else ""
        yield Problem(
            at.path,
            at.line,
            f"no brief has claims like '{name}'{more}",
            meant(corpus, "claim", name) if count < 4 else "is the brief's file in data/briefs?",
        )


RULES = (references_are_defined, prefixes_belong_to_a_brief)
