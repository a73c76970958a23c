"""`build.py finish`."""

import argparse
from pathlib import Path

from briefsite.cli.reporting import told
from briefsite.engine import finishing
from briefsite.engine.build_context import BuildContext


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", type=Path, metavar="SITE")
    parser.add_argument(
        "--theme",
        type=Path,
        metavar="FOLDER",
        help="the engine's templates, whose scripts may run (default: those of Material)",
    )


def run(args: argparse.Namespace) -> int:
    """Finish a folder that an engine built from the resolved tree: policy, search, data, feed."""
    context = BuildContext.begin(args.root, args.settings)
    told(finishing.finish(context, args.site, args.theme or finishing.theme_internals.THEME))
    print(f"{args.site}: finished, {len(context.paths)} pages")
    return 0
