"""Making the changes, one at a time, and asking the checker."""

import json
import random
import shutil
import tempfile
from pathlib import Path

from briefsite.rules.check import check_data
from tools.mutation import mutation_kinds
from tools.mutation.change import Texts

FILES = ("data", "docs", "bibliography.bib")
SEED = 20261122
EACH = 24


def measure(root: Path, seed: int = SEED, each: int = EACH, only=None, missed=None) -> str:
    """JSON of how many changes of each kind were made and how many the rules caught.

    `each` changes of a kind at most are chosen, by a generator with this `seed`; the same project
    and seed give the same figures. `missed` is called with the kind and change of each not caught.
    """
    corpus, problems = check_data(root)
    if problems:
        raise ValueError("the project has problems of its own: " + str(problems[0]))
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        copy = Path(folder)
        for name in FILES:
            source = root / name
            shutil.copytree(source, copy / name) if source.is_dir() else shutil.copy(
                source, copy / name
            )
        texts = Texts(root)
        rows = [
            _row(copy, corpus, texts, kind, seed, each, missed)
            for kind in (*mutation_kinds.CAUGHT, *mutation_kinds.OPEN)
            if only is None or kind.__name__ in only
        ]
    return json.dumps({"seed": seed, "kinds": rows}, indent=1, ensure_ascii=False) + "\n"


def _row(copy: Path, corpus, texts: Texts, kind, seed: int, each: int, missed) -> dict:
    changes = [
        change for change in kind(corpus, texts) if change and change.new != texts[change.path]
    ]
    chosen = random.Random(f"{seed} {kind.__name__}").sample(changes, min(each, len(changes)))
    caught = 0
    for change in chosen:
        file = copy / change.path
        file.write_text(change.new, "utf-8")
        found = bool(check_data(copy)[1])
        file.write_text(texts[change.path], "utf-8")
        caught += found
        if not found and missed:
            missed(kind, change)
    return {
        "kind": " ".join(kind.__doc__.split()),
        "claimed": kind in mutation_kinds.CAUGHT,
        "made": len(chosen),
        "caught": caught,
    }
