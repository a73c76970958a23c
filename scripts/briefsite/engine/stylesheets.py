"""Style sheets: ours joined into one, the theme's without what this site has none of.

The theme's own styles are a quarter of a page's first load, and more than half of them are for
parts that no page here has: tabbed blocks, annotations, a blog, a version selector.
"""

import contextlib
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import tinycss2
from tinycss2.ast import Node

from briefsite.model.corpus import Corpus
from briefsite.pages import brief_stylesheet

TARGET = "assets/site.css"
SOURCES = "assets/styles"
USED = re.compile(r"var\((--md-[a-z0-9-]+)")


def joined(docs: Path, corpus: Corpus) -> str:
    """Our style sheet: the files of docs/assets/styles in order, and rules made from the data."""
    sources = [path.read_text("utf-8") for path in sorted((docs / SOURCES).glob("*.css"))]
    return smaller("\n".join([*sources, brief_stylesheet.css(corpus)]))


def smaller(css: str) -> str:
    """The same sheet without comments and spare blanks; two lines, not worth a dependency."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", css)).replace(";}", "}").strip()


def slim_theme(site: Path, cache: Path, unused: re.Pattern[str]) -> None:
    """Rewrite the theme's style sheets in a built site without what is `unused`.

    Each result is kept in the folder `cache` by a sum over everything it depends on.
    """
    code = Path(__file__).read_text("utf-8")
    ours = (site / TARGET).read_text("utf-8") if (site / TARGET).exists() else ""
    for path in (site / "assets/stylesheets").glob("*.css"):
        text = path.read_text("utf-8")
        key = hashlib.sha256("\0".join((code, unused.pattern, ours, text)).encode()).hexdigest()
        cached = cache / f"{key[:16]}.css"
        if cached.is_file():
            slim = cached.read_text("utf-8")
        else:
            slim = without_unused(text, unused, ours)
            with contextlib.suppress(OSError):
                cache.mkdir(parents=True, exist_ok=True)
                cached.write_text(slim, "utf-8")
        path.write_text(slim, "utf-8", newline="")


def without_unused(css: str, unused: re.Pattern[str], others: str = "") -> str:
    """A style sheet without rules whose every selector is `unused`, and without the theme's custom
    properties that neither it nor `others` uses then. What it asks of a script that tells the
    focus of the keyboard, every browser knows by now."""
    css = css.replace(".focus-visible", ":focus-visible")
    slim = "".join(_rules(_parsed(css), None, unused))
    return "".join(_rules(_parsed(slim), {*USED.findall(slim), *USED.findall(others)}, unused))


def _parsed(css: str) -> list[Node]:
    return tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)


def _rules(rules: Iterable[Node], used: set[str] | None, unused: re.Pattern[str]) -> Iterator[str]:
    """The text of each rule that stays; `used` are the properties to keep, None keeps all."""
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [
                selector for selector in _selectors(rule.prelude) if not unused.search(selector)
            ]
            content = _declarations(rule.content or [], used)
            if kept and content:
                yield f"{','.join(kept)}{{{content}}}"
        elif (
            rule.type == "at-rule"
            and rule.lower_at_keyword in ("media", "supports", "layer", "container")
            and rule.content is not None
        ):
            nested = tinycss2.parse_rule_list(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            if inner := "".join(_rules(nested, used, unused)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type == "at-rule":
            yield tinycss2.serialize([rule])


def _declarations(content: list[Node], used: set[str] | None) -> str:
    if used is None or "--md-" not in (text := tinycss2.serialize(content)):
        return tinycss2.serialize(content)
    items = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    return ";".join(
        item.serialize()
        for item in items
        if item.type != "declaration" or not item.name.startswith("--md-") or item.name in used
    )


def _selectors(prelude: list[Node]) -> list[str]:
    """The selectors of a rule, divided at its outermost commas."""
    parts: list[list[Node]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]
