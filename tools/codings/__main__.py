"""`python -m tools.codings`: compare the coders of data/codings.yml."""

import sys
from pathlib import Path

from briefsite.load.validation import read_records
from briefsite.model import data_paths
from briefsite.model.codings import Codings
from tools.codings import figures

ROOT = Path(__file__).resolve().parents[2]


def main(root: Path) -> int:
    """Compute, write and print the figures; fails when the codings can't be read."""
    read = read_records(root, data_paths.CODINGS, Codings)
    if read.problems or not read.content:
        print("\n".join(map(str, read.problems)), file=sys.stderr)
        return 1
    text = figures.figures(read.content).model_dump_json(indent=1) + "\n"
    (root / data_paths.CODING_FIGURES).write_text(text, "utf-8")
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(ROOT))
