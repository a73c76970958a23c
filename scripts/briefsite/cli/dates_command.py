"""`build.py dates`."""

import argparse
from datetime import date

from briefsite.engine.build_context import BuildContext
from briefsite.load import git_history, page_date_files
from briefsite.model import data_paths
from briefsite.model.page_dates import PageDate


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(args: argparse.Namespace) -> int:
    """Keep the day on which each page came to say what it says, in data/page-dates.json. A page
    that says the same keeps its day; one that does not has that of the last commit of its
    sources, or today where these are not committed."""
    context = BuildContext.begin(args.root, args.settings)
    before = page_date_files.read(args.root)
    history = git_history.read(args.root)
    open_files = git_history.uncommitted(args.root)
    today = date.today().isoformat()
    dates: dict[str, PageDate] = {}
    for path, page in context.citations.pages.items():
        kept = before.get(path)
        if kept and kept.said == page.said:
            dates[path] = kept
            continue
        changed = open_files & set(page.sources)
        day = today if changed or history.shallow else history.latest(page.sources, today)
        dates[path] = PageDate(page.said, max(day, kept.date) if kept else day)
    page_date_files.write(args.root, dates)
    count = sum(before.get(path) != kept for path, kept in dates.items())
    print(f"{data_paths.PAGE_DATES}: {count} of {len(dates)} pages have a new date")
    return 0
