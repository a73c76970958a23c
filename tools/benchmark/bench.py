"""The figures of `make bench`: ratios within one run, for machines differ and are noisy."""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from tools.benchmark import page_weight, reader_figures
from tools.example_project import project_files

PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "pymdown-extensions",
    "mkdocs-bibtex",
    "pypandoc-binary",
    "pydantic",
    "pagefind",
)
ROOT = Path(__file__).resolve().parents[2]
BRIEFS = 2
"""Briefs to a subject: as in the real corpus, so that pages become more and not longer."""


def run(root: Path, times: int, sizes: list[int], say=print) -> None:
    """Measure and print. `times` pairs for the comparison, `sizes` for the growth."""
    say(
        f"machine: {platform.machine()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"
    )
    say(
        f"python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    )
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        place = Path(folder)
        _against_plain(root, place, times, say)
        reader_figures.growth(_growth(root, place, sizes, say), say)
        reader_figures.weights(place / "site-ours", say)
        reader_figures.scores(
            lambda kind, site: _once(kind, root if kind == "ours" else place / "plain", site),
            place / "plain",
            place,
            say,
        )


def _against_plain(root: Path, place: Path, times: int, say) -> None:
    say("\n(a) whole strict build against MkDocs + Material alone on the same finished Markdown")
    plain = _plain_project(root, place)
    pairs = []
    for number in range(times):
        order = ("ours", "plain") if number % 2 else ("plain", "ours")
        took = {
            kind: _once(kind, root if kind == "ours" else plain, place / f"site-{kind}")["seconds"]
            for kind in order
        }
        pairs.append((took["ours"], took["plain"]))
        say(
            f"  pair {number + 1}: ours {took['ours']:.2f} s, plain {took['plain']:.2f} s, ratio {took['ours'] / took['plain']:.2f}"
        )
    ratios = [ours / plain for ours, plain in pairs]
    say(
        f"  median ratio {statistics.median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f}; the aim is 1.2 at most)"
    )


def _growth(root: Path, place: Path, sizes: list[int], say) -> dict[int, dict[str, int]]:
    say("\n(b) growth with the corpus: invented, two briefs to a subject as in the real one")
    say(
        "  size   pages   seconds   ms/page   ratio   MiB    MiB/page   pandoc   check s   check/claim ratio"
    )
    first, weights = None, {}
    for size in sizes:
        project = place / f"times-{size}"
        project_files.write(project, BRIEFS, size, link=True, root=root)
        made = _once("ours", project, place / f"site-{size}")
        checked = _once("check", project, place / "none")["seconds"]
        each, per = 1000 * made["seconds"] / made["pages"], checked / size
        first = first or (each, per)
        say(
            f"  {size:>3}×  {made['pages']:>6}  {made['seconds']:>8.1f}  {each:>8.1f}  {each / first[0]:>6.2f}  {made['memory']:>5.0f}"
            f"  {made['memory'] / made['pages']:>8.2f}  {made['pandoc']:>6}  {checked:>8.2f}  {per / first[1]:>8.2f}"
        )
        weights[size] = page_weight.html(place / f"site-{size}")
        shutil.rmtree(place / f"site-{size}", ignore_errors=True)
    return weights


def _plain_project(root: Path, place: Path) -> Path:
    """A project with the finished Markdown of ours, and nothing of ours in its configuration."""
    plain = place / "plain"
    (plain / "docs").mkdir(parents=True)
    _once("ours", root, place / "site-first", plain / "docs")
    shutil.copytree(root / "docs/assets", plain / "docs/assets")
    with (root / "mkdocs.yml").open(encoding="utf-8") as stream:
        config = yaml_load(stream)
    del config["hooks"]
    config["plugins"] = ["search"]
    for name in ("custom_dir", "icon", "favicon"):
        config["theme"].pop(name, None)
    for scheme in config["theme"].get("palette", ()):
        scheme["toggle"]["icon"] = "material/brightness-6"  # one of the theme's own
    for name in ("extra_css", "extra_javascript"):
        config.pop(name, None)
    listed = json.dumps(config["nav"])
    config["not_in_nav"] = "\n".join(
        f"/{path.relative_to(plain / 'docs').as_posix()}"
        for path in (plain / "docs").rglob("*.md")
        if path.relative_to(plain / "docs").as_posix() not in listed
    )
    (plain / "mkdocs.yml").write_text(json.dumps(config), "utf-8")
    return plain


def _once(kind: str, project: Path, site: Path, dump: Path | None = None) -> dict:
    command = [
        sys.executable,
        "-m",
        "tools.benchmark.measured_build",
        kind,
        str(project),
        str(site),
        *([str(dump)] if dump else []),
    ]
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'scripts'}{os.pathsep}{ROOT}"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # pip has compiled what the other imports
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise SystemExit(f"bench: {kind} failed: {done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])
