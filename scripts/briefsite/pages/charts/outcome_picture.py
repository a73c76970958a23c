"""The picture of the ledger, drawn: as HTML for the page, with links, and as a file."""

from collections.abc import Sequence

from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.outcomes import Forecast
from briefsite.model.records import Brief
from briefsite.pages.charts import outcome_rows, picture_file
from briefsite.pages.charts.outcome_rows import Panel, Row
from briefsite.pages.charts.picture_file import Picture
from briefsite.pages.forecast_tally import tally
from briefsite.pages.rendering import render

STEP = 20
"""Pixels: a line of marks."""
WIDTH, HEAD, TOP, LEGEND = 720, 26, 20, 34
"""Of the file, in pixels: its width, a row's title, the axis, what the marks mean."""


def html(panel: Panel, rows: Sequence[Row], path: str, named: bool) -> str:
    """Some rows of a panel, as a list whose titles lead to the entries on the page at `path`, and
    whose marks lead to the developments; "" for none. The list that is `named` stands for the
    whole picture."""
    if not rows:
        return ""
    name = name_of(panel.brief) if named else ""
    return render("outcome_picture.html.jinja", path, panel=panel, rows=rows, step=STEP, name=name)


def name_of(brief: Brief) -> str:
    """The name of the picture's file."""
    return f"forecasts-{brief.key}"


def picture(corpus: Corpus, brief: Brief, forecasts: Sequence[Forecast]) -> Picture:
    """The same as a file, with what it shows said in words."""
    panel = outcome_rows.panel(corpus, brief, forecasts)
    height = TOP
    rows: list[tuple[outcome_rows.Row, int]] = []
    for row in panel.rows:
        rows.append((row, height))
        height += HEAD + row.lines * STEP
    height += LEGEND
    drawing = render(
        "outcome_picture.svg.jinja",
        "",
        panel=panel,
        rows=rows,
        width=WIDTH,
        height=height,
        step=STEP,
        legend=LEGEND,
        color=picture_file.color(brief),
    )
    counts = tally(forecasts)
    said = ", ".join(f"{number} {name or 'not judged yet'}" for name, number in counts.verdicts)
    alt = (
        f"What {brief.label} expected, a line for each forecast: its window, the developments, the "
        f"verdict. Dated forecasts: {said or 'none'}."
    )
    return Picture(
        name_of(brief),
        f"What {brief.label} expected, and what became of it",
        alt,
        addresses.FORECASTS,
        WIDTH,
        height,
        drawing,
    )
