"""Every address of the site: of pages, and of the records that stand on them.

A *target* is a page's Markdown file below docs/, with a fragment where one is meant:
`briefs/easley-2024.md#E31`. `web` turns it into the address below the site's root,
`briefs/easley-2024/#E31`; `between`, `url` and `file_url` into links from one page to another.
Addresses are permanent: a record that is retired keeps its own.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefsite.model.corpus import Corpus
    from briefsite.model.events import Event

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
    return name.removesuffix(".md") if folder == "topics" and name != "index.md" else ""


def question(question_id: str) -> str:
    return f"{COMPARE}#{question_id}"


def questions(topic_key: str, relation: str, first: str) -> str:
    """Of the questions of a topic that relate in one way, the `first` of them in sight."""
    return f"{COMPARE}?topic={topic_key}&relation={slug(relation)}#{first}"


def slug(relation: str) -> str:
    """A relation in addresses and class names: partial-agreement."""
    return relation.replace(" ", "-")


def event(record: Event) -> str:
    return f"{EXPECTED if record.expected else TIMELINE}#{record.id}"


def retired_event(event_id: str) -> str:
    return f"{TIMELINE}#{event_id}"


def development(development_id: str) -> str:
    return f"{SINCE}#{development_id}"


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


def generated(corpus: Corpus) -> set[str]:
    """Every generated page, told from the data: making them takes longer than all checks.

    A test holds this list against the pages that are made.
    """
    forecasting = {
        corpus.brief_of[f.claim].key for f in corpus.forecasts if f.claim in corpus.brief_of
    }
    return {
        *(
            BRIEFS,
            COMPARE,
            TIMELINE,
            EXPECTED,
            SINCE,
            FORECASTS,
            ACTORS,
            GLOSSARY,
            BIBLIOGRAPHY,
            EDITIONS,
        ),
        *(brief(record.key) for record in corpus.briefs),
        *(actor(record.key) for record in corpus.actors),
        *(ledger(key) for key in forecasting),
    }


def anchors(corpus: Corpus, path: str) -> set[str]:
    """Anchors of a generated page that come from ids and keys; it has others besides."""
    own = corpus.brief.get(path.removeprefix("briefs/").removesuffix(".md"))
    if own and path == brief(own.key):
        numbers = {f"p{item.number}" for item in own.paragraphs}
        return numbers | {item.id for item in (*own.claims, *own.retired)}
    known = {
        COMPARE: {item.id for item in (*corpus.questions, *corpus.retired_questions)},
        GLOSSARY: {item.key for item in corpus.terms},
        BIBLIOGRAPHY: set(corpus.works),
    }
    return known.get(path, set())


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
