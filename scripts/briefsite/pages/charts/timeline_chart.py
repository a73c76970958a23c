"""A timeline drawn as lanes on one scale of time; templates/timeline_chart.html.jinja draws it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefsite.model import dates
from briefsite.model.corpus import Corpus
from briefsite.model.records import Actor, Brief
from briefsite.pages import timeline_entries
from briefsite.pages.charts import time_scale
from briefsite.pages.charts.time_scale import Scale
from briefsite.pages.charts.timeline_marks import HEAD, ROW, TOP, Lane, mark, packed
from briefsite.pages.rendering import render
from briefsite.pages.side_by_side import MAX_BRIEFS, claims_by_brief
from briefsite.pages.timeline_entries import Entry

MAX_LANES = 10
"""So many actors have a lane on the site's chart: those with most entries."""
MIN_ENTRIES = 2
"""An actor with fewer dated entries has no lane there."""


@dataclass(frozen=True)
class Chart:
    """Lanes on one scale; `guides` are the days on which briefs were published, across all lanes.

    `undated` counts the entries that are not drawn, `left_out` the actors without a lane.
    """

    scale: Scale
    lanes: tuple[Lane, ...]
    guides: tuple[float, ...]
    undated: int
    left_out: int

    @property
    def symbols(self) -> set[str]:
        """What its marks need drawn besides points and bars: the ends that fade or are open, and a
        cross for what was looked for in vain."""
        marks = [mark for lane in self.lanes for mark in lane.marks]
        bars = [mark for mark in marks if mark.width]
        return (
            {f"fade-{bar.fades}" for bar in bars if bar.fades}
            | {f"open-{end}" for end in ("start", "end") for b in bars if b.opens in (end, "both")}
            | {mark.kind for mark in marks if mark.kind == "missing"}
        )

    @property
    def height(self) -> int:
        return self.lanes[-1].top + self.lanes[-1].height


def site_scale(corpus: Corpus) -> Scale | None:
    """The one scale of all charts of a site; None without any date."""
    texts = [entry.edtf for entry in timeline_entries.of_all(corpus) if entry.edtf]
    texts += [item.edtf for item in corpus.unsourced] + [brief.published for brief in corpus.briefs]
    horizons = {forecast.horizon.edtf for forecast in corpus.forecasts}
    return time_scale.of(map(dates.parse, [*texts, *horizons]))


def of_site(corpus: Corpus) -> Chart | None:
    """All three times, by actor, below the briefs and the horizons of their forecasts; None without
    any date."""
    entries, scale = timeline_entries.of_all(corpus), site_scale(corpus)
    if not scale:
        return None
    count = Counter(actor for entry in entries if entry.edtf for actor in entry.item.actors)
    chosen = {actor for actor, number in count.most_common(MAX_LANES) if number >= MIN_ENTRIES}
    lanes = (
        [_brief(corpus, scale, brief) for brief in corpus.briefs]
        if len(corpus.briefs) <= MAX_BRIEFS
        else [_published(scale, corpus.briefs)]
    )
    lanes += [_actor(scale, actor, entries) for actor in corpus.actors if actor.key in chosen]
    if corpus.unsourced:
        marks = packed(mark("", "missing", item.edtf, scale) for item in corpus.unsourced)
        lanes.append(Lane("Looked for: no source found", marks))
    return _chart(corpus, scale, lanes, entries, len(count.keys() - chosen))


def of_actor(corpus: Corpus, actor: Actor, scale: Scale | None) -> Chart | None:
    """An actor's own lane below the briefs that speak of it, on the scale of the site; None when
    nothing of it is dated."""
    entries = timeline_entries.of_actor(corpus, actor.key)
    if not scale or not any(entry.edtf for entry in entries):
        return None
    claims = claims_by_brief(corpus, corpus.claims_of_actor.get(actor.key, ()))
    lanes = [_published(scale, [brief for brief, _ in claims]), _actor(scale, actor, entries)]
    return _chart(corpus, scale, lanes, entries)


def draw(chart: Chart | None, path: str, subject: str, *, key: str = "") -> str:
    """A chart as HTML for the page at `path`, "" for None; `subject` ends the sentence "Timeline of
    …".

    Where `key` is the address of another chart's key, the own one is short and leads there.
    """
    if not chart:
        return ""
    return render(
        "timeline_chart.html.jinja",
        path,
        chart=chart,
        subject=subject,
        key=key,
        head=HEAD,
        row=ROW,
        axis=TOP,
    )


def _chart(
    corpus: Corpus,
    scale: Scale,
    lanes: Iterable[Lane],
    entries: Iterable[Entry],
    left_out: int = 0,
) -> Chart:
    placed: list[Lane] = []
    for lane in lanes:
        top = placed[-1].top + placed[-1].height if placed else TOP
        placed.append(replace(lane, top=top))
    few = corpus.briefs if len(corpus.briefs) <= MAX_BRIEFS else ()
    guides = tuple(mark("", "print", brief.published, scale).x for brief in few)
    undated = sum(not entry.edtf for entry in entries)
    return Chart(scale, tuple(placed), guides, undated, left_out)


def _actor(scale: Scale, actor: Actor, entries: Iterable[Entry]) -> Lane:
    own = [entry for entry in entries if entry.edtf and actor.key in entry.item.actors]
    return Lane(actor.name, packed(mark(item.id, item.kind, item.edtf, scale) for item in own))


def _published(scale: Scale, briefs: Sequence[Brief]) -> Lane:
    labelled = len(briefs) <= MAX_BRIEFS
    marks = [
        mark("", "print", brief.published, scale, brief.label if labelled else "")
        for brief in briefs
    ]
    return Lane("Briefs published", packed(marks))


def _brief(corpus: Corpus, scale: Scale, brief: Brief) -> Lane:
    """When a brief was published, the time it speaks from where that differs, and by when its
    forecasts look."""
    times = {"print": ("published", brief.published), "speaks": ("speaks from", brief.speaks_from)}
    if brief.speaks_from == brief.published:
        del times["speaks"]
    above = packed(
        mark("", kind, edtf, scale, f"{word} {dates.spoken(edtf)}")
        for kind, (word, edtf) in times.items()
    )
    horizons = Counter(
        forecast.horizon.edtf
        for forecast in corpus.forecasts
        if corpus.brief_of[forecast.claim] is brief
    )
    ahead = packed(
        (
            mark("", "horizon", edtf, scale, f"{number} forecast{'s' if number > 1 else ''}")
            for edtf, number in horizons.items()
        ),
        first=1 + max(item.row for item in above),
    )
    return Lane(brief.label, above + ahead)
