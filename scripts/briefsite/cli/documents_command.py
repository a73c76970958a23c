"""`build.py documents`."""

import argparse
import sys
from pathlib import Path

from briefsite.documents import all_documents
from briefsite.documents.document_details import DocumentError
from briefsite.engine.build_context import BuildContext


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        type=Path,
        metavar="FOLDER",
        help="where the documents go (default: dist/documents)",
    )


def run(args: argparse.Namespace) -> int:
    """Write the site as one PDF, EPUB and DOCX, its summary as PDF and DOCX, and their sums."""
    context = BuildContext.begin(args.root, args.settings)
    folder = args.to or args.root / "dist/documents"
    try:
        paths = all_documents.write(context, folder)
    except DocumentError as error:
        print(error, file=sys.stderr)
        return 1
    for path in paths:
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0
