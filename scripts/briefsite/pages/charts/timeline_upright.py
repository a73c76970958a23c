"""A timeline drawn upright, for narrow screens and paper: time runs down, lanes stand side by side,
and all that has words has them in one column at the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefsite.model import addresses, dates, vocabulary
from briefsite.pages.charts import picture_shapes, timeline_marks
from briefsite.pages.charts.picture_shapes import LINE, Drawing, Path, Words, number
from briefsite.pages.charts.timeline_chart import Chart, Label
from briefsite.pages.charts.timeline_shapes import ROW, Frame

WIDTH = 372
YEARS, HEAD, LANE, GUTTER = 34, 46, 58, 22
"""Pixels: the column of years, the lanes' names, the width of a lane, what leaders slant across."""
AIR = 5
"""What is free between two labels."""
SHORTEST, ROOMY = 420, 1.7
"""How long it is at least, and by how much it is longer than its words, so that these stand near
their marks."""
MAX_LABELS = 5
"""So many entries have a label: of more that fall close together the leaders run into a sheaf that
no eye can follow."""


@dataclass(frozen=True)
class Item:
    """What has words: the time it stands for, from where its leader comes, and the words."""

    share: float
    across: float
    lines: tuple[str, ...]
    style: str
    target: str
    id: str = ""

    @property
    def height(self) -> float:
        return LINE * len(self.lines) + AIR


def draw(chart: Chart) -> Drawing:
    starts = {lane.kind: YEARS + LANE * place for place, lane in enumerate(chart.lanes)}
    edge = YEARS + LANE * len(chart.lanes)
    room = WIDTH - edge - GUTTER
    items = sorted(_items(chart, starts, room), key=lambda item: item.share)
    length = max(SHORTEST, round(ROOMY * sum(item.height for item in items)))
    frame = Frame(HEAD, length, upright=True)
    picture = Drawing("tall", WIDTH, HEAD + length + AIR)
    _ground(picture, chart, frame, starts, edge)
    for lane in chart.lanes:
        for item in _packed(chart, lane.kind, length):
            picture.shapes.extend(frame.mark(item, starts[lane.kind] + 7 + ROW * item.row))
    tops = _spread([(frame.at(item.share), item.height) for item in items], HEAD, HEAD + length)
    for item, top in zip(items, tops, strict=True):
        middle = top + item.height / 2
        start = frame.point(frame.at(item.share), item.across)
        leader = f"M{start}H{edge}L{edge + GUTTER - 3} {number(middle)}"
        picture.words.append(
            Words(
                edge + GUTTER,
                round(top + LINE),
                item.lines,
                item.style,
                target=item.target,
                id=item.id,
                leader=leader,
            )
        )
    return picture


def _packed(chart: Chart, kind: str, length: float) -> tuple[timeline_marks.Mark, ...]:
    lane = next(lane for lane in chart.lanes if lane.kind == kind)
    return timeline_marks.packed([*lane.marks, *(label.mark for label in lane.labels)], length)


def _items(chart: Chart, starts: dict[str, int], room: float) -> Iterator[Item]:
    kept = _weightiest([label for lane in chart.lanes for label in lane.labels])
    for lane in chart.lanes:
        for label in lane.labels:
            if label not in kept:
                continue
            yield Item(
                label.mark.middle,
                starts[lane.kind] + 8,
                picture_shapes.lines(label.title, room),
                "label",
                label.target,
                label.mark.id,
            )
    for item in chart.published if chart.named else ():
        text = picture_shapes.lines(f"{item.brief.label} published", room)
        target = addresses.brief(item.brief.key)
        yield Item(item.x, YEARS, text, f"of {item.style}", target)
    for item in chart.windows if chart.named else ():
        edtf = dates.spoken(item.calendar.edtf)
        text = picture_shapes.lines(f"{item.calendar.brief.label} looks to {edtf}", room)
        across = starts["expected"] + LANE - 6
        middle = item.x + item.width / 2
        yield Item(middle, across, text, f"of {item.style}", item.calendar.target)


def _weightiest(labels: Sequence[Label]) -> list[Label]:
    """All labels where there are few; otherwise the weightiest of those that have any weight."""
    if len(labels) <= MAX_LABELS:
        return list(labels)
    weighed = [label for label in labels if label.weight]
    return sorted(weighed, key=lambda label: label.weight, reverse=True)[:MAX_LABELS]


def _ground(
    picture: Drawing, chart: Chart, frame: Frame, starts: dict[str, int], edge: float
) -> None:
    """Years, the names of lanes, calendars as bands across what happened, days of publication."""
    for part in chart.scale.stretches:
        along, length = frame.at(part.x), part.width * frame.length
        if part.kind != "full" and chart.scale.squeezed:
            picture.ground.append(frame.box(along, 0, length, edge, "squeezed"))
        picture.ground.append(frame.line(along, 0, edge, "year"))
        if length > LINE:
            picture.words.append(Words(0, round(along + 12), (part.short,), "year"))
    for lane in chart.lanes:
        x = starts[lane.kind]
        picture.ground.append(Path(f"M{x} 0V{number(HEAD + frame.length)}", "lane"))
        name = picture_shapes.lines(vocabulary.TIMES[lane.kind], LANE)
        picture.words.append(Words(x + 3, 12, name, f"name of-{lane.kind}"))
    for item in chart.windows:
        along, length = frame.at(item.x), item.width * frame.length
        first = starts["expected"]
        picture.ground.append(frame.box(along, first, length, edge - first, f"band {item.style}"))
        if chart.named:
            bar = frame.box(along, first + LANE - 8, length, 6, f"window {item.style}")
            picture.shapes.append(bar)
    for item in chart.published:
        picture.ground.append(frame.line(frame.at(item.x), YEARS, edge, "guide"))


@dataclass
class Group:
    """Labels that lie one below the other: the top that each would have it begin at, and how high
    it is."""

    tops: list[float]
    height: float

    def top(self, start: float, end: float) -> float:
        """Where it begins: at the middle of what its labels ask for, within bounds."""
        return max(start, min(sum(self.tops) / len(self.tops), end - self.height))


def _spread(places: Sequence[tuple[float, float]], start: float, end: float) -> list[float]:
    """The tops of labels by their (middle, height), in their order.

    Those that would overlap become a group about the middle of their places, so that no leader is
    much steeper than another.
    """
    groups: list[Group] = []
    for middle, height in places:
        group = Group([middle - height / 2], height)
        while groups and groups[-1].top(start, end) + groups[-1].height > group.top(start, end):
            above = groups.pop()
            below = [top - above.height for top in group.tops]
            group = Group([*above.tops, *below], above.height + group.height)
        groups.append(group)
    tops: list[float] = []
    for group in groups:
        free = group.top(start, end)
        for _, height in places[len(tops) : len(tops) + len(group.tops)]:
            tops.append(free)
            free += height
    return tops
