"""What one build works with: the corpus, its pages, and the references under way."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from briefsite.citations import formatted_references, page_citations
from briefsite.engine import search_index
from briefsite.engine.content_security_policy import Policy
from briefsite.load import markdown_pages
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.repository_host import Forge
from briefsite.pages import all_pages, generated_page, markers
from briefsite.pages.made_pages import made_pages
from briefsite.rules.check import check_project

ROOT = Path(__file__).resolve().parents[3]


class Faulty(Exception):
    """The project has problems; they are in `problems`."""

    def __init__(self, problems):
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass
class Session:
    """One build's data. `references.result()` waits for pandoc, which was started with the session."""

    corpus: Corpus
    generated: dict[str, generated_page.Page]
    references: formatted_references.Request
    filled: dict[str, str]
    """Each hand-written page's Markdown with its markers filled, by path below docs/."""
    cite: page_citations.Citing
    index: search_index.Index | None = None
    """The search index under way; None where the theme's own search is on."""
    found_as: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """What search filters each hand-written page by, by path."""
    cited: dict[str, list[str]] = field(default_factory=dict)
    """The works that each page cites, by path."""
    finished: dict[str, str] = field(default_factory=dict)
    """Each page's Markdown as MkDocs renders it, by path; the bench builds it without us."""
    live: list[Problem] = field(default_factory=list)
    """What hand-written pages hold that could run, found while they are rendered."""
    policy: Policy = field(default_factory=Policy)


_current: Session | None = None


def begin(root: Path, copy: Path | None = None) -> Session:
    """Load and check the project, make its pages, and start pandoc. `copy` is the offline copy to offer. Raises Faulty."""
    global _current
    if _current and _current.index:
        _current.index.close()  # of a build that failed
    corpus, site_project, problems = check_project(root, made_pages)
    if problems:
        raise Faulty(problems)
    if site_project.forge:
        corpus = replace(corpus, forge=Forge(site_project.forge, site_project.address))
    generated = {page.path: page for page in all_pages.generate(corpus)}
    taken = [
        Problem(
            page.path, 1, "a generated page has this address already", "give the page another name"
        )
        for page in corpus.pages
        if page.path.removeprefix("docs/") in generated
    ]
    if taken:
        raise Faulty(taken)
    past = page_citations.read_history(root, corpus)
    filled = {
        path: markers.fill(corpus, path, page.text, past, copy)
        for page in corpus.pages
        for path in [page.path.removeprefix("docs/")]
    }
    texts = [*filled.values(), *(page.body for page in generated.values())]
    blocks = dict.fromkeys(block for text in texts for block in markdown_pages.citations(text))
    kept = root / ".build/pandoc"
    _current = Session(
        corpus,
        generated,
        formatted_references.request(blocks, corpus.bib, kept),
        filled,
        page_citations.gather(corpus, site_project, past, generated, filled, kept),
    )
    return _current


def current() -> Session:
    """The session of the build under way; begun here when MkDocs was started by itself."""
    return _current or begin(ROOT)
