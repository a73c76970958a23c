"""Damage met by the commands themselves, and builds that are killed."""

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from tools.fuzz import run

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests/small"
SEARCH = "pagefind/pagefind-entry.json"
CONFIG = """
hooks: [scripts/mkdocs_hooks.py]
theme: {name: material, custom_dir: overrides, language: en, font: false}
plugins:
- bibtex:
    bib_file: bibliography.bib
    csl_file: scripts/briefsite/citations/styles/chicago-author-date.csl
    bib_by_default: false
    enable_inline_citations: false
markdown_extensions:
- abbr
- attr_list
- md_in_html
- tables
- footnotes: {USE_DEFINITION_ORDER: false}
- toc: {toc_depth: 3}
validation:
  nav: {omitted_files: warn, not_found: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""


def project(folder: Path) -> Path:
    """The small project with what a whole site needs besides; its scripts are the real ones."""
    shutil.copytree(SMALL, folder)
    for name in ("scripts", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "docs/about").mkdir()
    (folder / "docs/about/method.md").write_text(
        "# Method\n\n## Relations { #relations }\n\nMade up.\n\n"
        "## Forecasts { #forecasts }\n\nMade up.\n",
        "utf-8",
    )
    (folder / "docs/about/coding.md").write_text("# Coding\n\n<!-- codings -->\n", "utf-8")
    for page in (folder / "docs/topics").glob("*.md"):
        page.write_text(
            page.read_text("utf-8") + "\n## Since { #since }\n\n<!-- since -->\n", "utf-8"
        )
    config = (
        (folder / "mkdocs.yml")
        .read_text("utf-8")
        .replace(
            "- Bibliography", "- About: about/method.md\n- Coding: about/coding.md\n- Bibliography"
        )
    )
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(CONFIG)
    return folder


def command(
    root: Path, *arguments: str, seconds: float | None = None
) -> subprocess.CompletedProcess:
    """Run build.py on a project, for at most so many seconds. Raises TimeoutExpired."""
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts/build.py"), "--root", str(root), *arguments],
        check=False,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=seconds,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONDONTWRITEBYTECODE": "1"},
    )


def sample(root: Path, count: int):
    """`count` damages spread over all files and kinds, as (name, path, content)."""
    every = [
        (name, path, content)
        for path in run.KINDS
        for name, content, _ in run.damages(path, (root / path).read_text("utf-8"), 1)
    ]
    return random.Random(run.SEED).sample(every, count)


def manifest(site: Path) -> dict[str, bytes]:
    """What a site holds; of the search index, whose tool varies, only that its entry is there."""
    files = {
        path.relative_to(site).as_posix(): path
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    return {
        name: b"" if name == SEARCH else path.read_bytes()
        for name, path in files.items()
        if name == SEARCH or not name.startswith(("search/", "pagefind/", "sitemap.xml.gz"))
    }


KILLER = """
import os, signal, sys
sys.path.append({scripts!r})
from pathlib import Path
from briefsite.publish import atomic_swap
count = 0
def dying(real):
    def act(*arguments, **named):
        global count
        count += 1
        if count == {step}:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **named)
    return act
for holder, name in ((os, "rename"), (os, "unlink"), (os, "rmdir"), (atomic_swap, "exchange")):
    setattr(holder, name, dying(getattr(holder, name)))
atomic_swap.swap(Path({fresh!r}), Path({site!r}))
"""


def killed_after(root: Path, seconds: float) -> None:
    """Start a build and kill it, and pandoc with it, after so many seconds."""
    started = subprocess.Popen(
        [sys.executable, str(ROOT / "scripts/build.py"), "--root", str(root), "site"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000"},
    )
    try:
        started.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()


def killed_at(root: Path, fresh: Path, step: int) -> bool:
    """Put `fresh` in the place of the site and die at that step of those that rename or delete.

    False when there are fewer."""
    code = KILLER.format(
        scripts=str(ROOT / "scripts"), fresh=str(fresh), site=str(root / "site"), step=step
    )
    return (
        subprocess.run(
            [sys.executable, "-c", code], stderr=subprocess.DEVNULL, check=False
        ).returncode
        == -signal.SIGKILL
    )
