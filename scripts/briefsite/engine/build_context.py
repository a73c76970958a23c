"""Loads and checks the project, makes its pages and starts pandoc for the references: one build's
data, as one value."""

import contextlib
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from briefsite.citations import formatted_references, gathered_citations, page_citations
from briefsite.engine.build_error import BuildError
from briefsite.engine.page_texts import GeneratedPages
from briefsite.exports import codebook, data_package
from briefsite.load import code_spans, markdown_pages, page_date_files
from briefsite.model import addresses, made_addresses, remembered
from briefsite.model.build_settings import BuildSettings
from briefsite.model.corpus import Corpus
from briefsite.model.generated_page import Page
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.problems import Problem
from briefsite.model.repository_host import Forge
from briefsite.pages import all_pages, markers, rendering
from briefsite.pages.made_pages import made_pages
from briefsite.rules.check import check_project

CACHE = ".build"
"""The project's folder of caches; whoever deletes it loses a second."""
CHANGING = ("log", "offline")
"""Markers of what changes with a build, though the project's content does not."""
EPOCH = 315532800
"""1980, the earliest time that a zip can hold: the time of a project without Git."""


@dataclass(frozen=True)
class BuildContext:
    """One build's data; nothing in it changes. Pages are known by their path below docs/.

    `filled` holds the Markdown of each hand-written page, front matter removed and markers filled;
    `cited_works` the keys of the works that each page cites, in the order of the page.
    `references.result()` waits for pandoc, which is started with the context.
    """

    root: Path
    settings: BuildSettings
    build_time: int
    corpus: Corpus
    hand_written: Mapping[str, HandwrittenPage]
    generated: Mapping[str, Page]
    filled: Mapping[str, str]
    cited_works: Mapping[str, tuple[str, ...]]
    references: formatted_references.Request
    citations: page_citations.SiteCitations

    @classmethod
    def begin(
        cls,
        root: Path,
        settings: BuildSettings,
        offline_copy: Path | None = None,
        documents: tuple[Path, ...] = (),
    ) -> "BuildContext":
        """Load and check the project at `root`, make its pages, and start pandoc.

        `offline_copy` is the zip that the site offers for download, `documents` are the documents.
        Raises BuildError.
        """
        corpus, project, problems = check_project(root, made_pages, settings)
        if problems or project is None:
            raise BuildError(problems)
        remembered.forget_much()
        corpus = replace(
            corpus,
            address=project.address,
            licence=project.licence,
            edition=settings.edition,
            forge=Forge(project.forge, project.address) if project.forge else None,
        )
        hand_written = {page.path.removeprefix("docs/"): page for page in corpus.pages}
        history = gathered_citations.read_history(root, corpus)
        with rendering.compiled_in(root / CACHE / "templates"):
            generated = GeneratedPages(
                all_pages.generate(corpus), len(made_addresses.generated(corpus))
            )
            filled = {
                path: _body(
                    markers.fill(
                        corpus, path, page.text, history, offline_copy, codebook.part, documents
                    )
                )
                for path, page in hand_written.items()
            }
            lasting = {
                path: _body(markers.fill(corpus, path, page.text, codebook=codebook.part))
                for path, page in hand_written.items()
                if any(marker.name in CHANGING for marker in page.markers)
            }
        if taken := sorted(set(generated) & set(hand_written)):
            raise BuildError(
                Problem(
                    f"docs/{path}",
                    1,
                    "a generated page has this address already",
                    "give the page another name",
                )
                for path in taken
            )
        blocks = {path: markdown_pages.citations(text) for path, text in filled.items()}
        blocks |= {path: markdown_pages.citations(page.body) for path, page in generated.items()}
        cache = root / CACHE / "pandoc"
        return cls(
            root,
            settings,
            settings.build_time if settings.build_time is not None else _last_commit(root),
            corpus,
            hand_written,
            generated,
            filled,
            {path: _works(found) for path, found in blocks.items()}
            | {addresses.BIBLIOGRAPHY: tuple(corpus.works)},
            formatted_references.request(
                dict.fromkeys(block for found in blocks.values() for block in found),
                corpus.works.values(),
                cache,
            ),
            gathered_citations.gather(
                corpus,
                project,
                history,
                generated,
                filled,
                lasting,
                page_date_files.read(root),
                cache,
                settings.edition,
                data_package.downloads(corpus, project.address),
            ),
        )

    @property
    def paths(self) -> tuple[str, ...]:
        """Every page by its path below docs/, the hand-written ones first."""
        return (*self.filled, *self.generated)

    @cached_property
    def template_cache(self) -> Path:
        """Where compiled templates are kept."""
        return self.root / CACHE / "templates"


def _body(markdown: str) -> str:
    """The page without its front matter, each citation on one line, as mkdocs-bibtex wants it."""
    text = code_spans.FRONT.sub("", markdown, count=1).lstrip("\n")
    if any("\n" in match.group() for match in markdown_pages.CITATION.finditer(text)):
        for match in [*markdown_pages.CITATION.finditer(markdown_pages.blank(text))][::-1]:
            one_line = " ".join(match.group().split())
            text = text[: match.start()] + one_line + text[match.end() :]
    return text


def _works(blocks: list[str]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(key for block in blocks for key in markdown_pages.CITED_KEY.findall(block))
    )


def _last_commit(root: Path) -> int:
    """The time of the last commit, so that the same commit gives the same bytes."""
    with contextlib.suppress(OSError):
        command = ["git", "log", "-1", "--format=%ct"]
        answer = subprocess.run(
            command, cwd=root, capture_output=True, text=True, check=False
        ).stdout.strip()
        if re.fullmatch(r"\d+", answer):
            return int(answer)
    return EPOCH
