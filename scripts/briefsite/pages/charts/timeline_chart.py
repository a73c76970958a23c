"""The strip: a timeline drawn as lanes. Geometry in shares of its width; templates/strip.jinja draws it."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from briefsite.model import dates, vocabulary
from briefsite.pages import timeline_entries
from briefsite.pages.brief_pages import FEW, speaking
from briefsite.pages.charts import time_scale
from briefsite.pages.rendering import render

LANES = 10
"""So many actors have a lane on the general strip: those with most entries."""
FEWEST = 2
"""An actor with fewer dated entries has no lane there."""
WEEK = 7
"""Up to so many days are drawn as a point; anything longer is as wide as it lasted."""
UNCERTAIN = ("?", "~", "%")
LEAST_WIDTH = 680
"""Pixels: the strip scrolls rather than be narrower, so marks that keep apart there always do."""
TOP, HEAD, ROW = 20, 15, 12
"""Pixels: the axis, a lane's name, a row of marks."""


@dataclass(frozen=True)
class Mark:
    """A point (`width` 0) or a bar. `kind` is one of the three times, or print, speaks, horizon, missing.

    `fades` and `opens` name the ends that are uncertain, and those that are not set: start, end, both.
    """

    id: str
    kind: str
    x: float
    width: float
    fades: str = ""
    opens: str = ""
    text: str = ""
    row: int = 0

    @property
    def within(self) -> bool:
        """Whether its text has room inside the bar."""
        return self.width * LEAST_WIDTH > _length(self.text)

    @property
    def leftward(self) -> bool:
        """Whether its text stands before it, there being room neither inside nor behind."""
        return (
            not self.within
            and (self.x + self.width) * LEAST_WIDTH + _length(self.text) > LEAST_WIDTH
        )

    @property
    def text_at(self) -> float:
        """Where its text begins or, leftward, ends."""
        return self.x if self.within or self.leftward else self.x + self.width

    @property
    def text_off(self) -> int:
        """By how many pixels the text keeps off that place; a flag flies to the right."""
        return -4 if self.leftward else 10 if self.kind == "print" else 5


@dataclass(frozen=True)
class Lane:
    """A name, its marks, and where it stands: `top` and `height` in pixels."""

    name: str
    marks: tuple[Mark, ...]
    top: int = 0

    @property
    def height(self) -> int:
        return HEAD + ROW * (1 + max((mark.row for mark in self.marks), default=0)) + 5


@dataclass(frozen=True)
class Strip:
    """Lanes on one scale; `guides` are the days on which briefs were published, across all lanes."""

    scale: time_scale.Scale
    lanes: tuple[Lane, ...]
    guides: tuple[float, ...]
    undated: int
    left_out: int

    @property
    def parts(self) -> set[str]:
        """What its marks need drawn besides points and bars: the ends that fade or are open, and a
        cross for what was looked for in vain."""
        marks = [mark for lane in self.lanes for mark in lane.marks]
        both = {"both": ("start", "end")}
        opens = {
            end
            for mark in marks
            if mark.width
            for end in both.get(mark.opens, (mark.opens,))
            if end
        }
        return (
            {f"fade-{mark.fades}" for mark in marks if mark.width and mark.fades}
            | {f"open-{end}" for end in opens}
            | {mark.kind for mark in marks if mark.kind == "missing"}
        )

    @property
    def height(self) -> int:
        return self.lanes[-1].top + self.lanes[-1].height


def general(corpus) -> Strip | None:
    """All three times, by actor, below the briefs and the horizons of their forecasts; None without any date."""
    every, measure = timeline_entries.all_of(corpus), measured(corpus)
    if not measure:
        return None
    count = Counter(actor for entry in every if entry.edtf for actor in entry.item.actors)
    chosen = {actor for actor, number in count.most_common(LANES) if number >= FEWEST}
    lanes = (
        [_brief(corpus, measure, brief) for brief in corpus.briefs]
        if len(corpus.briefs) <= FEW
        else [_published(measure, corpus.briefs)]
    )
    lanes += [
        _actor(corpus, measure, actor, every) for actor in corpus.actors if actor.key in chosen
    ]
    if corpus.unsourced:
        lanes.append(
            Lane(
                "Looked for: no source found",
                _packed(_mark("", "missing", item.edtf, measure) for item in corpus.unsourced),
            )
        )
    return _strip(corpus, measure, lanes, every, len(count.keys() - chosen))


def of_actor(corpus, actor, measure) -> Strip | None:
    """An actor's own lane below the briefs that speak of it, on the scale that `measured` gives; None
    when nothing of it is dated."""
    every = timeline_entries.of_actor(corpus, actor.key)
    if not any(entry.edtf for entry in every):
        return None
    briefs = [brief for brief, _ in speaking(corpus, corpus.claims_of_actor.get(actor.key, ()))]
    return _strip(
        corpus,
        measure,
        [_published(measure, briefs), _actor(corpus, measure, actor, every)],
        every,
        0,
    )


