"""Every address of the site: of pages, and of the records that stand on them.

A *target* is a page's Markdown file below docs/, with a fragment where one is meant:
`briefs/easley-2024.md#E31`. `web` turns it into the address below the site's root,
`briefs/easley-2024/#E31`; `between`, `url` and `file_url` into links from one page to another.
Addresses are permanent: a record that is retired keeps its own.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache

from briefsite.model import event_dates, split_pages
from briefsite.model.corpus import Corpus
from briefsite.model.events import Event
from briefsite.model.outcomes import Development
from briefsite.model.questions import Question

HOME = "index.md"
TOPICS = "topics/index.md"
SUMMARY = "summary.md"
COMPARE = "compare.md"
TIMELINE = "timeline/index.md"
EXPECTED = "timeline/expected.md"
SINCE = "timeline/since.md"
FORECASTS = "forecasts/index.md"
BRIEFS = "briefs/index.md"
ACTORS = "actors/index.md"
GLOSSARY = "glossary.md"
BIBLIOGRAPHY = "bibliography.md"
DATA = "data.md"
METHOD = "about/method.md"
CODING = "about/coding.md"
JUDGING = "about/judging.md"
EDITIONS = "e/index.md"
DATA_FILES = "data"
"""The folder of the site that holds the data files."""
DOCUMENTS = "documents"
"""The folder of the site that holds it as documents."""
PICTURES = "pictures"
"""The folder of the site that holds pictures as files."""


def brief(key: str) -> str:
    return f"briefs/{key}.md"


def paragraph(key: str, number: int) -> str:
    return f"{brief(key)}#p{number}"


def claim(corpus: Corpus, claim_id: str) -> str:
    """Of a claim, retired or not, on its brief's page."""
    return f"{brief(corpus.brief_of[claim_id].key)}#{claim_id}"


def topic(key: str) -> str:
    return f"topics/{key}.md"


def topic_of(path: str) -> str:
    """The key of the topic that a page treats, "" for another page; a leading docs/ is ignored."""
    folder, _, name = path.removeprefix("docs/").partition("/")
    ours = folder == "topics" and name != "index.md" and "/" not in name
    return name.removesuffix(".md") if ours else ""


def accounts(topic_key: str) -> str:
    """Of the page with each brief's account of a topic, where these have one of their own."""
    return f"topics/{topic_key}/accounts.md"


def account(topic_key: str, brief_key: str) -> str:
    return f"{accounts(topic_key)}#{brief_key}"


def question(question_id: str) -> str:
    """Of a question's row in the overview: the address to give to others."""
    return f"{COMPARE}#{question_id}"


def comparison(topic_key: str) -> str:
    """Of the page with a topic's questions, where the overview is split."""
    return f"compare/{topic_key}.md"


def question_entry(corpus: Corpus, record: Question) -> str:
    """Of a question's full row, with the answers."""
    if not split_pages.comparison_is_split(corpus):
        return question(record.id)
    return f"{comparison(record.topic)}#{record.id}"


def slug(relation: str) -> str:
    """A relation in addresses and class names: partial-agreement."""
    return relation.replace(" ", "-")


def event(record: Event) -> str:
    """Of an event on the timeline of its time: the address to give to others."""
    return f"{EXPECTED if record.expected else TIMELINE}#{record.id}"


def retired_event(event_id: str) -> str:
    return f"{TIMELINE}#{event_id}"


def development(development_id: str) -> str:
    """Of a development on the timeline of what happened since: the address to give to others."""
    return f"{SINCE}#{development_id}"


def year(name: str) -> str:
    """Of the page with a year's entries, where the timeline is split; "" is of those undated."""
    return f"timeline/{name or 'undated'}.md"


def event_entry(corpus: Corpus, record: Event) -> str:
    """Of an event's full entry."""
    if not split_pages.timeline_is_split(corpus):
        return event(record)
    return f"{year(event_dates.year(event_dates.ordering(record)[0]))}#{record.id}"


def development_entry(corpus: Corpus, record: Development) -> str:
    """Of a development's full entry."""
    if not split_pages.timeline_is_split(corpus):
        return development(record.id)
    return f"{year(event_dates.year(record.edtf))}#{record.id}"


def forecast_anchor(claim_id: str) -> str:
    return f"forecast-{claim_id}"


def forecast(claim_id: str) -> str:
    """Of a forecast's line in the overview of all briefs: the address to give to others."""
    return f"{FORECASTS}#{forecast_anchor(claim_id)}"


def ledger(brief_key: str) -> str:
    """Of the page with the full entries of one brief's forecasts."""
    return f"forecasts/{brief_key}.md"


def forecast_entry(corpus: Corpus, claim_id: str) -> str:
    """Of a forecast's full entry, with criteria and evidence."""
    return f"{ledger(corpus.brief_of[claim_id].key)}#{forecast_anchor(claim_id)}"


def picture(name: str) -> str:
    """Of a picture's file, below the site's root."""
    return f"{PICTURES}/{name}.svg"


def actor(key: str) -> str:
    return f"actors/{key}.md"


def term(key: str) -> str:
    return f"{GLOSSARY}#{key}"


def work(key: str) -> str:
    return f"{BIBLIOGRAPHY}#{key}"


def swhid(name: str) -> str:
    """Where Software Heritage shows what has the id `name`."""
    return f"https://archive.softwareheritage.org/{name}"


def web(target: str) -> str:
    """A target below the site's root: `topics/russia.md` is `topics/russia/`, `index.md` is "" ."""
    path, mark, fragment = target.partition("#")
    path, question_mark, query = path.partition("?")
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return (f"{stem}/" if stem else "") + question_mark + query + mark + fragment


def between(path: str, target: str) -> str:
    """The relative link from one Markdown file to another, fragment kept."""
    file, mark, fragment = target.partition("#")
    link = _relative(file, posixpath.dirname(path)) if file and file != path else ""
    return link + mark + fragment or posixpath.basename(path)


def url(path: str, target: str) -> str:
    """The relative address of another page from a page's own, fragment kept: for raw HTML."""
    file, mark, fragment = target.partition("#")
    return _relative(f"/{web(file)}", f"/{web(path)}").rstrip("/") + "/" + mark + fragment


def file_url(path: str, file: str) -> str:
    """The relative address of a file that is no page (data/claims.csv) from a page's own."""
    return _relative(f"/{file}", f"/{web(path)}")


def edition_url(path: str, name: str, target: str = HOME, built: str = "") -> str:
    """The relative address of a page of the edition `name` from a page's own. All editions stand
    beside each other below the live site; `built` is the one that the page itself is in."""
    root = _relative("/", f"/{web(path)}") + ("/../.." if built else "")
    return f"{root}/{web(EDITIONS)}{name}/{web(target)}"


@lru_cache(maxsize=16384)
def _relative(target: str, start: str) -> str:
    return posixpath.relpath(target, start)
