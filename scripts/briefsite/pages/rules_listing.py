"""The rules of the data, as their own docstrings say them."""

import sys
from inspect import cleandoc
from itertools import groupby

from markupsafe import Markup

from briefsite.model.corpus import Corpus
from briefsite.pages.rendering import render
from briefsite.rules import all_rules


def listing(corpus: Corpus, path: str) -> str:
    """Every rule once, under what its module is about."""
    groups = groupby((*all_rules.ALL, *all_rules.BESIDE), lambda rule: rule.__module__)
    name, words = all_rules.FILES
    of_files = ("The files.", [(name, Markup.escape(words))])
    return render(
        "rules_listing.md.jinja",
        path,
        groups=[
            of_files,
            *(
                (
                    one_line(sys.modules[module].__doc__),
                    [(all_rules.rule_name(rule), one_line(rule.__doc__)) for rule in rules],
                )
                for module, rules in groups
            ),
        ],
    )


def one_line(docstring: str | None) -> Markup:
    """A docstring in one line; it is the project's own Markdown."""
    text = " ".join(cleandoc(docstring or "").split())
    parts = text.split("`")  # every second one is code
    parts[::2] = [part.replace("<", "&lt;") for part in parts[::2]]
    return Markup("`".join(parts))
