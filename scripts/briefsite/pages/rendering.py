"""Markdown from templates, with every data value escaped where it enters."""

import os
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
)
from markupsafe import Markup

from briefsite.model import addresses, dates, origins, tombstones, verdict_changes, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.korean import mark_korean
from briefsite.model.records import Brief
from briefsite.model.split_pages import few

COLOURS = 10
"""So many colours the style sheet has for briefs: as many as can be told apart by everyone."""
PLAIN = "brief-plain"
"""The class of a brief for which no colour is left; its marks show its name."""
TEMPLATES = Path(__file__).parent / "templates"
ACTIVE = re.compile(r"[&<>\\`*_{}\[\]|]|^[+#:-]")
LISTING = re.compile(r"^(\d+)([.)])")
DAY_OF_MONTH = re.compile(r"(?<=\d) (?=[A-Z])")
QUOTING = re.compile(r"[&<>\\`*_{}\[\]|\"']")


def escape(value: object) -> Markup:
    """A value as Markdown that shows it as it is: characters with a meaning become references.

    Character references, not backslashes: they hold in HTML attributes and tables too, and a
    contributed `[@key]` or `<script>` stays text for every later step. Korean is marked as such.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, (int, float)):
        return Markup(value)
    return Markup() if value is None else _escaped(str(value))


@lru_cache(maxsize=4096)
def _escaped(text: str) -> Markup:
    text = re.sub(r"\s+", " ", text)
    text = LISTING.sub(lambda match: f"{match[1]}&#{ord(match[2])};", ACTIVE.sub(_reference, text))
    return Markup(mark_korean(text))


def _reference(char: re.Match[str]) -> str:
    return f"&#{ord(char.group())};"


def attribute(value: object) -> Markup:
    """A value for an HTML attribute or a link's title: escaped, without markup for language."""
    return Markup(QUOTING.sub(_reference, " ".join(str(value).split())))


def address(value: str) -> Markup:
    """A web address for `<…>` in Markdown; addresses have been checked when the data was read."""
    return Markup(re.sub(r"[<>\"'\s]", "", value))


def _spoken(edtf: str) -> Markup:
    """A date in words, its day on one line with its month; no character of it has a meaning."""
    return Markup(DAY_OF_MONTH.sub("\N{NO-BREAK SPACE}", dates.spoken(edtf)))


def code(value: str) -> Markup:
    """A name for a code span, in which references would be shown as they are written."""
    return Markup(value.replace("`", ""))


_compiled: ContextVar[Path | None] = ContextVar("compiled templates", default=None)


@contextmanager
def compiled_in(folder: Path) -> Generator[None]:
    """Keep compiled templates in `folder` meanwhile: compiling takes a tenth of a small build."""
    token = _compiled.set(folder)
    try:
        yield
    finally:
        _compiled.reset(token)


def bytecode_cache(folder: Path | None) -> BytecodeCache | None:
    """A cache of compiled templates in `folder`, where it can be written.

    Jinja compares each with its source."""
    try:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            if os.access(folder, os.W_OK):
                return FileSystemBytecodeCache(str(folder))
    except OSError:
        pass
    return None


@lru_cache(maxsize=4)
def _environment(compiled: Path | None) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=True,
        bytecode_cache=bytecode_cache(compiled),
    )
    environment.filters |= {
        "attribute": attribute,
        "address": address,
        "spoken": _spoken,
        "machine": dates.machine,
        "code": code,
        "slug": addresses.slug,
    }
    names: dict[str, Any] = {
        "style": brief_style,
        "few": few,
        "addresses": addresses,
        "words": vocabulary,
        "tombstones": tombstones,
        "earlier": verdict_changes.earlier,
        "one_origin": origins.mark,
    }
    environment.globals.update(names)
    return environment


def brief_styles(corpus: Corpus) -> dict[str, str]:
    """The class of each brief by the prefix of its claims, in the order of the corpus."""
    return {brief.prefix: brief_style(corpus, brief) for brief in corpus.briefs}


def brief_style(corpus: Corpus, brief: Brief) -> str:
    """The class that gives a brief its colour wherever it stands: brief-1 for `color: 1`."""
    return f"brief-{brief.color}" if brief.color and brief.color <= COLOURS else PLAIN


def _safe(link: Callable[[str, str], str], path: str, target: str) -> Markup:
    return Markup(link(path, target))


def _edition_url(path: str, name: str, target: str = addresses.HOME, built: str = "") -> Markup:
    return attribute(addresses.edition_url(path, name, target, built))


def render(template: str, path: str, **values: object) -> str:
    """A template of templates/ as Markdown for the page at `path`.

    Templates get `to(target)`, the Markdown link from this page to another file of docs/,
    `url(target)`, the same for raw HTML, `file(target)`, the address of a file of the site,
    `edition_url(name, target, built)`, that of a page in an edition, and `here`, this page's own
    address below the site's root.
    """
    text = (
        _environment(_compiled.get())
        .get_template(template)
        .render(
            to=partial(_safe, addresses.between, path),
            url=partial(_safe, addresses.url, path),
            file=partial(_safe, addresses.file_url, path),
            edition_url=partial(_edition_url, path),
            path=path,
            here=addresses.web(path),
            **values,
        )
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
