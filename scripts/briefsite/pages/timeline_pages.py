"""Timelines: what the briefs date or mention, what they expected, what happened since, and each actor's own."""

from collections import Counter

from briefsite.model import addresses, vocabulary
from briefsite.pages import publication_gap, timeline_entries
from briefsite.pages.charts import timeline_chart
from briefsite.pages.generated_page import Page
from briefsite.pages.rendering import render

PATHS = {
    "past": addresses.TIMELINE,
    "expected": addresses.EXPECTED,
    "since": addresses.SINCE,
}
"""Where entries of each kind have their permanent address."""
TITLES = {
    "past": "Timeline",
    "expected": "What the briefs expected",
    "since": "What happened since",
}
ABOUT = {
    "past": "What the briefs date or mention, what they expected, and what happened since, in the order of time.",
    "expected": "What lay ahead of the briefs when they were written.",
    "since": "What happened after the briefs, with its sources, apart from what the briefs say.",
}
KEY = f"{addresses.TIMELINE}#reading"
"""Where it is said how a strip is read."""
DEVELOPMENTS = "data/developments.yml"


def excerpt(corpus, path: str) -> str:
    """The events of the topic that the page treats, each linked to its place on the timelines."""
    key = addresses.topic_of(path)
    events = [event for event in corpus.events if key in event.topics]
    return render(
        "topic-timeline.md.jinja",
        path,
        entries=timeline_entries.in_order(timeline_entries.of_events(events)),
        paths=PATHS,
    )


def listing(corpus, path: str, events, *, anchors: bool) -> str:
    """The Markdown of a list of events, without headings and filters, for a page that is not theirs."""
    return _listing(
        corpus, path, [("", timeline_entries.in_order(timeline_entries.of_events(events)))]
    )


def pages(corpus):
    """The timeline of all three times, that of what the briefs expected, and that of what happened since."""
    every = timeline_entries.all_of(corpus)
    near = [None, *((PATHS[kind], TITLES[kind]) for kind in PATHS), None]
    home = (addresses.HOME, "Home")
    for place, kind in enumerate(PATHS):
        shown = [entry for entry in every if kind in ("past", entry.kind)]
        yield Page(
            PATHS[kind],
            TITLES[kind],
            _body(corpus, kind, shown),
            DEVELOPMENTS if kind == "since" else "data/events.yml",
            ABOUT[kind],
            (home,) if kind == "past" else (home, near[1]),
            near[place],
            near[place + 2],
            wide=True,
            references=False,
            also=("data/forecasts.yml",)
            if kind == "since"
            else ()
            if kind == "expected"
            else (DEVELOPMENTS, "data/forecasts.yml"),
        )


def _body(corpus, kind: str, shown) -> str:
    path = PATHS[kind]
    gone = {"past": corpus.retired_events, "since": corpus.retired_developments}.get(kind, ())
    facets = _facets(corpus, shown) if kind != "expected" else []
    return render(
        "timeline.md.jinja",
        path,
        kind="all" if kind == "past" else kind,
        corpus=corpus,
        gone=gone,
        kinds=vocabulary.TIMES,
        paths=PATHS,
        count=Counter(entry.kind for entry in shown),
        strip=timeline_chart.drawn(
            timeline_chart.general(corpus),
            path,
            "what the briefs date, what they expected, and what happened since",
        )
        if kind == "past"
        else "",
        listing=_listing(corpus, path, timeline_entries.by_year(shown), facets, headings=True),
    )


def _listing(corpus, path: str, years, facets=(), headings: bool = False) -> str:
    return render(
        "timeline-list.md.jinja",
        path,
        years=years,
        corpus=corpus,
        facets=facets,
        headings=headings,
        kinds=vocabulary.TIMES,
        home=lambda entry: PATHS[entry.kind],
        between=lambda development: [
            found
            for brief in corpus.briefs
            if (found := publication_gap.between(brief, development))
        ],
        filters=render("filters.jinja", path, facets=facets, box="entries") if facets else "",
    )


def _facets(corpus, shown) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What the entries can be filtered by, as (name in the address, title, [(value, text)]); only what occurs."""

    def used(values, pairs):
        return [(value, text) for value, text in pairs if value in values]

    found = [
        ("kind", "Kind", used({entry.kind for entry in shown}, vocabulary.TIMES.items())),
        (
            "actor",
            "Actor",
            used(
                {key for entry in shown for key in entry.item.actors},
                [(actor.key, actor.name) for actor in corpus.actors],
            ),
        ),
        (
            "topic",
            "Topic",
            used(
                {key for entry in shown for key in entry.item.topics},
                [(topic.key, topic.title) for topic in corpus.topics],
            ),
        ),
        (
            "brief",
            "Brief",
            used(
                {key for entry in shown for key in entry.briefs},
                [(brief.key, brief.label) for brief in corpus.briefs],
            ),
        ),
    ]
    return [facet for facet in found if len(facet[2]) > 1]
