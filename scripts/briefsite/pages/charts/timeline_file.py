"""A timeline's picture as a file: drawn lengthwise, without links, with the key to it below."""

from dataclasses import replace

from briefsite.model import dates
from briefsite.pages.charts import picture_file, picture_shapes, timeline_lengthwise
from briefsite.pages.charts.picture_file import Picture
from briefsite.pages.charts.picture_shapes import Box, Drawing, Path, Words
from briefsite.pages.charts.timeline_chart import Chart
from briefsite.pages.charts.timeline_picture import lanes
from briefsite.pages.rendering import render

WIDTH, KEY = 720, 26
"""Pixels: narrower than on the site, so that its words can be read on paper; the row of the key."""
PUBLISHED = "A brief is published"


def picture(chart: Chart, name: str, subject: str, page: str) -> Picture:
    """A chart as a picture for `page`; `subject` ends the sentence "Timeline of …"."""
    drawing = timeline_lengthwise.draw(chart, WIDTH)
    _key(drawing, chart)
    drawing.words = [replace(words, target="", id="") for words in drawing.words]
    for shapes in (drawing.ground, drawing.shapes):
        shapes[:] = [replace(shape, id="") for shape in shapes]
    said = _said(chart)
    drawn = render(
        "timeline_file.svg.jinja",
        "",
        drawing=drawing,
        subject=subject,
        described=said,
        line_height=picture_shapes.LINE,
        palette=picture_file.PALETTE,
        plain=picture_file.PLAIN,
    )
    height = round(drawing.height)
    return Picture(name, f"Timeline of {subject}", said, page, WIDTH, height, drawn)


def _said(chart: Chart) -> str:
    """What is drawn, where no list stands beside it."""
    looks = [
        f"{item.calendar.brief.label} looks to {dates.spoken(item.calendar.edtf)}"
        for item in (chart.windows if chart.named else ())
    ]
    return ". ".join([lanes(chart), *looks]) + "."


def _key(drawing: Drawing, chart: Chart) -> None:
    """The row that says what a flag and a band are."""
    y = drawing.height + KEY - 8
    drawing.shapes.append(Path(f"M4 {round(y)}v-11l8 3-8 3", "flag"))
    drawing.words.append(Words(16, y, (PUBLISHED,), "key"))
    if chart.windows:
        x = 16 + picture_shapes.width((PUBLISHED,)) + 16
        text = "The time in which a brief alone expects something to happen"
        if not chart.named:
            text = "The time in which briefs expect something to happen"
        drawing.shapes.append(Box(x, y - 10, 20, 12, f"band {chart.windows[0].style}"))
        drawing.words.append(Words(x + 26, y, (text,), "key"))
    drawing.height += KEY
