"""`build.py site`."""

import argparse
import sys
import tempfile
from pathlib import Path

from briefsite.cli.reporting import format_argument, told
from briefsite.engine import engine_choice
from briefsite.load import git_history


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
    parser.add_argument(
        "--documents", action="store_true", help="offer it as PDF, EPUB and DOCX too"
    )
    parser.add_argument(
        "--engine",
        choices=engine_choice.ENGINES,
        default=engine_choice.ENGINES[0],
        help="what makes pages of Markdown: MkDocs, or the fork that is kept; the site is the same",
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
    engine_choice.use(args.engine)
    # both import the engine, which is chosen by now
    from briefsite.documents import all_documents
    from briefsite.documents.document_details import DocumentError
    from briefsite.engine.build_context import BuildContext
    from briefsite.publish import build_site
    from briefsite.publish.offline.offline_copy import for_site

    if note := git_history.unknown(args.root):
        print(f"note: {note}", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="site-") as folder:
        documents: list[Path] = []
        if args.documents:
            context = BuildContext.begin(args.root, args.settings)
            try:
                documents = all_documents.write(context, Path(folder) / "documents")
            except DocumentError as error:
                print(error, file=sys.stderr)
                return 1
        summary = build_site.build(
            args.root,
            args.root / args.to,
            args.settings,
            with_editions=args.editions,
            offline_copy=(
                for_site(args.root, args.settings, Path(folder)) if args.offline else None
            ),
            documents=tuple(documents),
        )
    told(summary.notices)
    print(f"{args.to}/: {summary}")
    return 0
