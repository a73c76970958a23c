"""Everything that `make check` checks: the data, CITATION.cff, mkdocs.yml, links between pages.

Needs neither MkDocs nor pandoc. `make site` runs it first, and MkDocs checks links once more.
"""

from pathlib import Path

from briefsite.load import citation_cff
from briefsite.load.project import read_project
from briefsite.load.text_files import read_text
from briefsite.model.build_settings import BuildSettings
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

DEFAULTS = BuildSettings()


def check_data(root: Path) -> tuple[Corpus, list[Problem]]:
    """Read the data and pages of the project at `root`, and apply the rules to them.

    Returns the corpus and every problem, sorted by place. A record of the wrong shape is left out
    and the rest checked all the same; when a whole file can't be read, the rules that compare files
    are skipped, since they would report its absence a hundred times over.
    """
    corpus, problems, complete = read_project(root)
    problems = [id_suggestions.improved(problem, corpus) for problem in problems]
    rules = all_rules.ALL if complete else (bibliography_rules.entries_are_filled_in,)
    problems += [problem for rule in rules for problem in rule(corpus)]
    return corpus, sorted(set(problems))


def check_project(
    root: Path, make_pages: link_rules.MakePages, settings: BuildSettings = DEFAULTS
) -> tuple[Corpus, Project | None, list[Problem]]:
    """The corpus, the site as CITATION.cff describes it, and every problem, sorted by place.

    `make_pages` makes the Markdown of every page; called only to confirm that a link is dead.
    """
    corpus, problems = check_data(root)
    project = None
    text, faults = read_text(root / citation_cff.NAME, citation_cff.NAME)
    if not faults:
        project, faults = citation_cff.read(text, settings.site_url, settings.repository_url)
    problems += faults
    problems += front_matter_rules.problems(corpus)
    targets = link_rules.LinkTargets(root, corpus, None if problems else make_pages)
    text, faults = read_text(root / navigation_rules.NAME, navigation_rules.NAME)
    problems += faults or navigation_rules.problems(targets, text)
    problems += link_rules.problems(targets)
    return corpus, project, sorted(set(problems))
