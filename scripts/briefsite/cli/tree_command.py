"""`build.py tree`."""

import argparse
from pathlib import Path

from briefsite.engine import resolved_tree
from briefsite.engine.build_context import BuildContext


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--engine",
        choices=resolved_tree.ENGINES,
        default=resolved_tree.MKDOCS,
        help="for MkDocs and its forks, or for Zensical, which reads links in HTML differently",
    )


def run(args: argparse.Namespace) -> int:
    """Write the resolved tree, which any engine can build: plain Markdown, citations resolved."""
    context = BuildContext.begin(args.root, args.settings)
    pages = resolved_tree.write(context, args.folder, args.engine)
    print(f"{args.folder}: {pages} pages; PYTHONPATH={args.root / 'scripts'} for its extension")
    return 0
