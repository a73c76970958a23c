"""Everything of the theme's internals that the build relies on, and what happens when it is gone.

- PATCHES: faults of validity and accessibility, corrected in the source of the theme's templates,
  once, and not in finished pages, so that what contributors wrote is never touched. Where an update
  has changed a template, the build goes on without the patch and says so in one line; a patch that
  is `vital`, on which validity or safety rest, stops it. A template of ours that replaces one of
  the theme's (`overrides/`) is left as it is.
- UNUSED: rules of its style sheets that are left out. Gone: nothing is left out, pages are heavier.
- CONTROLS: what the search leaves out of a page. Gone: the search finds the theme's buttons.
- SEARCH_PLUGIN: the theme's own search. Gone: the offline copy does not build (mkdocs-offline.yml).
- NEEDED, CLASSES: what our templates, scripts and style sheets hold on to. Gone: the build goes
  on and says in one line what readers miss.
- The page's first tag, `content_security_policy.HEAD`. Gone: the build stops, for safety.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import material
from jinja2 import BaseLoader, Environment

THEME = Path(material.__path__[0]) / "templates"
SEARCH_PLUGIN = "material/search"
"""The theme's own search, which the offline copy uses."""
CONTROLS = (".headerlink", ".md-content__button")
"""Selectors of what the theme adds to a page's text, for the search to leave out."""
SHEETS = "assets/stylesheets/main*.css"
UNUSED = (
    r"\.(?:tabbed-|task-list|md-annot|md-tag\b|md-tags|md-feedback|md-consent|md-author|md-pagination|md-post|md-status|md-version"
    r"|md-select|md-progress|md-meta|md-profile|md-social|md-source\b|md-source-file|md-source__|md-code__|md-clipboard|md-path|md-input|md-button"
    r"|md-pin|md-banner--warning|md-header__source|md-nav__source|highlighttable|linenos|linenodiv|filename|mermaid|critic|arithmatex|keys\b|grid\b|card\b"
    r"|twemoji|emojione|gemojione|lg\b|middle\b|footnote|md-footnote|codehilite"
    r"|(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|inline)\b)"
    r"|data-md-color-(?:primary|accent)|\[role=columnheader\]|kbd|table-sort"
    r"|\.(?:md-nav--integrated|md-(?:sidebar|content)--post|md-header--lifted|md-banner__button|md-dialog--active|md-draft|gemoji|katex-html|giscus|result)\b"
    r"|\.highlight (?:\.[a-z]{1,3}\d?\b|\[data-linenos)|\[dir=rtl\]|:root>\*|#only-|#gh-"
)
"""Selectors of the theme's style sheets that nothing on this site matches, as a test shows."""
NEEDED = {
    "</nav>": ("partials/header.html", "the search has no button; its keys (/ s f) still work"),
    "__md_get": ("partials/javascripts/base.html", "a page forgets the colours that were chosen"),
    'id="__config"': (
        "base.html",
        "the theme's scripts do not start: no previews, no copy buttons",
    ),
    "bundle.a5f9d56c.min.js": (
        "base.html",
        "pages load twice as many scripts, until make theme-script and main.html know this one",
    ),
    "{% block announce %}": ("base.html", "editions and offline copies do not say what they are"),
    "{% block extrahead %}": ("base.html", "pages can't be read by Zotero and other machines"),
    "{% block fonts %}": ("base.html", "the font comes later, and the text moves"),
    "{% block scripts %}": ("base.html", "filters, comparison and timeline do without scripts"),
    "{% block content %}": ("base.html", "pages lack cite boxes, breadcrumbs and neighbours"),
    '{% include "partials/actions.html" %}': (
        "partials/content.html",
        "pages have no button to edit them",
    ),
}
"""Text that a template must hold, the template, and what readers miss without."""
CLASSES = {
    "md-typeset": "text looks as the theme sets it",
    "md-header md-logo md-tabs md-top md-banner md-dialog": "bars have the theme's colours",
    "md-nav md-sidebar": "the navigation has the theme's colours and is printed",
    "md-content md-main md-grid md-container": "columns are as wide as the theme's",
    "md-footer md-copyright": "the foot has the theme's colours and is printed",
    "md-tooltip2": "previews have the theme's looks",
    "md-search md-button": "the offline copy's search has the theme's colours",
}
"""Classes, or what they begin with, that our sheets and scripts name, and what is seen without
our rules."""


@dataclass(frozen=True)
class Patch:
    """A correction of a template: `old` is replaced by `new`, for the reason `why`."""

    template: str
    old: str
    new: str
    why: str
    vital: bool = False


