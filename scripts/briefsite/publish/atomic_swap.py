"""Two folders exchanged in one step, where the system can."""

import ctypes
import os
import sys
from pathlib import Path

HERE, EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux, renameat2(2)."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange the names of two folders, so that nobody ever sees one of them missing. False where that can't be done."""
    try:
        call = ctypes.CDLL(None).renameat2 if sys.platform == "linux" else None
        return bool(call) and call(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0
    except (OSError, AttributeError):
        return False
