"""A whole site, built beside the old one and put in its place by renaming."""

import contextlib
import logging
import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from briefsite.engine import lazy_import

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
lazy_import.put_off(
    "requests"
)  # mkdocs-bibtex would download a bibliography with it; ours lies here

from jinja2 import TemplateError  # noqa: E402
from mkdocs.commands.build import build as mkdocs_build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.exceptions import MkDocsException  # noqa: E402

from briefsite.engine import build_context, template_cache
from briefsite.model.problems import Problem  # noqa: E402
from briefsite.publish import atomic_swap as swapping  # noqa: E402
from briefsite.publish import editions  # noqa: E402

LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains .*?'(?P<link>[^']+)'(?P<rest>.*)", re.S)


@dataclass(frozen=True)
class Made:
    """What a build made, for its last line."""

    claims: int
    questions: int
    events: int
    pages: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.claims} claims, {self.questions} questions, {self.events} events, "
            f"{self.pages} pages in {self.seconds:.1f} seconds"
        )


def build(
    root: Path,
    site: Path,
    config_file: Path | None = None,
    with_editions: bool = False,
    copy: Path | None = None,
) -> Made:
    """Build the project at `root` strictly into `site`. Raises session.Faulty; then `site` is as before.

    `with_editions` builds every recorded edition below it and compares its sum; without it, editions
    that the old site holds are taken over as they are. `copy` is the zip of an offline copy, which the
    site then offers.
    """
    started = time.perf_counter()
    _refuse(root, site)
    repair(site)
    os.environ.setdefault("SOURCE_DATE_EPOCH", _last_commit(root))
    template_cache.use(root)
    current = build_context.begin(root, copy)
    fresh = _beside(site, f"next-{os.getpid()}")
    try:
        _run_mkdocs(config_file or root / "mkdocs.yml", fresh, root)
        pages = sum(1 for _ in fresh.rglob("*.html"))
        if copy:
            shutil.copyfile(copy, fresh / copy.name)
        _editions(root, current.corpus.editions, site, fresh, with_editions)
        swap(fresh, site)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    corpus = current.corpus
    return Made(
        len(corpus.claim),
        len(corpus.questions),
        len(corpus.events),
        pages,
        time.perf_counter() - started,
    )


def _refuse(root: Path, site: Path) -> None:
    """Raise Faulty for a place that holds something else than a site: it would be swapped away."""
    root, site = root.resolve(), site.resolve()
    if site == root or site in root.parents:
        raise build_context.Faulty(
            [
                Problem(
                    str(site),
                    1,
                    "the site can't go where the project is",
                    "name a folder of its own: --to site",
                )
            ]
        )
    if site.is_dir() and any(site.iterdir()) and not (site / "index.html").is_file():
        raise build_context.Faulty(
            [
                Problem(
                    site.name,
                    1,
                    "this folder holds something else than a site",
                    "name another, or empty it first",
                )
            ]
        )


def _editions(root: Path, recorded, site: Path, fresh: Path, anew: bool) -> None:
    if anew:
        try:
            editions.publish(root, recorded, fresh)
        except editions.Broken as broken:
            raise build_context.Faulty([Problem("data/editions.yml", 1, str(broken))]) from None
        return
    for edition in recorded:
        if (site / "e" / edition.name).is_dir():
            shutil.copytree(site / "e" / edition.name, fresh / "e" / edition.name)


def swap(fresh: Path, site: Path) -> None:
    """Put the fresh site in the place of the old one, in one step where the system can; else by two
    renames, between which no site stands, and which `repair` finishes. The old one goes last."""
    if site.exists() and swapping.exchange(fresh, site):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    old = _beside(site, "old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def repair(site: Path) -> None:
    """Finish a swap that was cut in two: the old site comes back where none stands."""
    old = _beside(site, "old")
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    for left in site.parent.glob(f".{site.name}-next-*"):
        if not _alive(left.name.rpartition("-")[2]):
            shutil.rmtree(left, ignore_errors=True)


def _beside(site: Path, name: str) -> Path:
    return site.parent / f".{site.name}-{name}"


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True


def _last_commit(root: Path) -> str:
    """The time of the last commit, so that the same commit gives the same bytes; without Git, 1980."""
    with contextlib.suppress(OSError):
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True
        )
        if asked.stdout.strip().isdigit():
            return asked.stdout.strip()
    return "315532800"


class _Warnings(logging.Handler):
    """Collects what MkDocs and its plugins complain of."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record):
        self.messages.append(record.getMessage())


def _run_mkdocs(config_file: Path, fresh: Path, root: Path) -> None:
    heard = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    logger.propagate = False
    failure = ""
    try:
        config = load_config(str(config_file), site_dir=str(fresh), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        failure = str(error)
    except TemplateError as error:
        place = getattr(error, "filename", None) or "overrides"
        raise build_context.Faulty(
            [
                Problem(
                    Path(place).name if place != "overrides" else place,
                    getattr(error, "lineno", None) or 1,
                    f"a template is broken: {error}",
                )
            ]
        ) from None
    except RuntimeError as error:
        failure = str(error)
    finally:
        logger.removeHandler(heard)
    if heard.messages or failure:
        said = heard.messages or [failure]
        name = (
            config_file.relative_to(root).as_posix()
            if config_file.is_relative_to(root)
            else config_file.name
        )
        raise build_context.Faulty(sorted({_problem(message, root, name) for message in said}))


def _line_of(message: str, root: Path, config_name: str) -> int:
    """The line of mkdocs.yml that a message of MkDocs is about: that of a setting or entry it names, else the first."""
    try:
        lines = (root / config_name).read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return 1
    for name in re.findall(r"'([^'\n]+)'", message):
        pattern = re.compile(rf"(?:^|[\s\[{{,:-]){re.escape(name)}(?:$|[\s\]}},:])")
        for number, line in enumerate(lines, 1):
            if pattern.search(line):
                return number
    return 1


def _problem(message: str, root: Path, config_name: str) -> Problem:
    """A message of MkDocs as a Problem, with the line where the offending link stands."""
    found = LINK.match(message)
    if not found:
        return Problem(config_name, _line_of(message, root, config_name), " ".join(message.split()))
    path = f"docs/{found['file']}"
    line, target = 1, found["link"]
    if (root / path).is_file():
        text = (root / path).read_text("utf-8")
        line = text.count("\n", 0, max(text.find(f"]({target}"), 0)) + 1
    else:
        made = build_context.current().generated.get(found["file"])
        path = made.source if made else path
    rest = " ".join(found["rest"].split()).lstrip(", ").rstrip(".")
    return Problem(path, line, f"dead link '{target}': {rest}" if rest else f"dead link '{target}'")
