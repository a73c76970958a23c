"""The rules of the data, as their own docstrings say them."""

import sys
from inspect import cleandoc
from itertools import groupby

from markupsafe import Markup

from briefsite.pages.rendering import render
from briefsite.rules import all_rules


def listing(corpus, path: str) -> str:
    """Every rule once, under what its module is about."""
    groups = groupby(all_rules.ALL, lambda rule: rule.__module__)
    return render(
        "rules.md.jinja",
        path,
        groups=[
            (_said(_module(name)), [_said(rule) for rule in members]) for name, members in groups
        ],
    )


def _module(name: str):
    """A module of rules by its name; whoever has its rules has imported it."""
    return sys.modules[name]


def _said(documented) -> Markup:
    """A docstring in one line; it is the project's own Markdown."""
    text = " ".join(cleandoc(documented.__doc__).split())
    return Markup(
        "`".join(
            part if place % 2 else part.replace("<", "&lt;")
            for place, part in enumerate(text.split("`"))
        )
    )
