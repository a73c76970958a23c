"""Reading the whole project into one immutable Corpus, or a list of what is wrong with it."""

from pathlib import Path

from briefsite.load import bibtex, fingerprints, markdown_pages, unexpected_files, validation
from briefsite.load.fingerprints import Fingerprints
from briefsite.load.yaml_lines import read, read_text
from briefsite.model import data_files, outcomes, records
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem

LEXICON = "data/lexicon.yml"
EDITIONS = "data/editions.yml"
MUTATIONS = "data/mutations.json"
LISTS = {
    "topics": ("data/topics.yml", data_files.Topics),
    "actors": ("data/actors.yml", data_files.Actors),
    "terms": ("data/glossary.yml", data_files.Glossary),
    "questions": ("data/comparisons.yml", data_files.Comparisons),
    "events": ("data/events.yml", data_files.Events),
    "forecasts": ("data/forecasts.yml", outcomes.Forecasts),
    "developments": ("data/developments.yml", outcomes.Developments),
}
BESIDE = {
    "events": {"retired": "retired_events"},
    "forecasts": {"left_out": "left_out", "retired": "retired_forecasts"},
    "developments": {"unsourced": "unsourced", "retired": "retired_developments"},
}
"""Further lists of a file, and what the Corpus calls them."""


def gather(root: Path) -> tuple[Corpus, list[Problem], bool]:
    """Read the project at `root` without applying the rules.

    Returns the corpus, what is wrong with the shape of its files, and whether every file could be
    read, so that the rules can be applied.
    """
    problems: list[Problem] = []
    malformed: set[str] = set()
    parts, read_whole = {}, []
    for name, (path, model) in LISTS.items():
        parsed = validation.of_file(root, path, model, problems, malformed)
        read_whole.append(parsed is not None)
        parts[name] = getattr(parsed, next(iter(model.model_fields))) if parsed else ()
        parts |= {
            ours: getattr(parsed, theirs) for theirs, ours in BESIDE.get(name, {}).items() if parsed
        }
    folder = sorted((root / "data/briefs").glob("*.yml"))
    if not folder:
        problems.append(
            Problem("data/briefs", 1, "there is no brief here", "each brief is a file <key>.yml")
        )
    briefs = [
        validation.of_file(root, f"data/briefs/{path.name}", records.Brief, problems, malformed)
        for path in folder
    ]
    lexicon = validation.of_file(root, LEXICON, data_files.Lexicon, problems, malformed)
    read_whole.append(lexicon is not None)
    mutations = (
        validation.of_file(root, MUTATIONS, data_files.Mutations, problems, malformed)
        if (root / MUTATIONS).exists()
        else None
    )
    editions = (
        validation.of_file(root, EDITIONS, data_files.Editions, problems, malformed)
        if (root / EDITIONS).exists()
        else None
    )
    made = [
        (edition.name, f"data/changes/{edition.name}.json")
        for edition in (editions.editions if editions else ())
    ]
    changed = {
        name: validation.of_file(root, path, data_files.Changes, problems, malformed)
        for name, path in made
        if (root / path).exists()
    }
    prints = _fingerprints(root, filter(None, briefs), problems)
    text, faults = read_text(root / bibtex.NAME, bibtex.NAME)
    problems += faults
    works, faults = bibtex.parse(text)
    problems += faults
    corpus = Corpus(
        briefs=tuple(filter(None, briefs)),
        works=works,
        bib=text,
        title=_title(root),
        lexicon=lexicon,
        fingerprints=prints,
        mutations=mutations.kinds if mutations else (),
        editions=editions.editions if editions else (),
        changes={name: found for name, found in changed.items() if found},
        pages=tuple(_pages(root, problems, malformed)),
        malformed=frozenset(malformed),
        **parts,
    )
    unread = list(
        unexpected_files.problems(
            root, (*(path for path, _ in LISTS.values()), LEXICON, MUTATIONS, EDITIONS)
        )
    )
    problems += unread
    gone = any(problem.message.startswith(unexpected_files.GONE) for problem in unread)
    return corpus, problems, bool(all(read_whole) and briefs and all(briefs) and works and not gone)


def _title(root: Path) -> str:
    """The site's title in CITATION.cff; what is wrong with that file is said where it is read whole."""
    value, _ = read(root / "CITATION.cff", "CITATION.cff")
    return str(value.get("title") or "") if isinstance(value, dict) else ""


def _fingerprints(root: Path, briefs, problems: list[Problem]) -> dict[str, Fingerprints]:
    found = {}
    for brief in briefs:
        prints, faults = fingerprints.read(root, brief.key)
        problems += faults
        if prints:
            found[brief.key] = prints
    return found


def _pages(root: Path, problems: list[Problem], malformed: set[str]):
    for path in sorted((root / "docs").rglob("*.md")):
        name = path.relative_to(root).as_posix()
        text, faults = read_text(path, name)
        problems += faults
        if faults:
            malformed.add(name)
        else:
            yield markdown_pages.parse(name, text)
