"""`build.py check`."""

import argparse
import sys
import time

from briefsite.cli import review_list
from briefsite.cli.reporting import format_argument, report
from briefsite.pages.made_pages import made_pages
from briefsite.rules import bibliography_rules
from briefsite.rules.check import check_project


def arguments(parser: argparse.ArgumentParser) -> None:
    format_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Read everything and apply every rule."""
    started = time.perf_counter()
    corpus, _, problems = check_project(args.root, made_pages, args.settings)
    for note in bibliography_rules.left_out(corpus):
        print(note, file=sys.stderr)
    waiting = review_list.in_short(corpus)
    if problems:
        if waiting and args.format == "text":
            print("\n".join(waiting))
        return report(problems, args.format)
    print(
        f"all well: {len(corpus.claim)} claims, {len(corpus.questions)} questions, "
        f"{len(corpus.events)} events, {len(corpus.works)} works, {len(corpus.pages)} hand-written "
        f"pages in {time.perf_counter() - started:.1f} seconds"
    )
    if waiting:
        print("\n".join(waiting))
    return 0
