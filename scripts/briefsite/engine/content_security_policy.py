"""The Content-Security-Policy of each page: nothing from elsewhere, no scripts but the templates'.

The few scripts that templates write into a page are allowed by their hash. They are known
by where they come from, not by where they stand: when a template is loaded, each of its scripts
gets a mark (theme_patches.py) whose value is drawn anew for every build and is taken out again
before a page is written. Whatever a contributor smuggles into a page, by data, Markdown or an
attribute, can't know the mark, so a script that came that way never gets a hash, and a build stays
the same to the byte. Blocks of data (JSON, JSON-LD) are never run and need no hash.

The policy stands in the page, right after the encoding and before all else, because a static site
can't count on headers; so it holds at any address and in the offline copy. `frame-ancestors` and
reports are not possible there.
"""

import base64
import hashlib
import re
import secrets
from functools import lru_cache

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


class PolicyError(RuntimeError):
    """A page has no place for its policy."""


class Policy:
    """One build's policy. `mark` goes into the templates' own scripts."""

    def __init__(self) -> None:
        self.mark = f" own-{secrets.token_hex(16)}"
        self._script = re.compile(f"<script{self.mark}([^>]*)>(.*?)</script>", re.S)

    def apply(self, html: str) -> str:
        """A finished page with its policy, the marks taken out. Raises PolicyError."""
        if HEAD not in html:
            raise PolicyError(f"a page lacks {HEAD}, after which its Content-Security-Policy goes")
        hashes = dict.fromkeys(digest(match[2]) for match in self._script.finditer(html))
        html = html.replace(self.mark, "")
        return html.replace(HEAD, HEAD + meta(tuple(hashes)), 1)


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
