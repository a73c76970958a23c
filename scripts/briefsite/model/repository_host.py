"""The project's place on a forge: where a file is edited, a line is seen, an error is reported.

Addresses have the form that GitHub gives them. Nothing is requested from them; they are only
written.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from briefsite.model.problems import Mark

BRANCH = "main"


@dataclass(frozen=True)
class Forge:
    """`address` is the repository's, without a slash at its end, `site` the site's, with one."""

    address: str
    site: str = ""

    def edit(self, path: str) -> str:
        """Where the file at `path` of the project is edited in the browser."""
        return f"{self.address}/edit/{BRANCH}/{quote(path)}"

    def line(self, at: Mark) -> str:
        """Where a record is seen in its file, at its line."""
        return f"{self.address}/blob/{BRANCH}/{quote(at.path)}?plain=1#L{at.line}"

    def report(self, place: str, record: str = "") -> str:
        """The form for an error, with the address of `place` on the site and a record's id."""
        fields = (
            {"template": "error.yml"}
            | ({"record": record} if record else {})
            | {"address": self.site + place}
        )
        return f"{self.address}/issues/new?{urlencode(fields, quote_via=quote, safe=':/')}"
