"""`build.py links`."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from briefsite.cli import link_checker
from briefsite.engine.build_error import BuildError
from briefsite.load import bibtex
from briefsite.load.project import read_project
from briefsite.load.text_files import read_text
from briefsite.model import addresses, data_paths
from briefsite.model.problems import Mark
from briefsite.model.works import Work


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
    """Ask every address of the bibliography, and the identifiers of editions; print the answers.
    Fails when one is gone."""
    text, problems = read_text(args.root / bibtex.NAME, bibtex.NAME)
    works, faults = bibtex.parse(text)
    if problems or faults:
        raise BuildError(problems or faults)
    asked = [*works.values(), *identifiers(args.root)]
    answers = link_checker.check(asked, args.pause, args.timeout)
    print(link_checker.report(answers), end="")
    return int(any(answer.state == "gone" for answer in answers))


def identifiers(root: Path) -> Iterator[Work]:
    """The DOIs and the archived ids of editions, as works that have nothing else."""
    corpus = read_project(root)[0]
    at = Mark(data_paths.EDITIONS, 1)
    if corpus.editions_doi:
        yield Work("editions", "misc", {"doi": corpus.editions_doi}, at=at)
    for edition in corpus.editions:
        url = addresses.swhid(edition.swhid) if edition.archived and edition.swhid else ""
        yield Work(
            f"edition {edition.name}", "misc", {"doi": edition.doi or "", "url": url}, at=edition.at
        )
