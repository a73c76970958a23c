"""Hand-written pages: their text, and what they link and cite, line by line."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from briefsite.load.code_spans import FRONT, replaced
from briefsite.model.ids import CLAIM_LINK

CITATION = re.compile(r"\[(?=[^\[\]]*?(?<![\w.])@[\w:.-])(?P<body>[^\[\]]+)\](?![\[(])")
CITED_KEY = re.compile(r"(?<![\w.])@(?P<key>[\w:.#$%&+?<>~/-]*[\w])")
MARKER = re.compile(r"^<!-- (?P<name>[a-z-]+)(?: (?P<key>[a-z0-9-]+))? -->[ \t]*$", re.M)


@dataclass(frozen=True)
class Use:
    """Something a page names, on a line: a claim's id, or a work's key with its citation."""

    name: str
    line: int
    text: str = ""


@dataclass(frozen=True)
class Prose:
    """A page of docs/, with what it links (`claims`) and cites (`works`)."""

    path: str
    text: str = field(repr=False)
    title: str = ""
    claims: tuple[Use, ...] = ()
    works: tuple[Use, ...] = ()
    markers: tuple[Use, ...] = ()

    def __hash__(self) -> int:
        return hash(self.path)

    @property
    def topic(self) -> str:
        """The key of the topic this page treats, or ""."""
        folder, _, name = self.path.removeprefix("docs/").partition("/")
        return name.removesuffix(".md") if folder == "topics" and name != "index.md" else ""


def blank(text: str) -> str:
    """The text with code, comments and front matter overwritten by spaces, lines kept."""
    return replaced(FRONT.sub(lambda found: _spaces(found.group()), text), _spaces)


def _spaces(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def citations(text: str) -> list[str]:
    """Every citation in Pandoc's syntax, as it stands between its brackets: `@chun-2024, ¶ 7`."""
    return [found["body"] for found in CITATION.finditer(blank(text))] if "@" in text else []


def lines(text: str):
    """A function from a position in the text to its line."""
    ends = [found.start() for found in re.finditer("\n", text)]
    return lambda position: bisect_left(ends, position) + 1


def parse(path: str, text: str) -> Prose:
    """Read one page. `path` is relative to the project: docs/topics/russia.md."""
    visible = blank(text)

    line = lines(text)
    heading = re.search(r"^# +(.+?)[ \t]*(?:\{.*\})?$", visible, re.M)
    return Prose(
        path,
        text,
        heading.group(1) if heading else "",
        tuple(
            Use(found["id"], line(found.start("id")), found["text"])
            for found in CLAIM_LINK.finditer(visible)
        ),
        tuple(
            Use(key["key"], line(found.start("body") + key.start()), found["body"])
            for found in CITATION.finditer(visible)
            for key in CITED_KEY.finditer(found["body"])
        ),
        tuple(
            Use(found["name"], line(found.start()), found["key"] or "")
            for found in MARKER.finditer(text)
        ),
    )
