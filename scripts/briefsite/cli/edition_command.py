"""`build.py edition`."""

import argparse
import sys

from briefsite.changes.edition_changes import write as record_changes
from briefsite.load.project import read_project
from briefsite.publish import build_site
from briefsite.publish.editions import EditionError, record


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="year and month: 2026.12")


def run(args: argparse.Namespace) -> int:
    """Tag the commit at hand as an edition, record its sum and changes, and build all editions."""
    earlier = read_project(args.root)[0].editions
    try:
        total = record(args.root, args.name, args.settings.site_url)
    except EditionError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"edition {args.name}: tagged, sum {total[:16]}…, recorded in data/editions.yml; "
        "commit what this changed in data/ and push the tag"
    )
    if earlier:
        print(record_changes(args.root, args.name, earlier[-1]))
    summary = build_site.build(args.root, args.root / "site", args.settings, with_editions=True)
    print(f"site/: {summary}")
    return 0
