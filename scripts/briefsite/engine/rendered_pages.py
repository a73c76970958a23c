"""Pages as Markdown made them, kept from one build to the next: a third of a build's time.

A page is taken from there when its Markdown, its path, the settings of Markdown, the files that
links can lead to, and the code that renders are what they were. Kept is all that MkDocs asks of a
rendered page: HTML, contents, title, and for its strict checks the anchors and the links to
anchors. What was kept by a build that warned is not used, for the next one must warn again.
"""

import contextlib
import hashlib
import json
import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

PACKAGES = (
    "Markdown",
    "pymdown-extensions",
    "mkdocs",
    "properdocs",
    "mkdocs-material",
    "materialx",
)
OWN_CODE = ("markdown_extension.py", "claim_marks.py", "element_text.py", Path(__file__).name)
FRESH = f".{os.getpid()}"
"""How the name of a page ends until its build is over."""


class RenderedPages:
    """The pages of one build, kept in `folder`, which may be deleted or damaged at any time."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._same = ""
        self._names: set[str] = set()

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Do what `Page.render` does, with Markdown or without."""
        if not self._same:
            self._begin(config, files)
        path = page.file.src_uri
        key = _digest(f"{self._same} {path}\n{page.markdown}")
        name = _digest(path)
        self._names.add(name)
        if kept := self._read(name, key):
            _restore(page, files, kept)
            return
        Page.render(page, config, files)
        self._write(name + FRESH, key, _rendered(page))

    def keep(self) -> None:
        """End a build without warnings: its pages serve the next, those of no page go."""
        files = sorted(self._folder.iterdir()) if self._folder.is_dir() else []
        for file in files:
            name = file.name.removesuffix(FRESH)
            with contextlib.suppress(OSError):
                if name not in self._names:
                    file.unlink()
                elif name != file.name:
                    file.replace(self._folder / name)

    def _begin(self, config: MkDocsConfig, files: Files) -> None:
        # the offline copy has other addresses, and pages of its own here
        self._folder /= "folders" if config.use_directory_urls else "files"
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        extensions = [_named(extension) for extension in config.markdown_extensions]
        self._same = _digest(
            "\n".join(
                (
                    sys.version,
                    *map(_version, PACKAGES),
                    *(Path(__file__).with_name(name).read_text("utf-8") for name in OWN_CODE),
                    json.dumps([extensions, config["mdx_configs"]], default=repr, sort_keys=True),
                    repr(config.validation),
                    *sorted(f"{file.src_uri} {file.url} {file.inclusion}" for file in files),
                )
            )
        )

    def _read(self, name: str, key: str) -> dict[str, Any]:
        """What was kept under this key, or nothing."""
        try:
            text = (self._folder / name).read_text("utf-8")
            found, check, kept = text.split("\n", 2)
            return json.loads(kept) if found == key and check == _digest(kept) else {}
        except (OSError, ValueError):
            return {}

    def _write(self, name: str, key: str, rendered: dict[str, Any]) -> None:
        kept = json.dumps(rendered, ensure_ascii=False)
        with contextlib.suppress(OSError, UnicodeError):
            (self._folder / name).write_text(f"{key}\n{_digest(kept)}\n{kept}", "utf-8", newline="")


def _rendered(page: Page) -> dict[str, Any]:
    return {
        "content": page.content,
        "contents": [entry(link) for link in page.toc],
        "title": page._title_from_render,  # pyright: ignore[reportPrivateUsage]
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": [(file.src_uri, to) for file, to in (page.links_to_anchors or {}).items()],
    }


def _restore(page: Page, files: Files, kept: dict[str, Any]) -> None:
    page.content = kept["content"]
    page.toc = get_toc(kept["contents"])
    page._title_from_render = kept["title"]  # pyright: ignore[reportPrivateUsage]
    page.present_anchor_ids = set(kept["anchors"])
    found = ((files.get_file_from_path(path), to) for path, to in kept["links"])
    page.links_to_anchors = {file: to for file, to in found if file}


def entry(link: AnchorLink) -> dict[str, Any]:
    """An entry of a page's contents, as Markdown's `toc` tells it."""
    children = [entry(child) for child in link.children]
    return {"name": link.title, "id": link.id, "level": link.level, "children": children}


def _named(extension: Any) -> Any:
    """An extension by its name, or by its class and settings."""
    if isinstance(extension, str):
        return extension
    return [type(extension).__qualname__, extension.getConfigs()]


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return ""


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
