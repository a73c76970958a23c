"""How a command reports problems."""

import argparse
import sys
from collections.abc import Sequence

from briefsite.cli.annotations import annotations
from briefsite.model.problems import Problem


def format_argument(parser: argparse.ArgumentParser) -> None:
    """Declare --format for a command that reports problems."""
    parser.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="github: also as notes that GitHub shows at the lines at fault",
    )


def told(notices: Sequence[str]) -> None:
    """Print what readers of a site miss, a line each; nothing fails for it."""
    for notice in notices:
        print(f"note: {notice}", file=sys.stderr)


def report(problems: Sequence[Problem], form: str = "text") -> int:
    """Print all problems and their number; returns the exit status."""
    for problem in problems:
        print(problem, file=sys.stderr)
    if form == "github":
        print("\n".join(annotations(problems)))
    print(f"problems: {len(problems)}", file=sys.stderr)
    return 1
