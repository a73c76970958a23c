"""Reading the whole project into one immutable Corpus, or a list of what is wrong with it."""

from pathlib import Path

from corpus import bibliography, files, fingerprints, guessing, models, prose, reading, rules, since, strays
from corpus.fingerprints import Fingerprints
from corpus.problems import Problem
from corpus.whole import Corpus
from corpus.yamlfile import read, read_text

LEXICON = "data/lexicon.yml"
EDITIONS = "data/editions.yml"
MUTATIONS = "data/mutations.json"
LISTS = {
    "topics": ("data/topics.yml", files.Topics),
    "actors": ("data/actors.yml", files.Actors),
    "terms": ("data/glossary.yml", files.Glossary),
    "questions": ("data/comparisons.yml", files.Comparisons),
    "events": ("data/events.yml", files.Events),
    "forecasts": ("data/forecasts.yml", since.Forecasts),
    "developments": ("data/developments.yml", since.Developments),
}
BESIDE = {"events": {"retired": "retired_events"},
          "forecasts": {"left_out": "left_out", "retired": "retired_forecasts"},
          "developments": {"unsourced": "unsourced", "retired": "retired_developments"}}
"""Further lists of a file, and what the Corpus calls them."""


def load(root: Path) -> tuple[Corpus, list[Problem]]:
    """Read and check the project at `root`.

    Returns the corpus and every problem found, sorted by place. A record of the wrong shape is
    left out and the rest checked all the same; when a whole file can't be read, the rules that
    compare files are skipped, since they would report its absence a hundred times over.
    """
    corpus, problems, whole = gather(root)
    if whole:
        problems += [problem for rule in rules.ALL for problem in rule(corpus)]
    else:
        problems += rules.works.entries_are_filled_in(corpus)
    return corpus, sorted(set(problems))


def gather(root: Path) -> tuple[Corpus, list[Problem], bool]:
    """Read the project at `root` without applying the rules.

    Returns the corpus, what is wrong with the shape of its files, and whether every file could be
    read, so that the rules can be applied.
    """
    problems: list[Problem] = []
    malformed: set[str] = set()
    parts, read_whole = {}, []
    for name, (path, model) in LISTS.items():
        parsed = reading.of_file(root, path, model, problems, malformed)
        read_whole.append(parsed is not None)
        parts[name] = getattr(parsed, next(iter(model.model_fields))) if parsed else ()
        parts |= {ours: getattr(parsed, theirs) for theirs, ours in BESIDE.get(name, {}).items() if parsed}
    folder = sorted((root / "data/briefs").glob("*.yml"))
    if not folder:
        problems.append(Problem("data/briefs", 1, "there is no brief here", "each brief is a file <key>.yml"))
    briefs = [reading.of_file(root, f"data/briefs/{path.name}", models.Brief, problems, malformed) for path in folder]
    lexicon = reading.of_file(root, LEXICON, files.Lexicon, problems, malformed)
    read_whole.append(lexicon is not None)
    mutations = reading.of_file(root, MUTATIONS, files.Mutations, problems, malformed) if (root / MUTATIONS).exists() else None
    editions = reading.of_file(root, EDITIONS, files.Editions, problems, malformed) if (root / EDITIONS).exists() else None
    made = [(edition.name, f"data/changes/{edition.name}.json") for edition in (editions.editions if editions else ())]
    changed = {name: reading.of_file(root, path, files.Changes, problems, malformed) for name, path in made if (root / path).exists()}
    prints = _fingerprints(root, filter(None, briefs), problems)
    text, faults = read_text(root / bibliography.NAME, bibliography.NAME)
    problems += faults
    works, faults = bibliography.parse(text)
    problems += faults
    corpus = Corpus(briefs=tuple(filter(None, briefs)), works=works, bib=text, title=_title(root), lexicon=lexicon, fingerprints=prints,
                    mutations=mutations.kinds if mutations else (), editions=editions.editions if editions else (),
                    changes={name: found for name, found in changed.items() if found},
                    pages=tuple(_pages(root, problems, malformed)),
                    malformed=frozenset(malformed), **parts)
    unread = list(strays.problems(root, (*(path for path, _ in LISTS.values()), LEXICON, MUTATIONS, EDITIONS)))
    problems = [guessing.improved(problem, corpus) for problem in problems] + unread
    gone = any(problem.message.startswith(strays.GONE) for problem in unread)
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
            yield prose.parse(name, text)
