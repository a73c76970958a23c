"""`build.py new`."""

import argparse
import contextlib
import io
import sys
from pathlib import Path
from typing import Any

from briefsite.cli import contributing_command, fingerprint_command, schema_command
from briefsite.model import data_paths
from briefsite.rules.check import check_data
from briefsite.scaffold import counted_briefs, import_works, new_site
from briefsite.scaffold.new_record import add_record
from briefsite.scaffold.record_kinds import RECORD_KINDS
from briefsite.scaffold.refusal import RefusedError


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare a subcommand for each kind, with its options."""
    kinds = parser.add_subparsers(
        dest="record", required=True, metavar="KIND", parser_class=argparse.ArgumentParser
    )
    for kind in RECORD_KINDS.values():
        command = kinds.add_parser(
            kind.name,
            help=f"a {kind.name}, in {kind.path}".replace("a event", "an event"),
            description="Adds a commented template, filled with what is given here; "
            "`make check` then names what is left to fill in.",
        )
        if kind.id:
            command.add_argument("id", nargs="?", default="", help=kind.id)
        if kind.name == "work":
            help_text = "take over the works of a BibTeX, RIS or CSL-JSON file; - is standard input"
            command.add_argument("--from", dest="source", metavar="FILE", help=help_text)
        for option in kind.options:
            many: dict[str, Any] = (
                {"nargs": "+", "metavar": option.name.upper()} if option.many else {}
            )
            command.add_argument(option.flag, dest=option.name, help=option.help, **many)
    site = kinds.add_parser(
        "site",
        help="a project of its own, for briefs on another subject",
        description="Writes a project with the same machinery and a brief that was made up, to be "
        "replaced: see docs/about/reuse.md.",
    )
    site.add_argument("folder", type=Path, help="where; it must not exist yet, or be empty")
    site.add_argument("--name", default="Reading briefs", help="the name of the site")
    about = "Policy briefs, taken apart into claims and put together by topic."
    site.add_argument("--about", default=about, help="what it is about, in a sentence")


def _take_over(root: Path, source: str) -> int:
    try:
        added, changes = import_works.add_works(root, check_data(root)[0], source)
    except RefusedError as refused:
        print("\n".join(map(str, [*refused.problems, "nothing was added"])), file=sys.stderr)
        return 1
    for work in added:
        print(f"{work.path}:{work.line}: added work {work.id}")
    for change in changes:
        print(f"  changed: {change}")
    return 0


def _begin_site(root: Path, folder: Path, site: new_site.FreshSite) -> int:
    """Write the project, then what commands make of its data."""
    try:
        new_site.write(root, folder, site)
    except RefusedError as refused:
        print("\n".join(map(str, [*refused.problems, "nothing was written"])), file=sys.stderr)
        return 1
    made = argparse.Namespace(root=folder.absolute(), key=new_site.BRIEF)
    made.textfile = made.root / new_site.TEXT
    with contextlib.redirect_stdout(io.StringIO()):
        for command in (fingerprint_command, schema_command, contributing_command):
            command.run(made)
    print(f"{folder}: a project with a sample in place of your briefs; in it:")
    print("  make site    builds it\n  make test    runs what must hold")
    print("  docs/about/reuse.md says how to put your briefs in")
    return 0


def run(args: argparse.Namespace) -> int:
    """Add one record to the data, or begin a project for another subject; or say why not."""
    if args.record == "site":
        return _begin_site(args.root, args.folder, new_site.FreshSite(args.name, args.about))
    kind = RECORD_KINDS[args.record]
    values = {option.name: getattr(args, option.name) for option in kind.options}
    if source := getattr(args, "source", None):
        return _take_over(args.root, source)
    try:
        added = add_record(args.root, kind, getattr(args, "id", ""), values)
    except RefusedError as refused:
        print("\n".join(map(str, [*refused.problems, "nothing was added"])), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"nothing was added: {error.filename or ''}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{added.path}:{added.line}: added {kind.name} {added.id}")
    for problem in added.left:
        print(f"  to fill in: {problem}")
    if kind.name == "brief":
        for problem in counted_briefs.sentences(args.root, _briefs(args.root) - 1):
            print(f"  to look at: {problem}")
    return 0


def _briefs(root: Path) -> int:
    return len(list((root / data_paths.BRIEFS).glob("*.yml")))
