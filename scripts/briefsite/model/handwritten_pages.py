"""The pages below docs/ that people write, with what each links, cites and includes."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reference:
    """Something a page names, on a line: a claim's id, or a work's key with its citation."""

    name: str
    line: int
    text: str = ""


@dataclass(frozen=True)
class Block:
    """A section of a page: its id, its Markdown, its first line, and the claims, works and
    questions that it names."""

    id: str
    text: str
    line: int
    claims: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class HandwrittenPage:
    """A page of docs/, with what it links or marks (`claims`) and cites (`works`).

    A claim's `text` are the words that link it, "" for a mark.
    """

    path: str
    text: str = field(repr=False)
    title: str = ""
    claims: tuple[Reference, ...] = ()
    works: tuple[Reference, ...] = ()
    markers: tuple[Reference, ...] = ()
    blocks: tuple[Block, ...] = ()

    def __hash__(self) -> int:
        return hash(self.path)

    @property
    def topic(self) -> str:
        """The key of the topic this page treats, or ""."""
        folder, _, name = self.path.removeprefix("docs/").partition("/")
        return name.removesuffix(".md") if folder == "topics" and name != "index.md" else ""
