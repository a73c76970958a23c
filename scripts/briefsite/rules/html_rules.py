"""Hand-written pages hold nothing that could run."""

import re

from briefsite.load import hidden_characters, markdown_pages, yaml_lines
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.rules import html_allowlist

OPENS = re.compile(r"<(?=[A-Za-z/!?])(?!(?:https?://|mailto:|[\w.+-]+@)[^<>\s]*>)")
LISTED = re.compile(r"\{:?(?P<inside>[^{}\n]*)\}")
SETS = re.compile(
    r"""(?P<name>[^\s=#.{}"']+)\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s}]*)|\#(?P<id>[^\s.#}]+)"""
)
LEADS = re.compile(r"\]\(\s*<?(?P<inline>[^)\s>]*)|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<defined>\S+)", re.M)
SHOWN = re.compile(r"[<>\"]|&(?!\s)")
HINT = "write it in Markdown, or as text: `&lt;` for '<'"


def pages_hold_harmless_html(corpus: Corpus):
    """A page may hold a few harmless HTML tags and attributes, and links to http, https, mailto and other pages; no script, no handler, no style."""
    for page in corpus.pages:
        visible = markdown_pages.blank(page.text)
        for position, what in _faults(visible):
            yield Problem(
                page.path,
                visible.count("\n", 0, position) + 1,
                f"a page may not hold {what}",
                HINT if "<" in what else "",
            )


def _faults(text):
    for found in OPENS.finditer(text):
        if what := html_allowlist.fault_of_tag(text, found.start())[0]:
            yield found.start(), what
    for found in LISTED.finditer(text):
        for part in SETS.finditer(found["inside"]):
            name, value = (
                ("id", part["id"]) if part["id"] else (part["name"], part["value"].strip("\"'"))
            )
            if what := html_allowlist.fault_of_attribute(name, value):
                yield found.start(), what
    for found in LEADS.finditer(text):
        if what := html_allowlist.fault_of_address(found["inline"] or found["defined"] or ""):
            yield found.start(), what


def front_matter_is_plain(corpus: Corpus):
    """The lines between `---` at the head of a page hold plain text, which the theme shows in its own places: no < > & or double quotes in it."""
    for page in corpus.pages:
        if not (found := markdown_pages.FRONT.match(page.text)):
            continue
        value, problems = yaml_lines.parse("\n" + found.group().strip("-\n") + "\n", page.path)
        yield from problems
        for line, text in _texts(value, 2):
            if SHOWN.search(text):
                yield Problem(
                    page.path,
                    line,
                    f"'{text}' holds one of < > & or a double quote",
                    "write “ ” for quotation marks and the word “and” for &",
                )


def _texts(value, line: int):
    if isinstance(value, dict):
        lines = dict(value.mark.keys)
        for key, item in value.items():
            yield from _texts(item, lines.get(key, line))
            yield lines.get(key, line), key
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, line)
    elif value:
        yield line, value


def titles_are_plain(corpus: Corpus):
    """A page's title, which the theme shows in its own places, holds no < > or &."""
    for page in corpus.pages:
        if re.search(r"[<>&]", page.title):
            line = next(
                (
                    number
                    for number, text in enumerate(markdown_pages.blank(page.text).split("\n"), 1)
                    if text.startswith("# ")
                ),
                1,
            )
            yield Problem(page.path, line, f"the title '{page.title}' may not hold < > or &")


def characters_are_seen(corpus: Corpus):
    """No file holds characters that can't be seen, such as right-to-left marks; a page does not name them either, as `&rlm;`."""
    for page in corpus.pages:
        yield from hidden_characters.referred(page.text, page.path)


RULES = (pages_hold_harmless_html, front_matter_is_plain, titles_are_plain, characters_are_seen)
