"""Timelines: what the briefs date or mention, what they expected, what happened since; and, where
these grow too long, a page for each year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from briefsite.model import addresses, data_paths, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.events import Mention
from briefsite.model.generated_page import HOME, Link, Page, with_neighbours
from briefsite.model.split_pages import timeline_is_split
from briefsite.pages import publication_gap, timeline_entries
from briefsite.pages.charts import timeline_chart, timeline_file, timeline_picture
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
    "since": "What happened since the time the briefs speak from, with its sources, apart from what"
    " they say.",
}
SOURCES = {
    "past": (data_paths.EVENTS, data_paths.DEVELOPMENTS, data_paths.FORECASTS),
    "expected": (data_paths.EVENTS,),
    "since": (data_paths.DEVELOPMENTS, data_paths.FORECASTS),
}
SUBJECT = "what the briefs date, what they expected, and what happened since"
PICTURE = "timeline"
CHART_KEY = f"{addresses.TIMELINE}#reading"
"""Where it is explained how to read a timeline chart."""


def pages(corpus: Corpus) -> Iterator[Page]:
    """The timeline of all three times, that of what the briefs expected, that of what happened
    since, and, where they are split, the page of each year."""
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
    if timeline_is_split(corpus):
        years = timeline_entries.by_year(entries)
        for year, before, after in with_neighbours(years, lambda item: _year(item[0])):
            yield _year_page(corpus, *year, before, after)


def _year(name: str) -> Link:
    return Link(addresses.year(name), name or "No date given")


def _year_page(
    corpus: Corpus, year: str, entries: Sequence[Entry], before: Link | None, after: Link | None
) -> Page:
    path, name = _year(year)
    title = f"Timeline: {name}" if year else "Timeline: no date given"
    body = render(
        "timeline_year.md.jinja",
        path,
        title=title,
        paths=PATHS,
        count=Counter(entry.kind for entry in entries),
        listing=_list(corpus, path, [(year, list(entries))], _filters(corpus, entries)),
    )
    return Page(
        path,
        title,
        body,
        data_paths.EVENTS,
        f"{name}: what the briefs date, what they expected, and what happened since.",
        (HOME, LINKS["past"]),
        before,
        after,
        wide=True,
        references=False,
        further_sources=SOURCES["past"][1:],
    )


def pictures(corpus: Corpus) -> list[Picture]:
    """The picture of every entry; none without any date."""
    chart = timeline_chart.of_site(corpus)
    return [timeline_file.picture(chart, PICTURE, SUBJECT, addresses.TIMELINE)] if chart else []


def excerpt(corpus: Corpus, path: str) -> str:
    """The events of the topic that the page treats, each linked to its place on the timelines."""
    topic = addresses.topic_of(path)
    events = [event for event in corpus.events if topic in event.topics]
    entries = timeline_entries.of_events(corpus, events)
    return render("timeline_excerpt.md.jinja", path, entries=entries)


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
        chart=timeline_picture.draw(chart, path, SUBJECT, PICTURE),
        pictures=pictures(corpus) if chart else [],
        year_page=addresses.year if timeline_is_split(corpus) else None,
        years=years,
        marked=any(publication_gap.before_all(corpus, item) for item in corpus.developments),
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
        year_page=addresses.year if timeline_is_split(corpus) else None,
        page_of=_page_of,
        alike=_alike,
        gaps=partial(publication_gap.gaps, corpus),
        before_all=partial(publication_gap.before_all, corpus),
        filters=render("timeline_filters.html.jinja", path, filters=filters) if filters else "",
    )


def _alike(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Mentions by the date they give, in the order of the first of each."""
    groups: dict[tuple[object, ...], list[Mention]] = {}
    for item in mentions:
        date = (item.edtf, item.basis, item.expected, item.horizon)
        groups.setdefault(date, []).append(item)
    return list(groups.values())


def _page_of(target: str) -> str:
    return target.partition("#")[0]


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
