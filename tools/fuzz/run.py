"""Damaging a small project again and again, and looking at what the checks say each time."""

import random
import shutil
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from briefsite.model.problems import shown
from tools.fuzz import damage_kinds, text_damage, tree_damage

SEED = 20261122
LONGEST = 10
"""Seconds of the processor that one check may take; a clock's depend on what else runs."""
YAML = (
    "data/topics.yml",
    "data/actors.yml",
    "data/glossary.yml",
    "data/comparisons.yml",
    "data/events.yml",
    "data/developments.yml",
    "data/forecasts.yml",
    "data/lexicon.yml",
    "data/briefs/alder-2020.yml",
    "data/briefs/cedar-2021.yml",
    "CITATION.cff",
    "mkdocs.yml",
)
PAGES = ("docs/index.md", "docs/topics/water.md", "docs/topics/walls.md")
PRINTS = ("data/fingerprints/alder-2020.json", "data/fingerprints/cedar-2021.json")
KINDS = {
    **dict.fromkeys(YAML, (*damage_kinds.ANY, *damage_kinds.YAML)),
    **dict.fromkeys(PAGES, (*damage_kinds.ANY, *text_damage.PAGE, *text_damage.PAGE)),
    "bibliography.bib": (*damage_kinds.ANY, *text_damage.BIB, *text_damage.BIB),
    **dict.fromkeys(PRINTS, (*damage_kinds.ANY, *text_damage.PRINTS)),
}


class HungError(Exception):
    """A check took longer than it may."""


@dataclass
class Tally:
    """What came of it. `named` are the damages of which a message names a damaged line."""

    made: int = 0
    reported: int = 0
    named: int = 0
    slowest: float = 0
    faults: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


def damages(path: str, text: str, times: int):
    """(name, damaged content, lines) of each kind of damage to a file, `times` times each."""
    for kind in KINDS[path]:
        for number in range(times):
            done = kind(random.Random(f"{SEED} {path} {kind.__name__} {number}"), text)
            if done and done[0] not in (text, text.encode()):
                yield f"{path} {kind.__name__} {number}", done[0], done[1]


def file(root: Path, path: str, check, times: int) -> Tally:
    """Damage one file of the project at `root` in every way, and check each time."""
    tally, text = Tally(), (root / path).read_text("utf-8")
    for name, content, lines in damages(path, text, times):
        (root / path).write_bytes(
            content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        )
        said = _said(tally, name, root, check)
        if said:
            if any(problem.path == path and problem.line in lines for problem in said):
                tally.named += 1
            else:
                tally.elsewhere.append(f"{name}, lines {list(lines)[:3]}: {said[0]}")
            length = max(_lines(content), _lines(text))
            tally.faults += [
                f"{name}: no such line: {problem}"
                for problem in said
                if problem.path == path and not 1 <= problem.line <= length
            ]
    (root / path).write_text(text, "utf-8")
    return tally


def tree(small: Path, work: Path, check, times: int) -> Tally:
    """Damage the files themselves, each time in a fresh copy of `small` at `work`.

    What is damaged must be named."""
    tally = Tally()
    for kind in tree_damage.KINDS:
        for number in range(times):
            shutil.copytree(small, work)
            path = kind(random.Random(f"{SEED} {kind.__name__} {number}"), work)
            said = _said(tally, f"{kind.__name__} {number}", work, check)
            about = path.relative_to(work).with_suffix("").as_posix().replace("\n", " ")
            if said and any(
                about in str(problem) or shown(path.stem) in str(problem) for problem in said
            ):
                tally.named += 1
            elif kind is not tree_damage.unreadable:  # nothing is, for the superuser
                tally.elsewhere.append(
                    f"{kind.__name__} {number} of {about}: {[str(problem) for problem in said[:3]]}"
                )
            shutil.rmtree(work)
    return tally


def _said(tally: Tally, name: str, root: Path, check) -> list:
    """What the checks say; faults of theirs go to the tally."""
    before, started = state(root), time.process_time()
    signal.signal(signal.SIGPROF, _hung)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        said = check(root)
    except Exception as error:
        tally.faults.append(f"{name}: {type(error).__name__}: {str(error)[:300]}")
        said = []
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    tally.made += 1
    tally.reported += bool(said)
    tally.slowest = max(tally.slowest, time.process_time() - started)
    if state(root) != before:
        tally.faults.append(f"{name}: a file was changed")
    for problem in said:
        line = str(problem)
        if not problem.path or problem.line < 1 or not line.isprintable() or len(line) > 1000:
            tally.faults.append(f"{name}: not one plain line with its place: {line[:200]!r}")
    return said


def _hung(*_):
    raise HungError(f"longer than {LONGEST} seconds")


def _lines(content) -> int:
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


def state(root: Path) -> dict:
    """Name, size and times of every file: what a write would change."""
    return {
        path.as_posix(): (found.st_mtime_ns, found.st_size, found.st_ino)
        for path in root.rglob("*")
        for found in [path.lstat()]
    }
