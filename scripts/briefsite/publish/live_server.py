"""The live site: rebuilt whenever a file changes, the last good site staying up.

MkDocs' live-reload server holds requests back until a build succeeds; the builder it is given
here never fails, it reports, so requests never hang.
"""

from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from briefsite.engine import build_context, content_security_policy
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


class _Server(LiveReloadServer):
    """Says that it is up once it watches, so that no edit after that line is missed."""

    up = None

    def service_actions(self):
        if self.up:
            self.up, up = None, self.up
            up()
        super().service_actions()

    def _inject_js_into_html(self, content, epoch):
        """The page with MkDocs' script that reloads it, which the page's policy must allow."""
        injected = super()._inject_js_into_html(content, epoch)
        script = injected[
            injected.rindex(b"<script>") + len(b"<script>") : injected.rindex(b"</script>")
        ]
        return content_security_policy.allow(injected, script)


def serve(root: Path, site: Path, host: str, port: int, say=print) -> None:
    """Build, serve on http://host:port/, and rebuild on every change until interrupted."""

    def rebuild() -> None:
        try:
            say(f"built {build_site.build(root, site)}")
        except build_context.Faulty as faulty:
            say("\n".join(map(str, faulty.problems)))
            say(f"{len(faulty.problems)} to mend; the last good site stays up")
        except Exception as error:
            say(f"the build failed: {type(error).__name__}: {error}; the last good site stays up")

    rebuild()
    site.mkdir(exist_ok=True)
    server = _Server(builder=rebuild, host=host, port=port, root=str(site), mount_path="/")
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str(root / name))
    server.up = lambda: say(f"serving http://{host}:{port}/ (Ctrl+C ends it)")
    try:
        server.serve()
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown(wait=False)
