"""Everything that `make check` looks at, in one call: the data, CITATION.cff, mkdocs.yml, links between pages.

Needs neither MkDocs nor pandoc. `make site` runs it first, and MkDocs checks links once more.
"""

import os
from pathlib import Path

from checking import front, links, nav
from citing import project
from corpus import Corpus, Problem, load
from corpus.yamlfile import read_text

__all__ = ["check"]


def check(root: Path) -> tuple[Corpus, project.Project | None, list[Problem]]:
    """The corpus, the site as CITATION.cff describes it, and every problem of the project at `root`, sorted."""
    corpus, problems = load(root)
    text, faults = read_text(root / project.NAME, project.NAME)
    described, said = (None, faults) if faults else project.read(text, os.environ.get("SITE_URL", ""), os.environ.get("FORGE_URL", ""))
    problems += said
    problems += front.problems(corpus)
    site = links.Site(root, corpus, sure=not problems)
    text, faults = read_text(root / nav.NAME, nav.NAME)
    problems += faults or nav.problems(site, text)
    problems += links.problems(site)
    return corpus, described, sorted(set(problems))