def drawn(strip: Strip | None, path: str, subject: str, *, key: str = "") -> str:
    """A strip as HTML for the page at `path`; `subject` ends the sentence "Timeline of …".

    Where `key` is the address of another strip's key, the own one is short and leads there.
    """
    return (
        render(
            "strip.jinja",
            path,
            strip=strip,
            subject=subject,
            key=key,
            kinds=vocabulary.TIMES,
            head=HEAD,
            row=ROW,
            axis=TOP,
        )
        if strip
        else ""
    )


def measured(corpus) -> time_scale.Scale | None:
    """The one scale of all strips of a site; None without any date."""
    texts = [entry.edtf for entry in timeline_entries.all_of(corpus) if entry.edtf]
    texts += [item.edtf for item in corpus.unsourced] + [brief.published for brief in corpus.briefs]
    return time_scale.of(
        map(dates.parse, texts + list({forecast.horizon.edtf for forecast in corpus.forecasts}))
    )


def _strip(corpus, measure, lanes, every, left_out) -> Strip:
    placed, top = [], TOP
    for lane in lanes:
        placed.append(Lane(lane.name, lane.marks, top))
        top += placed[-1].height
    guides = (
        [_mark("", "print", brief.published, measure).x for brief in corpus.briefs]
        if len(corpus.briefs) <= FEW
        else []
    )
    return Strip(
        measure, tuple(placed), tuple(guides), sum(not entry.edtf for entry in every), left_out
    )


def _actor(corpus, measure, actor, every) -> Lane:
    return Lane(
        actor.name,
        _packed(
            _mark(entry.id, entry.kind, entry.edtf, measure)
            for entry in every
            if entry.edtf and actor.key in entry.item.actors
        ),
    )


def _published(measure, briefs) -> Lane:
    few = len(briefs) <= FEW
    return Lane(
        "Briefs published",
        _packed(
            _mark("", "print", brief.published, measure, brief.label if few else "")
            for brief in briefs
        ),
    )


def _brief(corpus, measure, brief) -> Lane:
    """When a brief was published, the time it speaks from where that differs, and by when its forecasts look."""
    dated = [
        _mark("", "print", brief.published, measure, f"published {dates.spoken(brief.published)}")
    ]
    if brief.speaks_from != brief.published:
        dated.append(
            _mark(
                "",
                "speaks",
                brief.speaks_from,
                measure,
                f"speaks from {dates.spoken(brief.speaks_from)}",
            )
        )
    horizons = Counter(
        forecast.horizon.edtf
        for forecast in corpus.forecasts
        if corpus.brief_of[forecast.claim] is brief
    )
    ahead = [
        _mark("", "horizon", edtf, measure, f"{number} forecast{'s' if number > 1 else ''}")
        for edtf, number in horizons.items()
    ]
    above = _packed(dated)
    return Lane(brief.label, above + _packed(ahead, first=1 + max(mark.row for mark in above)))


def _mark(name: str, kind: str, edtf: str, measure, text: str = "") -> Mark:
    span = dates.parse(edtf)
    start, slash, end = edtf.partition("/")
    fades = _which(start.endswith(UNCERTAIN), (end if slash else start).endswith(UNCERTAIN))
    opens = _which(slash and start in ("", ".."), slash and end in ("", ".."))
    x = measure.at(span.earliest)
    after = 1.0 if span.latest == dates.LAST_DAY else measure.at(span.latest + timedelta(days=1))
    if (span.latest - span.earliest).days < WEEK:
        return Mark(name, kind, round((x + after) / 2, 4), 0, fades, opens, text)
    return Mark(name, kind, round(x, 4), round(after - x, 4), fades, opens, text)


def _which(start, end) -> str:
    return "both" if start and end else "start" if start else "end" if end else ""


def _packed(marks, first: int = 0) -> tuple[Mark, ...]:
    """Marks in as few rows as hold them side by side on the narrowest strip, from row `first` on."""
    rows, placed = [], []
    for mark in sorted(marks, key=lambda mark: (mark.x, mark.width)):
        left, right = _extent(mark)
        row = next((at for at, taken in enumerate(rows) if taken <= left), len(rows))
        rows[row : row + 1] = [right]
        placed.append(
            Mark(
                mark.id,
                mark.kind,
                mark.x,
                mark.width,
                mark.fades,
                mark.opens,
                mark.text,
                first + row,
            )
        )
    return tuple(placed)


def _extent(mark: Mark) -> tuple[float, float]:
    """From where to where a mark takes up room, its text included."""
    half, text = 0 if mark.width else 5, 0 if mark.within else _length(mark.text)
    left, right = mark.x * LEAST_WIDTH - half, (mark.x + mark.width) * LEAST_WIDTH + half + 1
    return ((left - text) if mark.leftward else left) / LEAST_WIDTH, (
        right if mark.leftward else right + text
    ) / LEAST_WIDTH


def _length(text: str) -> int:
    """Pixels that a text takes up, with some air; a letter is five and a half at most on average."""
    return int(5.5 * len(text)) + 12 if text else 0
