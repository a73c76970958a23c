"""One strict run of MkDocs over a build's context; what it warns of ends the build."""

import logging
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config  # pyright: ignore[reportUnknownVariableType]
from mkdocs.exceptions import MkDocsException

from briefsite.engine import engine_choice, plugin
from briefsite.engine.build_context import BuildContext
from briefsite.engine.build_error import BuildError
from briefsite.engine.mkdocs_messages import problem
from briefsite.model.problems import Problem

_one_at_a_time = Lock()
"""MkDocs reads the process' environment, logs to one logger and keeps objects of some plugins."""


class Built(NamedTuple):
    """Each page's Markdown as MkDocs rendered it, by path below docs/, and what readers miss."""

    markdown: Mapping[str, str]
    notices: list[str]


def run(context: BuildContext, config_file: Path, site: Path, before: Path | None = None) -> Built:
    """Build the site of `context` into the folder `site`, configured by `config_file`; `before` is
    the site whose place it takes.

    Raises BuildError.
    """
    project = plugin.ProjectPlugin(context, before)
    with _one_at_a_time, _environment(context), _warnings() as warnings:
        try:
            config = load_config(
                str(config_file),
                site_dir=str(site),
                site_url=context.settings.site_url or None,
                strict=True,
            )
            config.plugins[plugin.NAME] = project
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except TemplateError as error:
            name = Path(getattr(error, "filename", None) or "overrides").name
            line = getattr(error, "lineno", None) or 1
            raise BuildError([Problem(name, line, f"a template is broken: {error}")]) from None
        except (MkDocsException, RuntimeError) as error:
            if not warnings:
                warnings.append(str(error))
    if project.problems:
        raise BuildError(sorted(project.problems))
    if warnings:
        raise BuildError(sorted({problem(warning, context, config_file) for warning in warnings}))
    project.rendered.keep()
    return Built(project.markdown, project.notices)


@contextmanager
def _environment(context: BuildContext) -> Generator[None]:
    """The variables that packages read, set for the length of a run."""
    values = {
        "SOURCE_DATE_EPOCH": str(context.build_time),  # MkDocs, for the sitemap
        "NO_MKDOCS_2_WARNING": "1",  # Material, when it is first imported
    }
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _warnings() -> Generator[list[str]]:
    """Collects what MkDocs and its plugins warn of, and keeps it from the terminal."""
    messages: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())
    loggers = [logging.getLogger(name) for name in engine_choice.LOGGERS]
    propagated = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.propagate = False
        logger.addHandler(handler)
    try:
        yield messages
    finally:
        for logger, propagate in zip(loggers, propagated, strict=True):
            logger.removeHandler(handler)
            logger.propagate = propagate
