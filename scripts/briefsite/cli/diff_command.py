"""`build.py diff`."""

import argparse
import sys

from briefsite.changes import change_texts, compare_states, project_states


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", help="a commit, tag or branch, or a folder that holds the project")
    parser.add_argument("head", nargs="?", help="the same (default: the project as it stands)")
    parser.add_argument(
        "--format",
        choices=("text", "markdown"),
        default="text",
        help="markdown is for pull requests and release notes",
    )


def run(args: argparse.Namespace) -> int:
    """Say how the project differs from a commit or folder, and which pages that touches."""
    try:
        old = project_states.read(args.root, args.base)
        new = (
            project_states.read(args.root, args.head)
            if args.head
            else project_states.of_folder(args.root, "the project as it stands")
        )
    except project_states.UnknownStateError as error:
        print(error, file=sys.stderr)
        return 1
    print(change_texts.text(compare_states.compare(old, new), args.format), end="")
    return 0
