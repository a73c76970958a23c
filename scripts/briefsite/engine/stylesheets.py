"""Style sheets: ours joined into one, the theme's without what this site has none of.

The theme's own styles are a quarter of a page's first load, and more than half of them are for
parts that no page here has: tabbed blocks, annotations, a blog, a version selector.
"""

import hashlib
import re
from pathlib import Path

import tinycss2
from mkdocs.structure.files import File, InclusionLevel

from briefsite.pages import brief_stylesheet

TARGET = "assets/site.css"
SOURCES = "assets/styles"
UNUSED = re.compile(
    r"\.(?:tabbed-|task-list|md-annot|md-tag\b|md-tags|md-feedback|md-consent|md-author|md-pagination|md-post|md-status|md-version"
    r"|md-select|md-progress|md-meta|md-profile|md-social|md-source\b|md-source-file|md-source__|md-code__|md-clipboard|md-path|md-input|md-button"
    r"|md-pin|md-banner--warning|md-header__source|md-nav__source|highlighttable|linenos|linenodiv|filename|mermaid|critic|arithmatex|keys\b|grid\b|card\b"
    r"|twemoji|emojione|gemojione|lg\b|middle\b|footnote|md-footnote|codehilite"
    r"|(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|inline)\b)"
    r"|data-md-color-(?:primary|accent)|\[role=columnheader\]|kbd|table-sort"
)
"""Selectors that nothing on this site matches; a test looks through every page for one that does."""
USED = re.compile(r"var\((--md-[a-z0-9-]+)")


def joined(docs: Path, corpus) -> str:
    """Our style sheet: the files of docs/assets/styles in order, and the rules that the data make."""
    return "\n".join(
        [
            *(path.read_text("utf-8") for path in sorted((docs / SOURCES).glob("*.css"))),
            brief_stylesheet.css(corpus),
        ]
    )


def file(config, corpus) -> File:
    """The joined sheet as a file of the site."""
    return File.generated(
        config,
        TARGET,
        content=smaller(joined(Path(config.docs_dir), corpus)),
        inclusion=InclusionLevel.INCLUDED,
    )


def smaller(css: str) -> str:
    """The same sheet without comments and spare blanks."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", css)).replace(";}", "}").strip()


def slim_theme(site: Path, kept: Path, searching: bool) -> None:
    """Rewrite the theme's style sheets in a built site; what comes out is kept in `kept` by a sum.

    `searching` says whether the theme's own search is in use, and its styles with it.
    """
    unused = UNUSED if searching else re.compile(f"{UNUSED.pattern}|md-search")
    ours = (site / TARGET).read_text("utf-8") if (site / TARGET).exists() else ""
    for path in (site / "assets/stylesheets").glob("*.css"):
        text = path.read_text("utf-8")
        cached = (
            kept
            / f"{hashlib.sha256((Path(__file__).read_text('utf-8') + unused.pattern + ours + text).encode()).hexdigest()[:16]}.css"
        )
        if cached.is_file():
            slim = cached.read_text("utf-8")
        else:
            slim = without_unused(text, ours, unused)
            kept.mkdir(parents=True, exist_ok=True)
            cached.write_text(slim, "utf-8")
        path.write_text(slim, "utf-8", newline="")


def without_unused(css: str, others: str = "", unused: re.Pattern = UNUSED) -> str:
    """A style sheet without rules whose every selector is `unused`, and without the theme's custom
    properties that neither it nor `others` uses then."""
    slim = "".join(_rules(_parsed(css), None, unused))
    return "".join(_rules(_parsed(slim), {*USED.findall(slim), *USED.findall(others)}, unused))


def _parsed(css):
    return tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)


def _rules(rules, used: set[str] | None, unused: re.Pattern):
    """The text of each rule that stays; `used` are the properties to keep, None keeps all."""
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [
                selector for selector in _selectors(rule.prelude) if not unused.search(selector)
            ]
            content = _declarations(rule.content, used)
            if kept and content:
                yield f"{','.join(kept)}{{{content}}}"
        elif (
            rule.type == "at-rule"
            and rule.lower_at_keyword in ("media", "supports", "layer", "container")
            and rule.content is not None
        ):
            inner = "".join(
                _rules(
                    tinycss2.parse_rule_list(
                        rule.content, skip_comments=True, skip_whitespace=True
                    ),
                    used,
                    unused,
                )
            )
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type == "at-rule":
            yield tinycss2.serialize([rule])


def _declarations(content, used: set[str] | None) -> str:
    if used is None or "--md-" not in (text := tinycss2.serialize(content)):
        return tinycss2.serialize(content)
    made = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    return ";".join(
        item.serialize()
        for item in made
        if item.type != "declaration" or not item.name.startswith("--md-") or item.name in used
    )


def _selectors(prelude) -> list[str]:
    """The selectors of a rule, divided at its outermost commas."""
    parts, part = [], []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts, part = [*parts, part], []
        else:
            part.append(token)
    return [tinycss2.serialize(part).strip() for part in [*parts, part]]
