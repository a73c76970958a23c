"""What is not needed before its turn, such as all that is cited on a page: compressed where pages
are many.

A few hundred are kept as they are, which takes no time; thousands would fill the memory.
"""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")
MANY = 500
"""From so many pages on what waits for its turn is compressed, to an eighth."""


class Packed(Mapping[str, T], Generic[T]):
    """Values by their names, compressed if `packs`. The one that was asked for last stays at hand,
    since a page is often asked for several things in a row."""

    def __init__(self, values: Iterable[tuple[str, T]], packs: bool):
        self._values: dict[str, T] = {}
        self._packed: dict[str, bytes] = {}
        for path, value in values:
            if packs:
                self._packed[path] = zlib.compress(pickle.dumps(value), 1)
            else:
                self._values[path] = value

    def __getitem__(self, path: str) -> T:
        known = self._values
        if path in self._packed and path not in known:
            known = {path: pickle.loads(zlib.decompress(self._packed[path]))}
            self._values = known
        return known[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed or self._values)

    def __len__(self) -> int:
        return len(self._packed or self._values)
