"""A timeline drawn lengthwise: time runs to the right, lanes lie one below the other, and labels
hang below the marks of their lane."""

from collections.abc import Iterator
from itertools import accumulate

from briefsite.model import addresses, dates, vocabulary
from briefsite.pages.charts import hanging_labels, picture_shapes, timeline_marks
from briefsite.pages.charts.picture_shapes import LINE, Box, Drawing, Path, Words, number
from briefsite.pages.charts.timeline_chart import Chart, Lane
from briefsite.pages.charts.timeline_shapes import ROW, Frame

WIDTH, ROOM = 960, 190
"""How wide the picture is, and the room for labels beyond the end of its scale."""
AXIS, NAME, AIR = 20, 24, 8
"""The years; the name of a lane; what is free below marks and below a lane."""
LABEL, GAP = 176, 5
"""How wide a label is at most, and how far it keeps off its leader."""
CALENDAR, YEAR = 18, 30
"""The row of a calendar; how wide years are that have their number above them."""


def draw(chart: Chart, width: int = WIDTH) -> Drawing:
    picture, frame = Drawing("wide", width), Frame(0, width - ROOM, upright=False)
    y = shaded = _published(picture, frame, chart)
    for lane in chart.lanes:
        picture.ground.append(Path(f"M0 {number(y)}H{width}", "lane"))
        name = (vocabulary.TIMES[lane.kind],)
        picture.words.append(Words(0, y + 16, name, f"name of-{lane.kind}"))
        y += NAME
        if lane.kind == "expected":
            shaded = y
            y = _calendars(picture, frame, chart, y)
        y = _lane(picture, frame, lane, y) + AIR
    picture.height = y
    picture.ground[:0] = _ground(frame, chart, shaded, y)
    picture.words[:0] = [
        Words(round(frame.at(part.x) + 3), 14, (part.short,), "year")
        for part in chart.scale.stretches
        if part.width * frame.length > YEAR
    ]
    return picture


def _ground(frame: Frame, chart: Chart, shaded: float, end: float) -> Iterator[Box | Path]:
    """The years, the calendars as bands across what happened, the days of publication."""
    for part in chart.scale.stretches:
        if part.kind != "full" and chart.scale.squeezed:
            length = part.width * frame.length
            yield frame.box(frame.at(part.x), 0, length, end, "squeezed")
        yield frame.line(frame.at(part.x), 0, end, "year")
    for item in chart.windows:
        length = item.width * frame.length
        yield frame.box(frame.at(item.x), shaded, length, end - shaded, f"band {item.style}")
    for item in chart.published:
        yield frame.line(frame.at(item.x), AXIS, end, "guide")


def _published(picture: Drawing, frame: Frame, chart: Chart) -> float:
    """A flag for each brief below the years; a few briefs have their name there."""
    y, ends = AXIS, [0.0]
    for item in sorted(chart.published, key=lambda item: item.x):
        x, text = frame.at(item.x), (item.brief.label,)
        row = next((row for row, end in enumerate(ends) if end <= x), len(ends))
        row = row if chart.named else 0
        ends[row : row + 1] = [x + 14 + picture_shapes.width(text)]
        middle = y + 9 + row * 16
        picture.shapes.append(Path(f"M{frame.point(x, middle + 5)}v-11l8 3-8 3", "flag"))
        if chart.named:
            target = addresses.brief(item.brief.key)
            words = Words(round(x + 11), middle + 4, text, f"of {item.style}", target=target)
            picture.words.append(words)
    return y + 20 + 16 * (len(ends) - 1)


def _calendars(picture: Drawing, frame: Frame, chart: Chart, y: float) -> float:
    """A row for each calendar, with its brief and its dates where there are few."""
    if not chart.named:
        return y
    for item in chart.windows:
        brief, edtf = item.calendar.brief, item.calendar.edtf
        start, length = frame.at(item.x), item.width * frame.length
        picture.shapes.append(frame.box(start, y, length, 10, f"window {item.style}"))
        text = (f"{brief.label} looks to {dates.spoken(edtf)}",)
        x, anchor = start + length + GAP, "start"
        if x + picture_shapes.width(text) > picture.width:
            x, anchor = start - GAP, "end"
        picture.words.append(
            Words(round(x), y + 9, text, f"of {item.style}", anchor, item.calendar.target)
        )
        y += CALENDAR
    return y


def _lane(picture: Drawing, frame: Frame, lane: Lane, y: float) -> float:
    """Marks without labels, below them those with one, below these the labels; returns where they
    end."""
    plain = timeline_marks.packed(lane.marks, frame.length)
    for item in plain:
        picture.shapes.extend(frame.mark(item, y + ROW * item.row + ROW / 2))
    y += ROW * timeline_marks.rows(plain)
    marked = timeline_marks.packed((label.mark for label in lane.labels), frame.length)
    place = {item.id: y + ROW * item.row + ROW / 2 for item in marked}
    for item in marked:
        picture.shapes.extend(frame.mark(item, place[item.id]))
    y += ROW * timeline_marks.rows(marked) + (AIR if marked else 0)
    labels = sorted(lane.labels, key=lambda label: label.mark.middle)
    texts = [picture_shapes.lines(label.title, LABEL) for label in labels]
    hung = hanging_labels.hang(
        [
            (frame.at(label.mark.middle), picture_shapes.width(text) + 2 * GAP)
            for label, text in zip(labels, texts, strict=True)
        ]
    )
    heights = [
        LINE * max(len(text) for text, item in zip(texts, hung, strict=True) if item.row == row) + 5
        for row in range(1 + max((item.row for item in hung), default=-1))
    ]
    tops = [y, *accumulate(heights, initial=y)][1:]
    for label, text, item in zip(labels, texts, hung, strict=True):
        top = tops[item.row]
        leader = f"M{frame.point(item.x, place[label.mark.id])}V{number(top + LINE * len(text))}"
        x, anchor = (item.x - GAP, "end") if item.left else (item.x + GAP, "start")
        picture.words.append(
            Words(
                round(x),
                top + LINE - 3,
                text,
                "label",
                anchor,
                label.target,
                label.mark.id,
                leader,
            )
        )
    return y + sum(heights)
