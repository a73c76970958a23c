"""MkDocs' events of one build, each of which calls functions that know nothing of MkDocs."""

import json
import os
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, cast

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from briefsite.engine import (
    bibtex_adapter,
    html_sanitizer,
    minify,
    page_context,
    page_markdown,
    search_index,
    site_files,
    stylesheets,
    theme_patches,
)
from briefsite.engine.build_context import CACHE, BuildContext
from briefsite.engine.build_error import BuildError
from briefsite.engine.content_security_policy import Policy
from briefsite.engine.markdown_extension import ProjectExtension
from briefsite.exports import search_labels, search_records
from briefsite.load import code_spans
from briefsite.model.build_settings import BuildSettings
from briefsite.model.problems import Problem
from briefsite.pages import rendering

NAME = "briefsite"
AT = "\ue000"
"""Replaces @ inside code while mkdocs-bibtex looks for citations, which it would replace there."""


class ProjectConfig(Config):
    """The keys of `extra:` in mkdocs.yml that this plugin reads."""

    offline = config_options.Type(bool, default=False)
    """Whether the copy is built that opens from a file."""


class ProjectPlugin(BasePlugin[ProjectConfig]):
    """One build: its context, and what comes together while MkDocs runs."""

    def __init__(self, context: BuildContext):
        self.context = context
        self.markdown: dict[str, str] = {}
        """Each page's Markdown as MkDocs renders it, by path."""
        self.problems: list[Problem] = []
        """What hand-written pages hold that could run."""
        self._policy = Policy()
        self._search: search_index.Index | None = None
        self._search_filters: dict[str, dict[str, list[str]]] = {}

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set up Markdown and mkdocs-bibtex; before that plugin's own event."""
        extra = cast("MutableMapping[str, Any]", config.extra)
        options = {name: extra[name] for name in extra if name in ProjectConfig()}
        errors, _ = self.load_config(options, config.config_file_path)
        if errors:
            raise PluginError(f"extra: '{errors[0][0]}': {errors[0][1]}")
        extra["edition"] = self.context.settings.edition
        extensions: list[Any] = config.markdown_extensions  # MkDocs hands them on to Markdown
        extensions.append(ProjectExtension())
        bibtex_adapter.give_registry(config, self.context)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Start the search index, unless the theme's own search is on."""
        if theme_patches.SEARCH_PLUGIN in config.plugins:
            return
        self._search = search_index.Index()
        self._search_filters = {
            path: search_records.page_filters(self.context.corpus, page)
            for path, page in self.context.hand_written.items()
        }
        self._search.add(search_index.records(self.context))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, and the style sheet."""
        navigation = json.dumps(config["nav"])
        for page in self.context.generated.values():
            file = File.generated(config, page.path, content=page.markdown)
            if json.dumps(page.path) not in navigation:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        style = stylesheets.joined(Path(config.docs_dir), self.context.corpus)
        files.append(
            File.generated(
                config, stylesheets.TARGET, content=style, inclusion=InclusionLevel.INCLUDED
            )
        )
        return files

    @event_priority(100)
    def _before_citations(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        markdown = page_markdown.filled(self.context, page.file.src_uri)
        return code_spans.replaced(markdown, lambda code: code.replace("@", AT))

    @event_priority(-100)
    def _after_citations(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        path = page.file.src_uri
        self.markdown[path] = page_markdown.append_references(
            self.context, path, markdown.replace(AT, "@"), state_claims=self.config.offline
        )
        return self.markdown[path]

    on_page_markdown = CombinedEvent(_before_citations, _after_citations)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Look for what could run in the HTML of a hand-written page."""
        if written := self.context.hand_written.get(page.file.src_uri):
            self.problems += html_sanitizer.problems(written.path, written.text, html)
        return html

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Patch the theme's templates, mark their scripts and keep them compiled.

        Raises PluginError for pages that could run something.
        """
        if self.problems:
            raise PluginError("\n".join(map(str, sorted(self.problems))))
        assert env.loader
        env.bytecode_cache = rendering.bytecode_cache(self.context.template_cache)
        env.loader = theme_patches.PatchedLoader(env.loader)
        cast("dict[str, str]", env.globals)["own_script"] = self._policy.mark
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give templates how to cite a page, and the project's files that made it."""
        path = page.file.src_uri
        values = page_context.values(self.context, path, page.meta.get("description") or "")
        page.edit_url = next((link for _, link in values["sources"]), None)
        if page.meta.get("before") or page.meta.get("after"):
            page.previous_page = page.next_page = None  # the page shows neighbours of its own
        cast("dict[str, Any]", context).update(values, found_as=self._search_filters.get(path))
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Cut the blanks, give the page its policy, and add a hand-written one to the search.

        What stands on generated pages has records of its own.
        """
        output = minify.blanks(output)
        if self._search and page.file.src_uri in self._search_filters:
            self._search.add_page(page.url, output)
        return self._policy.apply(output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Give 404.html its policy."""
        return (
            self._policy.apply(output_content)
            if template_name.endswith(".html")
            else output_content
        )

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Slim the theme's style sheets; write the search index and the files beside the pages."""
        site = Path(config.site_dir)
        stylesheets.slim_theme(
            site,
            self.context.root / CACHE / "styles",
            theme_patches.unused_selectors(with_search=self._search is None),
        )
        if self._search:
            self._search.write(site, search_labels.labels(self.context.corpus))
        site_files.write(self.context, site)

    def on_build_error(self, *, error: Exception) -> None:
        """End the search's process with the build."""
        if self._search:
            self._search.close()


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Register a plugin for this build, unless the caller has.

    The hook's own event: MkDocs keeps a hook's module for the whole process, so that no state may
    live in it. Raises PluginError for a project with problems.
    """
    if NAME not in config.plugins:
        settings = BuildSettings.from_environment(os.environ)
        root = Path(config.config_file_path).parent
        try:
            config.plugins[NAME] = ProjectPlugin(BuildContext.begin(root, settings))
        except BuildError as error:
            raise PluginError(str(error)) from None
    return config
