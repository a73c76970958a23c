"""Hand-written pages hold nothing that could run."""

import re
from collections.abc import Iterator
from typing import Any

from briefsite.load import hidden_characters, markdown_pages, yaml_lines
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.rules import html_allowlist

TAG = re.compile(r"<(?=[A-Za-z/!?])(?!(?:https?://|mailto:|[\w.+-]+@)[^<>\s]*>)")
ATTRIBUTE_LIST = re.compile(r"\{:?(?P<inside>[^{}\n]*)\}")
ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=#.{}"']+)\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s}]*)|\#(?P<id>[^\s.#}]+)"""
)
LINK = re.compile(r"\]\(\s*<?(?P<inline>[^)\s>]*)|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<defined>\S+)", re.M)
MARKUP = re.compile(r"[<>\"]|&(?!\s)")
HINT = "write it in Markdown, or as text: `&lt;` for '<'"


def pages_hold_harmless_html(corpus: Corpus) -> Iterator[Problem]:
    """A page may hold a few harmless HTML tags and attributes, and links to http, https, mailto and
    other pages; no script, no handler, no style."""
    for page in corpus.pages:
        visible = markdown_pages.blank(page.text)
        for position, fault in _faults(visible):
            line = visible.count("\n", 0, position) + 1
            hint = HINT if "<" in fault else ""
            yield Problem(page.path, line, f"a page may not hold {fault}", hint)


def _faults(text: str) -> Iterator[tuple[int, str]]:
    """(position, what may not stand there)"""
    for match in TAG.finditer(text):
        if fault := html_allowlist.fault_of_tag(text, match.start())[0]:
            yield match.start(), fault
    for match in ATTRIBUTE_LIST.finditer(text):
        for part in ATTRIBUTE.finditer(match["inside"]):
            name, value = part["name"] or "id", part["id"] or part["value"].strip("\"'")
            if fault := html_allowlist.fault_of_attribute(name, value):
                yield match.start(), fault
    for match in LINK.finditer(text):
        if fault := html_allowlist.fault_of_address(match["inline"] or match["defined"] or ""):
            yield match.start(), fault


def front_matter_is_plain(corpus: Corpus) -> Iterator[Problem]:
    """The lines between `---` at the head of a page hold plain text, which the theme shows in its
    own places: no < > & or double quotes in it."""
    for page in corpus.pages:
        if not (block := markdown_pages.FRONT.match(page.text)):
            continue
        value, problems = yaml_lines.parse("\n" + block.group().strip("-\n") + "\n", page.path)
        yield from problems
        for line, text in _texts(value, 2):
            if MARKUP.search(text):
                yield Problem(
                    page.path,
                    line,
                    f"'{text}' holds one of < > & or a double quote",
                    "write “ ” for quotation marks and the word “and” for &",
                )


def _texts(value: Any, line: int) -> Iterator[tuple[int, str]]:
    """Every text in a YAML value, keys included, as (line, text)."""
    if isinstance(value, yaml_lines.Located):
        for key, number in value.mark.keys:
            yield number, key
            yield from _texts(value[key], number)
    elif isinstance(value, yaml_lines.Listed):
        for item in value:
            yield from _texts(item, line)
    elif value:
        yield line, value


def titles_are_plain(corpus: Corpus) -> Iterator[Problem]:
    """A page's title, which the theme shows in its own places, holds no < > or &."""
    for page in corpus.pages:
        if re.search(r"[<>&]", page.title):
            visible = markdown_pages.blank(page.text)
            line = visible.count("\n", 0, f"\n{visible}".find("\n# ")) + 1
            yield Problem(page.path, line, f"the title '{page.title}' may not hold < > or &")


def characters_are_seen(corpus: Corpus) -> Iterator[Problem]:
    """No file holds hidden characters, such as right-to-left marks; nor does a page as entities,
    `&rlm;`."""
    for page in corpus.pages:
        yield from hidden_characters.entity_problems(page.text, page.path)


RULES = (pages_hold_harmless_html, front_matter_is_plain, titles_are_plain, characters_are_seen)
