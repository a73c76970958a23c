"""One measured build in a process of its own.

`python -m tools.benchmark.measured_build ours|plain|check ROOT SITE`

Prints JSON: seconds of the build, the peak memory in MiB, pages, and how often pandoc was started.
"""

import contextlib
import gc
import json
import os
import resource
import sys
import time
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # of plain Material


def main(kind: str, root: Path, site: Path, dump: Path | None = None) -> None:
    """Build, and print what it took; with `dump`, write the finished Markdown there."""
    started = time.perf_counter()
    pandoc_runs = 0
    markdown: dict[str, str] = {}
    if kind == "check":
        from briefsite.cli import main as command_line

        with contextlib.redirect_stdout(sys.stderr):
            if command_line.main(["--root", str(root), "check"]):
                raise SystemExit("the check failed")
    elif kind == "plain":
        import logging

        from mkdocs.commands.build import build
        from mkdocs.config import load_config

        logging.getLogger("mkdocs").addHandler(logging.NullHandler())
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(site)))
    else:
        from briefsite.citations import pandoc_process
        from briefsite.model.build_settings import BuildSettings
        from briefsite.publish import build_site

        gc.set_threshold(100_000, 50, 1000)  # as the command does
        markdown = build_site.build(root, site, BuildSettings.from_environment(os.environ)).markdown
        pandoc_runs = pandoc_process.started
    seconds = time.perf_counter() - started
    if dump:
        for path, text in markdown.items():
            (dump / path).parent.mkdir(parents=True, exist_ok=True)
            (dump / path).write_text(text, "utf-8")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 * 1024 if sys.platform == "darwin" else 1024
    )
    print(
        json.dumps(
            {
                "seconds": seconds,
                "memory": memory,
                "pandoc": pandoc_runs,
                "pages": sum(1 for _ in site.rglob("*.html")) if site.exists() else 0,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], *(Path(argument) for argument in sys.argv[2:]))
