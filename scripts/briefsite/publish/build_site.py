"""A whole site, built beside the old one and put in its place."""

import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefsite.engine import mkdocs_build
from briefsite.engine.build_context import BuildContext
from briefsite.engine.build_error import BuildError
from briefsite.model import addresses
from briefsite.model.build_settings import BuildSettings
from briefsite.model.problems import Problem
from briefsite.publish import atomic_swap, editions

CONFIG = "mkdocs.yml"


@dataclass(frozen=True)
class BuildSummary:
    """What a build was made of and how long it took; `markdown` is each page as rendered, `notices`
    say what readers miss, because the theme has changed or an edition is not at hand, a line
    each."""

    context: BuildContext = field(repr=False)
    markdown: Mapping[str, str] = field(repr=False)
    notices: list[str]
    pages: int
    seconds: float

    def __str__(self) -> str:
        corpus = self.context.corpus
        return (
            f"{len(corpus.claim)} claims, {len(corpus.questions)} questions, "
            f"{len(corpus.events)} events, {self.pages} pages in {self.seconds:.1f} seconds"
        )


def build(
    root: Path,
    site: Path,
    settings: BuildSettings | None = None,
    config_name: str = CONFIG,
    with_editions: bool = False,
    offline_copy: Path | None = None,
    documents: tuple[Path, ...] = (),
) -> BuildSummary:
    """Build the project at `root` strictly into `site`, a folder that is replaced at the end.

    `with_editions` builds every recorded edition below it and compares its sum; without it, the
    editions that the old site holds are kept. `offline_copy` is a zip that the site then offers;
    `documents` are files that it offers with all that lies beside them, and that every edition
    then gets of its own.
    Raises BuildError.
    """
    started = time.perf_counter()
    _check_target(root.resolve(), site.resolve())
    atomic_swap.repair(site)
    context = BuildContext.begin(root, settings or BuildSettings(), offline_copy, documents)
    fresh = atomic_swap.fresh_folder(site)
    try:
        markdown, notices = mkdocs_build.run(context, root / config_name, fresh, site)
        pages = sum(1 for _ in fresh.rglob("*.html"))
        if offline_copy:
            shutil.copyfile(offline_copy, fresh / offline_copy.name)
        if documents:
            shutil.copytree(documents[0].parent, fresh / addresses.DOCUMENTS)
        if with_editions:
            editions.publish(
                root, context.corpus.editions, fresh, context.settings.site_url, bool(documents)
            )
        else:
            _keep_editions([edition.name for edition in context.corpus.editions], site, fresh)
        notices = [*notices, *editions.notices(root, context.corpus.editions, fresh)]
        atomic_swap.swap(fresh, site)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return BuildSummary(context, markdown, notices, pages, time.perf_counter() - started)


def _check_target(root: Path, site: Path) -> None:
    """Raise BuildError for a folder that holds something else than a site, for it is replaced."""
    if site == root or site in root.parents:
        message, hint = (
            "the site can't go where the project is",
            "name a folder of its own: --to site",
        )
    elif site.is_dir() and any(site.iterdir()) and not (site / "index.html").is_file():
        message, hint = (
            "this folder does not hold a site",
            "name another, or empty it first",
        )
    else:
        return
    raise BuildError(
        [Problem(str(site) if site in (root, *root.parents) else site.name, 1, message, hint)]
    )


def _keep_editions(names: list[str], site: Path, fresh: Path) -> None:
    for name in names:
        if (site / "e" / name).is_dir():
            shutil.copytree(site / "e" / name, fresh / "e" / name)
