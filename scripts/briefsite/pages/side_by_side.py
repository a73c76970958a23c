"""Claims by brief, side by side as long as the briefs are few.

Limits that count briefs: split_pages.MAX_BRIEFS and rendering.COLOURS."""

from collections.abc import Iterable

from briefsite.model.corpus import Corpus
from briefsite.model.records import Brief, Claim
from briefsite.model.split_pages import MAX_BRIEFS


def claims_by_brief(corpus: Corpus, claims: Iterable[Claim]) -> list[tuple[Brief, list[Claim]]]:
    """Claims, given in the order of the corpus, by their brief.

    A few briefs all stand there, the silent ones with no claim. Of many only those that have a
    claim do, or a page for each topic and actor that names each brief would grow with their square.
    """
    groups: dict[str, list[Claim]] = (
        {brief.key: [] for brief in corpus.briefs} if len(corpus.briefs) <= MAX_BRIEFS else {}
    )
    for claim in claims:
        groups.setdefault(corpus.brief_of[claim.id].key, []).append(claim)
    return [(corpus.brief[key], group) for key, group in groups.items()]
