"""A timeline's picture as HTML: both drawings, of which styles show the one that fits, and the key
to them; and as a file, which is the drawing lengthwise with its key in it."""

from briefsite.model import dates, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.pages.charts import (
    picture_file,
    picture_shapes,
    timeline_lengthwise,
    timeline_upright,
)
from briefsite.pages.charts.picture_file import Picture
from briefsite.pages.charts.picture_shapes import Drawing
from briefsite.pages.charts.timeline_chart import Chart
from briefsite.pages.charts.timeline_shapes import SYMBOLS
from briefsite.pages.rendering import brief_style, render

KEY = 76
"""Pixels, in the file: what the marks mean."""


def draw(chart: Chart | None, path: str, subject: str, *, key: str = "") -> str:
    """A chart as HTML for the page at `path`, "" for None; `subject` ends the sentence "Timeline of
    …".

    Where `key` is the address of another picture's key, the own one is short and leads there.
    """
    if not chart:
        return ""
    drawings = (timeline_lengthwise.draw(chart), timeline_upright.draw(chart))
    return render(
        "timeline_picture.html.jinja",
        path,
        chart=chart,
        key=key,
        symbols=SYMBOLS,
        drawings=[svg(chart, drawing, path, subject) for drawing in drawings],
    )


def svg(chart: Chart, drawing: Drawing, path: str, subject: str) -> str:
    """One drawing of a chart, with its links as they are from the page at `path`."""
    return render(
        "timeline_drawing.svg.jinja",
        path,
        drawing=drawing,
        subject=subject,
        described=described(chart),
        line_height=picture_shapes.LINE,
    )


def picture(corpus: Corpus, chart: Chart, name: str, subject: str, page: str) -> Picture:
    """A chart as a file of that `name`; `page` is the target that shows it, `subject` ends the
    title "Timeline of …"."""
    drawing = timeline_lengthwise.draw(chart)
    looks = [
        f"{item.calendar.brief.label} looks to {dates.spoken(item.calendar.edtf)}"
        for item in (chart.windows if chart.named else ())
    ]
    return Picture(
        name,
        f"Timeline of {subject}",
        ". ".join([_lanes(chart), *looks]) + ".",
        page,
        round(drawing.width),
        round(drawing.height) + KEY,
        render(
            "timeline_file.svg.jinja",
            "",
            chart=chart,
            drawing=drawing,
            symbols=SYMBOLS,
            colors=[
                (brief_style(corpus, brief), picture_file.color(brief)) for brief in corpus.briefs
            ],
            line_height=picture_shapes.LINE,
        ),
    )


def described(chart: Chart) -> str:
    """What is drawn, for those who do not see it."""
    return f"{_lanes(chart)}. The list says all of it in words."


def _lanes(chart: Chart) -> str:
    lanes = [
        f"{vocabulary.TIMES[lane.kind]} ({len(lane.marks) + len(lane.labels)})"
        for lane in chart.lanes
    ]
    years = f"{chart.scale.stretches[0].first} to {chart.scale.stretches[-1].last}"
    return f"Lanes: {', '.join(lanes)}; from {years}"
