"""Making the changes, one at a time, and asking the checker."""

import json
import random
import shutil
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from pathlib import Path

from briefsite.load import bibtex, markdown_pages, validation
from briefsite.rules.check import check_data
from tools.mutation import mutation_kinds
from tools.mutation.change import Texts

FILES = ("data", "docs", "bibliography.bib")
SEED = 20261122
EACH = 24
MANY = 200
"""How many changes of a kind that rewords."""
PROCESSES = 2


def measure(root: Path, seed: int = SEED, each: int = EACH, only=None, missed=None) -> str:
    """JSON of how many changes of each kind were made and how many the rules caught.

    `each` changes of a kind at most are chosen, by a generator with this `seed`; the same project
    and seed give the same figures. What the project is at fault with before a change is caught
    nothing. `missed` is called with the kind and change of each not caught.
    """
    corpus, problems = check_data(root)
    texts, known = Texts(root), {(found.path, found.message) for found in problems}
    chosen = []
    for kind in (*mutation_kinds.CAUGHT, *mutation_kinds.OPEN, *mutation_kinds.REWORDED):
        if only is None or kind.__name__ in only:
            most = each if kind not in mutation_kinds.REWORDED else each * MANY // EACH
            chosen += [(kind, change) for change in _chosen(kind, corpus, texts, seed, most)]
    with ProcessPoolExecutor(PROCESSES, initializer=_begin, initargs=(root, known)) as pool:
        found = list(pool.map(_caught, [change for _, change in chosen], chunksize=16))
    for (kind, change), caught in zip(chosen, found, strict=True):
        if not caught and missed:
            missed(kind, change)
    rows = [
        {
            "kind": " ".join(kind.__doc__.split()),
            "claimed": kind in mutation_kinds.CAUGHT,
            "by_hand": getattr(kind, "by_hand", ""),
            "made": sum(each_kind is kind for each_kind, _ in chosen),
            "caught": sum(
                caught
                for (each_kind, _), caught in zip(chosen, found, strict=True)
                if each_kind is kind
            ),
        }
        for kind in dict.fromkeys(kind for kind, _ in chosen)
    ]
    return json.dumps({"seed": seed, "kinds": rows}, indent=1, ensure_ascii=False) + "\n"


def _chosen(kind, corpus, texts: Texts, seed: int, most: int):
    changes = [
        change for change in kind(corpus, texts) if change and change.new != texts[change.path]
    ]
    return random.Random(f"{seed} {kind.__name__}").sample(changes, min(most, len(changes)))


def _begin(root: Path, known) -> None:
    """Give a process a copy of the project of its own, which goes with the process."""
    folder = tempfile.TemporaryDirectory(prefix="mutation-")
    copy = Path(folder.name)
    for name in FILES:
        source = root / name
        shutil.copytree(source, copy / name) if source.is_dir() else shutil.copy(
            source, copy / name
        )
    _mine.update(folder=folder, copy=copy, known=known)
    # One file changes at a time: what was read of the others stays as it was.
    validation.parse_records = lru_cache(maxsize=64)(validation.parse_records)
    bibtex.parse = lru_cache(maxsize=4)(bibtex.parse)
    markdown_pages.parse = lru_cache(maxsize=128)(markdown_pages.parse)


_mine = {}
"""The copy of this process."""


def _caught(change) -> bool:
    file = _mine["copy"] / change.path
    before = file.read_text("utf-8")
    file.write_text(change.new, "utf-8")
    found = {(problem.path, problem.message) for problem in check_data(_mine["copy"])[1]}
    file.write_text(before, "utf-8")
    return not found <= _mine["known"]
