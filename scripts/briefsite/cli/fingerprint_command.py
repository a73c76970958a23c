"""`build.py fingerprint`."""

import argparse
from pathlib import Path

from briefsite.brief_text import alignment, make_fingerprints
from briefsite.engine.build_error import BuildError
from briefsite.load import fingerprint_files
from briefsite.load.text_files import read_text
from briefsite.model.problems import Problem, nearest
from briefsite.rules.check import check_data


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("key")
    parser.add_argument("textfile", type=Path)


def run(args: argparse.Namespace) -> int:
    """Write data/fingerprints/KEY.json from the brief's text: hashes of what the data use."""
    corpus, problems = check_data(args.root)
    if args.key not in corpus.brief or corpus.lexicon is None:
        hint = nearest(args.key, corpus.brief)
        files = (f"/{args.key}.yml", "lexicon.yml")
        raise BuildError(
            [problem for problem in problems if problem.path.endswith(files)]
            or [Problem("data/briefs", 1, f"there is no brief '{args.key}' that can be read", hint)]
        )
    text, faults = read_text(args.textfile, str(args.textfile), foreign=True)
    if faults:
        raise BuildError(faults)
    before, _ = fingerprint_files.read(args.root, args.key)
    try:
        hashes = make_fingerprints.fingerprints(
            corpus, corpus.brief[args.key], text, before.salt if before else None
        )
    except alignment.TextMismatchError as error:
        hint = "give the brief's whole text, paragraphs parted by blank lines"
        raise BuildError([Problem(str(args.textfile), 1, str(error), hint)]) from None
    target = args.root / fingerprint_files.FOLDER / f"{args.key}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(hashes, "utf-8")
    print(f"{fingerprint_files.FOLDER}/{args.key}.json: written; now run the check")
    return 0
