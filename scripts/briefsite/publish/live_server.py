"""The live site: rebuilt whenever a file changes, the last good site staying up."""

from collections.abc import Callable
from pathlib import Path

from briefsite.engine.build_error import BuildError
from briefsite.engine.live_reload import Server
from briefsite.model.build_settings import BuildSettings
from briefsite.publish import build_site

WATCHED = (
    "data",
    "docs",
    "overrides",
    "scripts/briefsite/pages/templates",
    "bibliography.bib",
    "CITATION.cff",
    "mkdocs.yml",
)


def serve(
    root: Path,
    site: Path,
    settings: BuildSettings,
    host: str,
    port: int,
    log: Callable[[str], None],
) -> None:
    """Build, serve on http://host:port/, and rebuild on every change until interrupted.

    `log` takes each line of what happens. Raises OSError when the port can't be used.
    """

    def rebuild() -> None:
        try:
            log(f"built {build_site.build(root, site, settings)}")
        except BuildError as error:
            log(f"{error}\nproblems: {len(error.problems)}; the last good site stays up")
        except Exception as error:
            log(f"the build failed: {type(error).__name__}: {error}; the last good site stays up")

    rebuild()
    site.mkdir(exist_ok=True)
    server = Server(
        site, host, port, rebuild, lambda: log(f"serving http://{host}:{port}/ (Ctrl+C ends it)")
    )
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str(root / name))
    try:
        server.serve()
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown(wait=False)
