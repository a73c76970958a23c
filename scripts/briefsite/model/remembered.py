"""Results that are asked for again and again while a project is checked, remembered by their text.

A memory that is too small for the corpus serves nobody: each rule goes through all texts, and finds
that those at the beginning were forgotten for those at the end.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
MOST = 1 << 18
"""More than a hundred briefs need of anything."""
FEW = 1 << 14
"""So much may stay from one check to the next, which a live server has use for."""
_memories: list[Any] = []


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """A function of texts, worked out once for each while a project is checked."""
    memory = lru_cache(maxsize=MOST)(function)
    _memories.append(memory)
    return cast("Callable[P, T]", memory)


def forget_much() -> None:
    """Let go of what a large corpus had remembered: what comes after the check needs the room."""
    for memory in _memories:
        if memory.cache_info().currsize > FEW:
            memory.cache_clear()
