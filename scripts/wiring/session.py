"""What one build works with: the corpus, its pages, and the references under way."""

from dataclasses import dataclass, field
from pathlib import Path

import citing
import pages
from corpus import Corpus, load, prose
from wiring import markers

ROOT = Path(__file__).resolve().parents[2]


class Faulty(Exception):
    """The project has problems; they are in `problems`."""

    def __init__(self, problems):
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass
class Session:
    """One build's data. `references.result()` waits for pandoc, which was started with the session."""

    corpus: Corpus
    generated: dict[str, pages.Page]
    references: citing.references.Request
    filled: dict[str, str]
    """Each hand-written page's Markdown with its markers filled, by path below docs/."""
    finished: dict[str, str] = field(default_factory=dict)
    """Each page's Markdown as MkDocs renders it, by path; the bench builds it without us."""


_current: Session | None = None
_requested: dict[tuple, citing.references.Request] = {}


def begin(root: Path) -> Session:
    """Load and check the project, make its pages, and start pandoc. Raises Faulty."""
    global _current
    corpus, problems = load(root)
    if problems:
        raise Faulty(problems)
    generated = {page.path: page for page in pages.generate(corpus)}
    filled = {path: markers.fill(corpus, path, page.text)
              for page in corpus.pages for path in [page.path.removeprefix("docs/")]}
    texts = [*filled.values(), *(page.body for page in generated.values())]
    blocks = dict.fromkeys(block for text in texts for block in prose.citations(text))
    _current = Session(corpus, generated, _request(tuple(blocks), corpus.bib), filled)
    return _current


def current() -> Session:
    """The session of the build under way; begun here when MkDocs was started by itself."""
    return _current or begin(ROOT)


def _request(blocks: tuple[str, ...], bib: str):
    """The same citations and bibliography are formatted once: `serve` then need not wait."""
    if (blocks, bib) not in _requested:
        _requested.clear()
        _requested[blocks, bib] = citing.request(blocks, bib)
    return _requested[blocks, bib]
