"""When each page last said something else: data/page-dates.json, which a command writes."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class PageDate:
    """The day on which a page came to say what it says, and the hash of that."""

    said: str
    date: str


PageDates = Mapping[str, PageDate]
"""By the page's path below docs/; empty where no such file is kept."""
