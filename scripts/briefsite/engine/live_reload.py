"""MkDocs' server of a folder, whose pages reload in the browser and keep to their policy."""

from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from briefsite.engine import content_security_policy


class Server(LiveReloadServer):
    """Serves the folder `site` and calls `rebuild` after each change of a watched file.

    MkDocs' server holds requests back until a build succeeds, so `rebuild` must not raise.
    `on_up` is called once, when files are watched, so that no edit after that is missed.
    """

    def __init__(
        self,
        site: Path,
        host: str,
        port: int,
        rebuild: Callable[[], None],
        on_up: Callable[[], None],
    ):
        super().__init__(builder=rebuild, host=host, port=port, root=str(site), mount_path="/")
        self._on_up: Callable[[], None] | None = on_up

    def service_actions(self) -> None:
        if self._on_up:
            on_up, self._on_up = self._on_up, None
            on_up()
        super().service_actions()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """The page with MkDocs' script that reloads it, which the page's policy must allow."""
        page: bytes = super()._inject_js_into_html(content, epoch)  # pyright: ignore[reportUnknownMemberType]
        start, end = page.rindex(b"<script>") + len(b"<script>"), page.rindex(b"</script>")
        return content_security_policy.allow(page, page[start:end])
