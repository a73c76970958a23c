"""Assembles the command line, runs one command, and reports what it raises."""

import argparse
import errno
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from briefsite.cli.reporting import report
from briefsite.engine.build_error import BuildError
from briefsite.model.build_settings import BuildSettings

ROOT = Path(__file__).resolve().parents[3]
DESCRIPTION = """Check, build and serve the site.

{}

Every fault is one line: path:line: what is wrong; the nearest right answer. A command that finds
faults prints all of them, changes nothing and exits with 1."""
COMMANDS = {
    "check": "check data, bibliography and pages; no MkDocs, no pandoc, under two seconds",
    "site": "check, then build the whole site strictly into site/",
    "serve": "the same, live: every edit is rebuilt and shown in the browser",
    "offline": "pack a copy that opens from a file, without a network, into dist/",
    "documents": "write the site as one PDF, EPUB and DOCX, and its summary, into dist/documents",
    "new": "add a record (claim, event, …) as a template with the next free id",
    "tree": "write the site as plain Markdown and assets, which any engine can build",
    "finish": "finish what another engine built of that: policy, search, data, feed",
    "fingerprint": "hash what the data use of a brief's text, which itself stays out",
    "schema": "write data/schemas/*.json, which editors use while you type",
    "edition": "tag this commit as an edition, 2026.12, and record its sum",
    "contributing": "write CONTRIBUTING.md and its like from the pages under docs/about",
    "dates": "keep the day on which each page last said something else",
    "review": "list what nobody has compared with its source; show, ask and sign",
    "links": "ask whether the addresses of the bibliography still answer",
    "diff": "say what was added, changed and retired since a commit, and on which pages",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    # a build makes many objects and few cycles: a tenth of its time
    gc.set_threshold(100_000, 50, 1000)
    args = parse(arguments)
    try:
        return args.run(args)
    except BuildError as error:
        return report(error.problems, getattr(args, "format", "text"))
    except OSError as error:
        print(f"{args.command}: {refused(error, args)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; the last good site is as it was", file=sys.stderr)
        return 130


def refused(error: OSError, args: argparse.Namespace) -> str:
    """What the system refused, with the path or the program that it is about."""
    place, reason = str(error.filename or ""), error.strerror or str(error)
    if isinstance(error, FileNotFoundError) and place and Path(place).name == place:
        return f"{place} is not installed"
    if error.errno in (errno.ENOSPC, errno.EDQUOT) and not place:  # a write knows no path
        target = (args.root / (getattr(args, "to", None) or "")).resolve()
        there = next(folder for folder in (target, *target.parents) if folder.is_dir())
        folders = (there, args.root, Path(tempfile.gettempdir()))
        place = str(min(folders, key=lambda folder: shutil.disk_usage(folder).free))
    return f"{place}: {reason}" if place else reason


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line, read. Of all commands' modules only the one that is run is imported."""
    listing = "\n".join(f"    build.py {name:<13} {text}" for name, text in COMMANDS.items())
    top = argparse.ArgumentParser(
        prog="build.py",
        description=DESCRIPTION.format(listing),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--root",
        type=Path,
        default=Path(os.environ.get("PROJECT_ROOT") or ROOT),
        help="the project's folder (default: this one)",
    )
    top.add_argument("command", choices=COMMANDS, metavar="COMMAND", help="see --help of each")
    rest = top.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    rest.required = False  # which argparse takes it for when COMMAND is missing
    args = top.parse_args(arguments)
    module = import_module(f"briefsite.cli.{args.command}_command")
    parser = argparse.ArgumentParser(
        prog=f"build.py {args.command}", description=module.run.__doc__
    )
    module.arguments(parser)
    parser.parse_args(args.rest, args)
    args.root = args.root.resolve()
    args.run = module.run
    args.settings = BuildSettings.from_environment(os.environ)
    return args
