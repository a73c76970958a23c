"""mkdocs.yml: that it can be read, and that its nav and the pages are the same.

A strict build of MkDocs checks nav and links too, but takes seconds and names no line. These rules
tell path, line and nearest answer, and are quick enough for `make check`.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from briefsite.load.yaml_lines import Loader, Located, parse
from briefsite.model.problems import Problem, nearest
from briefsite.rules.link_rules import LinkTargets

NAME = "mkdocs.yml"
KEYS = frozenset(
    """
    site_name site_url site_description site_author site_dir docs_dir repo_url repo_name
    edit_uri edit_uri_template copyright nav theme plugins hooks markdown_extensions extra
    extra_css extra_javascript extra_templates validation strict use_directory_urls
    exclude_docs draft_docs not_in_nav dev_addr watch remote_branch remote_name INHERIT
    """.split()
)
LEAVING_OUT = ("exclude_docs", "draft_docs", "not_in_nav")


def nav_lists_every_page(targets: LinkTargets, text: str) -> Iterator[Problem]:
    """The `nav` of mkdocs.yml lists every hand-written page, once, and its settings are known."""
    value, faults = parse(text, NAME)
    if faults or not isinstance(value, Located):
        yield from faults or [Problem(NAME, 1, "this file must hold keys and values")]
        return
    lines = dict(value.mark.keys)
    for key in value.keys() - KEYS:
        yield Problem(NAME, lines[key], f"unknown setting '{key}'", nearest(key, KEYS))
    if "nav" not in value:
        hint = "every hand-written page is listed below it"
        yield Problem(NAME, 1, "the setting 'nav' is missing", hint)
        return
    listed: dict[str, int] = {}
    for entry in _entries(_nav(text)):
        if isinstance(entry, Problem):
            yield entry
            continue
        line, page = entry
        if page in listed:
            first = f"the first is on line {listed[page]}"
            yield Problem(NAME, line, f"'{page}' is in the nav twice", first)
        elif not targets.exists(page):
            message = f"the nav lists '{page}', and there is no such page"
            yield Problem(NAME, line, message, nearest(page, sorted(targets.paths)))
        listed.setdefault(page, line)
    if not any(value.get(key) for key in LEAVING_OUT):
        for path in sorted(targets.written.keys() - listed.keys()):
            hint = f"add it below 'nav', where readers look for it: - {path}"
            yield Problem(NAME, lines["nav"], f"docs/{path} is not in the nav", hint)


def _nav(text: str) -> yaml.Node:
    """The value of `nav` as a node, which knows the line of every entry."""
    root: Any = yaml.compose(text, Loader)
    return next(value for key, value in root.value if key.value == "nav")


def _entries(node: Any) -> Iterator[tuple[int, str] | Problem]:
    """(line, page) of each entry below a node of the nav, without links to other sites."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, yaml.MappingNode):
        if len(node.value) != 1:
            hint = "begin each entry with a hyphen of its own"
            yield Problem(NAME, line, "an entry of the nav has one title", hint)
        for _, item in node.value:
            yield from _entries(item)
    elif not node.value:
        hint = "write the page's path below docs/: topics/russia.md"
        yield Problem(NAME, line, "an entry of the nav is empty", hint)
    elif "://" not in node.value:
        yield line, node.value
