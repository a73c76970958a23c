"""Every generated page, and the anchors on each, told from the data alone.

Making the pages takes longer than all checks. A test holds both lists against the pages made.
"""

from briefsite.model import addresses, split_pages
from briefsite.model.corpus import Corpus


def generated(corpus: Corpus) -> set[str]:
    """Every generated page, by path below docs/."""
    forecasting = {
        corpus.brief_of[f.claim].key for f in corpus.forecasts if f.claim in corpus.brief_of
    }
    return {
        *(
            addresses.BRIEFS,
            addresses.COMPARE,
            addresses.TIMELINE,
            addresses.EXPECTED,
            addresses.SINCE,
            addresses.FORECASTS,
            addresses.ACTORS,
            addresses.GLOSSARY,
            addresses.BIBLIOGRAPHY,
            addresses.EDITIONS,
        ),
        *(addresses.brief(record.key) for record in corpus.briefs),
        *(addresses.actor(record.key) for record in corpus.actors),
        *(addresses.ledger(key) for key in forecasting),
        *_parts(corpus),
    }


def _parts(corpus: Corpus) -> set[str]:
    """The pages that others are split into."""
    found: set[str] = set()
    if split_pages.accounts_stand_apart(corpus):
        found |= {addresses.accounts(page.topic) for page in corpus.pages if page.topic}
    if split_pages.comparison_is_split(corpus):
        found |= {addresses.comparison(topic.key) for topic in corpus.topics}
    if split_pages.timeline_is_split(corpus):
        entries = (
            *(addresses.event_entry(corpus, item) for item in corpus.events),
            *(addresses.development_entry(corpus, item) for item in corpus.developments),
        )
        found |= {target.partition("#")[0] for target in entries}
    return found


def anchors(corpus: Corpus, path: str) -> set[str]:
    """Anchors of a generated page that come from ids and keys; it has others besides."""
    own = corpus.brief.get(path.removeprefix("briefs/").removesuffix(".md"))
    if own and path == addresses.brief(own.key):
        numbers = {f"p{item.number}" for item in own.paragraphs}
        return numbers | {item.id for item in (*own.claims, *own.retired)}
    known = {
        addresses.COMPARE: {item.id for item in (*corpus.questions, *corpus.retired_questions)},
        addresses.GLOSSARY: {item.key for item in corpus.terms},
        addresses.BIBLIOGRAPHY: set(corpus.works),
    }
    if path.startswith("compare/"):
        return {item.id for item in corpus.questions if addresses.comparison(item.topic) == path}
    return known.get(path, set())
