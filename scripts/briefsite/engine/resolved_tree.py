"""The first half of a build: the site as plain Markdown and assets, which any engine can render.

Everything a reader sees is in it: pages with markers filled, claims defined, citations resolved;
front matter with what the templates show besides; our templates; one style sheet; and mkdocs.yml
with the navigation as data, no hooks and no plugins. Markdown is Python-Markdown's, with the
extensions listed there.
"""

import json
import posixpath
import re
import shutil
from html import escape
from pathlib import Path
from typing import Any

import yaml

from briefsite.engine import page_context, page_markdown, stylesheets
from briefsite.engine.build_context import BuildContext
from briefsite.engine.build_error import BuildError
from briefsite.load.code_spans import FRONT
from briefsite.model import addresses
from briefsite.model.problems import Problem
from briefsite.pages import rendering

CONFIG = "mkdocs.yml"
MARK = "# Written by build.py tree, which replaces it: nothing here is to be edited."
ENGINES = MKDOCS, ZENSICAL = "mkdocs", "zensical"
"""What a tree can be for: MkDocs and its forks, or Zensical, which differs in two things."""
EXTENSION = "briefsite.engine.markdown_extension:ProjectExtension"
"""Ours of Python-Markdown; an engine finds it with PYTHONPATH=scripts."""
LEFT_OUT = ("hooks", "plugins", "exclude_docs", "strict")
"""Settings that have no meaning for a tree without hooks, or stand in its place."""
HTML_LINK = re.compile(r'(<a\b[^<>]*?\shref=")(?![a-z]+:|[/#?"])([^"#?]*)')
"""A relative link in HTML: what stands before its path, and the path."""


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without calling anything: `!ENV [NAME, value]` is the value."""


def _plain(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)[-1]
    return str(node.value) if isinstance(node, yaml.ScalarNode) else None


for _tags in ("!", "tag:yaml.org,2002:python/"):
    _Loader.add_multi_constructor(_tags, _plain)  # pyright: ignore[reportUnknownMemberType]


def write(context: BuildContext, folder: Path, engine: str = MKDOCS) -> int:
    """Write the tree of `context` into `folder`; returns its number of pages.

    Links in HTML are relative to the page's address, since MkDocs leaves them as they are; for the
    `engine` ZENSICAL, which converts them like those in Markdown, to the page's source.
    Raises BuildError for a folder that holds something else than such a tree.
    """
    if folder.exists() and not _may_be_replaced(folder):
        message = "this folder does not hold a resolved tree"
        raise BuildError([Problem(str(folder), 1, message, "name another, or empty it first")])
    for name in ("docs", "overrides"):
        shutil.rmtree(folder / name, ignore_errors=True)
    shutil.copytree(
        context.root / "docs",
        folder / "docs",
        ignore=lambda path, names: [
            name
            for name in names
            if name.endswith(".md") or Path(path, name) == context.root / "docs/assets/styles"
        ],
    )
    shutil.copytree(context.root / "overrides", folder / "overrides")
    for path in context.paths:
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        text = page(context, path)
        text = from_source(path, text) if engine == ZENSICAL else text
        target.write_text(text, "utf-8", newline="")
    sheet = stylesheets.joined(context.root / "docs", context.corpus)
    (folder / "docs" / stylesheets.TARGET).write_text(sheet, "utf-8", newline="")
    settings = json.dumps(configuration(context, engine), ensure_ascii=False, indent=1)
    (folder / CONFIG).write_text(f"{MARK}\n{settings}\n", "utf-8", newline="")
    return len(context.paths)


def _may_be_replaced(folder: Path) -> bool:
    """Whether a folder is empty, or holds a tree that was written before."""
    config = folder / CONFIG
    if not folder.is_dir():
        return False
    return not any(folder.iterdir()) or (
        config.is_file() and config.read_text("utf-8").startswith(MARK)
    )


def page(context: BuildContext, path: str) -> str:
    """The page at `path` below docs/ as a file of the tree: front matter, then its Markdown."""
    front, body = _front(context, path), markdown(context, path)
    lines = (f"{name}: {json.dumps(front[name], ensure_ascii=False)}\n" for name in front)
    return f"---\n{''.join(lines)}---\n\n{body}"


def markdown(context: BuildContext, path: str) -> str:
    """The page's Markdown, citations resolved, with all it refers to."""
    resolved = page_markdown.resolved(context, page_markdown.filled(context, path))
    return resolved + page_markdown.references(context, path, resolved)


def from_source(path: str, text: str) -> str:
    """The Markdown of the page at `path`, its HTML's links relative to that file."""
    here, folder = f"/{addresses.web(path)}", f"/{posixpath.dirname(path)}"

    def link(match: re.Match[str]) -> str:
        target = posixpath.relpath(posixpath.join(here, match[2]), folder)
        return match[1] + target + "/" * match[2].endswith("/")

    return HTML_LINK.sub(link, text)


def _front(context: BuildContext, path: str) -> dict[str, Any]:
    """The page's own front matter and what templates show besides; values are JSON's."""
    written = context.hand_written.get(path)
    text = written.text if written else context.generated[path].markdown
    found = FRONT.match(text)
    own = yaml.safe_load(found.group().strip().strip("-.")) if found else None
    front: dict[str, Any] = dict(own or {})
    front |= page_context.front_matter(context, path, front.get("description") or "")
    if front.get("before") or front.get("after"):
        # the page shows neighbours of its own, so the theme shows none
        front["hide"] = [*front.get("hide", []), "footer"]
    for name in ("title", "description"):  # which themes take for markup
        front[name] = escape(front.get(name) or "")
    return {name: value for name, value in front.items() if value}


def configuration(context: BuildContext, engine: str = MKDOCS) -> dict[str, Any]:
    """The settings of mkdocs.yml for the tree, in what JSON, and thus YAML, can hold."""
    text = (context.root / CONFIG).read_text("utf-8")  # which the rules have checked
    settings: dict[str, Any] = yaml.load(text, _Loader)
    navigation = json.dumps(settings["nav"])
    return {name: value for name, value in settings.items() if name not in LEFT_OUT} | {
        "site_url": context.citations.project.address,
        "extra": (settings.get("extra") or {}) | {"edition": context.settings.edition},
        # Zensical's name of Material's looks
        "theme": (settings.get("theme") or {}) | {"variant": "classic"},
        "markdown_extensions": [
            *(settings.get("markdown_extensions") or ()),
            {EXTENSION: {"briefs": rendering.brief_styles(context.corpus)}},
        ],
        # Zensical's own search is on unless it is told not to be
        "plugins": {"search": {"enabled": False}} if engine == ZENSICAL else [],
        "not_in_nav": "\n".join(
            f"/{path}" for path in context.generated if json.dumps(path) not in navigation
        ),
    }
