"""`python -m tools.codings`: compare the coders of data/codings.yml and the judges of
data/judgings.yml."""

import sys
from pathlib import Path

from briefsite.load.validation import read_records
from briefsite.model import data_paths
from briefsite.model.codings import CodingFigures, Codings
from briefsite.model.judgings import Judgings
from briefsite.model.problems import Problem
from tools.codings import figures

ROOT = Path(__file__).resolve().parents[2]


def main(root: Path) -> int:
    """Compute, write and print the figures of each file that is there; fails when one can't be
    read."""
    problems: list[Problem] = []
    made: dict[str, CodingFigures] = {}
    if (root / data_paths.CODINGS).exists():
        read = read_records(root, data_paths.CODINGS, Codings)
        problems += read.problems
        if read.content:
            made[data_paths.CODING_FIGURES] = figures.figures(read.content)
    if (root / data_paths.JUDGINGS).exists():
        judged = read_records(root, data_paths.JUDGINGS, Judgings)
        problems += judged.problems
        if judged.content:
            made[data_paths.JUDGING_FIGURES] = figures.judging_figures(judged.content)
    if problems or not made:
        print("\n".join(map(str, problems)) or "nothing was coded", file=sys.stderr)
        return 1
    for path, content in made.items():
        text = content.model_dump_json(indent=1) + "\n"
        (root / path).write_text(text, "utf-8")
        print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(ROOT))
