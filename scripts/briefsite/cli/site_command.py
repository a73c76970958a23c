"""`build.py site`."""

import argparse
import sys
import tempfile
from pathlib import Path

from briefsite.cli.reporting import format_argument
from briefsite.load import git_history
from briefsite.publish import build_site
from briefsite.publish.offline.offline_copy import for_site


def arguments(parser: argparse.ArgumentParser) -> None:
    target_argument(parser)
    parser.add_argument(
        "--editions",
        action="store_true",
        help="build every edition below it too, and compare its sum",
    )
    parser.add_argument(
        "--offline", action="store_true", help="offer the offline copy on it, to download"
    )
    format_argument(parser)


def target_argument(parser: argparse.ArgumentParser) -> None:
    """Declare --to, the folder of the site."""
    parser.add_argument(
        "--to",
        default="site",
        metavar="FOLDER",
        help="where the site goes, below the project (default: site)",
    )


def run(args: argparse.Namespace) -> int:
    """Build the site beside the old one and swap."""
    if note := git_history.unknown(args.root):
        print(f"note: {note}", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="site-") as folder:
        summary = build_site.build(
            args.root,
            args.root / args.to,
            args.settings,
            with_editions=args.editions,
            offline_copy=(
                for_site(args.root, args.settings, Path(folder)) if args.offline else None
            ),
        )
    print(f"{args.to}/: {summary}")
    return 0
