"""`build.py offline`."""

import argparse
from pathlib import Path

from briefsite.publish.offline.offline_copy import make


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help="the zip to write (default: dist/TITLE-VERSION.zip)"
    )


def run(args: argparse.Namespace) -> int:
    """Pack a copy of the site that opens from a file, without a network; site/ stays as it is."""
    target, _ = make(args.root, args.settings, args.to)
    name = target.relative_to(args.root) if target.is_relative_to(args.root) else target
    print(f"{name}: {target.stat().st_size / 1e6:.1f} MB; unpack it and open its index.html")
    return 0
