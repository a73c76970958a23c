"""Reads and writes data/page-dates.json. A file that can't be read is as good as none: dates are
then taken from the project's history, and the command writes it anew."""

import json
from pathlib import Path
from typing import Any, cast

from briefsite.model import data_paths
from briefsite.model.page_dates import PageDate, PageDates


def read(root: Path) -> PageDates:
    """The dates that are kept in the project at `root`."""
    try:
        found = json.loads((root / data_paths.PAGE_DATES).read_text("utf-8"))
        pages = cast("dict[str, dict[str, Any]]", found["pages"])
        return {
            path: PageDate(str(kept["said"]), str(kept["date"])) for path, kept in pages.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write(root: Path, dates: PageDates) -> None:
    """Write the dates, a line for each page."""
    lines = [
        f'  {json.dumps(path)}: {{"said": "{kept.said}", "date": "{kept.date}"}}'
        for path, kept in sorted(dates.items())
    ]
    text = '{"pages": {\n' + ",\n".join(lines) + "\n}}\n"
    (root / data_paths.PAGE_DATES).write_text(text, "utf-8", newline="")
