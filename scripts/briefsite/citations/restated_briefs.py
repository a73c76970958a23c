"""The briefs that a page restates, with the paragraphs of the claims that it links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefsite.citations import cite_box, csl_items
from briefsite.citations.csl_items import Item
from briefsite.model.corpus import Corpus
from briefsite.model.records import Brief, Claim


@dataclass(frozen=True)
class RestatedBrief:
    """A brief that a page restates: its label, the paragraphs, and the subject to cite."""

    label: str
    locator: str
    subject: cite_box.Subject

    @property
    def heading(self) -> str:
        return ", ".join(filter(None, (f"The brief: {self.label}", self.locator)))

    @property
    def address(self) -> str:
        """Where the brief is to be read, "" where no address of it is known."""
        return csl_items.text(self.subject.item, "URL")


def by_brief(corpus: Corpus, claims: Iterable[Claim]) -> list[tuple[Brief, list[Claim]]]:
    """Claims by their brief, in the order of the briefs; those without one are left out."""
    groups: dict[str, list[Claim]] = {brief.key: [] for brief in corpus.briefs}
    for claim in claims:
        groups[corpus.brief_of[claim.id].key].append(claim)
    return [(corpus.brief[key], group) for key, group in groups.items() if group]


def restated(brief: Brief, works: Mapping[str, Item], claims: Iterable[Claim]) -> RestatedBrief:
    """A brief with the paragraphs of some claims; as a whole without any."""
    numbers = tuple(sorted({claim.paragraph for claim in claims}))
    subject = cite_box.Subject(works[brief.key], numbers)
    return RestatedBrief(brief.label, cite_box.locator(numbers), subject)
