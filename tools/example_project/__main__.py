"""`python -m tools.example_project FOLDER`: write a project of invented briefs."""

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Read the command line and write; 1 when the folder is not empty."""
    top = argparse.ArgumentParser(prog="python -m tools.example_project", description=__doc__)
    top.add_argument("folder", type=Path, help="an empty folder, or one that is not there yet")
    top.add_argument("--briefs", type=int, default=10, help="briefs to a subject (default: 10)")
    top.add_argument(
        "--scale",
        type=int,
        default=1,
        help="subjects, each with briefs, topics, questions and actors of its own (default: 1)",
    )
    top.add_argument("--seed", type=int, default=0, help="another seed is another project")
    top.add_argument(
        "--link", action="store_true", help="link scripts, overrides and assets, not copy them"
    )
    args = top.parse_args()
    if args.briefs < 1 or args.scale < 1:
        top.error("--briefs and --scale are 1 or more")
    if args.folder.exists() and any(args.folder.iterdir()):
        top.error(f"{args.folder} is not empty")
    sys.path.insert(0, str(ROOT / "scripts"))
    from tools.example_project.project_files import write

    started = time.perf_counter()
    write(args.folder, args.briefs, args.scale, seed=args.seed, link=args.link)
    print(
        f"{args.folder}: {args.briefs * args.scale} briefs in {time.perf_counter() - started:.1f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
