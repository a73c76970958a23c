"""What search knows of pages: of generated ones, of accounts that stand apart from their topic, and
what hand-written ones are filtered by."""

from collections.abc import Collection, Iterable, Iterator

from briefsite.exports.search_record import SearchEntry, filters
from briefsite.load import topic_sections
from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.split_pages import accounts_stand_apart


def accounts(corpus: Corpus) -> Iterator[SearchEntry]:
    """Each account that stands apart from its topic's page, which is searched as it is."""
    if not accounts_stand_apart(corpus):
        return
    for page in corpus.pages:
        for section in topic_sections.sections(corpus, page) if page.topic else ():
            if brief := section.brief:
                yield SearchEntry(
                    addresses.web(addresses.account(page.topic, brief.key)),
                    "topic",
                    page.title,
                    brief.label,
                    " ".join(word for _, word in section.words),
                    briefs=(brief.key,),
                    topics=(page.topic,),
                )


def page_records(
    pages: Iterable[tuple[str, str, str]], taken: Collection[str]
) -> Iterator[SearchEntry]:
    """Generated pages as (address, title, description), by these alone: what stands on them is
    found by records of its own. Addresses in `taken` are left out."""
    for address, title, description in pages:
        if address not in taken:
            yield SearchEntry(address, "page", title, text=description)


def page_filters(corpus: Corpus, page: HandwrittenPage) -> dict[str, list[str]]:
    """What a hand-written page is filtered by: its topic, and the briefs whose claims it links."""
    linked = [corpus.brief_of[use.name].key for use in page.claims if use.name in corpus.brief_of]
    return filters("topic", linked, (page.topic,)) if page.topic else filters("page", linked)
