"""mkdocs.yml: that it can be read, and that its nav and the pages are the same."""

import yaml

from briefsite.load.yaml_lines import Loader, parse
from briefsite.model.problems import Problem, nearest

NAME = "mkdocs.yml"
KEYS = (
    "site_name",
    "site_url",
    "site_description",
    "site_author",
    "site_dir",
    "docs_dir",
    "repo_url",
    "repo_name",
    "edit_uri",
    "edit_uri_template",
    "copyright",
    "nav",
    "theme",
    "plugins",
    "hooks",
    "markdown_extensions",
    "extra",
    "extra_css",
    "extra_javascript",
    "extra_templates",
    "validation",
    "strict",
    "use_directory_urls",
    "exclude_docs",
    "draft_docs",
    "not_in_nav",
    "dev_addr",
    "watch",
    "remote_branch",
    "remote_name",
    "INHERIT",
)
LEAVING_OUT = ("exclude_docs", "draft_docs", "not_in_nav")


def problems(site, text: str) -> list[Problem]:
    """What is wrong with the text of mkdocs.yml; `site` knows which pages there will be (checking.links.Site)."""
    value, faults = parse(text, NAME)
    if faults or not isinstance(value, dict):
        return faults or [Problem(NAME, 1, "this file must hold keys and values")]
    lines = dict(value.mark.keys)
    faults = [
        Problem(NAME, lines[key], f"unknown setting '{key}'", nearest(key, KEYS))
        for key in value
        if key not in KEYS
    ]
    nodes = {key.value: node for key, node in yaml.compose(text, Loader).value}
    if "nav" not in nodes:
        return [
            *faults,
            Problem(
                NAME,
                1,
                "the setting 'nav' is missing",
                "every hand-written page is listed below it",
            ),
        ]
    listed: dict[str, int] = {}
    faults += _entries(nodes["nav"], site, listed)
    if not any(value.get(key) for key in LEAVING_OUT):
        faults += [
            Problem(
                NAME,
                lines["nav"],
                f"docs/{path} is not in the nav",
                f"add it below 'nav', where readers look for it: - {path}",
            )
            for path in sorted(site.written.keys() - listed.keys())
        ]
    return faults


def _entries(node, site, listed: dict[str, int]):
    """Problems of one level of the nav, and of those below it; fills `listed` with path and line."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item, site, listed)
    elif isinstance(node, yaml.MappingNode):
        if len(node.value) != 1:
            yield Problem(
                NAME,
                line,
                "an entry of the nav has one title",
                "begin each entry with a hyphen of its own",
            )
        for _, item in node.value:
            yield from _entries(item, site, listed)
    elif not node.value:
        yield Problem(
            NAME,
            line,
            "an entry of the nav is empty",
            "write the page's path below docs/: topics/russia.md",
        )
    elif "://" not in node.value:
        if node.value in listed:
            yield Problem(
                NAME,
                line,
                f"'{node.value}' stands in the nav twice",
                f"the first is on line {listed[node.value]}",
            )
        elif not site.holds(node.value):
            yield Problem(
                NAME,
                line,
                f"the nav lists '{node.value}', and there is no such page",
                nearest(node.value, sorted(site.paths)),
            )
        listed.setdefault(node.value, line)
