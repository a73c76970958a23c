"""What a retired record leaves: what took its place, and the edition that still holds it."""

import re

from briefsite.model import addresses, ids
from briefsite.model.corpus import Corpus
from briefsite.model.data_files import Edition
from briefsite.model.generated_page import Link
from briefsite.model.records import Tombstone


def successors(corpus: Corpus, stone: Tombstone) -> list[tuple[str, Link]]:
    """The records that its reason names, each by its id."""
    found: list[tuple[str, Link]] = []
    for name in dict.fromkeys(match[0] for match in re.finditer(ids.ANY_ID, stone.retired)):
        if claim := corpus.claim.get(name):
            label = corpus.brief_of[name].label
            link = Link(addresses.claim(corpus, name), f"{label}, ¶ {claim.paragraph}, {name}")
        elif event := corpus.event.get(name):
            link = Link(addresses.event(event), event.title)
        elif question := _question(corpus, name):
            link = Link(addresses.question(name), question)
        elif development := _development(corpus, name):
            link = Link(addresses.development(name), development)
        else:
            continue
        found.append((name, link))
    return found


def edition(corpus: Corpus, stone: Tombstone) -> Edition | None:
    """The newest edition from before it went; None where its day is not known."""
    before = [each for each in corpus.editions if stone.gone and each.date < stone.gone]
    return before[-1] if before else None


def _question(corpus: Corpus, name: str) -> str:
    return next((item.question for item in corpus.questions if item.id == name), "")


def _development(corpus: Corpus, name: str) -> str:
    return next((item.title for item in corpus.developments if item.id == name), "")
