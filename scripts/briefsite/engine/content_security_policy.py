"""The Content-Security-Policy of each page: nothing from elsewhere, no scripts but the templates'.

The few scripts that templates write into a page are allowed by their hash. They are known by their
text: a script is the templates' own if one of their files holds it, word for word but for an
address that the engine fills in. Whatever a contributor smuggles into a page, by data, Markdown, an
attribute or a setting, stands in no template and never gets a hash. So the policy does not care
which engine rendered the page. Blocks of data (JSON, JSON-LD) are never run and need no hash.

The policy stands in the page, right after the encoding and before all else, because a static site
can't count on headers; so it holds at any address and in the offline copy. `frame-ancestors` and
reports are not possible there.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

HEAD = '<meta charset="utf-8">'
RULES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'{hashes}",  # the search is WebAssembly
    "style-src 'self'",
    "img-src 'self' data:",  # the theme's icons are data: addresses in its styles
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",  # no form here is ever sent; scripts read them
)
TEMPLATES = ("main.html", "base.html", "partials/javascripts/*.html")
"""The files of a theme, or of what overrides it, that write scripts into pages."""
SCRIPT = re.compile(r"<script(?![^>]*\s(?:src|type)=)[^>]*>(.*?)</script>", re.S)
"""A script that runs, written into a page or a template."""
FILLED = re.compile(r"\{\{.*?\}\}", re.S)
ADDRESS = r"[\w./:-]*"
"""What an engine may fill in: a relative or an absolute address, which can't end a string."""


class PolicyError(RuntimeError):
    """A page has no place for its policy."""


class Policy:
    """The policy of one site, whose templates stand in the `folders`.

    `unknown` collects the beginnings of scripts that no template holds, and that will not run.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._own = re.compile("|".join(sorted(set(_scripts(folders)))) or r"(?!)", re.S)
        self.unknown: set[str] = set()

    def apply(self, html: str) -> str:
        """A finished page with its policy. Raises PolicyError."""
        if HEAD not in html:
            raise PolicyError(f"a page lacks {HEAD}, after which its Content-Security-Policy goes")
        scripts = dict.fromkeys(SCRIPT.findall(html))
        own = [script for script in scripts if self._own.fullmatch(script)]
        self.unknown |= {script[:40] for script in scripts if script not in own}
        return html.replace(HEAD, HEAD + meta(tuple(map(digest, own))), 1)


def _scripts(folders: Iterable[Path]) -> Iterator[str]:
    """A pattern of each script of the templates; those that a template composes are left out."""
    for folder in folders:
        for path in (path for pattern in TEMPLATES for path in folder.glob(pattern)):
            for script in SCRIPT.findall(path.read_text("utf-8")):
                if "{%" not in script:
                    yield ADDRESS.join(map(re.escape, FILLED.split(script)))


@lru_cache(maxsize=256)
def digest(script: str) -> str:
    """A script's hash as a source of the policy: sha256-… of the text between its tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@lru_cache(maxsize=64)
def meta(hashes: tuple[str, ...]) -> str:
    """The policy as a tag, with the scripts of these hashes allowed."""
    rules = "; ".join(RULES).format(hashes="".join(f" {item}" for item in hashes))
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}">'


def allow(html: bytes, script: bytes) -> bytes:
    """A finished page whose policy allows one more script; the live site adds its own."""
    known = b"script-src 'self'"
    return html.replace(known, known + b" " + digest(script.decode()).encode(), 1)
