"""Reading data/reviews/<kind>.yml, a line for each stamp.

The lines are YAML of one form, which `build.py review` writes. They are read as lines: a YAML
loader takes half a second for a thousand of them, and every check reads them all.
"""

from pathlib import Path

from briefsite.load.text_files import read_text
from briefsite.model import data_paths
from briefsite.model.problems import Problem, nearest
from briefsite.model.reviews import REVIEW_KINDS, Key, Stamp, parse

HINT = "stamps are written by scripts/build.py review; sign the record again"


def name_of(kind: str) -> str:
    """The file that holds the stamps of a kind of records."""
    return f"{data_paths.REVIEWS}/{kind}.yml"


def read(root: Path) -> tuple[dict[Key, Stamp], list[Problem]]:
    """Every stamp that can be read, by kind and id, and what is wrong with the rest."""
    stamps: dict[Key, Stamp] = {}
    problems: list[Problem] = []
    for path in sorted((root / data_paths.REVIEWS).glob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix != ".yml" or path.stem not in REVIEW_KINDS:
            hint = nearest(name, map(name_of, REVIEW_KINDS))
            problems.append(Problem(name, 1, "this file is not read", hint))
            continue
        text, faults = read_text(path, name)
        problems += faults
        for number, line in enumerate(text.split("\n") if not faults else (), 1):
            if not line.strip() or line.startswith("#"):
                continue
            stamp = parse(path.stem, line.strip(), name, number)
            if isinstance(stamp, str):
                problems.append(Problem(name, number, stamp, HINT))
            elif stamp.key in stamps:
                message = f"'{stamp.key[1]}' has two stamps"
                first = f"the first is on line {stamps[stamp.key].line}"
                problems.append(Problem(name, number, message, f"{first}; keep the newer"))
            else:
                stamps[stamp.key] = stamp
    return stamps, problems
