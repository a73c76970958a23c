"""Reading the whole project: one immutable Corpus, and the problems of its files."""

from pathlib import Path
from typing import Any

from briefsite.load import (
    bibtex,
    citation_cff,
    fingerprint_files,
    markdown_pages,
    review_files,
    unexpected_files,
    validation,
    yaml_lines,
)
from briefsite.load.text_files import read_text
from briefsite.load.validation import Model
from briefsite.model import codings, data_files, data_paths, judgings, outcomes, records
from briefsite.model.corpus import Corpus
from briefsite.model.fingerprints import Fingerprints
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.problems import Problem
from briefsite.model.records import Record

LISTS: dict[str, tuple[str, type[Record]]] = {
    "topics": (data_paths.TOPICS, data_files.Topics),
    "actors": (data_paths.ACTORS, data_files.Actors),
    "terms": (data_paths.GLOSSARY, data_files.Glossary),
    "questions": (data_paths.COMPARISONS, data_files.Comparisons),
    "events": (data_paths.EVENTS, data_files.Events),
    "forecasts": (data_paths.FORECASTS, outcomes.Forecasts),
    "developments": (data_paths.DEVELOPMENTS, outcomes.Developments),
}
"""Files by the list of the Corpus that they fill."""
OTHER_LISTS = {
    "questions": {"retired": "retired_questions"},
    "events": {"retired": "retired_events"},
    "forecasts": {"left_out": "left_out", "retired": "retired_forecasts"},
    "developments": {"unsourced": "unsourced", "retired": "retired_developments"},
}
"""Further lists of these files, and what the Corpus calls them."""


def read_project(root: Path) -> tuple[Corpus, list[Problem], bool]:
    """Read the project at `root` without applying the rules.

    Returns the corpus, the problems, and whether every file could be read, so that rules which
    compare files make sense.
    """
    reader = _Reader(root)
    lists: dict[str, Any] = {}
    for name, (path, model) in LISTS.items():
        if content := reader.content(path, model):
            lists[name] = getattr(content, next(iter(model.model_fields)))
            for field, attribute in OTHER_LISTS.get(name, {}).items():
                lists[attribute] = getattr(content, field)
    lexicon = reader.content(data_paths.LEXICON, data_files.Lexicon)
    complete = lexicon is not None and lists.keys() >= LISTS.keys()
    paths = sorted((root / data_paths.BRIEFS).glob("*.yml"))
    if not paths:
        hint = "each brief is a file <key>.yml"
        reader.problems.append(Problem(data_paths.BRIEFS, 1, "there is no brief here", hint))
    briefs = tuple(
        brief
        for path in paths
        if (brief := reader.content(f"{data_paths.BRIEFS}/{path.name}", records.Brief))
    )
    mutations = reader.content(data_paths.MUTATIONS, data_files.Mutations, optional=True)
    coded = reader.content(data_paths.CODINGS, codings.Codings, optional=True)
    figures = reader.content(data_paths.CODING_FIGURES, codings.CodingFigures, optional=True)
    judged = reader.content(data_paths.JUDGINGS, judgings.Judgings, optional=True)
    judged_alike = reader.content(data_paths.JUDGING_FIGURES, codings.CodingFigures, optional=True)
    editions = reader.content(data_paths.EDITIONS, data_files.Editions, optional=True)
    changes = {
        edition.name: change
        for edition in (editions.editions if editions else ())
        if (change := reader.content(_changes(edition), data_files.Changes, optional=True))
    }
    works = reader.works()
    stamps, faults = review_files.read(root)
    reader.problems += faults
    corpus = Corpus(
        briefs=briefs,
        works=works,
        stamps=stamps,
        title=_title(root),
        lexicon=lexicon,
        fingerprints=reader.fingerprints(briefs),
        mutations=mutations.kinds if mutations else (),
        codings=coded,
        coding_figures=figures,
        judgings=judged,
        judging_figures=judged_alike,
        editions=editions.editions if editions else (),
        editions_doi=(editions.doi or "") if editions else "",
        changes=changes,
        pages=reader.pages(),
        malformed=frozenset(reader.malformed),
        **lists,
    )
    expected = (
        *(path for path, _ in LISTS.values()),
        data_paths.LEXICON,
        data_paths.MUTATIONS,
        data_paths.PAGE_DATES,
        data_paths.CODINGS,
        data_paths.CODING_FIGURES,
        data_paths.JUDGINGS,
        data_paths.JUDGING_FIGURES,
        data_paths.EDITIONS,
    )
    missing = list(unexpected_files.missing_briefs(root))
    problems = [*reader.problems, *missing, *unexpected_files.problems(root, expected)]
    complete = complete and 0 < len(paths) == len(briefs) and bool(works) and not missing
    return corpus, problems, complete


class _Reader:
    """Reads the files of a project; collects their problems and what they had to leave out."""

    def __init__(self, root: Path):
        self.root = root
        self.problems: list[Problem] = []
        self.malformed: set[str] = set()
        """Ids of records, and paths of pages."""

    def content(self, path: str, model: type[Model], optional: bool = False) -> Model | None:
        if optional and not (self.root / path).exists():
            return None
        result = validation.read_records(self.root, path, model)
        self.problems += result.problems
        self.malformed |= result.malformed
        return result.content

    def works(self) -> dict[str, bibtex.Work]:
        text, problems = read_text(self.root / bibtex.NAME, bibtex.NAME)
        works, faults = bibtex.parse(text)
        self.problems += problems or faults
        return works

    def fingerprints(self, briefs: tuple[records.Brief, ...]) -> dict[str, Fingerprints]:
        result: dict[str, Fingerprints] = {}
        for brief in briefs:
            fingerprints, problems = fingerprint_files.read(self.root, brief.key)
            self.problems += problems
            if fingerprints:
                result[brief.key] = fingerprints
        return result

    def pages(self) -> tuple[HandwrittenPage, ...]:
        pages: list[HandwrittenPage] = []
        for path in sorted((self.root / "docs").rglob("*.md")):
            name = path.relative_to(self.root).as_posix()
            text, problems = read_text(path, name)
            if problems:
                self.problems += problems
                self.malformed.add(name)
            else:
                pages.append(markdown_pages.parse(name, text))
        return tuple(pages)


def _changes(edition: data_files.Edition) -> str:
    return f"{data_paths.CHANGES}/{edition.name}.json"


def _title(root: Path) -> str:
    """The site's title in CITATION.cff; citation_cff reports the problems of that file."""
    value, _ = yaml_lines.read(root / citation_cff.NAME, citation_cff.NAME)
    return str(value.get("title") or "") if isinstance(value, yaml_lines.Located) else ""
