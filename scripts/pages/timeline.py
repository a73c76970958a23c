"""Timelines: what the briefs date or mention, what they expected, and each actor's own."""

from dataclasses import dataclass

from corpus import dates
from pages import links
from pages.briefs import expected
from pages.markdown import render
from pages.page import Page

PATHS = {"past": "timeline/index.md", "expected": "timeline/expected.md"}


@dataclass(frozen=True)
class Entry:
    """An event as a timeline shows it: the date that orders it, and where that date is from."""

    event: object
    edtf: str
    basis: str
    mentions: tuple

    @property
    def datetime(self) -> str:
        """The machine-readable date of HTML's <time>: EDTF's start, without its marks."""
        return self.edtf.partition("/")[0].rstrip("?~%.")


def entries(events) -> list[Entry]:
    """Events in the order of time; those that nobody dates come last, in the order of the file."""
    made = [_entry(event) for event in events]
    dated = sorted((entry for entry in made if entry.edtf),
                   key=lambda entry: (dates.parse(entry.edtf).earliest, dates.parse(entry.edtf).latest))
    return dated + [entry for entry in made if not entry.edtf]


def _entry(event) -> Entry:
    """The brief's own date comes first; an outside date orders the event only where no brief dates it."""
    dated = [mention for mention in event.mentions if mention.edtf]
    finest = min(dated, key=_width, default=None)
    if finest is not None:
        return Entry(event, finest.edtf, finest.basis, event.mentions)
    if event.sourced:
        return Entry(event, event.sourced.edtf, "source", event.mentions)
    return Entry(event, "", "", event.mentions)


def _width(mention) -> int:
    span = dates.parse(mention.edtf)
    return (span.latest - span.earliest).days


def listing(corpus, path: str, events, *, anchors: bool) -> str:
    """The Markdown of a timeline; ids of events are set where `anchors` says so."""
    return render("timeline-list.md.jinja", path, entries=entries(events), corpus=corpus, anchors=anchors,
                  label=links.label, target=target)


def excerpt(corpus, path: str) -> str:
    """The events of the topic that the page treats, each linked to its place on the timelines."""
    key = path.removeprefix("topics/").removesuffix(".md")
    events = [event for event in corpus.events if key in event.topics]
    return render("topic-timeline.md.jinja", path, entries=entries(events), target=target)


def target(event) -> str:
    """Where an event has its permanent address."""
    return f"{PATHS['expected' if expected(event) else 'past']}#{event.id}"


def pages(corpus):
    """The timeline of what the briefs date or mention, and that of what they expected."""
    past = [event for event in corpus.events if not expected(event)]
    ahead = [event for event in corpus.events if expected(event)]
    home = ("index.md", "Home")
    yield Page(PATHS["past"], "Timeline", _body(corpus, "past", past), "data/events.yml",
               "What the briefs date or mention, in the order of time.", (home,),
               after=(PATHS["expected"], "What the briefs expected"))
    yield Page(PATHS["expected"], "What the briefs expected", _body(corpus, "expected", ahead), "data/events.yml",
               "What lay ahead of the briefs when they were written.", (home, (PATHS["past"], "Timeline")),
               before=(PATHS["past"], "Timeline"))


def _body(corpus, kind: str, events) -> str:
    path = PATHS[kind]
    gone = corpus.retired_events if kind == "past" else ()
    return render("timeline.md.jinja", path, kind=kind, corpus=corpus, gone=gone,
                  listing=listing(corpus, path, events, anchors=True), label=links.label)
