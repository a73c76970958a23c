"""Texts of pages while a build has them for later: compressed where they are many.

An engine renders every page before it writes the first; thousands of pages would fill the memory
with HTML that waits. A few hundred are kept as they are, which takes no time.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace

from briefsite.model.generated_page import Page
from briefsite.model.packed import MANY


class PageTexts(MutableMapping[str, str]):
    """Texts by the paths of their pages; `pages` is how many there will be."""

    def __init__(self, pages: int):
        self.packs = pages >= MANY
        self._texts: dict[str, str] = {}
        self._packed: dict[str, bytes] = {}

    def __setitem__(self, path: str, text: str) -> None:
        if self.packs:
            self._packed[path] = zlib.compress(text.encode(), 1)
        else:
            self._texts[path] = text

    def __getitem__(self, path: str) -> str:
        return zlib.decompress(self._packed[path]).decode() if self.packs else self._texts[path]

    def __delitem__(self, path: str) -> None:
        del (self._packed if self.packs else self._texts)[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed if self.packs else self._texts)

    def __len__(self) -> int:
        return len(self._packed if self.packs else self._texts)


class GeneratedPages(Mapping[str, Page]):
    """Generated pages by their paths; `number` is how many there will be."""

    def __init__(self, pages: Iterable[Page], number: int):
        self._pages: dict[str, Page] = {}
        self._bodies = PageTexts(number)
        for page in pages:
            if self._bodies.packs:
                self._bodies[page.path] = page.body
            self._pages[page.path] = replace(page, body="") if self._bodies.packs else page

    def __getitem__(self, path: str) -> Page:
        page = self._pages[path]
        return replace(page, body=self._bodies[path]) if self._bodies.packs else page

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)
