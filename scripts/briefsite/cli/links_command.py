"""`build.py links`."""

import argparse

from briefsite.cli import link_checker
from briefsite.engine.build_error import BuildError
from briefsite.load import bibtex
from briefsite.load.text_files import read_text


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pause",
        type=float,
        default=1.0,
        help="seconds between two requests to one host (default: 1)",
    )
    parser.add_argument(
        "--timeout", type=float, default=20.0, help="seconds to wait for an answer (default: 20)"
    )


def run(args: argparse.Namespace) -> int:
    """Ask every address of the bibliography; print the answers. Fails when one is gone."""
    text, problems = read_text(args.root / bibtex.NAME, bibtex.NAME)
    works, faults = bibtex.parse(text)
    if problems or faults:
        raise BuildError(problems or faults)
    answers = link_checker.check(works.values(), args.pause, args.timeout)
    print(link_checker.report(answers), end="")
    return int(any(answer.state == "gone" for answer in answers))
