"""The live site: rebuilt whenever a file changes, the last good site staying up.

What an edit cannot touch is taken from the build before: formatted references, rendered pages, the
search index, and the files beside the pages. A file that is saved as it was changes nothing.
"""

import contextlib
import hashlib
from collections.abc import Callable
from pathlib import Path

from briefsite.engine.build_error import BuildError
from briefsite.engine.live_reload import Server
from briefsite.load.unexpected_files import LEFTOVER
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

    built_from = ""

    def rebuild() -> None:
        nonlocal built_from
        before, built_from = built_from, state(root)
        if built_from == before:
            log("nothing else than before is saved")
            return
        try:
            log(f"built {build_site.build(root, site, settings)}")
        except BuildError as error:
            log(f"{error}\nproblems: {len(error.problems)}; the last good site stays up")
        except Exception as error:
            built_from = ""  # the next try may do better
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


def state(root: Path) -> str:
    """A sum over what the watched files hold; what editors leave beside them does not count."""
    found = hashlib.blake2b(digest_size=16)
    for name in WATCHED:
        place = root / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if not LEFTOVER.search(path.name):
                with contextlib.suppress(OSError):  # a folder, or gone meanwhile
                    content = hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
                    found.update(str(path).encode("utf-8", "surrogateescape") + b"\0" + content)
    return found.hexdigest()
