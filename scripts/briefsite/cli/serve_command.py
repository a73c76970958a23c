"""`build.py serve`."""

import argparse
import sys
from dataclasses import replace

from briefsite.cli.site_command import target_argument
from briefsite.publish.live_server import serve


def arguments(parser: argparse.ArgumentParser) -> None:
    target_argument(parser)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)


def run(args: argparse.Namespace) -> int:
    """Build and serve, again after each edit."""
    address = args.settings.site_url or f"http://{args.host}:{args.port}/"
    settings = replace(args.settings, site_url=address)
    try:
        serve(
            args.root,
            args.root / args.to,
            settings,
            args.host,
            args.port,
            lambda line: print(line, flush=True),
        )
    except OSError as error:
        print(
            f"can't serve on {args.host}:{args.port}: {error.strerror}; try --port {args.port + 1}",
            file=sys.stderr,
        )
        return 1
    return 0