ESCAPED = (
    ("base.html", 'content="{{ page.meta.description }}"'),
    ("base.html", 'content="{{ page.meta.author }}"'),
    ("base.html", "<title>{{ page.meta.title }} -"),
    ("base.html", "<title>{{ page.title | striptags }} -"),
    ("partials/header.html", "{{ page.meta.title }}"),
)
"""What takes data, such as a work's title, for markup."""
CHECKBOXES = ("__drawer", "__search")
PATCHES = (
    *(
        Patch(template, old, old.replace(" }}", " | e }}"), "data are no markup", vital=True)
        for template, old in ESCAPED
    ),
    *(
        Patch(
            "base.html",
            f'type="checkbox" id="{name}" autocomplete="off"',
            f'type="checkbox" id="{name}"',
            "only a field that takes text may have it",
            vital=True,
        )
        for name in CHECKBOXES
    ),
    Patch(
        "base.html",
        '{% include "partials/toc.html" %}',
        '{% set aside = true %}{% include "partials/toc.html" %}',
        "the contents beside a page are a list with a title; `__toc` opens those in the drawer",
    ),
    Patch(
        "partials/toc.html",
        '<label class="md-nav__title" for="__toc">',
        '<label class="md-nav__title"{% if not aside %} for="__toc"{% endif %}>',
        "the contents beside a page are a list with a title; `__toc` opens those in the drawer",
    ),
    Patch(
        "partials/header.html",
        '<label class="md-header__button md-icon" for="__drawer">',
        '<label class="md-header__button md-icon" for="__drawer"'
        ' title="{{ lang.t(\'nav\') }}" tabindex="0">',
        "the keyboard reaches the navigation; the theme's script lets Enter press a label",
    ),
    Patch(
        "partials/javascripts/content.html",
        "<script>var target=document.getElementById(location.hash.slice(1));"
        'target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"))</script>',
        "",
        "it opens a tabbed block that the address names; there is none here",
    ),
    Patch(
        "partials/nav-item.html",
        ' tabindex="{{ tabindex }}"',
        '{% if tabindex %} tabindex="{{ tabindex }}"{% endif %}',
        "an empty one is not valid",
        vital=True,
    ),
    Patch(
        "partials/nav-item.html",
        'aria-labelledby="{{ path }}_label"',
        'aria-label="{{ nav_item.title | striptags | e }}"',
        "the label is an icon without words, or missing, where a section has an index",
        vital=True,
    ),
    Patch(
        "partials/search.html",
        'role="dialog"',
        'role="dialog" aria-label="{{ lang.t(\'search\') }}"',
        "the offline copy's search has a name",
    ),
    Patch(
        "partials/search.html",
        '<div class="md-search__scrollwrap" tabindex="0"',
        '<div class="md-search__scrollwrap"',
        "the keyboard reaches its results; while it is closed there is nothing to reach",
    ),
)

ALONE = re.compile(r"^[ \t]*(\{%-? (?:(?!%\}).)*%\})[ \t]*\n", re.M)
INDENT = re.compile(r"^[ \t]+", re.M)


class ThemeChangedError(RuntimeError):
    """The theme has changed where validity or safety rest on it."""


def changes(theme: Path = THEME) -> list[str]:
    """What the theme in the folder `theme` no longer has, and what readers miss, a line each.

    Raises ThemeChangedError for a vital patch.
    """
    return [*_gone(theme)]


def _gone(theme: Path) -> Iterator[str]:
    sources: dict[str, str] = {}
    for patch in PATCHES:
        source = _source(sources, theme, patch.template)
        if patch.old not in source:
            what = f"the theme's {patch.template} no longer holds {patch.old!r}"
            if patch.vital:
                raise ThemeChangedError(f"{what}, which must be corrected: {patch.why}")
            yield f"{what}; not corrected: {patch.why}"
    for text, (template, missed) in NEEDED.items():
        if text not in _source(sources, theme, template):
            yield f"the theme's {template} no longer holds {text!r}: {missed}"
    sheets = "".join(path.read_text("utf-8") for path in theme.glob(SHEETS))
    for names, seen in CLASSES.items():
        for name in names.split():
            if f".{name}" not in sheets:
                yield f"the theme no longer has the class {name}: {seen}"


def _source(sources: dict[str, str], theme: Path, template: str) -> str:
    """The text of a template, read once; "" for one that is gone."""
    if template not in sources:
        file = theme / template
        sources[template] = file.read_text("utf-8") if file.is_file() else ""
    return sources[template]


class PatchedLoader(BaseLoader):
    """Loads templates, patches the theme's, and cuts the blanks of their indentation."""

    def __init__(self, inner: BaseLoader):
        self.inner = inner

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, name, is_fresh = self.inner.get_source(environment, template)
        if name and Path(name).is_relative_to(THEME):
            for patch in PATCHES:
                if patch.template == template:
                    source = source.replace(patch.old, patch.new)
        # a twentieth of a page was these blanks
        return INDENT.sub("", ALONE.sub(r"\1", source)), name, is_fresh

    def list_templates(self) -> list[str]:
        return self.inner.list_templates()


def unused_selectors(with_search: bool) -> re.Pattern[str]:
    """What matches unused selectors; `with_search` where the theme's own search is on."""
    return re.compile(UNUSED if with_search else f"{UNUSED}|md-search")
