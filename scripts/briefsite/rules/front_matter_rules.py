"""Front matter of hand-written pages: a few keys between two lines of hyphens, all of them optional."""

import re

from briefsite.load.yaml_lines import Located, parse
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem, nearest

FRONT = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.S)
"""As MkDocs finds it."""
HIDDEN = ("navigation", "toc", "path", "footer")
FORMS = {
    "title": (lambda value: isinstance(value, str), "must be text"),
    "description": (lambda value: isinstance(value, str), "must be text"),
    "hide": (
        lambda value: isinstance(value, list) and all(item in HIDDEN for item in value),
        "must be a list of: " + ", ".join(HIDDEN),
    ),
    "search": (
        lambda value: isinstance(value, dict) and all(_weighs(*item) for item in value.items()),
        "must hold 'boost', a number, or 'exclude', true or false",
    ),
}


def problems(corpus: Corpus) -> list[Problem]:
    """What is wrong with the front matter of each page."""
    return [
        problem
        for page in corpus.pages
        if page.text.startswith("---")
        for problem in _of_page(page)
    ]


def _of_page(page):
    found = FRONT.match(page.text)
    if not found:
        yield Problem(
            page.path, 1, "the front matter never ends", "close it with a line of its own: ---"
        )
        return
    value, faults = parse("\n" + found[1], page.path)
    yield from faults
    if not faults and not isinstance(value, Located):
        yield Problem(page.path, 1, "the front matter must hold keys and values", "title: Russia")
    for key, item in value.items() if isinstance(value, Located) else ():
        right, form = FORMS.get(key, (None, ""))
        line = dict(value.mark.keys)[key]
        if not right:
            yield Problem(
                page.path,
                line,
                f"unknown key '{key}' in the front matter",
                nearest(key, FORMS) or "known are " + ", ".join(FORMS),
            )
        elif not right(item):
            yield Problem(page.path, line, f"'{key}' in the front matter {form}")


def _weighs(key: str, value) -> bool:
    return (
        key == "boost"
        and isinstance(value, str)
        and re.fullmatch(r"\d{1,3}(\.\d{1,3})?", value) is not None
    ) or (key == "exclude" and value in ("true", "false"))
