"""Front matter of hand-written pages: a few keys between two lines of hyphens, all of them
optional."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from briefsite.load.yaml_lines import Listed, Located, parse
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem, nearest

FRONT = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.S)
"""As MkDocs finds it."""
HIDDEN = ("navigation", "toc", "path", "footer")


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _hides(value: Any) -> bool:
    return isinstance(value, Listed) and all(item in HIDDEN for item in value)


def _weighs(value: Any) -> bool:
    """Whether a value is one of Material's settings for its search."""
    forms = {"boost": r"\d{1,3}(\.\d{1,3})?", "exclude": "true|false"}
    return isinstance(value, Located) and all(
        key in forms and isinstance(item, str) and re.fullmatch(forms[key], item)
        for key, item in value.items()
    )


FORMS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "title": (_is_text, "must be text"),
    "description": (_is_text, "must be text"),
    "hide": (_hides, "must be a list of: " + ", ".join(HIDDEN)),
    "search": (_weighs, "must hold 'boost', a number, or 'exclude', true or false"),
}


def front_matter_is_known(corpus: Corpus) -> Iterator[Problem]:
    """The front matter of a page holds keys that are read, with values of their form, and ends."""
    for page in corpus.pages:
        if page.text.startswith("---"):
            yield from _of_page(page.path, page.text)


def _of_page(path: str, text: str) -> Iterator[Problem]:
    block = FRONT.match(text)
    if not block:
        hint = "close it with a line of its own: ---"
        yield Problem(path, 1, "the front matter never ends", hint)
        return
    value, faults = parse("\n" + block[1], path)
    yield from faults
    if not isinstance(value, Located):
        if not faults:
            yield Problem(path, 1, "the front matter must hold keys and values", "title: Russia")
        return
    for key, line in value.mark.keys:
        if key not in FORMS:
            hint = nearest(key, FORMS) or "known are " + ", ".join(FORMS)
            yield Problem(path, line, f"unknown key '{key}' in the front matter", hint)
        elif not FORMS[key][0](value[key]):
            yield Problem(path, line, f"'{key}' in the front matter {FORMS[key][1]}")
