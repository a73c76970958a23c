"""Markdown from templates, with every data value escaped where it enters."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
)
from markupsafe import Markup

from briefsite.model import addresses, dates, vocabulary
from briefsite.pages import brief_styles

TEMPLATES = Path(__file__).parent / "templates"
ACTIVE = re.compile(r"[&<>\\`*_{}\[\]|]|^[+#:-]")
LISTING = re.compile(r"^(\d+)([.)])")
QUOTING = re.compile(r"[&<>\\`*_{}\[\]|\"']")
KOREAN = re.compile(
    r"[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]+(?:[ ·,]+[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]+)*"
)


def escape(value) -> Markup:
    """A value as Markdown that shows it as it is: characters with a meaning become references.

    Character references, not backslashes: they hold in HTML attributes and tables too, and a
    contributed `[@key]` or `<script>` stays text for every later step. Korean is marked as such.
    """
    if isinstance(value, Markup) or value is None:
        return value or Markup()
    if isinstance(value, (int, float)):
        return Markup(value)
    return _escaped(str(value))


@lru_cache(maxsize=4096)
def _escaped(text: str) -> Markup:
    text = re.sub(r"\s+", " ", text)
    text = LISTING.sub(lambda found: found[1] + _reference(found[2]), ACTIVE.sub(_reference, text))
    return Markup(KOREAN.sub(lambda found: f'<span lang="ko">{found.group()}</span>', text))


def _reference(char) -> str:
    return f"&#{ord(char if isinstance(char, str) else char.group())};"


def attribute(value) -> Markup:
    """A value for an HTML attribute or a link's title: escaped, without markup for language."""
    return Markup(QUOTING.sub(_reference, " ".join(str(value).split())))


def address(value: str) -> Markup:
    """A web address for `<…>` in Markdown; addresses have been checked when the data was read."""
    return Markup(re.sub(r"[<>\"'\s]", "", value))


def code(value: str) -> Markup:
    """A name for a code span, in which references would be shown as they are written."""
    return Markup(value.replace("`", ""))


_compiled: ContextVar[Path | None] = ContextVar("compiled templates", default=None)


@contextmanager
def compiled_in(folder: Path) -> Iterator[None]:
    """Keep compiled templates in `folder` meanwhile; compiling them takes a tenth of a small build."""
    token = _compiled.set(folder)
    try:
        yield
    finally:
        _compiled.reset(token)


def bytecode_cache(folder: Path | None) -> BytecodeCache | None:
    """A cache of compiled templates in `folder`, where it can be written; Jinja compares each with its source."""
    try:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
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
        "spoken": dates.spoken,
        "machine": dates.machine,
        "code": code,
    }
    environment.globals |= {
        "style": brief_styles.style,
        "addresses": addresses,
        "words": vocabulary,
    }
    return environment


def render(template: str, path: str, **values) -> str:
    """A template of templates/ as Markdown for the page at `path`.

    Templates get `to(target)`, the Markdown link from this page to another file of docs/,
    `url(target)`, the same for raw HTML, `file(target)`, the address of a file of the site, and `here`,
    this page's own address below the site's root.
    """
    text = (
        _environment(_compiled.get())
        .get_template(template)
        .render(
            to=lambda target: Markup(addresses.between(path, target)),
            url=lambda target: Markup(addresses.url(path, target)),
            file=lambda target: Markup(addresses.file_url(path, target)),
            path=path,
            here=addresses.web(path),
            **values,
        )
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
