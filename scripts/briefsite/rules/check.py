"""Everything that `make check` checks: the data, CITATION.cff, mkdocs.yml, links between pages.

Needs neither MkDocs nor pandoc. `make site` runs it first, and MkDocs checks links once more.
"""

from collections.abc import Iterable
from dataclasses import replace
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
    name, _ = all_rules.FILES
    problems = _named(name, (id_suggestions.improved(problem, corpus) for problem in problems))
    rules = all_rules.ALL if complete else (bibliography_rules.entries_are_filled_in,)
    for rule in rules:
        problems += _named(all_rules.rule_name(rule), rule(corpus))
    return corpus, sorted(set(problems))


def check_project(
    root: Path, make_pages: link_rules.MakePages, settings: BuildSettings = DEFAULTS
) -> tuple[Corpus, Project | None, list[Problem]]:
    """The corpus, the site as CITATION.cff describes it, and every problem, sorted by place.

    `make_pages` makes the Markdown of every page; called only to confirm that a link is dead.
    """
    corpus, problems = check_data(root)
    project = None
    of_files, _ = all_rules.FILES
    of_pages, of_links, of_nav = map(all_rules.rule_name, all_rules.BESIDE)
    text, faults = read_text(root / citation_cff.NAME, citation_cff.NAME)
    if not faults:
        project, faults = citation_cff.read(text, settings.site_url, settings.repository_url)
    problems += _named(of_files, faults)
    problems += _named(of_pages, front_matter_rules.front_matter_is_known(corpus))
    targets = link_rules.LinkTargets(root, corpus, None if problems else make_pages)
    text, faults = read_text(root / navigation_rules.NAME, navigation_rules.NAME)
    problems += _named(of_files, faults)
    if not faults:
        problems += _named(of_nav, navigation_rules.nav_lists_every_page(targets, text))
    problems += _named(of_links, link_rules.links_lead_somewhere(targets))
    return corpus, project, sorted(set(problems))


def _named(rule: str, problems: Iterable[Problem]) -> list[Problem]:
    """The problems, each with the name of the rule that found it."""
    return [replace(problem, rule=rule) for problem in problems]
