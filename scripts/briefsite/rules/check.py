"""Everything that `make check` looks at, in one call: the data, CITATION.cff, mkdocs.yml, links between pages.

Needs neither MkDocs nor pandoc. `make site` runs it first, and MkDocs checks links once more.
"""

import os
from pathlib import Path

from briefsite.load import citation_cff
from briefsite.load.project import read_project
from briefsite.load.text_files import read_text
from briefsite.model.citation_file import Project
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.rules import (
    all_rules,
    bibliography_rules,
    front_matter_rules,
    id_suggestions,
    link_rules,
    navigation_rules,
)

__all__ = ["check", "load"]


def load(root: Path) -> tuple[Corpus, list[Problem]]:
    """Read and check the project at `root`.

    Returns the corpus and every problem found, sorted by place. A record of the wrong shape is
    left out and the rest checked all the same; when a whole file can't be read, the rules that
    compare files are skipped, since they would report its absence a hundred times over.
    """
    corpus, problems, complete = read_project(root)
    problems = [id_suggestions.improved(problem, corpus) for problem in problems]
    if complete:
        problems += [problem for rule in all_rules.ALL for problem in rule(corpus)]
    else:
        problems += bibliography_rules.entries_are_filled_in(corpus)
    return corpus, sorted(set(problems))


def check(root: Path) -> tuple[Corpus, Project | None, list[Problem]]:
    """The corpus, the site as CITATION.cff describes it, and every problem of the project at `root`, sorted."""
    corpus, problems = load(root)
    text, faults = read_text(root / citation_cff.NAME, citation_cff.NAME)
    project, shape = (
        (None, faults)
        if faults
        else citation_cff.read(
            text, os.environ.get("SITE_URL", ""), os.environ.get("FORGE_URL", "")
        )
    )
    problems += shape
    problems += front_matter_rules.problems(corpus)
    site = link_rules.Site(root, corpus, sure=not problems)
    text, faults = read_text(root / navigation_rules.NAME, navigation_rules.NAME)
    problems += faults or navigation_rules.problems(site, text)
    problems += link_rules.problems(site)
    return corpus, project, sorted(set(problems))
