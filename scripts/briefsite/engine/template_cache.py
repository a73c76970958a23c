"""Compiled templates, kept from build to build in .build/; whoever deletes it loses half a second."""

from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from briefsite.pages.rendering import keep_compiled

_kept: FileSystemBytecodeCache | None = None


def use(root: Path) -> None:
    """Keep compiled templates below `root` from now on. Jinja checks each against its source."""
    global _kept
    folder = root / ".build/templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    _kept = FileSystemBytecodeCache(str(folder))
    keep_compiled(_kept)


def apply(environment) -> None:
    """Let the theme's templates be kept too."""
    if _kept:
        environment.bytecode_cache = _kept
