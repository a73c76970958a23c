"""Topics' pages: how much is written by hand, and which claims an account carries."""

import re
from collections.abc import Iterator, Sequence

from briefsite.load.markdown_pages import CITATION
from briefsite.load.topic_sections import Section, name_of, sections
from briefsite.model import addresses
from briefsite.model.corpus import Corpus, derived
from briefsite.model.ids import CLAIM_USE
from briefsite.model.problems import Problem
from briefsite.rules.required_phrases import NO_PROSE

IN_SHORT, ACCOUNT, REST = 60, 140, 40
"""Words at most: of the answer in short, of each account, and of what neither says."""
LINK = re.compile(r"(?<!\\)\[[^\[\]]*\](?:\(|\[)|\[\^|<a\s|https?://")
PARAGRAPH = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.M)


@derived
def topic_sections(corpus: Corpus) -> list[tuple[str, list[Section]]]:
    """The sections of each topic's page, with its path."""
    return [(page.path, list(sections(corpus, page))) for page in corpus.pages if page.topic]


def topics_are_answered_in_short(corpus: Corpus) -> Iterator[Problem]:
    """A topic's page answers its question in short: below the title, in 60 words at most, without
    links and marks; the lines below it have them."""
    for path, found in topic_sections(corpus):
        for section in (section for section in found if section.in_short):
            if not section.words:
                hint = f"write the answer below the title, in {IN_SHORT} words at most"
                yield Problem(path, section.line, "this page has no answer in short", hint)
            yield from _too_long(path, [section], IN_SHORT, "the answer in short")
            for match in [*LINK.finditer(section.text), *CITATION.finditer(section.text)][:1]:
                line = section.line + section.text.count("\n", 0, match.start())
                message = "the answer in short has a link, a mark or a citation"
                yield Problem(path, line, message, "take it out: the lines below it have them")


def accounts_are_short(corpus: Corpus) -> Iterator[Problem]:
    """An account of a brief stands under the brief's name alone, `## Nobody`, once on a page, and
    has 140 words at most."""
    for path, found in topic_sections(corpus):
        seen: set[str] = set()
        for section in found:
            if not section.brief:
                continue
            name = name_of(corpus, section.brief)
            if section.brief.key in seen:
                message = f"a second account of {name}"
                yield Problem(path, section.line, message, "put both together")
            seen.add(section.brief.key)
            yield from _too_long(path, [section], ACCOUNT, f"the account of {name}")


def accounts_carry_their_own_claims(corpus: Corpus) -> Iterator[Problem]:
    """Every paragraph of an account marks claims of its own brief, and of no other. A brief without
    claims on the topic may be said to be silent."""
    for path, found in topic_sections(corpus):
        for section in found:
            if not (brief := section.brief):
                continue
            name = name_of(corpus, brief)
            silent = not any(addresses.topic_of(path) in claim.topics for claim in brief.claims)
            text = NO_PROSE.sub(lambda match: " " * len(match.group()), section.text)
            for paragraph in PARAGRAPH.finditer(text):
                uses = list(CLAIM_USE.finditer(paragraph.group()))
                start = section.line + section.text.count("\n", 0, paragraph.start())
                if not uses and not silent:
                    hint = "mark the claim it rests on: words.[^E31]"
                    yield Problem(path, start, "this paragraph names no claim", hint)
                for use in uses:
                    owner = corpus.brief_of.get(use[1])
                    if owner and owner.key != brief.key:
                        yield Problem(
                            path,
                            start + paragraph.group().count("\n", 0, use.start()),
                            f"the account of {name} carries {use[1]}, a claim of "
                            f"{name_of(corpus, owner)}",
                            f"put it into the account of {name_of(corpus, owner)}",
                        )


def the_rest_is_short(corpus: Corpus) -> Iterator[Problem]:
    """What else a topic's page says, such as `## What neither says`, has 40 words at most
    together: what the briefs share, and where they part, is in data/comparisons.yml."""
    for path, found in topic_sections(corpus):
        rest = [section for section in found if not section.brief and not section.in_short]
        named = f"what stands under '{rest[0].heading}'" if rest else ""
        if len(rest) > 1:
            named += f" and {len(rest) - 1} more"
        yield from _too_long(path, rest, REST, named)


def _too_long(path: str, found: Sequence[Section], most: int, named: str) -> Iterator[Problem]:
    """A Problem at the line of the first word that is too many."""
    words = [word for section in found for word in section.words]
    if len(words) > most:
        line = words[most][0]
        kept = " ".join(word for _, word in words[max(most - 4, 0) : most])
        extra = len(words) - most
        yield Problem(
            path,
            line,
            f"{named} has {len(words)} words; {most} are the most",
            f"cut {extra} {'word' if extra == 1 else 'words'}: there is room up to '… {kept}'",
        )


RULES = (
    topics_are_answered_in_short,
    accounts_are_short,
    accounts_carry_their_own_claims,
    the_rest_is_short,
)
