"""Timelines: what the briefs date or mention, what they expected, what happened since, and each
actor's own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from briefsite.model import addresses, data_paths, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import HOME, Link, Page, with_neighbours
from briefsite.pages import publication_gap, timeline_entries
from briefsite.pages.charts import timeline_chart, timeline_picture
from briefsite.pages.charts.picture_file import Picture
from briefsite.pages.rendering import render
from briefsite.pages.timeline_entries import Entry

LINKS = {
    "past": Link(addresses.TIMELINE, "Timeline"),
    "expected": Link(addresses.EXPECTED, "What the briefs expected"),
    "since": Link(addresses.SINCE, "What happened since"),
}
"""Where entries of each kind have their permanent address."""
PATHS = {kind: link.target for kind, link in LINKS.items()}
DESCRIPTIONS = {
    "past": "What the briefs date or mention, what they expected, and what happened since, in"
    " the order of time.",
    "expected": "What lay ahead of the briefs when they were written.",
    "since": "What happened after the briefs, with its sources, apart from what the briefs say.",
}
SOURCES = {
    "past": (data_paths.EVENTS, data_paths.DEVELOPMENTS, data_paths.FORECASTS),
    "expected": (data_paths.EVENTS,),
    "since": (data_paths.DEVELOPMENTS, data_paths.FORECASTS),
}
SUBJECT = "what the briefs date, what they expected, and what happened since"
CHART_KEY = f"{addresses.TIMELINE}#reading"
"""Where it is explained how to read a timeline chart."""


def pages(corpus: Corpus) -> Iterator[Page]:
    """The timeline of all three times, that of what the briefs expected, and that of what happened
    since."""
    entries = timeline_entries.of_all(corpus)
    for kind, before, after in with_neighbours(LINKS, LINKS.__getitem__):
        shown = [entry for entry in entries if kind in ("past", entry.kind)]
        yield Page(
            *LINKS[kind],
            _body(corpus, kind, shown),
            SOURCES[kind][0],
            DESCRIPTIONS[kind],
            (HOME,) if kind == "past" else (HOME, LINKS["past"]),
            before,
            after,
            wide=True,
            references=False,
            further_sources=SOURCES[kind][1:],
        )


def pictures(corpus: Corpus) -> list[Picture]:
    """The picture of all three times as a file, where there is one."""
    if not (chart := timeline_chart.of_site(corpus)):
        return []
    return [timeline_picture.picture(corpus, chart, "timeline", SUBJECT, addresses.TIMELINE)]


def excerpt(corpus: Corpus, path: str) -> str:
    """The events of the topic that the page treats, each linked to its place on the timelines."""
    topic = addresses.topic_of(path)
    events = [event for event in corpus.events if topic in event.topics]
    entries = timeline_entries.of_events(events)
    return render("timeline_excerpt.md.jinja", path, entries=entries, paths=PATHS)


def _body(corpus: Corpus, kind: str, entries: Sequence[Entry]) -> str:
    path = PATHS[kind]
    chart = timeline_chart.of_site(corpus) if kind == "past" else None
    filters = _filters(corpus, entries) if kind != "expected" else []
    years = timeline_entries.by_year(entries)
    return render(
        "timeline_page.md.jinja",
        path,
        kind="all" if kind == "past" else kind,
        title=LINKS[kind].title,
        corpus=corpus,
        retired={"past": corpus.retired_events, "since": corpus.retired_developments}.get(kind, ()),
        paths=PATHS,
        count=Counter(entry.kind for entry in entries),
        chart=timeline_picture.draw(chart, path, SUBJECT),
        pictures=pictures(corpus) if chart else [],
        listing=_list(corpus, path, years, filters, headings=True),
    )


Filter = tuple[str, str, list[tuple[str, str]]]
"""What entries can be filtered by: (name in the address, title, [(value, text)])."""


def _list(
    corpus: Corpus,
    path: str,
    years: Sequence[tuple[str, list[Entry]]],
    filters: Sequence[Filter] = (),
    headings: bool = False,
) -> str:
    return render(
        "timeline_list.md.jinja",
        path,
        years=years,
        corpus=corpus,
        headings=headings,
        home=_home,
        gaps=partial(publication_gap.gaps, corpus),
        filters=render("timeline_filters.html.jinja", path, filters=filters) if filters else "",
    )


def _home(entry: Entry) -> str:
    return PATHS[entry.kind]


def _filters(corpus: Corpus, entries: Sequence[Entry]) -> list[Filter]:
    """The filters with more than one value, and the values that occur."""
    actors = [(actor.key, actor.name) for actor in corpus.actors]
    topics = [(topic.key, topic.title) for topic in corpus.topics]
    briefs = [(brief.key, brief.label) for brief in corpus.briefs]
    found = [
        ("kind", "Kind", vocabulary.TIMES.items(), {entry.kind for entry in entries}),
        ("actor", "Actor", actors, {key for entry in entries for key in entry.item.actors}),
        ("topic", "Topic", topics, {key for entry in entries for key in entry.item.topics}),
        ("brief", "Brief", briefs, {key for entry in entries for key in entry.briefs}),
    ]
    return [
        (name, title, [(value, text) for value, text in options if value in occurring])
        for name, title, options, occurring in found
        if len(occurring) > 1
    ]
