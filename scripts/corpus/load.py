"""Reading the whole project into one immutable Corpus, or a list of what is wrong with it."""

from pathlib import Path

from pydantic import ValidationError

from corpus import bibliography, files, fingerprints, models, prose, rules, shape, since
from corpus.fingerprints import Fingerprints
from corpus.problems import Problem
from corpus.whole import Corpus
from corpus.yamlfile import Located, read, read_text

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
        parsed = _parsed(root, path, model, problems, malformed)
        read_whole.append(parsed is not None)
        parts[name] = getattr(parsed, next(iter(model.model_fields))) if parsed else ()
        parts |= {ours: getattr(parsed, theirs) for theirs, ours in BESIDE.get(name, {}).items() if parsed}
    folder = sorted((root / "data/briefs").glob("*.yml"))
    if not folder:
        problems.append(Problem("data/briefs", 1, "there is no brief here", "each brief is a file <key>.yml"))
    briefs = [_parsed(root, f"data/briefs/{path.name}", models.Brief, problems, malformed) for path in folder]
    lexicon = _parsed(root, "data/lexicon.yml", files.Lexicon, problems, malformed)
    read_whole.append(lexicon is not None)
    mutations = _parsed(root, MUTATIONS, files.Mutations, problems, malformed) if (root / MUTATIONS).exists() else None
    editions = _parsed(root, EDITIONS, files.Editions, problems, malformed) if (root / EDITIONS).exists() else None
    made = [(edition.name, f"data/changes/{edition.name}.json") for edition in (editions.editions if editions else ())]
    changed = {name: _parsed(root, path, files.Changes, problems, malformed) for name, path in made if (root / path).exists()}
    prints = _fingerprints(root, filter(None, briefs), problems)
    text, faults = read_text(root / bibliography.NAME, bibliography.NAME)
    problems += faults
    works, faults = bibliography.parse(text)
    problems += faults
    corpus = Corpus(briefs=tuple(filter(None, briefs)), works=works, bib=text, title=_title(root), lexicon=lexicon, fingerprints=prints,
                    mutations=mutations.kinds if mutations else (), editions=editions.editions if editions else (),
                    changes={name: found for name, found in changed.items() if found},
                    pages=tuple(_pages(root, problems)),
                    malformed=frozenset(malformed), **parts)
    return corpus, problems, bool(all(read_whole) and briefs and all(briefs) and works)


def _parsed(root: Path, name: str, model, problems: list[Problem], malformed: set[str]):
    """The file as `model`, without the records whose shape is wrong; None when nothing is left."""
    value, faults = read(root / name, name)
    problems += faults
    if value is None:
        return None
    if not isinstance(value, dict):
        first = next(iter(model.model_fields))
        problems.append(Problem(name, 1, f"this file must begin with '{first}:' and hold keys and values"))
        return None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        problems += shape.problems(error, value, name, model)
        left_out = {tuple(item["loc"][:2]) for item in error.errors(include_url=False)}
    try:
        return model.model_validate(_without(value, left_out, malformed))
    except ValidationError:
        return None


def _without(value: Located, left_out: set[tuple], malformed: set[str]) -> Located:
    """A copy of a file's value without the list items at the places in `left_out`."""
    rest = Located(value)
    rest.mark = value.mark
    for key, items in value.items():
        if isinstance(items, list):
            rest[key] = [item for index, item in enumerate(items) if (key, index) not in left_out]
            malformed |= {str(item.get("id") or item.get("key") or item.get("claim")) for index, item in enumerate(items)
                          if (key, index) in left_out and isinstance(item, dict)}
        elif (key,) in left_out:
            del rest[key]
    return rest


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


def _pages(root: Path, problems: list[Problem]):
    for path in sorted((root / "docs").rglob("*.md")):
        name = path.relative_to(root).as_posix()
        text, faults = read_text(path, name)
        problems += faults
        if not faults:
            yield prose.parse(name, text)
