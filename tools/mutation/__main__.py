"""`python -m tools.mutation`: count the mistakes the rules catch, for data/mutations.json."""

import difflib
import sys
from pathlib import Path

from briefsite.rules.check import check_data
from tools.mutation import measure, mutation_kinds

ROOT = Path(__file__).resolve().parents[2]


def main(root: Path) -> int:
    """Count, write and print; what should have been caught and was not is printed as a diff."""

    def missed(kind, change):
        if kind in mutation_kinds.CAUGHT:
            before = (root / change.path).read_text("utf-8").splitlines()
            print(f"not caught: {kind.__name__} in {change.path}")
            lines = difflib.unified_diff(before, change.new.splitlines(), n=0, lineterm="")
            print("\n".join(line for line in lines if line[:1] in "+-"))

    problems = check_data(root)[1]
    if problems:
        print("\n".join(map(str, problems)), file=sys.stderr)
        return 1
    text = measure.measure(root, missed=missed)
    (root / "data/mutations.json").write_text(text, "utf-8")
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(ROOT))
