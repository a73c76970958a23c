"""`python -m tools.benchmark`: measure builds and what readers load, print, assert nothing."""

import argparse
from pathlib import Path

from tools.benchmark.bench import run

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Read the command line and measure."""
    top = argparse.ArgumentParser(prog="make bench", description=__doc__)
    top.add_argument("--times", type=int, default=5, help="pairs of builds to compare (default: 5)")
    top.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=[1, 10, 50],
        help="multiples of the corpus (default: 1 10 50)",
    )
    args = top.parse_args()
    run(ROOT, args.times, args.sizes, say=lambda text: print(text, flush=True))


if __name__ == "__main__":
    main()
