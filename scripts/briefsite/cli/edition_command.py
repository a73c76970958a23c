"""`build.py edition`."""

import argparse
import sys
from datetime import date

from briefsite.changes.edition_changes import write as record_changes
from briefsite.load.project import read_project
from briefsite.publish import build_site, new_edition
from briefsite.publish.editions import EditionError


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="year and month: 2026.12")
    parser.add_argument(
        "--prepare",
        action="store_true",
        help="only write name and day into CITATION.cff and .zenodo.json, to be committed first",
    )


def run(args: argparse.Namespace) -> int:
    """Tag the commit at hand as an edition, record its sum and changes, and build all editions."""
    earlier = read_project(args.root)[0].editions
    today = date.today().isoformat()
    try:
        if args.prepare:
            changed = new_edition.prepare(args.root, args.name, today, args.settings)
            print(_told(changed, args.name))
            return 0
        total = new_edition.record(args.root, args.name, today, args.settings)
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


def _told(changed: list[str], name: str) -> str:
    if not changed:
        return f"nothing to write: these files are already of edition {name}"
    return f"written: {', '.join(changed)}; commit this, then: scripts/build.py edition {name}"
