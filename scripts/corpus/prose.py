"""Hand-written pages: their text, and what they link and cite, line by line."""

import re
from dataclasses import dataclass, field

CODE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ \t]*$|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|<!--.*?-->",
                  re.M | re.S)
FRONT = re.compile(r"\A---\n.*?^---\n", re.M | re.S)
CLAIM_LINK = re.compile(r"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\[(?P<id>[A-Z]+[0-9]+)\]")
CITATION = re.compile(r"\[(?P<body>[^\[\]]*?(?<![\w.])@[\w:.-]+[^\[\]]*)\](?![\[(])")
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

    @property
    def topic(self) -> str:
        """The key of the topic this page treats, or ""."""
        folder, _, name = self.path.removeprefix("docs/").partition("/")
        return name.removesuffix(".md") if folder == "topics" and name != "index.md" else ""


def blank(text: str) -> str:
    """The text with code, comments and front matter overwritten by spaces, lines kept."""
    def spaces(found):
        return re.sub(r"[^\n]", " ", found.group())
    text = FRONT.sub(spaces, text)
    return CODE.sub(spaces, text) if "`" in text or "~~~" in text or "<!--" in text else text


def citations(text: str) -> list[str]:
    """Every citation in Pandoc's syntax, as it stands between its brackets: `@chun-2024, ¶ 7`."""
    return [found["body"] for found in CITATION.finditer(blank(text))] if "@" in text else []


def parse(path: str, text: str) -> Prose:
    """Read one page. `path` is relative to the project: docs/topics/russia.md."""
    visible = blank(text)

    def line(position: int) -> int:
        return text.count("\n", 0, position) + 1

    heading = re.search(r"^# +(.+?)[ \t]*(?:\{.*\})?$", visible, re.M)
    return Prose(
        path, text, heading.group(1) if heading else "",
        tuple(Use(found["id"], line(found.start("id")), found["text"]) for found in CLAIM_LINK.finditer(visible)),
        tuple(Use(key["key"], line(found.start("body") + key.start()), found["body"])
              for found in CITATION.finditer(visible) for key in CITED_KEY.finditer(found["body"])),
        tuple(Use(found["name"], line(found.start()), found["key"] or "")
              for found in MARKER.finditer(text)),
    )
