"""A timeline's picture as HTML: both drawings, of which styles show the one that fits, and the key
to them."""

from briefsite.model import vocabulary
from briefsite.pages.charts import picture_shapes, timeline_lengthwise, timeline_upright
from briefsite.pages.charts.picture_shapes import Drawing
from briefsite.pages.charts.timeline_chart import Chart
from briefsite.pages.charts.timeline_shapes import SYMBOLS
from briefsite.pages.rendering import render


def draw(chart: Chart | None, path: str, subject: str, name: str, key: str = "") -> str:
    """A chart as HTML for the page at `path`, "" for None; `subject` ends the sentence "Timeline of
    …", `name` is that of the picture as a file.

    Where `key` is the address of another picture's key, the own one is short and leads there.
    """
    if not chart:
        return ""
    drawings = (timeline_lengthwise.draw(chart), timeline_upright.draw(chart))
    return render(
        "timeline_picture.html.jinja",
        path,
        chart=chart,
        name=name,
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


def described(chart: Chart) -> str:
    """What is drawn, for those who do not see it."""
    return f"{lanes(chart)}. The list says all of it in words."


def lanes(chart: Chart) -> str:
    """Which lanes are drawn, how much is in each, and from when to when."""
    counted = [
        f"{vocabulary.TIMES[lane.kind]} ({len(lane.marks) + len(lane.labels)})"
        for lane in chart.lanes
    ]
    years = f"{chart.scale.stretches[0].first} to {chart.scale.stretches[-1].last}"
    return f"Lanes: {', '.join(counted)}; from {years}"
