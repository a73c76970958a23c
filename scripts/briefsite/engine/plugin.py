"""MkDocs' events of one build: they hand it the pages, and what it renders to Finishing.

Each calls functions that know nothing of MkDocs; nothing that a reader sees is made here.
"""

import json
import logging
import os
from collections.abc import MutableMapping
from functools import partial
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
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from briefsite.engine import (
    bibtex_adapter,
    html_sanitizer,
    page_context,
    page_markdown,
    stylesheets,
    theme_internals,
    waiting_page,
)
from briefsite.engine.build_context import CACHE, BuildContext
from briefsite.engine.build_error import BuildError
from briefsite.engine.finishing import Finishing
from briefsite.engine.markdown_extension import ProjectExtension
from briefsite.engine.page_texts import PageTexts
from briefsite.engine.rendered_pages import RenderedPages
from briefsite.model.build_settings import BuildSettings
from briefsite.model.problems import Problem
from briefsite.pages import rendering

NAME = "briefsite"
LOGGER = logging.getLogger("mkdocs.plugins.briefsite")


class ProjectConfig(Config):
    """The keys of `extra:` in mkdocs.yml that this plugin reads."""

    offline = config_options.Type(bool, default=False)
    """Whether the copy is built that opens from a file."""


class ProjectPlugin(BasePlugin[ProjectConfig]):
    """One build: its context, and what comes together while MkDocs runs."""

    def __init__(self, context: BuildContext, before: Path | None = None):
        """`before` is the site whose place the new one takes."""
        self.context = context
        self._before = before
        self.markdown = PageTexts(len(context.paths))
        """Each page's Markdown as MkDocs renders it, by path."""
        self._html = PageTexts(len(context.paths))
        """Each page's contents and content, until its template asks for them."""
        self.problems: list[Problem] = []
        """What hand-written pages hold that could run."""
        self.notices: list[str] = []
        """What readers miss because the theme has changed, a line each."""
        self.rendered = RenderedPages(context.root / CACHE / "pages")
        self._searched = True
        self._finishing: Finishing | None = None

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
        extensions.append(ProjectExtension(briefs=rendering.brief_styles(self.context.corpus)))
        bibtex_adapter.give_registry(config, self.context)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Start the search index, unless the theme's own search is on.

        Raises PluginError when validity or safety rest on what the theme no longer has.
        """
        try:
            self.notices += theme_internals.changes()
        except theme_internals.ThemeChangedError as error:
            raise PluginError(str(error)) from None
        self._searched = theme_internals.SEARCH_PLUGIN not in config.plugins
        self._finishing = Finishing(
            self.context, theme_internals.THEME, self._searched, self._before
        )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, and the style sheet."""
        navigation = json.dumps(config["nav"])
        for page in self.context.generated.values():
            file = File.generated(config, page.path, content="")  # read from the context
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

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Hand over a generated page; None for a file, which MkDocs reads."""
        made = self.context.generated.get(page.file.src_uri)
        return made.markdown if made else None

    @event_priority(100)
    def _before_citations(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        path = page.file.src_uri
        filled = page_markdown.filled(self.context, path)
        resolved = page_markdown.resolved(self.context, filled)
        appended = page_markdown.references(self.context, path, resolved, self.config.offline)
        return bibtex_adapter.masked(filled, appended)

    @event_priority(-100)
    def _after_citations(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        self.markdown[page.file.src_uri] = markdown = bibtex_adapter.unmasked(markdown)
        vars(page)["render"] = partial(self.rendered.render, page)
        return markdown

    on_page_markdown = CombinedEvent(_before_citations, _after_citations)

    def _sanitize(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Look for what could run in the HTML of a hand-written page."""
        if written := self.context.hand_written.get(page.file.src_uri):
            self.problems += html_sanitizer.problems(written.path, written.text, html)
        return html

    @event_priority(-100)
    def _put_away(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Of many pages, put by what waits for the templates; after every other plugin."""
        if not self._html.packs:
            return html
        self._html[page.file.src_uri] = waiting_page.put_away(page, html)
        return ""

    on_page_content = CombinedEvent(_sanitize, _put_away)

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Patch the theme's templates and keep them compiled; check links to anchors as soon as all
        pages are rendered, since what is known of them takes much memory.

        Raises PluginError for pages that could run something.
        """
        if self.problems:
            raise PluginError("\n".join(map(str, sorted(self.problems))))
        assert env.loader
        env.bytecode_cache = rendering.bytecode_cache(self.context.template_cache)
        env.loader = theme_internals.PatchedLoader(env.loader)
        env.auto_reload = False  # a page includes fifty templates, none of which changes meanwhile
        pages = [file.page for file in files.documentation_pages() if file.page]
        for page in pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        for page in pages:
            page.links_to_anchors = page.present_anchor_ids = None
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give templates the rest of the page's front matter, which had to wait for pandoc."""
        description = page.meta.get("description") or ""
        path = page.file.src_uri
        if path in self._html:
            waiting_page.take_back(page, self._html.pop(path))
        page.meta.update(page_context.front_matter(self.context, path, description, self._searched))
        if page.meta.get("before") or page.meta.get("after"):
            page.previous_page = page.next_page = None  # the page shows neighbours of its own
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Finish a page."""
        assert self._finishing
        if self._html.packs:
            page.content, page.toc = "", get_toc([])
            page.meta.pop("cite", None)
        return self._finishing.page(output, page.file.src_uri)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Finish 404.html."""
        assert self._finishing
        return (
            self._finishing.page(output_content)
            if template_name.endswith(".html")
            else output_content
        )

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the site, and tell whoever runs `mkdocs build` what its readers miss."""
        assert self._finishing
        self.notices += self._finishing.site(Path(config.site_dir))
        for notice in self.notices:
            LOGGER.info(notice)

    def on_build_error(self, *, error: Exception) -> None:
        """End the search's process with the build."""
        if self._finishing:
            self._finishing.close()


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
