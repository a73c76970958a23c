"""Everything of the theme's internals that the build relies on.

The theme's HTML has a few faults of validity and accessibility, and it takes a page's title and
description for markup. They are corrected in the source of its templates, once, and not in
finished pages, so that what contributors wrote is never touched. Each patch names the text that it
replaces; where an update of the theme has changed it, the build stops and says so. A template of
ours that replaces one of the theme's (`overrides/`) is left as it is.
"""

import re
from collections.abc import Callable
from pathlib import Path

import material
from jinja2 import BaseLoader, Environment

THEME = Path(material.__path__[0]) / "templates"
SEARCH_PLUGIN = "material/search"
"""The theme's own search, which the offline copy uses."""
CONTROLS = (".headerlink", ".md-content__button")
"""Selectors of what the theme adds to a page's text, for the search to leave out."""
UNUSED = (
    r"\.(?:tabbed-|task-list|md-annot|md-tag\b|md-tags|md-feedback|md-consent|md-author|md-pagination|md-post|md-status|md-version"
    r"|md-select|md-progress|md-meta|md-profile|md-social|md-source\b|md-source-file|md-source__|md-code__|md-clipboard|md-path|md-input|md-button"
    r"|md-pin|md-banner--warning|md-header__source|md-nav__source|highlighttable|linenos|linenodiv|filename|mermaid|critic|arithmatex|keys\b|grid\b|card\b"
    r"|twemoji|emojione|gemojione|lg\b|middle\b|footnote|md-footnote|codehilite"
    r"|(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|inline)\b)"
    r"|data-md-color-(?:primary|accent)|\[role=columnheader\]|kbd|table-sort"
)
"""Selectors of the theme's style sheets that nothing on this site matches, as a test shows."""

PATCHES = {
    "base.html": (
        # data, such as a work's title, and titles whose markup was taken out, which brings `<` back
        ('content="{{ page.meta.description }}"', 'content="{{ page.meta.description | e }}"'),
        ('content="{{ page.meta.author }}"', 'content="{{ page.meta.author | e }}"'),
        ("<title>{{ page.meta.title }} -", "<title>{{ page.meta.title | e }} -"),
        ("<title>{{ page.title | striptags }} -", "<title>{{ page.title | striptags | e }} -"),
        # only a field that takes text may have it
        ('type="checkbox" id="__drawer" autocomplete="off"', 'type="checkbox" id="__drawer"'),
        ('type="checkbox" id="__search" autocomplete="off"', 'type="checkbox" id="__search"'),
        # the contents beside a page are a list with a title; `__toc` opens those in the drawer
        (
            '{% include "partials/toc.html" %}',
            '{% set aside = true %}{% include "partials/toc.html" %}',
        ),
    ),
    "partials/header.html": (
        ("{{ page.meta.title }}", "{{ page.meta.title | e }}"),
        # out of the keyboard's reach, and nameless; the theme's script lets Enter press a label
        (
            '<label class="md-header__button md-icon" for="__drawer">',
            '<label class="md-header__button md-icon" for="__drawer"'
            ' title="{{ lang.t(\'nav\') }}" tabindex="0">',
        ),
    ),
    "partials/toc.html": (
        (
            '<label class="md-nav__title" for="__toc">',
            '<label class="md-nav__title"{% if not aside %} for="__toc"{% endif %}>',
        ),
    ),
    "partials/javascripts/content.html": (
        # opens a tabbed block that the address names; there is none here
        (
            "<script>var target=document.getElementById(location.hash.slice(1));"
            'target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"))</script>',
            "",
        ),
    ),
    "partials/nav-item.html": (
        (' tabindex="{{ tabindex }}"', '{% if tabindex %} tabindex="{{ tabindex }}"{% endif %}'),
        # the label is an icon without words, or missing, where a section has an index
        ('aria-labelledby="{{ path }}_label"', 'aria-label="{{ nav_item.title | striptags | e }}"'),
    ),
    "partials/search.html": (
        ('role="dialog"', 'role="dialog" aria-label="{{ lang.t(\'search\') }}"'),
        # the keyboard reaches its results; while it is closed there is nothing to reach
        ('<div class="md-search__scrollwrap" tabindex="0"', '<div class="md-search__scrollwrap"'),
    ),
}

INLINE = re.compile(r"<script(?![^>]*\s(?:src|type)=)")

ALONE = re.compile(r"^[ \t]*(\{%-? (?:(?!%\}).)*%\})[ \t]*\n", re.M)
INDENT = re.compile(r"^[ \t]+", re.M)


class ThemeChangedError(RuntimeError):
    """The theme has changed where it is patched."""


class PatchedLoader(BaseLoader):
    """Loads templates, patches the theme's, and marks every script written into a template.

    The mark is the template's variable `own_script`; see content_security_policy.py.
    """

    def __init__(self, inner: BaseLoader):
        self.inner = inner

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The patched source. Raises ThemeChangedError."""
        source, name, is_fresh = self.inner.get_source(environment, template)
        if name and Path(name).is_relative_to(THEME):
            for old, new in PATCHES.get(template, ()):
                if old not in source:
                    raise ThemeChangedError(
                        f"the theme's {template} no longer holds {old!r}: correct {__name__}"
                    )
                source = source.replace(old, new)
        source = INDENT.sub("", ALONE.sub(r"\1", source))  # a twentieth of a page was these blanks
        return INLINE.sub("<script{{ own_script }}", source), name, is_fresh

    def list_templates(self) -> list[str]:
        return self.inner.list_templates()


def unused_selectors(with_search: bool) -> re.Pattern[str]:
    """What matches unused selectors; `with_search` where the theme's own search is on."""
    return re.compile(UNUSED if with_search else f"{UNUSED}|md-search")
